import type { CreditCode } from "../../field/credit-code.ts";
import type { RegionCode } from "../../field/region.ts";
import { workingDaysBefore } from "../../field/working-days.ts";
import { addDays, addMonths, type CivilDate } from "../../kernel/civil-date.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ApplicationId } from "../cases/index.ts";
import type { BusinessForm, LicenceNumber } from "./licence-number.ts";

/** As materials of the catalogue name the licences that they ask for. */
export const LICENCE_TYPES = ["food-business-licence"] as const;
export type LicenceType = (typeof LICENCE_TYPES)[number];

/** A case whose grant has set how long a licence is valid. */
export type Term = { readonly application: ApplicationId; readonly validUntil: CivilDate };

export type Ending = {
  readonly how: "CANCELLED" | "REVOKED";
  readonly at: Instant;
  /** The case by which it ended. */
  readonly application: ApplicationId;
};

/** A licence that the platform has issued (证照), and what it says. */
export type Licence = {
  readonly number: LicenceNumber;
  readonly type: LicenceType;
  /** The enterprise that holds it, by its unified social credit code. */
  readonly holder: CreditCode;
  readonly businessName: string;
  readonly premises: string;
  readonly region: RegionCode;
  readonly businessForm: BusinessForm;
  readonly activities: readonly string[];
  readonly department: string;
  readonly departmentName: { readonly zh: string; readonly en: string };
  readonly issuedOn: CivilDate;
  /** The first is that of its issue; each renewal adds one. */
  readonly terms: readonly Term[];
  readonly ended?: Ending | undefined;
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

export type LicenceStatus = "VALID" | "EXPIRED" | "CANCELLED" | "REVOKED";

const VALID_MONTHS = 60;

/**
 * The last day of the five years that begin with the day of the decision, to issue (食品经营许可和备案管理办法, art. 23) or to renew
 * (食品经营许可管理办法 of 2015, which it replaced, had it so; nothing else is known of the measures in force).
 */
export const endOfTerm = (decidedOn: CivilDate): CivilDate => addDays(addMonths(decidedOn, VALID_MONTHS), -1);

/** The last day on which a licence is valid, unless it ends before. */
export const validUntil = ({ terms }: Pick<Licence, "terms">): CivilDate => {
  const last = terms.at(-1);
  if (!last) throw new Error("a licence without a term");
  return last.validUntil;
};

export const statusOf = (licence: Licence, on: CivilDate): LicenceStatus =>
  licence.ended?.how ?? (validUntil(licence) < on ? "EXPIRED" : "VALID");

/** Renewal can be asked for from so many working days before the end on, and in time until so many before it. */
const RENEWAL_OPENS_WORKING_DAYS = 90;
const RENEWAL_CLOSES_WORKING_DAYS = 15;

export type RenewalWindow = {
  readonly opensOn: CivilDate;
  /** The last day in time; a holder who asks later has to close the business from the end until the decision. */
  readonly inTimeUntil: CivilDate;
  /** The last day on which it can be asked for at all. */
  readonly closesOn: CivilDate;
};

/** When a licence's renewal can be applied for (食品经营许可和备案管理办法, art. 32). */
export function renewalWindow(licence: Pick<Licence, "terms">): RenewalWindow {
  const closesOn = validUntil(licence);
  return {
    opensOn: workingDaysBefore(closesOn, RENEWAL_OPENS_WORKING_DAYS),
    inTimeUntil: workingDaysBefore(closesOn, RENEWAL_CLOSES_WORKING_DAYS),
    closesOn,
  };
}

/** When its renewal can be applied for; undefined once it has ended, for then it cannot. */
export const renewalOf = (licence: Licence): RenewalWindow | undefined =>
  licence.ended ? undefined : renewalWindow(licence);

/** Five years from the decision on, and not from the old end, under the same number. */
export const renewLicence = (licence: Licence, application: ApplicationId, on: CivilDate): Licence => ({
  ...licence,
  terms: [...licence.terms, { application, validUntil: endOfTerm(on) }],
  revision: licence.revision + 1,
});

export const endLicence = (licence: Licence, ending: Ending): Licence => ({
  ...licence,
  ended: ending,
  revision: licence.revision + 1,
});

/**
 * The licence after the grant of a case was taken back: what it had issued is revoked, what it had renewed ends as it
 * would have before, with all later renewals, and what it had cancelled stands again. As it is, where the case has done
 * nothing to it that still holds.
 */
export function undoCase(licence: Licence, application: ApplicationId, at: Instant): Licence {
  const { ended: ending, ...standing } = licence;
  const revision = licence.revision + 1;
  const term = licence.terms.findIndex((one) => one.application === application);
  if (term === 0) {
    return ending?.how === "REVOKED" ? licence : endLicence(licence, { how: "REVOKED", at, application });
  }
  if (term > 0) return { ...licence, terms: licence.terms.slice(0, term), revision };
  return ending?.application === application ? { ...standing, revision } : licence;
}
