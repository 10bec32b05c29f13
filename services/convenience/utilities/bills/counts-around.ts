import type { Bill } from "../bill.ts";
import { type Counts, countsAtEnd, countsAtStart, type Metered } from "../readings/register.ts";
import type { UtilityStore } from "../store.ts";
import type { Days } from "../tariffs/period.ts";
import { readBill } from "./rate-later.ts";

/** Readings that are looked through for counts; a meter that was not read by registers for so long is not asked for. */
const LOOKED_THROUGH_MAX = 24;

/** The true readings of an account that stand, whoever held it. */
const trueReadings = (bills: readonly Bill[]): readonly Bill[] =>
  bills.filter(({ isRated, isEstimated, status }) => isRated && !isEstimated && status !== "CANCELLED");

/** The counts of the registers at the end of the last reading before a day. */
export async function countsBefore(
  store: UtilityStore,
  bills: readonly Bill[],
  { from }: Pick<Days, "from">,
): Promise<Counts | undefined> {
  const earlier = trueReadings(bills)
    .filter(({ period }) => period.to <= from)
    .toSorted(({ period: a }, { period: b }) => (a.to < b.to ? 1 : -1));
  for (const bill of earlier.slice(0, LOOKED_THROUGH_MAX)) {
    const { registers } = (await readBill(store, bill)).trace;
    if (!registers) continue;
    return { on: bill.period.to, registers: countsAtEnd(registers) };
  }
  return undefined;
}

/** The counts with which the first reading after a day began. */
export async function countsAfter(
  store: UtilityStore,
  bills: readonly Bill[],
  { to }: Pick<Days, "to">,
): Promise<Metered["after"]> {
  const later = trueReadings(bills)
    .filter(({ period }) => period.from >= to)
    .toSorted(({ period: a }, { period: b }) => (a.from < b.from ? -1 : 1));
  for (const bill of later.slice(0, LOOKED_THROUGH_MAX)) {
    const { registers, from: on = bill.period.from } = (await readBill(store, bill)).trace;
    if (!registers) continue;
    return {
      ...{ on, registers: countsAtStart(registers) },
      added: registers.filter(({ isNew }) => isNew).map(({ serial }) => serial),
    };
  }
  return undefined;
}
