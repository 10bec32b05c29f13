import type { LocalizedText } from "../item-terms.ts";
import type { FormCondition } from "./form-conditions.ts";
import { exampleOf } from "./form-examples.ts";
import type { Schema } from "./form-parts.ts";
import { type WalkedField, walkForm } from "./form-walk.ts";
import { choicesOf, type Widget, widgetOf } from "./form-widgets.ts";
import { isSaid, labelIn, readPages, readText } from "./form-words.ts";

/** A value that can be chosen, and what people read for it. */
export type FormChoice = { readonly value: string; readonly label: LocalizedText };

/** A field as a front-end shows it. */
export type FormField = {
  /** From the form to it; "*" stands for the place of an entry in a list. */
  readonly path: readonly string[];
  readonly label: LocalizedText;
  readonly hint: LocalizedText | undefined;
  readonly widget: Widget;
  readonly isRequired: boolean;
  readonly choices: readonly FormChoice[];
  /** One of these has to hold for it to be asked; without any it always is. */
  readonly when: readonly FormCondition[];
  readonly example: string | undefined;
  readonly confirms: boolean | undefined;
  /** Its schema, of which front-ends read the bounds. */
  readonly schema: Schema;
};

export type FormPage = { readonly title: LocalizedText; readonly fields: readonly FormField[] };

/** Of a form that has no name. */
const UNTITLED: LocalizedText = { zh: "申请表", en: "Application form" };

/** The form's name, as problems of all of it call it. */
export const titleOfForm = (form: Schema): LocalizedText => labelIn([form]) ?? UNTITLED;

/**
 * A form's pages with its fields in their order. A form of older shape is one page, and says of itself what it can: its
 * titles in one language, its values as they are.
 */
export function formPages(form: Schema): readonly FormPage[] {
  const stated = readPages(form) ?? [];
  const byName = Map.groupBy(walkForm(form), ({ path: [name = ""] }) => name);
  const named = new Set(stated.flatMap(({ fields }) => fields));
  const left = [...byName.keys()].filter((name) => !named.has(name));
  const pages = left.length > 0 ? [...stated, { title: titleOfForm(form), fields: left }] : stated;
  return pages.map(({ title, fields }) => ({
    title,
    fields: fields.flatMap((name) => byName.get(name) ?? []).map(fieldOf),
  }));
}

/** The field as a walk through a form has found it. */
function fieldOf({ path, schema, items, isRequired, when, list }: WalkedField): FormField {
  return {
    ...{ path, schema, isRequired, when },
    ...wordsOf(schema, items),
    label: labelIn([schema]) ?? (list && labelIn([list])) ?? nameOf(path),
    hint: readText(schema["x-hint"]) ?? (list && readText(list["x-hint"])),
    widget: widgetOf(schema, items),
  };
}

/** The value that confirms what the label says; undefined for a field that is no confirmation. */
const confirmedBy = ({ type, const: only }: Schema): boolean | undefined =>
  type === "boolean" && typeof only === "boolean" ? only : undefined;

/** The words that a schema itself says of its field. */
export const wordsOf = (schema: Schema, items: Schema | undefined) => ({
  label: labelIn([schema]),
  hint: readText(schema["x-hint"]),
  choices: choicesIn(schema, items),
  example: exampleOf(schema),
  confirms: confirmedBy(schema),
});

function nameOf(path: readonly string[]): LocalizedText {
  const name = path.at(-1) ?? "";
  return { zh: name, en: name };
}

function choicesIn(schema: Schema, items: Schema | undefined): readonly FormChoice[] {
  const holder = choicesOf(schema) ? schema : items && schema["type"] === "array" ? items : {};
  return (choicesOf(holder) ?? []).map((value) => ({
    value,
    label: labelOfChoice(holder, value) ?? { zh: value, en: value },
  }));
}

/** The label of a choice in both languages; undefined where nobody says it. */
export function labelOfChoice({ "x-choices": labels }: Schema, value: string): LocalizedText | undefined {
  const isThere = typeof labels === "object" && labels !== null && Object.hasOwn(labels, value);
  const text = isThere ? readText(Reflect.get(labels, value)) : undefined;
  return isSaid(text) ? text : undefined;
}
