import { documentOf, type IdentityNumber, maskIdNumber } from "../../field/identity-document.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** The platform's knowledge of a person as such. */
export type Profile = {
  readonly citizenId: CitizenId;
  readonly name: string;
  /** As `maskIdNumber` writes it. */
  readonly maskedIdNumber: string;
  /** The number itself, sealed for this person's record. Records from before numbers were kept have none. */
  readonly sealedIdNumber?: string | undefined;
  /** The birth date as the number tells it. Records from before ages were looked at have none. */
  readonly bornOn?: CivilDate | undefined;
  /** When the register stated it; what nobody has dated stands for no card. */
  readonly recordedAt?: Instant | undefined;
  /** When an issuer of sign-in proved it; undefined for what a register stated. */
  readonly provenAt?: Instant | undefined;
};

/** A person as an issuer has proven them at a sign-in. */
export type ProvenProfile = Profile & { readonly provenAt: Instant };

/**
 * The profile after a sign-in: the first one, or one under the name that the person has by now, or with a birth date. A register's statement
 * stays as it is, and so does what was proven later: a token of before the change lives on for an hour.
 */
export function profileAfter(before: Profile | undefined, proven: ProvenProfile): Profile {
  if (!before) return proven;
  const isLater = before.provenAt !== undefined && before.provenAt < proven.provenAt;
  const isNews = before.name !== proven.name || before.bornOn !== proven.bornOn;
  return isLater && isNews ? proven : before;
}

type StatedPerson = Pick<Profile, "citizenId" | "name"> & { readonly idNumber: IdentityNumber };

/** One person's record alone can be opened with what was sealed for it: nobody can move a number to another. */
const readerOf = (citizen: CitizenId): string => `profile ${citizen}`;

/** A person as a register or a sign-in states them, as they are kept. */
export function profileOf<P extends StatedPerson>(stated: P, { seal }: Pick<Secrets, "seal">) {
  const { idNumber, ...person } = stated;
  const { born } = documentOf(idNumber);
  return {
    ...person,
    ...(born ? { bornOn: born } : {}),
    maskedIdNumber: maskIdNumber(idNumber),
    sealedIdNumber: seal(readerOf(stated.citizenId), idNumber),
  };
}

/** The identity number of a person; undefined where it is not kept. */
export function idNumberOf(
  { citizenId, sealedIdNumber }: Profile,
  { unseal }: Pick<Secrets, "unseal">,
): string | undefined {
  if (sealedIdNumber === undefined) return undefined;
  const hidden = unseal(sealedIdNumber);
  if (hidden?.reader !== readerOf(citizenId)) throw new Error("a person's identity number cannot be opened");
  return hidden.id;
}
