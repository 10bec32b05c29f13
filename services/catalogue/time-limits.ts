import type { CivilDate } from "../platform/civil-date.ts";
import { addWorkingDays, isPublished } from "../platform/working-days.ts";
import type { ItemContent } from "./service-item.ts";

/**
 * What is missing is told once, completely, within five working days, or else the application counts as accepted from
 * its receipt (Administrative Licensing Law, art. 32 (1) no. 4).
 */
const ACCEPTANCE_WORKING_DAYS = 5;

/** The last days of an application's limits, if nothing stops its clock. */
export type TimeLimits = {
  readonly acceptance: CivilDate;
  readonly promised: CivilDate;
  readonly statutory: CivilDate;
  /** A limit lies in a year whose holidays the State Council has not announced, or not known here, yet. */
  readonly isProvisional: boolean;
};

/** The limits of an application that is received on a day; it counts from the next. */
export function timeLimits(
  {
    promisedWorkingDays,
    statutoryWorkingDays,
  }: Pick<ItemContent, "promisedWorkingDays" | "statutoryWorkingDays">,
  receivedOn: CivilDate,
): TimeLimits {
  const acceptance = addWorkingDays(receivedOn, ACCEPTANCE_WORKING_DAYS);
  const promised = addWorkingDays(receivedOn, promisedWorkingDays);
  const statutory = addWorkingDays(receivedOn, statutoryWorkingDays);
  const isProvisional = ![acceptance, promised, statutory].every(isPublished);
  return { acceptance, promised, statutory, isProvisional };
}
