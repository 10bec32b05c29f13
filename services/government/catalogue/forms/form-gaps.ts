import { date } from "../../../kernel/civil-date.ts";
import type { Values } from "../../../kernel/message.ts";
import type { HeldStatements } from "../held-value.ts";
import type { Violation } from "../item-terms.ts";
import { conditionsIn, type ReadCondition, requiredIn } from "./form-conditions.ts";
import { findFormat } from "./form-formats.ts";
import { labelOfChoice } from "./form-pages.ts";
import {
  asObject,
  chainOf,
  chainsOf,
  entriesOf,
  fieldIn,
  isSchema,
  partsOf,
  type References,
  referencesOf,
  type Schema,
} from "./form-parts.ts";
import { ANY_ENTRY, type WalkedField, walkForm } from "./form-walk.ts";
import { choicesOf, widgetsFor } from "./form-widgets.ts";
import { isSaid, readPages, readText } from "./form-words.ts";
import { heldGap } from "./held-fields.ts";
import { readPattern } from "./linear-pattern.ts";

type Gap = Pick<Violation, "code" | "path"> & { readonly values?: Values };

/** Keywords whose failure nobody could be told at a field, or that no front-end could show. */
const NOT_FOR_PEOPLE: readonly string[] = [
  ...["anyOf", "oneOf", "not", "else", "dependentRequired", "dependentSchemas"],
  ...["contains", "minContains", "maxContains", "minProperties", "maxProperties"],
];

/**
 * All that people would miss in a form: every field says in both languages what it is called, and so does every choice; each
 * stands on one page; its widget fits; a pattern is explained; a condition is one that a front-end can show.
 */
export function formGaps(form: Schema, held: HeldStatements): readonly Gap[] {
  const fields = walkForm(form);
  const ofHeld = fields.flatMap((field): readonly Gap[] => {
    const gap = heldGap(field, fields, held);
    return gap ? [{ ...gap, path: [...placeOf(field.path), "x-held"] }] : [];
  });
  return [...pageGaps(form), ...fields.flatMap(fieldGaps), ...ofHeld, ...conditionGaps(form)];
}

function pageGaps(form: Schema): readonly Gap[] {
  const names = entriesOf(asObject(form)["properties"]).map(([name]) => name);
  const pages = readPages(form);
  const path = ["form", "x-pages"];
  if (!pages) return names.length > 0 ? [{ code: "FORM_PAGES_MISSING", path }] : [];
  const stated = pages.flatMap(({ fields }) => fields);
  const misplaced = names.filter((name) => stated.filter((one) => one === name).length !== 1);
  const unknown = stated.filter((name) => !names.includes(name));
  return [
    ...pages.flatMap(({ title }, i): Gap[] =>
      isSaid(title) ? [] : [{ code: "TEXT_MISSING", path: [...path, String(i), "title"] }],
    ),
    ...[...new Set([...misplaced, ...unknown])].map(
      (field): Gap => ({
        ...{ code: "FORM_FIELD_MISPLACED", values: { field }, path },
      }),
    ),
  ];
}

/** Where in the form a field is declared, as far as its path tells: references are not followed. */
const placeOf = (path: readonly string[]): readonly string[] => [
  "form",
  ...path.flatMap((step) => (step === ANY_ENTRY ? ["items"] : ["properties", step])),
];

function fieldGaps({ path, schema, items, list }: WalkedField): readonly Gap[] {
  const at = placeOf(path);
  const gaps: Gap[] = [];
  if (!list && !isSaid(readText(schema["x-label"]))) gaps.push({ code: "FORM_LABEL_MISSING", path: at });
  const fitting = widgetsFor(schema, items);
  const widget = schema["x-widget"];
  if (fitting.length === 0) gaps.push({ code: "FORM_FIELD_UNFILLABLE", path: at });
  else if (widget !== undefined && !fitting.some((one) => one === widget)) {
    const values = { widget: String(widget), known: fitting.join(", ") };
    gaps.push({ code: "FORM_WIDGET_UNFIT", values, path: [...at, "x-widget"] });
  }
  const isListOfChoices = fitting.includes("choices") && items !== undefined;
  return [
    ...gaps,
    ...choiceGaps(isListOfChoices ? items : schema, isListOfChoices ? [...at, "items"] : at),
    ...writingGaps(schema, list, at),
  ];
}

