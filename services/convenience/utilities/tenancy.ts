import type { CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Bill } from "./bill.ts";
import { classOn } from "./household.ts";
import type { Days } from "./tariffs/period.ts";
import { isSameTenancy, type OfTenancy, tenancyOf, type UtilityAccount } from "./utility-account.ts";

/** The holder of a biller's row, as it is kept, and the row's period. */
export type StatedHolder = Pick<UtilityAccount, "holder" | "holderProof"> & { readonly period: Days };

/** The days of a tenancy's bills that stand, from the first to the last. */
export type HeldTime = OfTenancy & Days;

/** The tenancy that a row belongs to. */
export type PlacedRow = {
  readonly tenancy: UtilityAccount;
  /** Its record as it was read; none of one that the row begins. */
  readonly before?: UtilityAccount | undefined;
  /** The account's own record, where the tenancy is another one. */
  readonly account?: UtilityAccount | undefined;
  /** The tenancy that the row has ended. */
  readonly ended?: UtilityAccount | undefined;
  /** The tenancy's record of the time when it was taken back, where it begins again. */
  readonly revived?: UtilityAccount | undefined;
};

export type HolderProblem = {
  readonly code: "PERIOD_OF_TWO_HOLDERS";
  readonly path: readonly string[];
  readonly values: { readonly since: CivilDate; readonly until: CivilDate };
};

/** The times of an account's tenancies, by the bills that stand. */
export function heldTimes(bills: readonly Bill[]): readonly HeldTime[] {
  const standing = bills.filter(({ status }) => status !== "CANCELLED");
  return [...Map.groupBy(standing, tenancyOf)].map(([tenancy, of]) => ({
    tenancy,
    ...of.map(({ period }) => period).reduce(joined),
  }));
}

const joined = (a: Days, b: Days): Days => ({
  from: a.from < b.from ? a.from : b.from,
  to: a.to > b.to ? a.to : b.to,
});

const overlaps = (a: Days, b: Days): boolean => a.from < b.to && b.from < a.to;

type Held = { readonly tenancy: UtilityAccount; readonly time: Days | undefined };

/** A time that is older than the bills that were read is the record's own. */
function heldBy(tenancy: UtilityAccount, times: readonly HeldTime[]): Held {
  const known = times.find((time) => isSameTenancy(time, tenancy));
  const { since, until } = tenancy;
  if (!known) return { tenancy, time: since && until ? { from: since, to: until } : undefined };
  const { from, to } = known;
  return { tenancy, time: { from: since && since < from ? since : from, to } };
}

/**
 * The tenancy to which a row belongs, by the holder's name and the period. Another name than the account's is another
 * holder: of the time before, for whom the row is a last or late bill, or from the period on. A change of the holder
 * changes the contract (供电营业规则 2024), and debts stay with the one who made them (Civil Code, art. 465 (2)): no
 * holder's time, from the first bill to the last, has a day of another's.
 */
export function placeRow(
  account: UtilityAccount,
  former: readonly UtilityAccount[],
  times: readonly HeldTime[],
  stated: StatedHolder,
): Result<PlacedRow, HolderProblem> {
  const { period, holderProof } = stated;
  const held = [account, ...former.filter(({ reversed }) => !reversed)].map((each) => heldBy(each, times));
  const own = held
    .filter(({ tenancy }) => tenancy.holderProof === holderProof)
    .find(({ tenancy, time }) => {
      const reach = time ? joined(time, period) : period;
      return !held.some((other) => other.tenancy !== tenancy && other.time && overlaps(other.time, reach));
    })?.tenancy;
  if (own === account) return ok({ tenancy: account, before: account });
  if (own) return ok({ tenancy: own, before: own, account });
  const taken = held.flatMap(({ time }) => time ?? []).find((time) => overlaps(time, period));
  if (taken)
    return err({
      ...{ code: "PERIOD_OF_TWO_HOLDERS", path: ["from"] },
      values: { since: taken.from, until: taken.to },
    });
  const next = held.flatMap(({ time }) => (time && time.from >= period.to ? time.from : [])).toSorted()[0];
  const isEmpty = held.every(({ tenancy, time }) => tenancy !== account || !time);
  return ok(beginTenancy(account, former, stated, { until: next, isEmpty }));
}

