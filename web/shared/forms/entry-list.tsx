import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../texts/text.ts";
import { FieldSet } from "../ui/field-set.tsx";
import { entriesOf, valueAt } from "./answers.ts";
import { type Control, useLabel } from "./control.ts";
import { ANY_ENTRY, type FormField, fieldsIn, plainEntryOf } from "./form-parts.ts";
import { entryText, FORM_TEXTS } from "./form-texts.ts";
import { fieldId, problemAt } from "./form-view.ts";

type EntryListProps = Control & {
  /** Whether entries can be added and taken out. */
  readonly isOpen: boolean;
  /** Draws a field of an entry at its place. */
  readonly children: (field: FormField, at: readonly string[]) => ReactNode;
};

/** A list to which entries are added. A new one takes the focus; after one was taken out, the list does. */
export function EntryList({ field, at, view, isOpen, children }: EntryListProps): ReactNode {
  const { say } = useTexts();
  const { label, hint } = useLabel(field, at, view);
  const id = fieldId(at);
  const entries = entriesOf(valueAt(view.answers, at));
  const toFocus = useRef<string>(undefined);
  const plain = plainEntryOf(view.fields, field);
  useEffect(() => {
    const place = toFocus.current === undefined ? null : document.getElementById(toFocus.current);
    toFocus.current = undefined;
    const control = place?.matches("fieldset") ? place.querySelector("input, select, textarea") : place;
    if (control instanceof HTMLElement) control.focus();
    else place?.focus();
  });
  const entryId = (i: number): string => (plain ? fieldId([...at, String(i)]) : `${id}-${i}-entry`);
  function add(): void {
    toFocus.current = entryId(entries.length);
    view.change(at, [...entries, plain ? "" : {}]);
  }
  function remove(i: number): void {
    toFocus.current = `${id}-add`;
    view.change(
      at,
      entries.filter((_, place) => place !== i),
    );
  }
  const isFull = field.maxItems !== null && entries.length >= field.maxItems;
  return (
    <FieldSet id={id} legend={label} hint={hint} problem={problemAt(view, at)} isFramed>
      {entries.map((_, i) => {
        const place = [...at, String(i)];
        const name = say(entryText(field.label, i + 1));
        return (
          <FieldSet
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place; its controls hold nothing of their own.
            key={i}
            id={`${id}-${i}-entry`}
            legend={name}
          >
            {plain
              ? children({ ...plain, label: entryText(field.label, i + 1) }, place)
              : fieldsIn(view.fields, [...field.path, ANY_ENTRY]).map((inner) =>
                  children(inner, [...place, inner.name]),
                )}
            {isOpen && (
              <button className="button button-plain" type="button" onClick={() => remove(i)}>
                {say(FORM_TEXTS.remove)}
                <span className="out-of-sight">: {name}</span>
              </button>
            )}
          </FieldSet>
        );
      })}
      {isOpen && !isFull && (
        <button className="button button-plain" type="button" id={`${id}-add`} onClick={add}>
          {say(entries.length === 0 ? FORM_TEXTS.add : FORM_TEXTS.addMore)}
          <span className="out-of-sight">: {say(field.label)}</span>
        </button>
      )}
    </FieldSet>
  );
}
