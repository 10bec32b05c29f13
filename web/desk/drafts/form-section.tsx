import { type ReactNode, useState } from "react";
import { valueAt } from "../../shared/forms/answers.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { MarksAt } from "./field-editor.tsx";
import { FormEditor } from "./form-editor.tsx";
import type { FormPlace } from "./form-place.ts";
import { FormPreview } from "./form-preview.tsx";
import { problemAt } from "./problem-at.ts";
import type { DraftEditing } from "./use-draft.ts";
import { asValues, controlId } from "./values.ts";

const SHOW: Text = { zh: "显示两种语言的预览", en: "Show a preview in both languages" };

type FormSectionProps = FormPlace & { readonly editing: DraftEditing };

/** The form of a draft, with a preview that follows what is typed. */
export function FormSection({ at, words, editing }: FormSectionProps): ReactNode {
  const { say } = useTexts();
  const { values, change, json, problems } = editing;
  const [isShown, show] = useState(false);
  const form = asValues(valueAt(values, at));
  const marksAt: MarksAt = (path) => {
    const id = controlId([...at, ...path]);
    return { id, problem: problemAt(id, problems) };
  };
  return (
    <>
      <section className="part">
        <FormEditor {...{ form, json, words, marksAt }} change={(next) => change(at, next)} />
      </section>
      {isShown ? (
        <FormPreview title={words.preview} form={form} />
      ) : (
        <button className="button button-plain" type="button" onClick={() => show(true)}>
          {say(SHOW)}
        </button>
      )}
    </>
  );
}
