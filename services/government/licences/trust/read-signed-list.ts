import { type Fields, readFields } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { ES256 } from "../credentials/es256.ts";
import { readBase64url, toBase64url, utf8 } from "../jws.ts";
import type { TrustListKey } from "./trust-document.ts";

/** Things that a verifier carries along. */
export type ListReader = {
  /** The platform's keys, of which one has to have signed. */
  readonly keys: readonly TrustListKey[];
  /** The sequence of the last list that was read: an older one has been put in its place. */
  readonly seen?: number;
  /** Seconds since 1970. */
  readonly nowS: number;
};

export type ListUnread =
  | { readonly code: "MALFORMED" | "UNKNOWN_KEY" | "SIGNATURE_WRONG" | "NOT_YET" }
  /** An older list than one that was seen. */
  | { readonly code: "ROLLED_BACK"; readonly sequence: number }
  | { readonly code: "EXPIRED"; readonly ageS: number };

/** The claims of each list that the platform signs. Times are seconds since 1970. */
export type ListClaims = { readonly sequence: number; readonly iat: number; readonly exp: number };

/** Clocks differ by so much. */
const SKEW_S = 60;

/**
 * Reads a list that the platform has signed (JWS, compact, ES256), offline too: by WebCrypto alone. `isList` looks at its claims.
 * Errors: MALFORMED, no such document; UNKNOWN_KEY and SIGNATURE_WRONG, not signed by the platform; ROLLED_BACK, older than one
 * that was seen; NOT_YET, signed in the future; EXPIRED, with its age.
 */
export async function readSignedList<T extends ListClaims>(
  text: string,
  { type, isList }: { readonly type: string; readonly isList: (claims: Fields) => claims is Fields & T },
  { keys, seen = 0, nowS }: ListReader,
): Promise<Result<T & { readonly ageS: number }, ListUnread>> {
  const [header = "", payload = "", signature = "", ...more] = text.split(".");
  const said = fieldsIn(header);
  if (more.length > 0 || said["alg"] !== "ES256" || said["typ"] !== type) return err({ code: "MALFORMED" });
  const key = keys.find(({ kid }) => kid === said["kid"]);
  if (!key) return err({ code: "UNKNOWN_KEY" });
  const signed = bytesIn(signature);
  const isSigned = signed && (await ES256.verify(key, utf8(`${header}.${payload}`), signed));
  if (!isSigned) return err({ code: "SIGNATURE_WRONG" });
  const claims = fieldsIn(payload);
  if (!isList(claims)) return err({ code: "MALFORMED" });
  const { sequence, iat, exp } = claims;
  if (sequence < seen) return err({ code: "ROLLED_BACK", sequence });
  if (iat > nowS + SKEW_S) return err({ code: "NOT_YET" });
  const ageS = Math.max(0, nowS - iat);
  return nowS < exp ? ok({ ...claims, ageS }) : err({ code: "EXPIRED", ageS });
}

/** Whether the numbers are there by which each list is ordered, and lists by these names. */
export const hasClaims = (claims: Fields, lists: readonly string[]): boolean =>
  ["sequence", "iat", "exp"].every((name) => Number.isSafeInteger(claims[name])) &&
  lists.every((name) => isListOfFields(claims[name]));

const isListOfFields = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => typeof one === "object" && one !== null && !Array.isArray(one));

/** The bytes of a text in base64url; undefined where it is none, or says the same bytes in another way than the one. */
function bytesIn(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = readBase64url(text);
  return bytes && toBase64url(bytes) === text ? bytes : undefined;
}

const fieldsIn = (part: string): Fields => {
  const bytes = bytesIn(part);
  return bytes ? readFields(new TextDecoder().decode(bytes)) : {};
};
