import type { FileHandle } from "node:fs/promises";
import { CsvError, type Options, parse } from "csv-parse/sync";
import { SetupProblem } from "../setup-problem.ts";
import {
  ADDED,
  BLOCK_BYTES,
  BOM,
  type FileRow,
  type Format,
  type Found,
  type FoundRow,
  isAdded,
  readBlock,
  unreadable,
} from "./source-file.ts";

const OPTIONS = {
  record_delimiter: ["\r\n", "\n"],
  // How many values a row has is ours to judge.
  relax_column_count: true,
  skip_empty_lines: true,
} as const satisfies Options;

const MALFORMED: ReadonlySet<string> = new Set([
  "CSV_INVALID_CLOSING_QUOTE",
  "CSV_QUOTE_NOT_CLOSED",
  "INVALID_OPENING_QUOTE",
]);

/** The columns that a file may name in its header line, and those that it has to. */
export type FileColumns = { readonly known: readonly string[]; readonly required: readonly string[] };

type Cells = { readonly cells: readonly string[]; readonly end: number };

/**
 * CSV with a header line. Each block is parsed by itself rather than in a stream: so the parser can begin at any row,
 * a malformed row costs that row only, and none can fill the memory.
 */
export async function csvFormat(file: FileHandle, size: number, known: FileColumns): Promise<Format> {
  const block = await readBlock(file, 0, Math.min(BLOCK_BYTES, size));
  const bom = block.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  const header = cellsOf(block.subarray(bom), block.length === size, { to: 1 })[0];
  if (!header) throw new SetupProblem("the file does not begin with a header line of column names");
  const position = bom + header.end;
  const columns = checkHeader(header.cells, known);
  return {
    start: { position, line: 1 + block.subarray(0, position).filter((byte) => byte === 10).length },
    find: (rows, atEnd) => find(rows, atEnd, columns),
    rejectedHeader: [...ADDED, ...columns.filter((column) => !isAdded(column))].join(","),
    rejectedRow: (row, problems) => toRejectedRow(row, problems, columns),
  };
}

function find(block: Buffer, atEnd: boolean, columns: readonly string[]): Found {
  const rows = cellsOf(block, atEnd).map(({ cells, end }): FoundRow => {
    if (cells.every((cell) => cell === "")) return { end, fields: {}, isBlank: true };
    if (cells.length === columns.length) return { end, fields: fieldsOf(cells, columns) };
    const values = { found: String(cells.length), expected: String(columns.length) };
    return { end, fields: {}, problem: { code: "NUMBER_OF_COLUMNS", column: "", values } };
  });
  return { rows, taken: rows.at(-1)?.end ?? 0 };
}

/** The rows that are whole, up to the first that is malformed. */
function cellsOf(block: Buffer, atEnd: boolean, limit: Pick<Options, "to"> = {}): readonly Cells[] {
  const rows: Cells[] = [];
  const onRecord = (cells: string[], { bytes }: { readonly bytes: number }): null => {
    rows.push({ cells, end: bytes });
    return null;
  };
  try {
    parse(block, { ...OPTIONS, ...limit, on_record: onRecord });
  } catch (error) {
    if (!(error instanceof CsvError && MALFORMED.has(error.code))) throw error;
  }
  // The block may have cut the last row short.
  const isCut = !atEnd && rows.at(-1)?.end === block.length && block.at(-1) !== 10;
  return isCut ? rows.slice(0, -1) : rows;
}

function fieldsOf(cells: readonly string[], columns: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [i, column] of columns.entries()) {
    const cell = cells[i];
    if (cell && !isAdded(column)) fields[column] = cell;
  }
  return fields;
}

function checkHeader(cells: readonly string[], { known, required }: FileColumns): readonly string[] {
  const unknown = cells.filter((cell) => !known.includes(cell) && !isAdded(cell));
  if (unknown.length > 0) {
    const names = unknown.map((cell) => nameOf(cell, cells.indexOf(cell)));
    throw new SetupProblem(
      `unknown columns in the header line: ${names.join(", ")}\nknown are: ${known.join(", ")}`,
    );
  }
  const twice = cells.find((cell, i) => cells.indexOf(cell) !== i);
  if (twice !== undefined) throw new SetupProblem(`the header line names ${twice} twice`);
  for (const column of required) {
    if (!cells.includes(column)) throw new SetupProblem(`the header line does not name ${column}`);
  }
  return cells;
}

/** Where the header line is missing its place is taken by somebody's data, which is not to be shown. */
const nameOf = (cell: string, i: number): string =>
  /^[A-Za-z][A-Za-z_ -]{0,30}$/.test(cell) ? cell : `the one at place ${i + 1}`;

function toRejectedRow(row: FileRow, problems: string, columns: readonly string[]): string {
  const head = [String(row.line), Buffer.from(problems).toString("latin1")];
  const rest = columns.filter((column) => !isAdded(column));
  const whole = row.problem ? undefined : parse(row.bytes, { ...OPTIONS, encoding: "latin1" })[0];
  const cells = whole
    ? columns.flatMap((column, i) => (isAdded(column) ? [] : [whole[i] ?? ""]))
    : rest.map(() => "");
  // A row that an import before this one could not read still has its reason before it.
  const text = whole ? (whole[columns.indexOf("unreadable")] ?? "") : unreadable(row);
  return [...head, text, ...cells].map(csvCell).join(",");
}

export const csvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
