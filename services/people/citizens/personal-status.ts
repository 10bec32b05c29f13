import { type Born, isOfAge, legalCapacity } from "../../field/legal-capacity.ts";
import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** The paper that an officer has seen. */
export type SeenPaper = { readonly reference: string; readonly seenBy: OfficerId; readonly seenAt: Instant };

/**
 * A person's age and livelihood, as far as officers have seen them on paper: the birth date of somebody whose number does
 * not tell it, and that a minor lives on their own labour (民法典, art. 18 (2)).
 */
export type PersonalStatus = {
  readonly citizenId: CitizenId;
  readonly bornOn?: CivilDate | undefined;
  readonly ownLabour?: SeenPaper | undefined;
  /** Guards against two changes at once. */
  readonly revision: number;
};

export const noStatus = (citizenId: CitizenId): PersonalStatus => ({ citizenId, revision: 0 });

/** Somebody's age, as far as it is known; undefined where nothing tells it, and nobody guesses. */
export const bornOf = (
  bornOn: CivilDate | undefined,
  status: Pick<PersonalStatus, "bornOn" | "ownLabour"> | undefined,
): Born | undefined => {
  const known = bornOn ?? status?.bornOn;
  return known && { bornOn: known, livesOnOwnLabour: status?.ownLabour !== undefined };
};

/** 个人信息保护法, art. 31: below this age a guardian consents to what is done with somebody's data. */
const DATA_CONSENT_FROM = 14;

/** Whether somebody is known to be too young to consent to what is done with their data. */
export const needsGuardianForData = (born: Born | undefined, now: Instant): boolean =>
  born !== undefined && !isOfAge(born.bornOn, DATA_CONSENT_FROM, dateAt(now));

/** Whether somebody is known to lack full capacity; not so where their age is not known. */
export const isMinor = (born: Born | undefined, now: Instant): boolean =>
  born !== undefined && legalCapacity(born, dateAt(now)) !== "FULL";
