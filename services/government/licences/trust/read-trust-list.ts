import { type Fields, isFields, readFields } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { TRUST_LIST_TYPE, type TrustDocument, type TrustListKey } from "./trust-document.ts";

/** Things that a verifier carries along. */
export type TrustListReader = {
  /** The platform's keys, of which one has to have signed. */
  readonly keys: readonly TrustListKey[];
  /** The sequence of the last list that was read: an older one has been put in its place. */
  readonly seen?: number;
  /** Seconds since 1970. */
  readonly nowS: number;
};

/** A list that counts, and how long ago it was signed, in seconds. */
export type ReadTrustList = TrustDocument & { readonly ageS: number };

export type TrustListUnread =
  | { readonly code: "MALFORMED" | "UNKNOWN_KEY" | "SIGNATURE_WRONG" | "NOT_YET" }
  /** An older list than one that was seen. */
  | { readonly code: "ROLLED_BACK"; readonly sequence: number }
  | { readonly code: "EXPIRED"; readonly ageS: number };

/** Clocks differ by so much. */
const SKEW_S = 60;

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" } as const;

/**
 * Reads a signed trust list, for one who verifies licences, offline too: by WebCrypto alone, without the server. A list that is
 * refused for whatever reason trusts nobody: a licence is then neither valid nor invalid, but unknown. Errors: MALFORMED, no
 * such document; UNKNOWN_KEY and SIGNATURE_WRONG, not signed by the platform; ROLLED_BACK, older than one that was seen;
 * NOT_YET, signed in the future; EXPIRED, with its age.
 */
export async function readTrustList(
  text: string,
  { keys, seen = 0, nowS }: TrustListReader,
): Promise<Result<ReadTrustList, TrustListUnread>> {
  const [header = "", payload = "", signature = "", ...more] = text.split(".");
  const said = fieldsIn(header);
  if (more.length > 0 || said["alg"] !== "ES256" || said["typ"] !== TRUST_LIST_TYPE)
    return err({ code: "MALFORMED" });
  const key = keys.find(({ kid }) => kid === said["kid"]);
  if (!key) return err({ code: "UNKNOWN_KEY" });
  if (!(await isSigned(key, `${header}.${payload}`, signature))) return err({ code: "SIGNATURE_WRONG" });
  const document: Fields = fieldsIn(payload);
  if (!isTrustDocument(document)) return err({ code: "MALFORMED" });
  const { sequence, iat, exp } = document;
  if (sequence < seen) return err({ code: "ROLLED_BACK", sequence });
  if (iat > nowS + SKEW_S) return err({ code: "NOT_YET" });
  const ageS = Math.max(0, nowS - iat);
  return nowS < exp ? ok({ ...document, ageS }) : err({ code: "EXPIRED", ageS });
}

async function isSigned(key: TrustListKey, text: string, signature: string): Promise<boolean> {
  const bytes = bytesIn(signature);
  if (!bytes) return false;
  const { kty, crv, x, y } = key;
  const publicKey = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, CURVE, false, ["verify"]);
  return crypto.subtle.verify(SIGNATURE, publicKey, bytes, new TextEncoder().encode(text));
}

const BASE64URL = /^[\w-]+$/;

/** The bytes of a text in base64url; undefined where it is none, or says the same bytes in another way than the one. */
function bytesIn(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!BASE64URL.test(text) || text.length % 4 === 1) return undefined;
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  const binary = atob(plain);
  if (btoa(binary).replaceAll("=", "") !== plain) return undefined;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const fieldsIn = (part: string): Fields => {
  const bytes = bytesIn(part);
  return bytes ? readFields(new TextDecoder().decode(bytes)) : {};
};

const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isFields);

/** The platform signed it, and writes its parts as it does; only what its counting and times are taken from is looked at. */
const isTrustDocument = (document: Fields): document is TrustDocument =>
  ["sequence", "iat", "exp"].every((name) => Number.isSafeInteger(document[name])) &&
  ["issuers", "mappings"].every((name) => isList(document[name]));
