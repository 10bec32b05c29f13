import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { FormFields } from "../../shared/forms/form-fields.tsx";
import type { FormPage } from "../../shared/forms/form-parts.ts";
import { problemsOf, toSummary } from "../../shared/forms/form-view.ts";
import { namesOn, problemsIn } from "../../shared/forms/open-fields.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { StepFrame, type StepProps } from "./step-frame.tsx";
import { nextKey } from "./steps.ts";

const TEXTS = {
  next: { zh: "保存并继续", en: "Save and continue" },
  saving: { zh: "正在保存…", en: "Saving…" },
  later: { zh: "保存，以后再填", en: "Save and go on later" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/edit");

/** A page of the form. One goes on once the platform, which has just saved it, finds nothing wrong with it. */
export function FormStep({ page, ...of }: StepProps & { readonly page: FormPage }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { from } = route.useSearch();
  const { filling, steps, step } = of;
  const { view, save, outcome, isSaving, application } = filling;
  const { id } = application;
  // Nothing is wrong with a page that nobody has filled in yet.
  const [attempts, setAttempts] = useState(location.hash.length > 1 ? 1 : 0);
  const names = namesOn(page);
  const told = attempts > 0 ? problemsOf(view.problems, names) : [];
  const problems = toSummary(told, { ...view, say });

  async function goOn(): Promise<void> {
    if (isSaving) return;
    const saved = await save(names);
    // Until it is saved, what is wrong with it is not known.
    if (saved.kind === "trouble") return;
    setAttempts((before) => before + 1);
    if (saved.kind !== "saved" || problemsOf(problemsIn(saved.application), names).length > 0) return;
    const next = nextKey(steps, step, from);
    await navigate({ to: "/cases/$id/edit", params: { id }, search: { step: next } });
  }
  async function leave(): Promise<void> {
    if (isSaving) return;
    const saved = await save(names);
    if (saved.kind === "saved") await navigate({ to: "/cases/$id", params: { id } });
    if (saved.kind === "refused") setAttempts((before) => before + 1);
  }
  return (
    <StepFrame {...of} title={say(page.title)}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        <ErrorSummary key={attempts} problems={problems} />
        <FailureNotice failure={outcome} again={() => void goOn()} isSending={isSaving} />
        <section className="part form">
          <FormFields fields={page.fields} view={{ ...view, problems: told }} />
        </section>
        <div className="button-row">
          <button className="button" type="submit" aria-disabled={isSaving}>
            {say(isSaving ? TEXTS.saving : TEXTS.next)}
          </button>
          <button
            className="button button-plain"
            type="button"
            aria-disabled={isSaving}
            onClick={() => void leave()}
          >
            {say(TEXTS.later)}
          </button>
        </div>
      </form>
    </StepFrame>
  );
}
