import { answerText, entriesOf, isAsked, type Reading, valueAt } from "./answers.ts";
import { ANY_ENTRY, type FormField, fieldsIn, plainEntryOf } from "./form-parts.ts";
import { entryText, FORM_TEXTS } from "./form-texts.ts";
import { type FormView, heldAt } from "./form-view.ts";

export type AnswersView = Pick<FormView, "fields" | "answers" | "held" | "offered">;

/** An answer on a line of its own, with the names of the groups around it. */
export type AnswerRow = {
  readonly at: readonly string[];
  readonly label: string;
  /** Undefined where nothing was filled in. */
  readonly text: string | undefined;
  readonly isHeld: boolean;
};

type Reader = { readonly view: AnswersView; readonly reading: Reading };

/** The answers of a field and of all that is in it, at its place; none where it is not asked. */
export function answerRows(
  field: FormField,
  at: readonly string[],
  of: Reader,
  above: readonly string[] = [],
): readonly AnswerRow[] {
  const { view, reading } = of;
  if (!isAsked(field, at, view)) return [];
  const names = [...above, reading.say(field.label)];
  const label = names.join(" · ");
  const value = valueAt(view.answers, at);
  if (field.widget === "GROUP") {
    const rows = rowsIn(field.path, at, of, names);
    const isEmpty = rows.every(({ text }) => text === undefined);
    return isEmpty ? [{ at, label, text: undefined, isHeld: false }] : rows;
  }
  const entries = field.widget === "LIST" ? entriesOf(value) : [];
  if (entries.length > 0) return entries.flatMap((_, i) => entryRows(field, [...at, String(i)], of, i + 1));
  const held = heldAt(view, at);
  const text = held ? (held.shown ?? reading.say(FORM_TEXTS.heldUnseen)) : answerText(field, value, reading);
  return [{ at, label, text, isHeld: held !== undefined }];
}

const rowsIn = (
  path: readonly string[],
  at: readonly string[],
  of: Reader,
  above: readonly string[],
): readonly AnswerRow[] =>
  fieldsIn(of.view.fields, path).flatMap((inner) => answerRows(inner, [...at, inner.name], of, above));

function entryRows(list: FormField, at: readonly string[], of: Reader, n: number): readonly AnswerRow[] {
  const label = entryText(list.label, n);
  const plain = plainEntryOf(of.view.fields, list);
  if (plain) return answerRows({ ...plain, label }, at, of);
  return rowsIn([...list.path, ANY_ENTRY], at, of, [of.reading.say(label)]);
}
