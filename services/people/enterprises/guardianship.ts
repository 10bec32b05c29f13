import { type IdentityNumber, readIdNumber } from "../../field/identity-document.ts";
import { adultOn, type Born, legalCapacity } from "../../field/legal-capacity.ts";
import { addDays, type CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import {
  type Authorities,
  type Authority,
  type GuardianRelation,
  inForce,
  REFERENCE_LENGTH,
} from "./authority.ts";
import { type Invalid, PERSON_NAME_LENGTH } from "./enterprise.ts";

type Named = { readonly name: string; readonly idNumber: string };

/** A guardianship as an officer states it. */
export type GuardianshipWish = {
  readonly ward: Named;
  readonly guardian: Named;
  readonly relation: GuardianRelation;
  /** The minor's birth date by their card, where their number does not tell it. */
  readonly bornOn: CivilDate | undefined;
  /** The document that shows it: a birth certificate, a household register, a decision. */
  readonly paper: string;
};

export type StatedGuardianship = {
  readonly ward: { readonly name: string; readonly idNumber: IdentityNumber };
  readonly guardian: { readonly name: string; readonly idNumber: IdentityNumber };
  readonly paper: string;
};

/** Brings what is stated into its one form. Errors name the place in the input. */
export function checkGuardianship(
  { ward, guardian, paper }: GuardianshipWish,
  today: CivilDate,
): Result<StatedGuardianship, Invalid> {
  const [child, keeper] = [checkNamed(ward, "ward", today), checkNamed(guardian, "guardian", today)];
  if (!child.ok) return child;
  if (!keeper.ok) return keeper;
  const reference = checkText(paper, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!reference.ok) return err({ ...reference.error, path: ["paper"] });
  if (child.value.idNumber === keeper.value.idNumber)
    return err({ code: "GUARDIAN_IS_WARD", path: ["guardian", "idNumber"] });
  return ok({ ward: child.value, guardian: keeper.value, paper: reference.value });
}

function checkNamed({ name, idNumber }: Named, at: string, today: CivilDate) {
  const called = checkText(name, PERSON_NAME_LENGTH.min, PERSON_NAME_LENGTH.max);
  if (!called.ok) return err({ ...called.error, path: [at, "name"] });
  const number = readIdNumber(idNumber, today, [at, "idNumber"]);
  return number.ok ? ok({ name: called.value, idNumber: number.value }) : number;
}

/**
 * The day on which a minor was born: as their number or a record has it, else as the officer reads it on their card.
 * Errors: it is stated otherwise than it is known, not at all, or of somebody who is no minor.
 */
export function checkBirth(
  known: Born | undefined,
  stated: CivilDate | undefined,
  today: CivilDate,
): Result<CivilDate, Invalid> {
  if (known && stated && known.bornOn !== stated)
    return err({ code: "BIRTH_KNOWN_OTHERWISE", path: ["bornOn"] });
  const bornOn = known?.bornOn ?? stated;
  if (!bornOn || bornOn > today) return err({ code: "BIRTH_NEEDED", path: ["bornOn"] });
  return legalCapacity(known ?? { bornOn, livesOnOwnLabour: false }, today) === "FULL"
    ? err({ code: "WARD_OF_AGE", path: ["ward", "idNumber"] })
    : ok(bornOn);
}

/** The last day on which a guardianship holds: the one before the minor comes of age. */
export const lastDayOf = (bornOn: CivilDate): CivilDate => addDays(adultOn(bornOn), -1);

/** The guardianships among the authorities of one minor and one guardian, ended; undefined where none stands. */
export function endStanding(
  before: Authorities,
  now: Instant,
): { readonly known: Authorities; readonly last: Authority } | undefined {
  const standing = inForce(before, now).filter(({ guardianship }) => guardianship !== undefined);
  const end = (one: Authority): Authority => (standing.includes(one) ? { ...one, revokedAt: now } : one);
  const [last] = standing;
  const known = { ...before, authorities: before.authorities.map(end), revision: before.revision + 1 };
  return last && { known, last: end(last) };
}
