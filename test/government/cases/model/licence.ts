import { addDays, minusWorkingDays } from "./calendar.ts";
import type { ModelCase } from "./case.ts";

/** The licence that renewals of one life ask for: its first end, and what each renewal made of it. */
export type ModelLicence = {
  readonly until: string;
  renewals: { readonly by: ModelCase; readonly until: string }[];
  /** All cases in which its renewal was begun. */
  readonly asked: ModelCase[];
};

const IN_TIME_DAYS = 15;
const YEARS = 5;

/** The last day of five years that begin with a day. */
const fiveYears = (day: string): string => addDays(`${Number(day.slice(0, 4)) + YEARS}${day.slice(4)}`, -1);

const endOf = ({ until, renewals }: ModelLicence): string => renewals.at(-1)?.until ?? until;

/** Whether a case that was handed in on a day can renew it: of one that was renewed, the next end is years away. */
const isRenewable = ({ until, renewals }: ModelLicence, handedIn: string): boolean =>
  renewals.length === 0 && handedIn <= until;

/** Whether a case's licence keeps it from being handed in or granted. */
export const isKeptBack = ({ licence, handedIn }: ModelCase, today: string): boolean =>
  licence !== undefined && !isRenewable(licence, handedIn ?? today);

/** It is received, at first or once more: asked for in time, it counts as granted where nobody decides by the licence's end. */
export function receive(one: ModelCase, today: string): void {
  one.handedIn ??= today;
  if (!one.licence) return;
  const { until } = one.licence;
  const isInTime = one.handedIn <= minusWorkingDays(until, IN_TIME_DAYS);
  one.grantedAfter = isInTime && today <= until ? until : undefined;
}

const UNDECIDED = ["SUBMITTED", "IN_REVIEW", "PAUSED"];

/** The day after which a case that nobody decides counts as granted. */
export const grantedAfter = ({ status, grantedAfter: after }: ModelCase): string | undefined =>
  UNDECIDED.includes(status) ? after : undefined;

/** Whether a case counts as granted on a day, also before its clock has run. */
export function countsAsGranted(one: ModelCase, today: string): boolean {
  const after = grantedAfter(one);
  return after !== undefined && after < today;
}

export const renew = (one: ModelCase, on: string): void => {
  one.licence?.renewals.push({ by: one, until: fiveYears(on) });
};

/** Its renewal is taken back, and what came after with it. */
export function undoRenewal(one: ModelCase): void {
  const { licence } = one;
  const at = licence?.renewals.findIndex(({ by }) => by === one) ?? -1;
  if (licence && at >= 0) licence.renewals = licence.renewals.slice(0, at);
}

/** The licence as anybody reads it on a day. */
export function standing(licence: ModelLicence, today: string) {
  const until = endOf(licence);
  if (today <= until) return { status: "VALID", validUntil: until };
  const isRenewed = licence.asked.some((one) => grantedAfter(one) === until);
  return isRenewed
    ? { status: "VALID", validUntil: fiveYears(addDays(until, 1)) }
    : { status: "EXPIRED", validUntil: until };
}
