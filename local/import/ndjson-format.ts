import type { FileHandle } from "node:fs/promises";
import type { Fields } from "../../services/field/register-file/row.ts";
import {
  BOM,
  type FileRow,
  type Format,
  type Found,
  type FoundRow,
  isAdded,
  readBlock,
  unreadable,
} from "./source-file.ts";

const LF = 10;

/** An object a line. */
export async function ndjsonFormat(file: FileHandle, size: number): Promise<Format> {
  const begin = await readBlock(file, 0, Math.min(BOM.length, size));
  return {
    start: { position: begin.equals(BOM) ? BOM.length : 0, line: 1 },
    find,
    rejectedHeader: "",
    rejectedRow: toRejectedRow,
  };
}

function find(block: Buffer, atEnd: boolean): Found {
  const rows: FoundRow[] = [];
  let begin = 0;
  while (begin < block.length) {
    const at = block.indexOf(LF, begin);
    if (at < 0 && !atEnd) break;
    const end = at < 0 ? block.length : at + 1;
    rows.push({ end, ...readLine(block.toString("utf8", begin, end)) });
    begin = end;
  }
  return { rows, taken: begin };
}

function readLine(text: string): Omit<FoundRow, "end"> {
  if (text.trim() === "") return { fields: {}, isBlank: true };
  const fields = objectOf(text);
  return fields ? { fields } : { fields: {}, problem: { code: "MALFORMED", column: "" } };
}

function objectOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !isAdded(name)));
  } catch {
    return undefined;
  }
}

/** The words that `toRejectedRow` has put before a row when this was imported before. */
const ADDED_BEFORE = /^\{"line":\d+,"problems":"(?:[^"\\]|\\.)*",?/;

/** The row's own text, not JSON made anew: numbers that should have been in quotes keep their digits. */
function toRejectedRow(row: FileRow, problems: string): string {
  const head = `{"line":${row.line},"problems":${Buffer.from(JSON.stringify(problems)).toString("latin1")}`;
  if (row.problem) return `${head},"unreadable":${JSON.stringify(unreadable(row))}}`;
  const text = row.bytes.toString("latin1").trim();
  const own = text.replace(ADDED_BEFORE, "{").slice(1).trimStart();
  return own === "}" ? `${head}}` : `${head},${own}`;
}
