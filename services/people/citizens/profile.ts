import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** The platform's knowledge of a person as such. The identity number itself is not kept, only its mask. */
export type Profile = {
  readonly citizenId: CitizenId;
  readonly name: string;
  /** As `maskIdNumber` writes it. */
  readonly maskedIdNumber: string;
  /** When the register stated it; what nobody has dated stands for no card. */
  readonly recordedAt?: Instant | undefined;
  /** When an issuer of sign-in proved it; undefined for what a register stated. */
  readonly provenAt?: Instant | undefined;
};

/** A person as an issuer has proven them at a sign-in. */
export type ProvenProfile = Profile & { readonly provenAt: Instant };

/**
 * The profile after a sign-in: the first one, or one under the name that the person has by now. A register's statement
 * stays as it is, and so does what was proven later: a token of before the change lives on for an hour.
 */
export function profileAfter(before: Profile | undefined, proven: ProvenProfile): Profile {
  if (!before) return proven;
  const isLater = before.provenAt !== undefined && before.provenAt < proven.provenAt;
  return isLater && before.name !== proven.name ? proven : before;
}