function choiceGaps(holder: Schema, at: readonly string[]): readonly Gap[] {
  const unsaid = (choicesOf(holder) ?? []).filter((choice) => !labelOfChoice(holder, choice));
  return unsaid.map((choice) => ({
    ...{ code: "FORM_CHOICE_LABEL_MISSING", values: { choice }, path: [...at, "x-choices"] },
  }));
}

/** How something is written that follows a pattern, only the editor can say: in words, and by an example. */
function writingGaps(schema: Schema, list: Schema | undefined, at: readonly string[]): readonly Gap[] {
  const { pattern, examples } = schema;
  const hint = schema["x-hint"] ?? list?.["x-hint"];
  const needsWords = pattern !== undefined && choicesOf(schema) === undefined;
  const gaps: Gap[] = [];
  if ((needsWords || hint !== undefined) && !isSaid(readText(hint)))
    gaps.push({ code: "FORM_HINT_MISSING", path: [...at, "x-hint"] });
  const [example]: readonly unknown[] = Array.isArray(examples) ? examples : [];
  if ((needsWords || examples !== undefined) && !takes(schema, example))
    gaps.push({ code: "FORM_EXAMPLE_UNFIT", path: [...at, "examples"] });
  return gaps;
}

/** Any day will do: an example is nobody's birth. */
const LATEST = date("9999-12-31");

function takes({ type, pattern, format, minLength, maxLength }: Schema, example: unknown): boolean {
  if (type !== "string") return true;
  if (typeof example !== "string") return false;
  const read = typeof pattern === "string" ? readPattern(pattern) : undefined;
  const isWritten = !read || (read.ok && read.value.matches(example));
  const isOfFormat = typeof format !== "string" || (findFormat(format)?.(example, LATEST) ?? true);
  const isLongEnough = typeof minLength !== "number" || example.length >= minLength;
  return (
    isWritten && isOfFormat && isLongEnough && (typeof maxLength !== "number" || example.length <= maxLength)
  );
}

/** Conditions stand where an object declares fields, and nowhere else. */
function conditionGaps(form: Schema): readonly Gap[] {
  const root = asObject(form);
  const references = referencesOf(root);
  const gaps: Gap[] = [];
  const visit = (schema: Schema, path: readonly string[]): void => {
    for (const keyword of NOT_FOR_PEOPLE.filter((one) => schema[one] !== undefined && !isElseOf(schema, one)))
      gaps.push({ code: "FORM_CONDITION_UNFIT", path: [...path, keyword] });
    const declared = chainOf(schema, references);
    const conditions = conditionsIn([schema]);
    const isFit = conditions.every((one) => one !== undefined && isFitting(one, declared, references));
    if (!isFit) gaps.push({ code: "FORM_CONDITION_UNFIT", path: [...path, schema["if"] ? "if" : "allOf"] });
    for (const part of partsOf(schema, path))
      if (part.about !== "same value" && isSchema(part.schema)) visit(part.schema, part.path);
  };
  visit(root, ["form"]);
  return gaps;
}

/** It is told with its `if`. */
const isElseOf = (schema: Schema, keyword: string): boolean =>
  keyword === "else" && schema["if"] !== undefined;

/** It stands on a choice, or on a yes or no, and asks for fields beside that are not always asked for. */
function isFitting(
  { field, is, asks }: ReadCondition,
  declared: readonly Schema[],
  references: References,
): boolean {
  const schema: Schema = Object.assign({}, ...chainIn(declared, field, references).toReversed());
  const choices = choicesOf(schema);
  const isAnswer = (value: string | boolean): boolean =>
    typeof value === "string" ? (choices?.includes(value) ?? false) : schema["type"] === "boolean";
  const always = requiredIn(declared);
  return is.every(isAnswer) && asks.every((name) => name !== field && !always.includes(name));
}

const chainIn = (declared: readonly Schema[], name: string, references: References): readonly Schema[] =>
  chainsOf(fieldIn(declared, name), references);
