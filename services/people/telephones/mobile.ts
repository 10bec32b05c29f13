import { isMobileNumber, maskMobileNumber } from "../../field/mobile-number.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** A mobile number as it is kept. */
export type KeptNumber = {
  /** Sealed for its owner's record: the same number of somebody else looks different. */
  readonly number: string;
  /** As `maskMobileNumber` writes it. */
  readonly maskedNumber: string;
};

export type MobileInvalid = { readonly code: "MOBILE_INVALID"; readonly path: readonly string[] };

/** A number is sealed for its own record, so that the database does not tell who has the same number. */
const readerOf = (citizen: CitizenId): string => `telephone ${citizen}`;

/** A number as it is kept for its owner. Errors: MOBILE_INVALID. */
export function keepNumber(
  mobile: string,
  citizen: CitizenId,
  { seal }: Pick<Secrets, "seal">,
): Result<KeptNumber, MobileInvalid> {
  if (!isMobileNumber(mobile)) return err({ code: "MOBILE_INVALID", path: ["mobile"] });
  return ok({ number: seal(readerOf(citizen), mobile), maskedNumber: maskMobileNumber(mobile) });
}

/** The number itself, to send something to it. */
export function openNumber(
  { number }: KeptNumber,
  citizen: CitizenId,
  { unseal }: Pick<Secrets, "unseal">,
): string {
  const hidden = unseal(number);
  if (hidden?.reader !== readerOf(citizen)) throw new Error("a telephone's number cannot be opened");
  return hidden.id;
}
