import type { Settled } from "../../services/field/register-file/row.ts";

/** The outcomes of a file's rows so far. */
export type Counts = {
  readonly read: number;
  /** Rows by their outcome; one that says the same as the platform has comes to nothing. */
  readonly written: Readonly<Record<string, number>>;
  readonly refused: number;
  /** How many rows have the problem, by its code; a row may have several. */
  readonly problems: Readonly<Record<string, number>>;
};

export const nothingOf = (written: readonly string[]): Counts => ({
  ...{ read: 0, refused: 0, problems: {} },
  written: Object.fromEntries(written.map((one) => [one, 0])),
});

export function add(
  counts: Counts,
  { rows, written, refused }: Omit<Settled<unknown, string, string>, "last">,
): Counts {
  const problems = { ...counts.problems };
  for (const row of refused) {
    for (const code of new Set(row.problems.map((each) => each.code))) {
      problems[code] = (problems[code] ?? 0) + 1;
    }
  }
  const sums = Object.entries(counts.written).map(([one, count]) => [one, count + (written[one] ?? 0)]);
  return {
    read: counts.read + rows,
    written: Object.fromEntries(sums),
    refused: counts.refused + refused.length,
    problems,
  };
}

export const allWritten = ({ written }: Counts): number =>
  Object.values(written).reduce((sum, count) => sum + count, 0);
