import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Bill } from "../bill.ts";
import type { Days } from "../tariffs/period.ts";
import { isSameTenancy, type OfTenancy, type UtilityAccount } from "../utility-account.ts";

/** The bills of a tenancy's readings that stand, by their periods. */
export const chainOf = (bills: readonly Bill[], whose: OfTenancy): readonly Bill[] =>
  bills
    .filter((bill) => bill.isRated && bill.status !== "CANCELLED" && isSameTenancy(bill, whose))
    .toSorted(({ period: a }, { period: b }) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** The end of the last true reading. */
const lastTrueIn = (chain: readonly Bill[]): CivilDate | undefined =>
  endOf(chain.filter(({ isEstimated }) => !isEstimated));

/** How far these have been read. */
export const endOf = (chain: readonly Bill[]): CivilDate | undefined =>
  chain.reduce<CivilDate | undefined>(
    (end, { period: { to } }) => (end === undefined || to > end ? to : end),
    undefined,
  );

/** The estimates that no true reading has settled yet. */
export function estimatesIn(chain: readonly Bill[]): readonly Bill[] {
  const last = lastTrueIn(chain);
  return chain.filter(({ isEstimated, period }) => isEstimated && (last === undefined || period.to > last));
}

export const isSettled = ({ id, isEstimated }: Bill, chain: readonly Bill[]): boolean =>
  isEstimated === true && !estimatesIn(chain).some((estimate) => estimate.id === id);

/** How far a tenancy has been read by these; as far as `from` where there is none. */
export function standOf(
  chain: readonly Bill[],
  from: CivilDate,
): Pick<UtilityAccount, "readTo"> & Pick<UtilityAccount, "trueTo"> {
  const [estimate] = estimatesIn(chain);
  const readTo = endOf(chain) ?? from;
  return estimate ? { readTo, trueTo: lastTrueIn(chain) ?? estimate.period.from } : { readTo };
}

/** The first day that nobody has read, where that is before a day; none where nothing was read before. */
export const gapBetween = (readTo: CivilDate | undefined, from: CivilDate): CivilDate | undefined =>
  readTo !== undefined && readTo < from ? readTo : undefined;

/** Those whose period has a day of this one. */
export const overlapping = (chain: readonly Bill[], { from, to }: Days): readonly Bill[] =>
  chain.filter(({ period }) => period.from < to && from < period.to);
