import { addMonths, type CivilDate } from "../kernel/civil-date.ts";
import type { IdentityDocument } from "./identity-document.ts";

/**
 * The capacity to act for oneself by age (民法典): NONE under 8 (art. 20), LIMITED from 8 to 17 (art. 19), FULL from 18 on
 * (arts. 17, 18), and from 16 on for those who live mainly on the income of their own labour (art. 18 (2)). An act
 * without capacity is void (art. 144); one beyond limited capacity takes effect by the guardian's consent (art. 145). An age is reached on the birthday.
 */
export type LegalCapacity = "NONE" | "LIMITED" | "FULL";

const YEAR = 12;
const LIMITED_FROM = 8;
const OWN_LABOUR_FROM = 16;
const ADULT_FROM = 18;

/** As far as it is known of somebody. */
export type Born = {
  readonly bornOn: CivilDate;
  /** Whether they are proven to live mainly on the income of their own labour. */
  readonly livesOnOwnLabour: boolean;
};

/** Whether somebody who was born on a day has reached an age on another. */
export const isOfAge = (bornOn: CivilDate, years: number, today: CivilDate): boolean =>
  addMonths(bornOn, years * YEAR) <= today;

/** Whether a minor is old enough to live on their own labour (art. 18 (2)). */
export const mayLiveOnOwnLabour = (bornOn: CivilDate, today: CivilDate): boolean =>
  isOfAge(bornOn, OWN_LABOUR_FROM, today);

/** The day on which somebody comes of age. */
export const adultOn = (bornOn: CivilDate): CivilDate => addMonths(bornOn, ADULT_FROM * YEAR);

export function legalCapacity({ bornOn, livesOnOwnLabour }: Born, today: CivilDate): LegalCapacity {
  if (isOfAge(bornOn, ADULT_FROM, today)) return "FULL";
  if (livesOnOwnLabour && isOfAge(bornOn, OWN_LABOUR_FROM, today)) return "FULL";
  return isOfAge(bornOn, LIMITED_FROM, today) ? "LIMITED" : "NONE";
}

/** The youngest and the oldest age at which an item can let minors act alone (art. 19). */
export const OWN_ACTS_AGES = { min: LIMITED_FROM, max: ADULT_FROM } as const;

/** Whether a minor may do an act alone that is fit for their age from so many years on, or benefits them only. */
export const mayActAlone = (born: Born, fitFrom: number | undefined, today: CivilDate): boolean => {
  const capacity = legalCapacity(born, today);
  if (capacity !== "LIMITED") return capacity === "FULL";
  return fitFrom !== undefined && isOfAge(born.bornOn, fitFrom, today);
};

/** 民法典, art. 1047: a man marries at 22, a woman at 20, at the earliest. */
const MARRIES_FROM = { MALE: 22, FEMALE: 20 } as const;

/**
 * Whether somebody is too young to be married by the law that binds citizens. A resident by another document may have
 * married under another law (涉外民事关系法律适用法, art. 21), and nobody is too young whose number does not tell.
 */
export const isTooYoungToBeMarried = ({ kind, born, sex }: IdentityDocument, today: CivilDate): boolean =>
  kind === "CITIZEN_ID" &&
  born !== undefined &&
  sex !== undefined &&
  !isOfAge(born, MARRIES_FROM[sex], today);
