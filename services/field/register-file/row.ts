import { err, ok, type Result } from "../../kernel/result.ts";
import { isWhole, type Stated } from "../../kernel/stated.ts";
import type { RowCode, RowProblem } from "./row-problem.ts";
import type { Read, Wrong } from "./row-values.ts";

/** A row as it stands in the file: what each column holds, text or whatever JSON knows; empty ones may be left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row that is none of its file's format. */
export type UnreadProblem = RowProblem<"MALFORMED" | "NUMBER_OF_COLUMNS" | "ROW_TOO_LONG" | "NOT_UTF8">;

/** A row with its place in the file. */
export type SourceRow = {
  /** The line it begins on, from 1. */
  readonly line: number;
  /** How many bytes of the file are read with it. */
  readonly end: number;
  readonly fields: Fields;
  /** Where it could not be split into values; these are empty then. */
  readonly problem?: UnreadProblem;
};

/** The fate of the rows up to `last`, all of them; it stands in the database. `W` are the things that rows come to. */
export type Settled<R, W extends string, C extends string> = {
  readonly last: R;
  readonly rows: number;
  readonly written: Readonly<Record<W, number>>;
  /** In the order of the file. */
  readonly refused: readonly RefusedRow<R, C>[];
};

export type RefusedRow<R, C extends string> = {
  readonly row: R;
  readonly problems: readonly RowProblem<C>[];
};

type NounProblem<C extends string> = { readonly code: C; readonly field: string };

/** A row that is being read; it collects what is wrong with it. */
export type Row<Column extends string, C extends string> = {
  readonly problems: RowProblem<C | RowCode>[];
  readonly has: (column: Column) => boolean;
  readonly read: <T>(column: Column, as: Read<T, C | RowCode>) => T | undefined;
  /** The record, if nothing was wrong with the row, and with what no column of its type has read. */
  readonly close: <N extends object, T>(
    record: Stated<N>,
    more: readonly NounProblem<C | RowCode>[],
    as: (record: N) => T,
  ) => Result<T, readonly RowProblem<C | RowCode>[]>;
};

/** More than a row of the known columns can have. */
const PROBLEMS_MAX = 60;
const COLUMN_NAME_MAX = 40;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Begins to read a row; `textOf` is the text of what a column holds, which is not always a text in JSON. */
export function openRow<Column extends string, C extends string>(
  fields: Fields,
  columns: readonly Column[],
  textOf: (value: unknown, column: Column) => Result<string, Wrong<C | RowCode>>,
): Row<Column, C> {
  const problems: RowProblem<C | RowCode>[] = [];
  const left = new Set(Object.keys(fields).filter((column) => !isEmpty(fields[column])));
  const read = <T>(column: Column, as: Read<T, C | RowCode>): T | undefined => {
    if (!left.delete(column)) {
      problems.push({ code: "REQUIRED", column });
      return undefined;
    }
    const text = textOf(fields[column], column);
    const value = text.ok ? as(text.value) : text;
    if (value.ok) return value.value;
    problems.push({ column, ...value.error });
    return undefined;
  };
  return {
    problems,
    has: (column) => left.has(column),
    read,
    close: (record, more, as) => {
      for (const column of left) {
        const isKnown = columns.some((one) => one === column);
        const code = isKnown ? "OF_ANOTHER_TYPE" : "UNKNOWN_COLUMN";
        problems.push({ code, column: column.slice(0, COLUMN_NAME_MAX) });
      }
      problems.push(...more.map(({ code, field }) => ({ code, column: field })));
      if (problems.length === 0 && isWhole(record)) return ok(as(record));
      return err(problems.slice(0, PROBLEMS_MAX));
    },
  };
}
