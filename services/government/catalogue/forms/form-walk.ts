import { askedWhen, type FormCondition, requiredIn } from "./form-conditions.ts";
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
import { choicesOf } from "./form-widgets.ts";

/** Stands in a field's path for the place of an entry in a list. */
export const ANY_ENTRY = "*";

/** A field as a walk through a form comes to it. */
export type WalkedField = {
  readonly path: readonly string[];
  /** The words of its schema and of those that it refers to; its own stand first. */
  readonly schema: Schema;
  /** Of a list: of its entries. */
  readonly items: Schema | undefined;
  readonly isRequired: boolean;
  readonly when: readonly FormCondition[];
  /** An entry of a list that is a plain value, and has no name of its own. */
  readonly list: Schema | undefined;
};

/** Bounds for forms of the time before forms had a profile; no other comes near them. */
const DEPTH_MAX = 32;
const FIELDS_MAX = 500;

/** All fields of a form as they follow each other: each group and each list before the fields in it. */
export function walkForm(form: Schema): readonly WalkedField[] {
  const references = referencesOf(form);
  const found: WalkedField[] = [];
  walkObject(chainOf(asObject(form), references), [], { references, found, isForPeople: isForPeople(form) });
  return found;
}

/** Whether a form says how people fill it in. Of older ones nobody has promised that their conditions can be told. */
export const isForPeople = (form: Schema): boolean => form["x-pages"] !== undefined;

type Walk = {
  readonly references: References;
  readonly found: WalkedField[];
  readonly isForPeople: boolean;
};

function walkObject(declared: readonly Schema[], path: readonly string[], walk: Walk): void {
  const required = requiredIn(declared);
  const when: ReturnType<typeof askedWhen> = walk.isForPeople ? askedWhen(declared) : new Map();
  for (const name of namesIn(declared)) {
    const chain = chainsOf(fieldIn(declared, name), walk.references);
    const conditions = when.get(name) ?? [];
    const isRequired = required.includes(name) || conditions.length > 0;
    walkField(chain, { path: [...path, name], isRequired, when: conditions, list: undefined }, walk);
  }
}

function walkField(chain: readonly Schema[], at: Omit<WalkedField, "schema" | "items">, walk: Walk): void {
  const { references, found } = walk;
  if (at.path.length > DEPTH_MAX || found.length >= FIELDS_MAX) return;
  const items = chainsOf(itemsIn(chain), references);
  const schema = mergeWords(chain);
  const entry = items.length > 0 ? mergeWords(items) : undefined;
  found.push({ ...at, schema, items: entry });
  if (schema["type"] === "object") walkObject(chain, at.path, walk);
  // Of choices a list is one field, in which some are ticked.
  if (!entry || schema["type"] !== "array" || choicesOf(entry)) return;
  const path = [...at.path, ANY_ENTRY];
  if (entry["type"] === "object") walkObject(items, path, walk);
  else walkField(items, { path, isRequired: true, when: [], list: schema }, walk);
}

/** The words of a schema and of those that it refers to; its own stand first. */
export const mergeWords = (chain: readonly Schema[]): Schema => Object.assign({}, ...chain.toReversed());
