import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, focusOn } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
import { AskBeforeLeaving } from "./ask-before-leaving.tsx";
import { DraftViolations } from "./draft-violations.tsx";
import { placeOf } from "./spec-controls.ts";
import { SpecFields } from "./spec-fields.tsx";
import type { Spec } from "./specs.ts";
import type { DraftEditing } from "./use-draft.ts";

const TEXTS = {
  save: { zh: "保存草稿", en: "Save the draft" },
  saving: { zh: "正在保存…", en: "Saving…" },
  saved: { zh: "草稿已保存", en: "The draft is saved" },
  typed: { zh: "有未保存的修改。", en: "Something is typed in that is not saved." },
  discard: { zh: "放弃修改", en: "Discard it" },
} satisfies Record<string, Text>;

type DraftFormProps = {
  readonly editing: DraftEditing;
  /** All that it is made of, by which a place is called. */
  readonly specs: readonly Spec[];
  /** Its sections. */
  readonly children: ReactNode;
};

/** A draft that is being written: what is wrong with it above, and what saves it below. */
export function DraftForm({ editing, specs, children }: DraftFormProps): ReactNode {
  const { say } = useTexts();
  const { refused, violations, save, isSaving, outcome, isTyped, discard } = editing;
  // Another page can lead to a control.
  const { hash } = useLocation();
  useEffect(() => focusOn(hash), [hash]);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <AskBeforeLeaving isTyped={isTyped} />
      <ErrorSummary problems={refused} />
      <ActOutcome of={outcome} done={say(TEXTS.saved)} again={save} isSending={isSaving} />
      {violations.length > 0 && (
        <DraftViolations
          of={violations.map(({ field, ...violation }) => ({
            ...violation,
            place: <PlaceLink field={field} place={placeOf(specs, violation.path, say)} />,
          }))}
        />
      )}
      {children}
      <div className="button-row">
        <button className="button" type="submit" aria-disabled={isSaving}>
          {say(isSaving ? TEXTS.saving : TEXTS.save)}
        </button>
        {isTyped && (
          <>
            <span>{say(TEXTS.typed)}</span>
            <button className="button button-plain" type="button" onClick={discard}>
              {say(TEXTS.discard)}
            </button>
          </>
        )}
      </div>
    </form>
  );
}

type PlaceLinkProps = { readonly field: string | undefined; readonly place: string };

/** Goes to the control that a violation is about. */
function PlaceLink({ field, place }: PlaceLinkProps): ReactNode {
  if (field === undefined || place === "") return place;
  return (
    <a
      className="link-target"
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        focusOn(field);
      }}
    >
      {place}
    </a>
  );
}

type DraftSectionProps = {
  readonly title: Text;
  readonly specs: readonly Spec[];
  readonly editing: DraftEditing;
};

/** A part of a draft whose controls are told by their specifications. */
export function DraftSection({ title, specs, editing }: DraftSectionProps): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(title)}</h2>
      <SpecFields of={specs} editing={editing} />
    </section>
  );
}
