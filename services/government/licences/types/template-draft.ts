import type { LocalizedText, TermReader } from "../../catalogue/index.ts";
import type { LicenceTemplate, TemplateCell, TemplatePlace } from "./licence-template.ts";
import { COLUMNS_MAX } from "./publishable-template.ts";

type Absent = null | undefined;

type CellInput = {
  readonly field?: string | Absent;
  readonly place?: TemplatePlace | Absent;
  readonly sensitive?: boolean | Absent;
};

/** A template as an editor sends it. */
export type TemplateInput = Pick<LicenceTemplate, "sheet" | "accent" | "title"> & {
  readonly blocks: readonly {
    readonly heading?: LocalizedText | Absent;
    readonly columns: number;
    readonly cells: readonly CellInput[];
  }[];
};

const LIMITS = { BLOCKS_MAX: 10, CELLS_MAX: 40, FIELD_LENGTH_MAX: 64 };

/** Brings a template into its one form; the reader remembers the first thing that cannot be kept. */
export const readTemplate = (read: TermReader, input: TemplateInput): LicenceTemplate => ({
  sheet: input.sheet,
  accent: input.accent,
  title: read.name(input.title, "template", "title"),
  blocks: read.list(input.blocks, LIMITS.BLOCKS_MAX, "template", ({ heading, columns, cells }, i) => {
    const at = (...path: readonly string[]) => ["template", "blocks", i, ...path];
    if (!Number.isInteger(columns) || columns < 1 || columns > COLUMNS_MAX)
      read.refuse({
        ...{ code: "TEMPLATE_COLUMNS", values: { max: String(COLUMNS_MAX) }, path: at("columns") },
      });
    return {
      ...(heading ? { heading: read.name(heading, ...at("heading")) } : {}),
      columns,
      cells: read.list(cells, LIMITS.CELLS_MAX, "template", (cell, j) =>
        readCell(read, cell, at("cells", j)),
      ),
    };
  }),
});

function readCell(
  read: TermReader,
  { field, place, sensitive }: CellInput,
  at: readonly string[],
): TemplateCell {
  const isOne = (field == null) !== (place == null);
  if (!isOne) read.refuse({ code: "TEMPLATE_CELL_UNCLEAR", values: {}, path: at });
  if (place != null) return { place };
  return {
    field: read.text(field ?? "", LIMITS.FIELD_LENGTH_MAX, ...at, "field"),
    ...(sensitive ? { sensitive: true } : {}),
  };
}
