import type { CreditCode } from "../../../field/credit-code.ts";
import type { Instant } from "../../../kernel/instant.ts";
import type { SignedPart } from "./read-presentation.ts";
import type { Reason } from "./reasons.ts";
import type { IssuerKey, SignatureAlgorithm } from "./signing.ts";

/** An issuer that is trusted, with the types that it may sign. `until` is excluded. */
export type TrustedIssuer = {
  readonly issuer: CreditCode;
  readonly types: readonly { readonly vct: string; readonly from: Instant; readonly until?: Instant }[];
};

/** A credential's own word on how it was signed. `issuedAt` in seconds since 1970. */
export type SignedBy = {
  /** Undefined where it names none that could be trusted. */
  readonly issuer: CreditCode | undefined;
  readonly keyId: string;
  readonly algorithm: string;
  readonly vct: string;
  readonly issuedAt: number;
};

/** Why an issuer may not have signed this type at that time; undefined where it may. */
export function trustReason(
  { issuer, vct, issuedAt }: SignedBy,
  trust: readonly TrustedIssuer[],
): Reason | undefined {
  const types = trust.filter((one) => one.issuer === issuer).flatMap((one) => one.types);
  if (types.length === 0) return "UNTRUSTED_ISSUER";
  const periods = types.filter((type) => type.vct === vct);
  if (periods.length === 0) return "TYPE_NOT_OF_ISSUER";
  return periods.some((period) => isWithin(issuedAt, period)) ? undefined : "ISSUER_OUT_OF_PERIOD";
}

/** The key that is said to have signed, if the issuer had it then; or why none can have. */
export function keyOf(
  { issuer, keyId, algorithm, issuedAt }: SignedBy,
  keys: readonly IssuerKey[],
): IssuerKey | Reason {
  const named = keys.filter((key) => key.keyId === keyId);
  const key = named.find((one) => one.issuer === issuer);
  if (!key) return named.length > 0 ? "KEY_OF_ANOTHER_ISSUER" : "UNKNOWN_KEY";
  if (key.algorithm !== algorithm) return "BAD_SIGNATURE";
  if (!isWithin(issuedAt, key)) return "KEY_OUT_OF_PERIOD";
  const isAfterLoss = key.compromisedSince !== undefined && issuedAt >= secondsOf(key.compromisedSince);
  return isAfterLoss ? "KEY_COMPROMISED" : key;
}

/** Why the signature under a credential does not hold; undefined where it does. */
export async function signatureReason(
  { signed, signature }: SignedPart,
  key: IssuerKey,
  algorithms: readonly SignatureAlgorithm[],
): Promise<Reason | undefined> {
  const algorithm = algorithms.find(({ name }) => name === key.algorithm);
  if (!algorithm) return "UNKNOWN_ALGORITHM";
  return (await algorithm.verify(key.publicKey, signed, signature)) ? undefined : "BAD_SIGNATURE";
}

const isWithin = (
  second: number,
  { from, until }: { readonly from: Instant; readonly until?: Instant },
): boolean => second >= secondsOf(from) && (until === undefined || second < secondsOf(until));

/** Seconds since 1970, with what is less than one. */
export const secondsOf = (instant: Instant): number => Date.parse(instant) / 1_000;
