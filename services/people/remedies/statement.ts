import type { RegionCode } from "../../field/region.ts";
import type { Body, Level } from "../../field/remedies.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Message } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** An office that hears people, and the ways to it. */
export type Place = {
  readonly name?: Message | undefined;
  /** The region whose government it is, where it is called by that. */
  readonly government?: RegionCode | undefined;
  readonly address?: Message | undefined;
  readonly telephone?: string | undefined;
  /** Where it is filed online, a link. */
  readonly online?: string | undefined;
};

/** One that somebody has stated has a name. */
export type StatedPlace = Place & { readonly name: Message };

/** All that holds from a day on, until the next row's day. */
export type StatementRow = {
  readonly effectiveFrom: CivilDate;
  /** Of a department: its kind; a department like others where nothing is said. */
  readonly body?: Body | undefined;
  /** Of a department: the level of the government whose it is. */
  readonly level?: Level | undefined;
  /**
   * Of a government: its office for reconsideration. Of a department: the authority of its own line that lies above it, and
   * of one that reconsiders its own decisions its office for that.
   */
  readonly authority?: StatedPlace | undefined;
  /** The court for what the department, or all departments of the government, decide. */
  readonly court?: StatedPlace | undefined;
};

/** A government or a department: the subject of a statement. */
export type Stated = { readonly region: RegionCode; readonly department?: string | undefined };

/** All that an operator has stated about a region's government, or about a department there, by date. */
export type Statement = Stated & {
  readonly rows: readonly StatementRow[];
  readonly revision: number;
};

const ROWS_MAX = 50;

export type StatementFull = {
  readonly code: "REMEDY_ROWS_FULL";
  readonly values: { readonly max: string };
  readonly path: readonly string[];
};

/** The statement with one row more, or with another for the same day. Errors: REMEDY_ROWS_FULL. */
export function withRow(
  before: Statement | undefined,
  stated: Stated,
  row: StatementRow,
): Result<Statement, StatementFull> {
  const others = before?.rows.filter(({ effectiveFrom }) => effectiveFrom !== row.effectiveFrom) ?? [];
  if (others.length >= ROWS_MAX) {
    return err({ code: "REMEDY_ROWS_FULL", values: { max: String(ROWS_MAX) }, path: ["effectiveFrom"] });
  }
  const rows = [...others, row].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return ok({ ...stated, rows, revision: (before?.revision ?? 0) + 1 });
}

/** The row in force on a day; undefined before the first. */
export const rowOn = (statement: Statement | undefined, day: CivilDate): StatementRow | undefined =>
  statement?.rows.findLast(({ effectiveFrom }) => effectiveFrom <= day);
