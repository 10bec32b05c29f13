import { useTexts } from "../texts/text.ts";
import type { FormField } from "./form-parts.ts";
import { exampleText, FORM_TEXTS } from "./form-texts.ts";
import type { FormView } from "./form-view.ts";

/** A field at its place, of a form that is being filled in. */
export type Control = {
  readonly field: FormField;
  /** From the form to it, with the places of entries. */
  readonly at: readonly string[];
  readonly view: FormView;
};

/** Widgets whose control says by itself how it is filled in. */
const SELF_EXPLAINING: readonly FormField["widget"][] = ["DATE", "TIME", "DATE_TIME", "NUMBER"];

/** The name of a field and how it is filled in: in the editor's words, or by an example; first what the department asks. */
export function useLabel(
  { label, hint, required, example, widget, choices }: FormField,
  at: readonly string[],
  { notes }: FormView,
): { readonly label: string; readonly hint: string | undefined } {
  const { say } = useTexts();
  const note = at.length === 1 ? notes?.get(at[0] ?? "") : undefined;
  const isShown = example !== null && choices.length === 0 && !SELF_EXPLAINING.includes(widget);
  const how = hint ?? (isShown ? exampleText(example) : undefined);
  const words = [note && `${say(FORM_TEXTS.note)}${note}`, how && say(how)].filter(Boolean).join(" ");
  return {
    label: `${say(label)}${required ? "" : say(FORM_TEXTS.optional)}`,
    hint: words === "" ? undefined : words,
  };
}
