import {
  chainsOf,
  entriesOf,
  fieldIn,
  isSchema,
  itemsIn,
  type References,
  type Schema,
} from "./form-parts.ts";

/** A field is asked only where the field beside it has one of these values. */
export type FormCondition = { readonly field: string; readonly is: readonly (string | boolean)[] };

/** An `if` on one field, and the names that its `then` asks for. */
export type ReadCondition = FormCondition & { readonly asks: readonly string[] };

/** A condition as people and front-ends can be told it: an `if` on the value of one field, a `then` that asks for others. */
function readCondition(schema: Schema): ReadCondition | undefined {
  const { if: test, then, else: otherwise } = schema;
  if (!isSchema(test) || !isSchema(then) || otherwise !== undefined) return undefined;
  const [first, ...others] = entriesOf(test["properties"]);
  const asks = namesOf(then["required"]);
  if (!first || others.length > 0 || !asks || !hasOnly(then, "required")) return undefined;
  const [field, values] = first;
  const isSure =
    hasOnly(test, "properties", "required", "type") && namesOf(test["required"])?.includes(field);
  const is = isSchema(values) && hasOnly(values, "type", "const", "enum") ? valuesOf(values) : undefined;
  return is && isSure ? { field, is, asks } : undefined;
}

const hasOnly = (schema: Schema, ...keywords: readonly string[]): boolean =>
  Object.keys(schema).every((keyword) => keywords.includes(keyword));

const namesOf = (names: unknown): readonly string[] | undefined =>
  Array.isArray(names) && names.every((name) => typeof name === "string") ? names : undefined;

function valuesOf({ const: only, enum: choices }: Schema): FormCondition["is"] | undefined {
  const values: readonly unknown[] = Array.isArray(choices) ? choices : [only];
  const isValue = (value: unknown): value is string | boolean =>
    typeof value === "string" || typeof value === "boolean";
  return values.every(isValue) ? values : undefined;
}

/** The conditions that the schemas of one object state, in `if` and `then` or in `allOf`; undefined for one that is no such. */
export const conditionsIn = (declared: readonly Schema[]): readonly (ReadCondition | undefined)[] =>
  declared.flatMap((schema) => {
    const all = Array.isArray(schema["allOf"]) ? schema["allOf"].filter(isSchema) : [];
    return [...(schema["if"] === undefined ? [] : [schema]), ...all].map(readCondition);
  });

/** The names that an object's schemas ask for whatever else is filled in. */
export const requiredIn = (declared: readonly Schema[]): readonly string[] =>
  declared.flatMap(({ required }) => namesOf(required) ?? []);

/** The conditions of each field, of which one has to hold for it to be asked; a field that is always asked for has none. */
export function askedWhen(declared: readonly Schema[]): ReadonlyMap<string, readonly FormCondition[]> {
  const always = requiredIn(declared);
  const when = new Map<string, readonly FormCondition[]>();
  for (const { asks, field, is } of conditionsIn(declared).filter((one) => one !== undefined)) {
    for (const name of asks.filter((one) => !always.includes(one)))
      when.set(name, [...(when.get(name) ?? []), { field, is }]);
  }
  return when;
}

/** Values as they were filled in, by the names of fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** The values of fields that are asked: without those, at whatever depth, none of whose conditions holds. */
export function withoutUnasked(declared: readonly Schema[], filled: Filled, references: References): Filled {
  const when = askedWhen(declared);
  const isAsked = (name: string, among: Filled): boolean =>
    when.get(name)?.some(({ field, is }) => is.some((one) => one === among[field])) ?? true;
  let left = filled;
  // A field that goes may be one that another condition stands on.
  for (let before: Filled | undefined; before !== left; ) {
    before = left;
    const kept = Object.entries(left).filter(([name]) => isAsked(name, before ?? {}));
    if (kept.length < Object.keys(left).length) left = Object.fromEntries(kept);
  }
  const inner = Object.entries(left).map(([name, value]) => {
    const chain = chainsOf(fieldIn(declared, name), references);
    return [name, within(chain, value, references)] as const;
  });
  return Object.fromEntries(inner);
}

function within(chain: readonly Schema[], value: unknown, references: References): unknown {
  if (Array.isArray(value)) {
    const items = chainsOf(itemsIn(chain), references);
    return value.map((entry: unknown) => within(items, entry, references));
  }
  return isSchema(value) ? withoutUnasked(chain, value, references) : value;
}
