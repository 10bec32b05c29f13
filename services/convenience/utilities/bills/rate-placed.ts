import { dateAt } from "../../../kernel/civil-date.ts";
import { ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Bill } from "../bill.ts";
import type { Biller } from "../biller.ts";
import { chainOf, endOf, estimatesIn, gapBetween, overlapping } from "../readings/chain.ts";
import {
  type Around,
  checkOrder,
  type MeterReading,
  type RatedReading,
  type ReadingProblem,
  rateReading,
} from "../readings/meter-reading.ts";
import { currentUsedBefore, ratedFrom } from "../readings/rate-anew.ts";
import { getYearUsages } from "../readings/reading-store.ts";
import { type YearUsage, yearOf, yearsIn } from "../readings/year-usage.ts";
import { listBills } from "../store.ts";
import { TARIFFS } from "../tariffs/tariffs.ts";
import type { PlacedRow } from "../tenancy.ts";
import { tenancyOf } from "../utility-account.ts";
import { type CountPorts, countPlaced, withCounts } from "./count-placed.ts";
import { checkPast, type IssuePorts, type PeriodInFuture } from "./issue-bill.ts";
import { type RatedLater, rateLater, readBill } from "./rate-later.ts";

/** A rated reading, the tenancy that it is of, and the readings after it, which it moves. */
export type RatedInPlace = RatedReading & { readonly placed: PlacedRow; readonly later: RatedLater };

type Stated = {
  readonly reading: MeterReading;
  /** The usage of the first tenancy in the period's years. */
  readonly first: readonly YearUsage[];
};

/** Where a reading stands among the others of its tenancy. */
type Place = Omit<Around, "usedIn"> & { readonly later: readonly Bill[] };

/**
 * Rates a reading in the time of its holder. One that comes late fills a gap that nobody has told of, and those after it
 * are rated anew; a true one after estimates covers them. For a holder whose time it begins, what was read for the one
 * before has been used by them.
 */
export async function ratePlaced(
  ports: IssuePorts,
  biller: Biller,
  placed: PlacedRow,
  { reading, first }: Stated,
): Promise<Result<RatedInPlace, ReadingProblem | PeriodInFuture>> {
  const { tenancy, ended } = placed;
  const order = ended ? checkOrder(ended, reading) : ok(undefined);
  if (!order.ok) return order;
  let listed: Promise<readonly Bill[]> | undefined;
  const listOnce = (): Promise<readonly Bill[]> => (listed ??= listBills(ports, tenancy.id));
  const place = await placeAmong({ ...ports, listBills: listOnce }, placed, reading);
  if (!place.ok) return place;
  const { later, ...around } = place.value;
  const span = { from: around.settles?.from ?? reading.period.from, to: reading.period.to };
  const whose = { account: tenancy.id, tenancy: tenancy.tenancy };
  const isPlain = tenancyOf(whose) === 1 && !around.settles;
  const usedIn = isPlain ? first : await getYearUsages(ports, whose, yearsIn(span));
  const isLate = tenancy.readTo !== undefined && reading.period.from < tenancy.readTo && !around.settles;
  const counted = await countPlaced({ ...ports, listBills: listOnce }, placed, reading, isLate);
  if (!counted.ok) return counted;
  const rated = rateReading(TARIFFS, biller, tenancy, counted.value.reading, {
    ...{ ...around, usedIn, laterFrom: later[0]?.period.from },
  });
  if (!rated.ok) return rated;
  const past = checkPast(reading, dateAt(ports.now));
  if (!past.ok) return past;
  const value = { ...withCounts(rated.value, counted.value, isLate), placed };
  if (later.length === 0) return ok({ ...value, later: NOTHING_LATER });
  const anew = await rateLater(ports, biller, later, {
    ...{ more: rated.value.trace.years, to: reading.period.to, readTo: reading.period.to },
    stated: { before: tenancy, after: rated.value.account },
  });
  return anew.ok ? ok({ ...value, later: anew.value }) : anew;
}

const NOTHING_LATER: RatedLater = { waiting: ZERO, difference: ZERO, writes: [] };

/** Most readings follow the last, and nothing else has to be read for them. */
async function placeAmong(
  ports: CountPorts,
  { tenancy }: PlacedRow,
  reading: MeterReading,
): Promise<Result<Place, ReadingProblem>> {
  const { period, isEstimated } = reading;
  const { readTo = period.from, trueTo } = tenancy;
  const isNext = period.from >= readTo;
  if (isNext && (isEstimated || trueTo === undefined))
    return ok({ later: [], unreadFrom: gapBetween(tenancy.readTo, period.from) });
  const chain = chainOf(await ports.listBills(), tenancy);
  if (trueTo !== undefined) return settle(ports, chain, { reading, readTo, trueTo });
  const out =
    overlapping(chain, period).length > 0 || isEstimated ? checkOrder({ readTo }, reading) : ok(undefined);
  if (!out.ok) return out;
  const later = chain.filter((bill) => bill.period.from >= period.to);
  const [next] = later;
  const read = next && (await readBill(ports, next));
  const isSameYear = read && yearOf(ratedFrom(read)) === yearOf(period.from);
  return ok({
    ...{
      later,
      unreadFrom: gapBetween(endOf(chain.filter((bill) => bill.period.to <= period.from)), period.from),
    },
    ...(isSameYear ? { usedBefore: currentUsedBefore(read.trace) } : {}),
  });
}

type Unsettled = {
  readonly reading: MeterReading;
  readonly readTo: Bill["period"]["to"];
  readonly trueTo: Bill["period"]["to"];
};

/** The first true reading after estimates covers all of them, from the last true one on. */
async function settle(
  ports: CountPorts,
  chain: readonly Bill[],
  { reading: { period, isEstimated }, readTo, trueTo }: Unsettled,
): Promise<Result<Place, ReadingProblem>> {
  if (isEstimated || (period.from < readTo && period.from !== trueTo))
    return err({ code: "READING_OUT_OF_ORDER", path: ["from"], values: { readTo } });
  if (period.from !== trueTo || period.to < readTo)
    return err({ code: "ESTIMATE_UNSETTLED", path: ["from"], values: { trueTo } });
  const estimates = await Promise.all(estimatesIn(chain).map((bill) => readBill(ports, bill)));
  return ok({ later: [], settles: { from: trueTo, estimates } });
}