/** A tenancy that was taken back begins again where its holder is named again. */
function beginTenancy(
  account: UtilityAccount,
  former: readonly UtilityAccount[],
  stated: StatedHolder,
  { until, isEmpty }: { readonly until: CivilDate | undefined; readonly isEmpty: boolean },
): PlacedRow {
  const { period, holderProof } = stated;
  const again = former.find((each) => each.reversed && each.holderProof === holderProof);
  const number = Math.max(tenancyOf(account), ...former.map(tenancyOf)) + 1;
  const fresh = tenancyFrom(account, number, stated);
  const { reversed: _, until: __, readTo: ___, trueTo: ____, ...known } = again ?? fresh;
  const begun = { ...known, since: period.from, registers: account.registers };
  if (until !== undefined)
    return {
      tenancy: { ...begun, until, revision: again ? again.revision + 1 : 1 },
      ...{ before: again, account },
    };
  return {
    tenancy: { ...begun, revision: Math.max(account.revision, again?.revision ?? 0) + 1 },
    ...{ before: account, revived: again },
    ended: { ...account, until: period.from, ...(isEmpty ? { reversed: "TAKEN_BACK" } : {}) },
  };
}

/** A holder begins with the home's meters and nothing of another's: no people, no order, no usage, no household. */
const tenancyFrom = (
  { id, biller, number, registers, ...account }: UtilityAccount,
  tenancy: number,
  { holder, holderProof, period }: StatedHolder,
): UtilityAccount => ({
  ...{ id, biller, number, registers, tenancy, holder, holderProof },
  ...{ householdClass: classOn(account, period.from), since: period.from, boundBy: [], revision: 1 },
});

/** A record as it was read, and as it is from now on. */
type Changed = { readonly before: UtilityAccount; readonly after: UtilityAccount };

/** The tenancies of an account after a bill of one of them was withdrawn. */
export type Withdrawn = {
  /** The one of the bill. */
  readonly tenancy: UtilityAccount;
  /** The one before it, where the bill had begun it: that lasts as long as it did, or stands again. */
  readonly previous?: Changed | undefined;
  /** The account's record from now on, where the one before stands again. */
  readonly restored?: UtilityAccount | undefined;
};

/**
 * A tenancy begins with the first of its bills that stands. Where none does it never was one: the one before it stands
 * again with its people, order, usage and household, or, where others have come since, lasts to the next.
 */
export function withdrawFrom(
  tenancy: UtilityAccount,
  former: readonly UtilityAccount[],
  time: Days | undefined,
): Withdrawn {
  const { since, until } = tenancy;
  const before = former.find(
    (each) => !each.reversed && !isSameTenancy(each, tenancy) && since !== undefined && each.until === since,
  );
  const lasting = (to: CivilDate): Changed | undefined =>
    before && { before, after: { ...before, until: to, revision: before.revision + 1 } };
  if (time) {
    if (since === undefined || time.from <= since) return { tenancy };
    return { tenancy: { ...tenancy, since: time.from }, previous: lasting(time.from) };
  }
  if (until !== undefined)
    return { tenancy: { ...tenancy, reversed: "TAKEN_BACK" }, previous: lasting(until) };
  if (!before) return { tenancy };
  const { until: _, ...restored } = before;
  return {
    tenancy: { ...tenancy, until: since, reversed: "TAKEN_BACK" },
    previous: { before, after: { ...before, reversed: "STANDS_AGAIN", revision: before.revision + 1 } },
    restored: { ...restored, revision: Math.max(tenancy.revision, before.revision) + 1 },
  };
}
