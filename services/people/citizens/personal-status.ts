import { type Born, legalCapacity } from "../../field/legal-capacity.ts";
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

/** Whether somebody is known to lack full capacity; not so where their age is not known. */
export const isMinor = (born: Born | undefined, now: Instant): boolean =>
  born !== undefined && legalCapacity(born, dateAt(now)) !== "FULL";
