import {
  documentOf,
  maskIdNumber,
  type NumberRefused,
  readIdNumber,
} from "../../../field/identity-document.ts";
import { isTooYoungToBeMarried } from "../../../field/legal-capacity.ts";
import { type CivilDate, dateAt, monthOf } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { WithdrawalBook } from "../withdrawal.ts";

/** A person's own word about their spouse: that one's applications may count what this person has drawn. */
export type Spouse = {
  readonly citizenId: CitizenId;
  /** As `maskIdNumber` writes it; the number itself is not kept. */
  readonly maskedIdNumber: string;
  readonly confirmedAt: Instant;
};

/** The word of one person, if any stands; its revision guards each change of it. */
export type SpouseRecord = {
  readonly citizenId: CitizenId;
  readonly spouse?: Spouse | undefined;
  readonly revision: number;
};

export type NotConfirmed =
  | NumberRefused
  | { readonly code: "SPOUSE_IS_CALLER" | "SPOUSE_TOO_YOUNG"; readonly path: readonly string[] };

/**
 * The spouse whom a caller names; one who is too young for it by the law of citizens is none. Nothing is looked up, so
 * that the answer is the same whoever the number belongs to.
 */
export function nameSpouse(
  caller: CitizenId,
  idNumber: string,
  { citizenDigest }: Pick<Secrets, "citizenDigest">,
  now: Instant,
): Result<Spouse, NotConfirmed> {
  const number = readIdNumber(idNumber, dateAt(now), ["idNumber"]);
  if (!number.ok) return number;
  const citizenId = `ctz_${citizenDigest(number.value)}` as const;
  if (citizenId === caller) return err({ code: "SPOUSE_IS_CALLER", path: ["idNumber"] });
  if (isTooYoungToBeMarried(documentOf(number.value), dateAt(now)))
    return err({ code: "SPOUSE_TOO_YOUNG", path: ["idNumber"] });
  return ok({ citizenId, maskedIdNumber: maskIdNumber(number.value), confirmedAt: now });
}

/** The household of an applicant, as far as somebody has said so whose word counts. */
export type Household = {
  /** The spouse whom the application names; null where it names one by no number, or one too young for it. */
  readonly stated: CitizenId | null | undefined;
  /** The spouse whom the applicant has confirmed. */
  readonly own: CitizenId | undefined;
  /** The stated spouse has confirmed the applicant. */
  readonly isConfirmed: boolean;
};

const isNamedByAnother = (
  { namedBy }: WithdrawalBook,
  stated: CitizenId | null | undefined,
  on: CivilDate,
): boolean => namedBy !== undefined && monthOf(namedBy.on) === monthOf(on) && namedBy.citizenId !== stated;

/**
 * Whether nothing that the applicant has said, or that a spouse drew this month in a household with them, speaks against
 * the household of an application. Undefined while the spouse whom it names has not confirmed it: a person decides.
 */
export function isHouseholdAsStated(
  { stated, own, isConfirmed }: Household,
  book: WithdrawalBook,
  on: CivilDate,
): boolean | undefined {
  const isSaidOtherwise = own !== undefined && own !== stated;
  if (isSaidOtherwise || isNamedByAnother(book, stated, on)) return false;
  return stated === undefined || isConfirmed ? true : undefined;
}

/**
 * The book of a spouse, as far as an applicant's decision may stand on it: not where the spouse has drawn in this month for
 * a household with somebody else, which the applicant does not hear of.
 */
export const bookForSpouse = (
  spouseBook: WithdrawalBook,
  applicant: CitizenId,
  on: CivilDate,
): WithdrawalBook | undefined => (isNamedByAnother(spouseBook, applicant, on) ? undefined : spouseBook);
