import { CODE_LENGTH_MAX, isCode } from "../../field/code.ts";
import { type CreditCode, isCreditCode } from "../../field/credit-code.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** An officer on a department's roll of inspectors (执法检查人员名录库), entered by themselves. */
export type Inspector = {
  readonly officer: OfficerId;
  /** The officer as a person, by their own sign-in. */
  readonly person: CitizenId;
  readonly department: string;
  /** Inspects in regions whose code begins with this. */
  readonly regionPrefix: string;
  /** Credit codes of enterprises that they have an interest in (应当回避), as they have declared. */
  readonly interests: readonly CreditCode[];
  readonly isActive: boolean;
  /** Counts changes: what is decided on one revision stands only while it is that. */
  readonly revision: number;
};

const INTERESTS_MAX = 50;

export type NotEnrolled = {
  readonly code:
    | "PERSON_UNKNOWN"
    | "CODE_INVALID"
    | "DEPARTMENT_NOT_YOURS"
    | "CREDIT_CODE_WRONG"
    | "TOO_MANY";
  readonly values?: { readonly max: string };
  readonly path: readonly string[];
};

/** The entry that an officer makes of themselves, or what it becomes. */
export function enrol(
  { id, person, jurisdiction }: Officer,
  { department, interests }: { readonly department: string; readonly interests: readonly string[] },
  before: Inspector | undefined,
): Result<Inspector, NotEnrolled> {
  const { departments, regionPrefix } = jurisdiction;
  // An officer whose person is not known could inspect their own affairs.
  if (person === undefined) return err({ code: "PERSON_UNKNOWN", path: [] });
  if (!isCode(department)) {
    return err({ code: "CODE_INVALID", values: { max: String(CODE_LENGTH_MAX) }, path: ["department"] });
  }
  if (departments.length > 0 && !departments.includes(department)) {
    return err({ code: "DEPARTMENT_NOT_YOURS", path: ["department"] });
  }
  if (interests.length > INTERESTS_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(INTERESTS_MAX) }, path: ["interests"] });
  }
  const wrong = interests.findIndex((code) => !isCreditCode(code));
  if (wrong >= 0) return err({ code: "CREDIT_CODE_WRONG", path: ["interests", String(wrong)] });
  return ok({
    ...{ officer: id, person, department, regionPrefix, isActive: true },
    interests: [...new Set(interests.filter(isCreditCode))],
    revision: (before?.revision ?? 0) + 1,
  });
}

export type NotOnRoll = { readonly code: "NOT_ON_ROLL" };

/** The entry of an officer who leaves the roll. */
export const leave = (before: Inspector | undefined): Result<Inspector, NotOnRoll> =>
  before?.isActive
    ? ok({ ...before, isActive: false, revision: before.revision + 1 })
    : err({ code: "NOT_ON_ROLL" });

/** The ones whom an inspection would concern: the persons behind it, and the enterprise. */
export type Concerned = { readonly persons: readonly CitizenId[]; readonly enterprise: string };

/** Whether somebody inspects in a region at all. */
export const inspectsIn = ({ isActive, regionPrefix }: Inspector, region: string): boolean =>
  isActive && region.startsWith(regionPrefix);

/** Nobody inspects what is their own, or what they have declared an interest in. */
export const hasInterest = (
  { person, interests }: Pick<Inspector, "person" | "interests">,
  { persons, enterprise }: Concerned,
): boolean => persons.includes(person) || interests.some((code) => code === enterprise);
