import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { addMoney, type Fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Bill } from "../bill.ts";
import type { Biller } from "../biller.ts";
import { type StatementsChange, whoseAfter } from "../household.ts";
import { gapBetween } from "../readings/chain.ts";
import type { ReadBill, ReadingProblem } from "../readings/meter-reading.ts";
import { type Anew, currentHousehold, rateAnew, ratedFrom } from "../readings/rate-anew.ts";
import { getRating, putRating } from "../readings/reading-store.ts";
import type { YearUsage } from "../readings/year-usage.ts";
import { putBill, type UtilityStore } from "../store.ts";
import { TARIFFS } from "../tariffs/tariffs.ts";
import { tasksOf } from "./renew-task.ts";

/** One commit holds them all; a year of two-monthly readings is six. */
const LATER_MAX = 24;

export type RatedLater = {
  /** The sum that waits for the next bill. */
  readonly waiting: Fen;
  /** The sum by which the bills have changed, whether they bear it or the next one does. */
  readonly difference: Fen;
  readonly writes: readonly TransactItem[];
};

/** A bill with its trace; undefined for one that was not rated. */
export async function readBill(store: UtilityStore, bill: Bill): Promise<ReadBill> {
  const trace = await getRating(store, bill);
  if (!trace) throw new Error(`bill ${bill.id} was rated, and its trace is gone`);
  return { bill, trace };
}

/** A change of a reading, and so of others. */
type Around = {
  /** The end of its period: those from then on climb the tiers on top of it. */
  readonly to: CivilDate;
  /** The usage that was added, by years. */
  readonly more: readonly YearUsage[];
  /** How far the tenancy was read before the first of them by now; left out where that has not changed. */
  readonly readTo?: CivilDate | undefined;
  /** Its statements of the household, where they have changed. */
  readonly stated?: StatementsChange | undefined;
};

/**
 * Rates the readings anew that depend on one which was withdrawn, put right, or came late: each climbs the tiers from
 * where those before it leave them now, and by the household that is stated now. `bills` are in their order.
 */
export async function rateLater(
  store: UtilityStore & { readonly now: Instant },
  biller: Biller,
  bills: readonly Bill[],
  { to, more, stated, ...around }: Around,
): Promise<Result<RatedLater, ReadingProblem>> {
  if (bills.length > LATER_MAX) {
    return err({ code: "TOO_MANY_LATER", path: ["number"], values: { max: String(LATER_MAX) } });
  }
  const read = await Promise.all(bills.map((bill) => readBill(store, bill)));
  const rated: Anew[] = [];
  const next = read.find(({ bill }) => bill.period.from >= to);
  for (const stood of read) {
    const each = stood === next && "readTo" in around ? withGap(stood, around.readTo) : stood;
    const { from } = stood.bill.period;
    const anew = rateAnew(TARIFFS, biller, each, {
      more: from >= to ? more : [],
      whose: stated && whoseAfter(stated, from, currentHousehold(stood.trace)),
    });
    if (!anew.ok) return anew;
    if (anew.value) rated.push(anew.value);
    else if (each !== stood) rated.push({ ...each, waiting: ZERO, difference: ZERO });
  }
  return ok(await writeAnew(store, rated));
}

/** A reading with the days before it that nobody has read by now. */
function withGap(read: ReadBill, readTo: CivilDate | undefined): ReadBill {
  const unreadFrom = gapBetween(readTo, ratedFrom(read));
  return unreadFrom === read.trace.unreadFrom ? read : { ...read, trace: { ...read.trace, unreadFrom } };
}

/** The writes of what was rated anew. */
export async function writeAnew(
  store: UtilityStore & { readonly now: Instant },
  rated: readonly Anew[],
): Promise<RatedLater> {
  const writes = await Promise.all(
    rated.map(async ({ bill, trace, before }) => [
      putRating(store, bill, trace),
      ...(before ? [putBill(store, bill, before), ...(await tasksOf(store, bill))] : []),
    ]),
  );
  return {
    waiting: addMoney(ZERO, ...rated.map(({ waiting }) => waiting)),
    difference: addMoney(ZERO, ...rated.map(({ difference }) => difference)),
    writes: writes.flat(),
  };
}
