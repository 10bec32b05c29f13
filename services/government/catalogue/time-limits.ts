import { ACCEPTANCE_WORKING_DAYS } from "../../field/licensing-law.ts";
import { addWorkingDays, isPublished, lastDayOf } from "../../field/working-days.ts";
import { type CivilDate, earlier } from "../../kernel/civil-date.ts";
import type { ItemContent } from "./service-item.ts";

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
    statutoryDays = "WORKING",
  }: Pick<ItemContent, "promisedWorkingDays" | "statutoryWorkingDays" | "statutoryDays">,
  receivedOn: CivilDate,
): TimeLimits {
  const acceptance = addWorkingDays(receivedOn, ACCEPTANCE_WORKING_DAYS);
  const statutory = lastDayOf(receivedOn, statutoryWorkingDays, statutoryDays);
  // Nothing is promised for a day on which the law does not allow it any more.
  const promised = earlier(statutory, addWorkingDays(receivedOn, promisedWorkingDays));
  const isProvisional = ![acceptance, promised, statutory].every(isPublished);
  return { acceptance, promised, statutory, isProvisional };
}
