import type { TypeDraftInput } from "../../../services/government/licences/index.ts";

type Text = { readonly zh: string; readonly en: string };
type Disclosure = TypeDraftInput["disclosures"][number]["disclosure"];
type Stated = Readonly<Record<string, readonly [Disclosure, Readonly<Record<string, unknown>>]>>;

/** The content of a type, each field with how much it tells that it is shown; all have to be there but for `unless`. */
export const contentOf = (
  label: Text,
  pages: readonly unknown[],
  fields: Stated,
  unless: readonly string[] = [],
) => ({
  content: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    "x-label": label,
    "x-pages": pages,
    properties: Object.fromEntries(Object.entries(fields).map(([name, [, schema]]) => [name, schema])),
    required: Object.keys(fields).filter((field) => !unless.includes(field)),
    additionalProperties: false,
  },
  disclosures: Object.entries(fields).map(([field, [disclosure]]) => ({ field, disclosure })),
});

/** The demo city's own: a real type has its authority's address. */
export const vctOf = (code: string): string => `https://city.example/licence-types/${code}`;

type Template = NonNullable<TypeDraftInput["template"]>;
type Cell = Template["blocks"][number]["cells"][number];
type Place = NonNullable<Cell["place"]>;

/** Cells of a template, in so many columns. */
export const block = (columns: number, ...cells: readonly (readonly Cell[])[]) => ({
  columns,
  cells: cells.flat(),
});

export const fields = (...names: readonly string[]): readonly Cell[] => names.map((field) => ({ field }));

/** SENSITIVE fields, which a licence shows only where they are asked for. */
export const askedFor = (...names: readonly string[]): readonly Cell[] =>
  names.map((field) => ({ field, sensitive: true }));

export const places = (...names: readonly Place[]): readonly Cell[] => names.map((place) => ({ place }));
