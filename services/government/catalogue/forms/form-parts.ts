/** A JSON Schema that is an object, as all are but `true` and `false`. */
export type Schema = Readonly<Record<string, unknown>>;

/** A schema within a schema. */
export type Part = {
  readonly schema: unknown;
  readonly path: readonly string[];
  /** Its subject: a value within the one that the schema around it is about, that same value, or none yet. */
  readonly about: "field" | "element" | "same value" | "definition";
  /** The keyword that it stands under. */
  readonly keyword: string;
  /** Under the name of a field, or of a definition. */
  readonly name?: string;
};

const MAPS = [
  ["properties", "field"],
  ["$defs", "definition"],
  ["dependentSchemas", "same value"],
] as const;
const LISTS = ["allOf", "anyOf", "oneOf"] as const;
const SINGLE = [
  ["items", "element"],
  ["contains", "element"],
  ["not", "same value"],
  ["if", "same value"],
  ["then", "same value"],
  ["else", "same value"],
] as const;

export const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schemas right within a schema, each with its path in the form. */
export function partsOf(schema: Schema, path: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const [keyword, about] of MAPS) {
    for (const [name, inner] of entriesOf(schema[keyword])) {
      parts.push({ schema: inner, path: [...path, keyword, name], about, keyword, name });
    }
  }
  for (const keyword of LISTS) {
    const list = schema[keyword];
    for (const [i, inner] of (Array.isArray(list) ? list : []).entries()) {
      parts.push({ schema: inner, path: [...path, keyword, String(i)], about: "same value", keyword });
    }
  }
  for (const [keyword, about] of SINGLE) {
    const inner = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (inner !== undefined) parts.push({ schema: inner, path: [...path, keyword], about, keyword });
  }
  return parts;
}

/** The entries under a keyword by their names; none where it is of another kind. */
export const entriesOf = (map: unknown): readonly (readonly [string, unknown])[] =>
  isSchema(map) ? Object.entries(map) : [];

/** Finds what a reference within a form points at. */
export type References = (reference: unknown) => Schema | undefined;

/** All schemas of a form by the JSON pointer that leads to them, so that nothing else can be referred to. */
export function referencesOf(form: Schema): References {
  const known = new Map<string, Schema>();
  const open: { readonly schema: unknown; readonly path: readonly string[] }[] = [{ schema: form, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isSchema(next.schema)) continue;
    known.set(pointerOf(next.path), next.schema);
    open.push(...partsOf(next.schema, next.path));
  }
  return (reference) => (typeof reference === "string" ? known.get(decodeFragment(reference)) : undefined);
}

const pointerOf = (path: readonly string[]): string =>
  ["#", ...path.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** Where in the form a reference leads. */
export const pathOf = (reference: unknown): readonly string[] =>
  decodeFragment(String(reference))
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A schema and those that it refers to for the same value, itself first. */
export function chainOf(schema: unknown, references: References): readonly Schema[] {
  const chain: Schema[] = [];
  let next = isSchema(schema) ? schema : undefined;
  while (next && !chain.includes(next)) {
    chain.push(next);
    next = references(next["$ref"]);
  }
  return chain;
}

/** The chains of declarations for the same value, one behind the other. */
export const chainsOf = (schemas: readonly Schema[], references: References): readonly Schema[] =>
  schemas.flatMap((schema) => chainOf(schema, references));

/** The names of the fields in a chain, each once. */
export const namesIn = (chain: readonly Schema[]): readonly string[] => [
  ...new Set(chain.flatMap(({ properties }) => entriesOf(properties).map(([name]) => name))),
];

/** The declarations of one field in a chain, under `properties`. */
export function fieldIn(chain: readonly Schema[], name: string): readonly Schema[] {
  return chain.flatMap(({ properties }) => {
    const field = isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isSchema(field) ? [field] : [];
  });
}

/** The declarations of a list's entries in a chain. */
export const itemsIn = (chain: readonly Schema[]): readonly Schema[] =>
  chain.flatMap(({ items }) => (isSchema(items) ? [items] : []));

/** An applicant always fills in an object, so that a form may leave that type out. */
export const asObject = (form: Schema): Schema & { readonly type: unknown } => ({ type: "object", ...form });
