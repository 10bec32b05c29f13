import type { LocalizedText } from "../item-terms.ts";
import type { Form } from "../service-item.ts";
import { type Filled, withoutUnasked } from "./form-conditions.ts";
import { type FormChoice, titleOfForm, wordsOf } from "./form-pages.ts";
import {
  asObject,
  chainOf,
  chainsOf,
  fieldIn,
  itemsIn,
  namesIn,
  type References,
  referencesOf,
  type Schema,
} from "./form-parts.ts";
import { isForPeople, mergeWords } from "./form-walk.ts";
import { nearestNames } from "./nearest-names.ts";

/** Something that was filled in and that a form does not ask for; `known` are the fields that may have been meant. */
export type UndeclaredField = { readonly path: readonly string[]; readonly known: readonly string[] };

/**
 * Where something was filled in that a form does not ask for: the path of the first name that it does not declare.
 * Undefined if there is none. Nobody could correct such a thing, or say what it is called.
 */
export function undeclaredField(form: Form, filledIn: unknown): UndeclaredField | undefined {
  const references = referencesOf(form);
  return undeclaredIn(filledIn, chainOf(asObject(form), references), references, []);
}

/**
 * The values of what is asked: without fields, at whatever depth, none of whose conditions holds. All of them in a form
 * of older shape, whose conditions nobody can be told.
 */
export const askedOf = (form: Form, filledIn: Filled): Filled => {
  if (!isForPeople(form)) return filledIn;
  const references = referencesOf(form);
  return withoutUnasked(chainOf(asObject(form), references), filledIn, references);
};

function undeclaredIn(
  value: unknown,
  declared: readonly Schema[],
  references: References,
  path: readonly string[],
): UndeclaredField | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const field = Array.isArray(value) ? itemsIn(declared) : fieldIn(declared, name);
    const here = [...path, name];
    if (field.length === 0 && !Array.isArray(value)) {
      return { path: here, known: nearestNames(name, namesIn(declared)) };
    }
    const chain = chainsOf(field, references);
    const found = undeclaredIn(inner, chain, references, here);
    if (found) return found;
  }
  return undefined;
}

/** The words about a field: how it is called, and how it is filled in. */
export type FieldWords = {
  readonly label: LocalizedText;
  readonly hint: LocalizedText | undefined;
  readonly choices: readonly FormChoice[];
  readonly example: string | undefined;
  readonly confirms: boolean | undefined;
};

/** The words about the field at a path; about what is around it where a form declares nothing there. */
export function wordsAt(form: Form, path: readonly string[]): FieldWords {
  const references = referencesOf(form);
  let chain = chainOf(asObject(form), references);
  let words: FieldWords = {
    label: titleOfForm(form),
    hint: undefined,
    choices: [],
    example: undefined,
    confirms: undefined,
  };
  for (const step of path) {
    const items = itemsIn(chain);
    const next = chainsOf(items.length > 0 ? items : fieldIn(chain, step), references);
    if (next.length === 0) return words;
    chain = next;
    const entries = chainsOf(itemsIn(chain), references);
    const { label, hint, ...others } = wordsOf(
      mergeWords(chain),
      entries.length > 0 ? mergeWords(entries) : undefined,
    );
    const called = items.length > 0 ? words.label : { zh: step, en: step };
    words = {
      label: label ?? called,
      hint: hint ?? (items.length > 0 ? words.hint : undefined),
      ...others,
    };
  }
  return words;
}

/** The label of the field at a path, or its name where it has none. */
export const labelOf = (form: Form, path: readonly string[]): LocalizedText => wordsAt(form, path).label;
