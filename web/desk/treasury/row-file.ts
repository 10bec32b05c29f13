import type { Text } from "../../shared/texts/text.ts";

/** A column of a file, by the name that stands in its first line. */
export type FileColumn = { readonly name: string; readonly about: Text; readonly isOptional?: boolean };

/** A line of a file with the cells that were asked for; a cell that is not there is empty. */
export type FileRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** The sum of a row, and what is said where it is none. */
export const AMOUNT: FileColumn = { name: "amount", about: { zh: "金额（元）", en: "The amount in yuan" } };
export const NO_AMOUNT: Text = {
  zh: "amount 不是金额，例如 10.00",
  en: "amount is no amount, for example 10.00",
};

export type NotRead =
  | { readonly code: "EMPTY" }
  | { readonly code: "COLUMN_MISSING"; readonly column: string }
  | { readonly code: "CELL_MISSING"; readonly column: string; readonly line: number };

/** Reads a file of comma-separated values, whose first line names its columns in any order; others are passed over. */
export function readRowFile(text: string, columns: readonly FileColumn[]): readonly FileRow[] | NotRead {
  const [head, ...lines] = text
    .replace("\uFEFF", "")
    .split(/\r?\n/)
    .map((line, i) => ({ line: i + 1, cells: cellsIn(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (!head || lines.length === 0) return { code: "EMPTY" };
  const places = new Map(head.cells.map((name, i) => [name.toLowerCase(), i]));
  const needed = columns.filter(({ isOptional }) => !isOptional);
  const lacking = needed.find(({ name }) => !places.has(name.toLowerCase()));
  if (lacking) return { code: "COLUMN_MISSING", column: lacking.name };
  const rows = lines.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      columns.map(({ name }) => [name, cells[places.get(name.toLowerCase()) ?? -1] ?? ""]),
    ),
  }));
  for (const { line, cells } of rows) {
    const empty = needed.find(({ name }) => cells[name] === "");
    if (empty) return { code: "CELL_MISSING", column: empty.name, line };
  }
  return rows;
}

/** The cells of a line; one in quotation marks may hold commas, and a doubled mark is one. */
function cellsIn(line: string): readonly string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain = ""]) => (quoted?.replaceAll('""', '"') ?? plain).trim());
}
