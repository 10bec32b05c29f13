/** The counts of applications, each in the month in which it falls. */
export const CASE_COUNTERS = [
  "received",
  "accepted",
  "deemedAccepted",
  "decided",
  "approved",
  "decidedInPromisedTime",
  "decidedInStatutoryTime",
  "decidedByRule",
  "becameOverdue",
  "withdrawn",
  "complaints",
  "visitsAbovePromise",
  "evaluated1",
  "evaluated2",
  "evaluated3",
  "evaluated4",
  "evaluated5",
  "evaluationsOverdue",
] as const;
export type CaseCounter = (typeof CASE_COUNTERS)[number];

/** Decisions by the working days that they took: so that a median can be told of any number of cases. */
export type DaysCounter = `days${number}`;

/** Of longer cases the median is not told more exactly than this. */
export const DAYS_TOLD_MAX = 60;

export const daysCounter = (workingDays: number): DaysCounter =>
  `days${Math.min(workingDays, DAYS_TOLD_MAX)}`;

/** Whether an attribute of a record of counts is one of them. */
export const isCounter = (name: string): boolean =>
  CASE_COUNTERS.some((known) => known === name) || /^days\d+$/.test(name);

/** By how much each counter goes up; one that is not named stays. */
export type CaseCounts = Readonly<Partial<Record<CaseCounter | DaysCounter, number>>>;

/** Where a case is counted. */
export type CountedCase = {
  readonly id: string;
  readonly region: string;
  readonly department: string;
  readonly item: { readonly code: string };
  /** The stage of the item's roll-out under which the case began. */
  readonly stage: "PILOT" | "GENERAL";
};
