import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
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
  /** Its sections. */
  readonly children: ReactNode;
};

/** A draft that is being written: what is wrong with it above, and what saves it below. */
export function DraftForm({ editing, children }: DraftFormProps): ReactNode {
  const { say } = useTexts();
  const { problems, save, isSaving, outcome, isTyped, discard } = editing;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary problems={problems} />
      <ActOutcome of={outcome} done={say(TEXTS.saved)} again={save} isSending={isSaving} />
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
