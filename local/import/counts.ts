import { ROW_TYPES, type RowType } from "../../services/government/housing-fund/fund-file/fund-file.ts";
import type { Settled } from "../../services/government/housing-fund/fund-file/import-fund-file.ts";

/** The outcomes of a file's rows so far. */
export type Counts = {
  readonly read: number;
  readonly written: Readonly<Record<RowType, number>>;
  readonly refused: number;
  /** How many rows have the problem, by its code; a row may have several. */
  readonly problems: Readonly<Record<string, number>>;
};

export const NOTHING: Counts = {
  read: 0,
  written: { account: 0, contribution: 0, loan: 0, interest: 0, bank: 0 },
  refused: 0,
  problems: {},
};

export function add(counts: Counts, { rows, written, refused }: Settled<unknown>): Counts {
  const problems = { ...counts.problems };
  for (const row of refused) {
    for (const code of new Set(row.problems.map((each) => each.code))) {
      problems[code] = (problems[code] ?? 0) + 1;
    }
  }
  return {
    read: counts.read + rows,
    written: {
      account: counts.written.account + written.account,
      contribution: counts.written.contribution + written.contribution,
      loan: counts.written.loan + written.loan,
      interest: counts.written.interest + written.interest,
      bank: counts.written.bank + written.bank,
    },
    refused: counts.refused + refused.length,
    problems,
  };
}

export const allWritten = ({ written }: Counts): number =>
  ROW_TYPES.reduce((sum, type) => sum + written[type], 0);
