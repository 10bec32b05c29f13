import type { LocalizedText } from "../item-terms.ts";
import type { Form } from "../service-item.ts";
import { type Filled, withoutUnasked } from "./form-conditions.ts";
import {
  asObject,
  chainOf,
  fieldIn,
  itemsIn,
  type References,
  referencesOf,
  type Schema,
} from "./form-parts.ts";
import { isForPeople } from "./form-walk.ts";
import { labelIn } from "./form-words.ts";

/**
 * Where something was filled in that a form does not ask for: the path of the first name that it does not declare.
 * Undefined if there is none. Nobody could correct such a thing, or say what it is called.
 */
export function undeclaredField(form: Form, filledIn: unknown): readonly string[] | undefined {
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
): readonly string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const field = Array.isArray(value) ? itemsIn(declared) : fieldIn(declared, name);
    const here = [...path, name];
    if (field.length === 0 && !Array.isArray(value)) return here;
    const chain = field.flatMap((schema) => chainOf(schema, references));
    const found = undeclaredIn(inner, chain, references, here);
    if (found) return found;
  }
  return undefined;
}

/** The label of the field at a path, or its name where it has none. */
export function labelOf(form: Form, path: readonly string[]): LocalizedText {
  const references = referencesOf(form);
  let chain = chainOf(asObject(form), references);
  for (const step of path) {
    const items = itemsIn(chain);
    chain = (items.length > 0 ? items : fieldIn(chain, step)).flatMap((one) => chainOf(one, references));
  }
  const name = path.at(-1) ?? "";
  return labelIn(chain) ?? { zh: name, en: name };
}
