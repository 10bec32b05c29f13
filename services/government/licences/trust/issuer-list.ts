import type { CreditCode } from "../../../field/credit-code.ts";
import type { Fields } from "../../../kernel/fields.ts";
import type { Instant } from "../../../kernel/instant.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { TrustedIssuer } from "../credentials/check-issuer.ts";
import type { IssuerKey } from "../credentials/signing.ts";
import {
  hasClaims,
  type ListClaims,
  type ListReader,
  type ListUnread,
  readSignedList,
} from "./read-signed-list.ts";

/** The type of the signed list, in its header (JWS, RFC 7515, `typ`). */
export const ISSUER_LIST_TYPE = "issuer-list+jwt";

/** An authority of the platform's own, with the types that it signs and all keys by which it has signed or will. */
export type OwnIssuer = {
  readonly issuer: CreditCode;
  /** Signed from then on. No end: what an authority has issued is signed on when it issues no more. */
  readonly types: readonly { readonly vct: string; readonly from: Instant }[];
  readonly keys: readonly Omit<IssuerKey, "issuer">[];
};

/** The claims of the signed list. */
export type IssuerList = ListClaims & { readonly issuers: readonly OwnIssuer[] };

/** The list as `verifyPresentation` takes it, with how long ago it was signed, in seconds. */
export type ReadIssuerList = {
  readonly trust: readonly TrustedIssuer[];
  readonly keys: readonly IssuerKey[];
  readonly sequence: number;
  readonly ageS: number;
};

/**
 * Reads the list of a platform's own issuers, for one who verifies their licences, offline too: by WebCrypto alone. Errors: those
 * of `readSignedList`.
 */
export async function readIssuerList(
  text: string,
  reader: ListReader,
): Promise<Result<ReadIssuerList, ListUnread>> {
  const read = await readSignedList(text, { type: ISSUER_LIST_TYPE, isList: isIssuerList }, reader);
  if (!read.ok) return read;
  const { issuers, sequence, ageS } = read.value;
  const keys = issuers.flatMap(({ issuer, keys: own }) => own.map((key) => ({ ...key, issuer })));
  return ok({ trust: issuers.map(({ issuer, types }) => ({ issuer, types })), keys, sequence, ageS });
}

/** The platform signed it, and writes its parts as it does. */
const isIssuerList = (claims: Fields): claims is Fields & IssuerList => hasClaims(claims, ["issuers"]);
