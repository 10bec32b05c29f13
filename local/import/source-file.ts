import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { SourceRow, UnreadProblem } from "../../services/field/register-file/row.ts";
import { SetupProblem } from "../setup-problem.ts";

/** A row together with what it is in the file, its line end included. */
export type FileRow = SourceRow & { readonly bytes: Buffer; readonly nextLine: number };

/** Bytes that are read, and the number of the line that comes next. */
export type Place = { readonly position: number; readonly line: number };

/** The rows that a format finds in a block that begins where a row does. */
export type Found = {
  readonly rows: readonly FoundRow[];
  /** Behind the last row that is whole. Nothing taken: what the block begins with is no row of the format. */
  readonly taken: number;
};
export type FoundRow = Pick<SourceRow, "fields" | "problem"> & {
  readonly end: number;
  /** Nothing stands in it, and so it is none. */
  readonly isBlank?: boolean;
};

export type Format = {
  readonly start: Place;
  readonly find: (block: Buffer, atEnd: boolean) => Found;
  /** The first line of the file of refused rows, if the format has one. */
  readonly rejectedHeader: string;
  /** The line that a refused row becomes, its characters being bytes (latin1), so that nothing of it is changed. */
  readonly rejectedRow: (row: FileRow, problems: string) => string;
};

/** A block is read at a time, and a row has to fit into one: so much is in memory, however long a line may be. */
export const BLOCK_BYTES = 64 * 1_024;
/** The bytes that are only looked through. */
const SCAN_BYTES = 512 * 1_024;

/** So much of a row that is none is kept. */
const UNREADABLE_BYTES_MAX = 1_000;

const LF = 10;
const CR = 13;

/**
 * The rows of the first `size` bytes, from a place on where a row begins. A stretch that is no row is given as one too.
 */
export async function* rowsOf(
  file: FileHandle,
  size: number,
  format: Format,
  from: Place,
): AsyncGenerator<FileRow> {
  let { position, line } = from;
  const into = Buffer.allocUnsafe(BLOCK_BYTES);
  while (position < size) {
    const block = await readBlock(file, position, Math.min(BLOCK_BYTES, size - position), into);
    const blank = blankLines(block);
    const { rows, taken } = format.find(block.subarray(blank.bytes), position + block.length === size);
    position += blank.bytes;
    line += blank.lines;
    let begin = blank.bytes;
    for (const found of rows) {
      const end = blank.bytes + found.end;
      const between = blankLines(block.subarray(begin, end));
      const bytes = block.subarray(begin + between.bytes, end);
      const first = line + between.lines;
      line = first + linesIn(bytes);
      begin = end;
      if (found.isBlank) continue;
      yield { ...rowOf(found, bytes), line: first, end: position + found.end, nextLine: line };
    }
    position += taken;
    // A row behind blank lines may have been cut short: it is looked at again, from its beginning.
    if (taken > 0 || blank.bytes > 0) continue;
    const at = block.indexOf(LF);
    const end = at >= 0 ? position + at + 1 : await endOfLine(file, position + block.length, size);
    yield { ...noRow(block, end - position), line, end, nextLine: line + 1 };
    position = end;
    line += 1;
  }
}

type Content = Pick<FileRow, "bytes" | "fields" | "problem">;

function rowOf({ fields, problem }: FoundRow, bytes: Buffer): Content {
  const found = isUtf8(bytes) ? problem : ({ code: "NOT_UTF8", column: "" } as const);
  // A copy, because the block's place is taken by the next one.
  return { bytes: Buffer.from(bytes), fields, ...(found ? { problem: found } : {}) };
}

function noRow(block: Buffer, length: number): Content {
  const problem: UnreadProblem =
    length > BLOCK_BYTES
      ? { code: "ROW_TOO_LONG", column: "", values: { max: String(BLOCK_BYTES) } }
      : { code: "MALFORMED", column: "" };
  return {
    bytes: Buffer.from(block.subarray(0, Math.min(length, UNREADABLE_BYTES_MAX + 1))),
    fields: {},
    problem,
  };
}

/** As much of a block as there is, up to `length` bytes; never nothing. */
export async function readBlock(
  file: FileHandle,
  position: number,
  length: number,
  into: Buffer = Buffer.allocUnsafe(length),
): Promise<Buffer> {
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(into, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  if (filled === 0) throw new SetupProblem("the file has become shorter while it was read: import it again");
  return into.subarray(0, filled);
}

function blankLines(bytes: Buffer): { readonly bytes: number; readonly lines: number } {
  let length = 0;
  while (bytes[length] === LF || bytes[length] === CR) length += 1;
  return { bytes: length, lines: linesIn(bytes.subarray(0, length)) };
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

/** The bytes from a place on, a block at a time, each in the place of the one before. */
async function* blocksFrom(file: FileHandle, from: number, size: number): AsyncGenerator<Buffer> {
  const into = Buffer.allocUnsafe(Math.min(SCAN_BYTES, Math.max(0, size - from)));
  for (let position = from; position < size; ) {
    const block = await readBlock(file, position, Math.min(into.length, size - position), into);
    position += block.length;
    yield block;
  }
}

async function endOfLine(file: FileHandle, from: number, size: number): Promise<number> {
  let position = from;
  for await (const block of blocksFrom(file, from, size)) {
    const at = block.indexOf(LF);
    if (at >= 0) return position + at + 1;
    position += block.length;
  }
  return size;
}

/** Tells a file by its first `size` bytes. */
export async function fingerprintOf(file: FileHandle, size: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of blocksFrom(file, 0, size)) hash.update(block);
  return hash.digest("hex").slice(0, 32);
}

/** The marks that the extra columns of a file of refused rows have; on import they are passed over. */
export const ADDED = ["line", "problems", "unreadable"] as const;
export const isAdded = (name: string): boolean => ADDED.some((each) => each === name);

/** The text that is shown for a row that is none: its bytes, as far as people will want to look at them. */
export function unreadable({ bytes }: FileRow): string {
  const shown = bytes.subarray(0, UNREADABLE_BYTES_MAX).toString("latin1");
  return bytes.length > UNREADABLE_BYTES_MAX ? `${shown} [...]` : shown.replace(/[\r\n]+$/, "");
}

export const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
