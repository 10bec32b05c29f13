import { workingDaysBefore } from "../../../field/working-days.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { RenewalTerms } from "../../catalogue/index.ts";

/** The days between which a licence's renewal can be asked for. */
export type RenewalWindow = {
  /** None where it can be asked for at any time. */
  readonly opensOn: CivilDate | undefined;
  /** The last day in time; who asks later has no licence from its end until the decision. */
  readonly inTimeUntil: CivilDate;
  /** The last day on which it can be asked for at all. */
  readonly closesOn: CivilDate;
};

/** Where neither a law nor a rule says otherwise (Administrative Licensing Law, arts. 50 (1) and 82). */
const BY_LAW: RenewalTerms = { inTimeWorkingDays: 30 };

/** When the renewal of a licence with this last day can be asked for. Throws OutOfCalendar. */
export const renewalWindow = (
  closesOn: CivilDate,
  { opensWorkingDays, inTimeWorkingDays }: RenewalTerms = BY_LAW,
): RenewalWindow => ({
  opensOn: opensWorkingDays === undefined ? undefined : workingDaysBefore(closesOn, opensWorkingDays),
  inTimeUntil: workingDaysBefore(closesOn, inTimeWorkingDays),
  closesOn,
});

/**
 * The fate of a renewal that nobody decides: asked for in time it counts as granted when the licence ends (Administrative Licensing
 * Law, art. 50 (2)); asked for later, or put right only after the end, nobody has the licence from the end until the decision.
 */
export function fateUndecided(
  { inTimeUntil, closesOn }: Pick<RenewalWindow, "inTimeUntil" | "closesOn">,
  { askedOn, receivedOn }: { readonly askedOn: CivilDate; readonly receivedOn: CivilDate },
): "GRANTED" | "RESTS" | "RESTS_PUT_RIGHT_LATE" {
  if (askedOn > inTimeUntil) return "RESTS";
  return receivedOn > closesOn ? "RESTS_PUT_RIGHT_LATE" : "GRANTED";
}

/** A renewal that was asked for in time, and how long the licence is valid where it counts as granted. */
export type RenewalAsked = {
  readonly application: ApplicationId;
  /** The last day of the term that ends before; another renewal may have been granted since. */
  readonly after: CivilDate;
  /** None for a licence that would always be valid then. */
  readonly validUntil?: CivilDate | undefined;
};
