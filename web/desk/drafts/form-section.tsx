import { type ReactNode, useState } from "react";
import { valueAt } from "../../shared/forms/answers.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FormEditor, type FormWords } from "./form-editor.tsx";
import { FormPreview } from "./form-preview.tsx";
import type { DraftEditing } from "./use-draft.ts";
import { asValues, controlId } from "./values.ts";

const SHOW: Text = { zh: "显示两种语言的预览", en: "Show a preview in both languages" };

type FormSectionProps = {
  /** Where the form stands in the draft. */
  readonly at: readonly string[];
  readonly words: FormWords & { readonly preview: Text };
  readonly editing: DraftEditing;
};

/** The form of a draft, with a preview that follows what is typed. */
export function FormSection({ at, words, editing }: FormSectionProps): ReactNode {
  const { say } = useTexts();
  const { values, change, json, problems } = editing;
  const [isShown, show] = useState(false);
  const form = asValues(valueAt(values, at));
  const id = controlId(at);
  return (
    <>
      <section className="part">
        <FormEditor
          {...{ form, json, id, words }}
          change={(next) => change(at, next)}
          problem={problems.find(({ field }) => field === id)?.text}
        />
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
