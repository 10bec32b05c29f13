import type { Subject } from "../../../field/subject.ts";

/** The values by which a content names its holder, as forms name them in `x-held`: an identity number, or a credit code. */
export const HOLDER_NUMBERS = {
  PERSON: "PERSON_ID_NUMBER",
  ENTERPRISE: "ENTERPRISE_CREDIT_CODE",
} as const satisfies Record<Subject["kind"], string>;

/** Whether a value that the platform holds is its holder's own number. */
export const isHolderNumber = (source: string): boolean =>
  Object.values<string>(HOLDER_NUMBERS).includes(source);
