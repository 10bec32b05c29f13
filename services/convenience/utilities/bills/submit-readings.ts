import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { formatDecimal } from "../../../kernel/decimal.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { getUtilityAccount } from "../account-store.ts";
import type { Bill } from "../bill.ts";
import { accountIdOf, billIdOf } from "../bill-place.ts";
import type { Biller } from "../biller.ts";
import { getBiller } from "../biller-store.ts";
import { addWaiting, takeWaiting } from "../carried.ts";
import type { MeterReading, RatedReading, ReadingProblem } from "../readings/meter-reading.ts";
import { withCarried } from "../readings/rate-anew.ts";
import { getYearUsages, putRating, putYearUsage } from "../readings/reading-store.ts";
import { readingOf, type StatedReading } from "../readings/stated-reading.ts";
import { yearsIn } from "../readings/year-usage.ts";
import { getBillByNumber } from "../store.ts";
import {
  byPeriod,
  checkRow,
  checkRowCount,
  type IssuedRow,
  type IssuePorts,
  issueBill,
  placeInAccount,
  type RowProblem,
  repeatOutcome,
  type TooManyRows,
} from "./issue-bill.ts";
import { type RatedInPlace, ratePlaced } from "./rate-placed.ts";

/** A meter's reading as its biller states it, under the number of the bill that comes of it. */
export type ReadingRow = IssuedRow & StatedReading;
export type ReadingRowProblem = RowProblem | ReadingProblem;
type Outcome = Result<Bill, ReadingRowProblem>;

/**
 * Takes a biller's readings and issues what they come to, each for itself. Those of one account are rated one after
 * another in the order of their periods, because each climbs the tiers from where the one before has left them.
 */
export async function submitReadings(
  ports: IssuePorts,
  rows: readonly ReadingRow[],
): Promise<Result<readonly Outcome[], TooManyRows>> {
  const count = checkRowCount(rows);
  if (!count.ok) return count;
  const biller = await getBiller(ports.database, ports.actor.id);
  if (!biller) return ok(rows.map(() => err({ code: "NOT_A_BILLER", path: [] })));
  const outcomes = new Map<ReadingRow, Outcome>();
  const accounts = Map.groupBy(rows, ({ accountNumber }) => accountNumber).values();
  await eachOf([...accounts], async (readings) => {
    for (const row of readings.toSorted(byPeriod)) outcomes.set(row, await submitReading(ports, biller, row));
  });
  return ok(rows.flatMap((row) => outcomes.get(row) ?? []));
}

async function submitReading(ports: IssuePorts, biller: Biller, stated: ReadingRow): Promise<Outcome> {
  const checked = checkRow(stated);
  if (!checked.ok) return checked;
  const row = checked.value;
  const read = readingOf(row);
  if (!read.ok) return read;
  const reading = read.value;
  const id = accountIdOf(biller.partnerId, row.accountNumber);
  const fingerprint = fingerprintOf(contentOf(row, reading));
  return decideUntilWritten({
    database: ports.database,
    about: `the reading of ${id}`,
    read: () =>
      Promise.all([
        getBillByNumber(ports, biller.partnerId, row.number),
        getUtilityAccount(ports, id),
        // Of the first tenancy, which most rows are of: read in the same call.
        getYearUsages(ports, { account: id }, yearsIn(row.period)),
      ]),
    decide: async ([earlier, known, first]) => {
      if (earlier) return unchanged(repeatOutcome(earlier, fingerprint));
      const placed = await placeInAccount(ports, known, row, id);
      const rated: Result<RatedInPlace, ReadingRowProblem> = placed.ok
        ? await ratePlaced(ports, biller, placed.value, { reading, first })
        : placed;
      if (!rated.ok)
        return unlessThere(ports.database, rated, () => getBillByNumber(ports, biller.partnerId, row.number));
      const own = billOf(biller, row, rated.value, { fingerprint, issuedAt: ports.now });
      const { bill, tenancy } = takeWaiting(own, addWaiting(rated.value.account, rated.value.later.waiting));
      return ok({ before: undefined, after: bill, tenancy, rated: rated.value });
    },
    write: ({ after, tenancy, rated: { placed, trace, years, later } }) =>
      issueBill(ports, after, placed, {
        after: tenancy,
        others: [
          putRating(ports, after, { ...trace, lines: withCarried(trace.lines, after) }),
          ...years.map((year) => putYearUsage(ports, after, year)),
          ...later.writes,
        ],
      }),
  });
}

const billOf = (
  { partnerId: biller, lateFee }: Biller,
  { number, period, dueOn, isEstimated }: ReadingRow,
  { account: { id: account, tenancy }, amount }: RatedReading,
  said: Pick<Bill, "fingerprint" | "issuedAt">,
): Bill => ({
  ...{ id: billIdOf(biller, account, number, period.to), account, tenancy, biller, number, period },
  ...{ amount, dueOn, lateFee, isRated: true, status: "DUE", revision: 1, ...said },
  ...(isEstimated ? { isEstimated } : {}),
});

function usedIn(reading: MeterReading): readonly unknown[] {
  if ("usage" in reading) return [formatDecimal(reading.usage)];
  if ("timeOfUse" in reading) {
    const { peak, flat, valley } = reading.timeOfUse;
    return [peak, flat, valley].map(formatDecimal);
  }
  return reading.registers.map(({ serial, band = null, start, end, isRemoved }) => [
    ...[serial, band, start ? formatDecimal(start) : null, formatDecimal(end), isRemoved],
  ]);
}

/** All that tells one reading from another, in one order. */
function contentOf({ accountNumber, dueOn }: IssuedRow, reading: MeterReading): readonly unknown[] {
  const { period, householdClass = null, household, isEstimated = null, months = null } = reading;
  const used = usedIn(reading);
  const { size = null, proof = null, from = null } = household ?? {};
  const who = [householdClass, size, proof, from];
  return ["reading", accountNumber, period.from, period.to, dueOn, ...who, isEstimated, months, ...used];
}
