import { SDJwt } from "@sd-jwt/core";
import { type Fields, isFields, isObject } from "../../../kernel/fields.ts";
import { readBase64url, toBase64url, utf8 } from "../jws.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";
import type { Bytes } from "./signing.ts";

/** A JWS in parts: what it says, what was signed, and by which signature. */
export type SignedPart = {
  readonly header: Fields;
  readonly payload: Fields;
  readonly signed: Bytes;
  readonly signature: Bytes;
};

/** An SD-JWT with the disclosures that its holder shows, and a KB-JWT if the holder has signed. Nothing is verified yet. */
export type Presentation = {
  readonly credential: SignedPart;
  readonly binding: SignedPart | undefined;
  /** SHA-256 of all that the holder signs, in base64url (`sd_hash`). */
  readonly sdHash: string;
  /** All claims that are disclosed; undefined where a disclosure is none of the credential's. */
  readonly claims: () => Promise<Fields | undefined>;
};

/** Longer ones are no licence; a QR code holds 2,953 bytes. */
const TEXT_CHARS_MAX = 65_536;

/** Base64url without spare bits: each text stands for other bytes, and no two texts are the same presentation. */
const SEGMENT = "(?:[\\w-]{4})*(?:[\\w-]{4}|[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])";
const JWS = new RegExp(`^${SEGMENT}\\.${SEGMENT}\\.${SEGMENT}$`);
const DISCLOSURE = new RegExp(`^${SEGMENT}$`);

/** Reads a presentation in compact form (RFC 9901, section 4); undefined for what is none. */
export async function readPresentation(text: string): Promise<Presentation | undefined> {
  if (text.length > TEXT_CHARS_MAX) return undefined;
  const [jws = "", ...rest] = text.split("~");
  const bindingText = rest.pop();
  const isBound = bindingText !== undefined && bindingText !== "";
  const isWellFormed =
    bindingText !== undefined &&
    JWS.test(jws) &&
    rest.every((one) => DISCLOSURE.test(one)) &&
    (!isBound || JWS.test(bindingText));
  if (!isWellFormed) return undefined;
  const decoded = await decodedOf(text);
  const credential = partOf(jws, decoded?.jwt);
  const binding = isBound ? partOf(bindingText, decoded?.kbJwt) : undefined;
  if (!decoded || !credential || (isBound && !binding)) return undefined;
  const { payload } = credential;
  // No other hash is allowed for, and by none is the same text read twice.
  if (payload["_sd_alg"] !== undefined && payload["_sd_alg"] !== "sha-256") return undefined;
  return {
    ...{ credential, binding },
    sdHash: await digestOf(text.slice(0, text.lastIndexOf("~") + 1)),
    claims: () => claimsOf(decoded, payload),
  };
}

async function decodedOf(text: string): Promise<SDJwt | undefined> {
  try {
    return await SDJwt.fromEncode(text, hasher);
  } catch {
    // A text of outside that is no JSON in base64url: nothing that anybody has signed.
    return undefined;
  }
}

function partOf(
  text: string,
  read: { header?: unknown; payload?: unknown } | undefined,
): SignedPart | undefined {
  if (!isObject(read?.header) || !isObject(read.payload)) return undefined;
  const end = text.lastIndexOf(".");
  const signature = readBase64url(text.slice(end + 1));
  return (
    signature && {
      ...{ header: read.header, payload: read.payload },
      signed: utf8(text.slice(0, end)),
      signature,
    }
  );
}

/**
 * The claims with all that is disclosed. RFC 9901 (section 7.1) refuses a disclosure that nothing refers to, a digest that
 * stands twice, and a name that is taken; the library overlooks these.
 */
async function claimsOf(decoded: SDJwt, payload: Fields): Promise<Fields | undefined> {
  const disclosures = new Map<string, Disclosed>();
  for (const disclosure of decoded.disclosures ?? []) {
    const digest = await disclosure.digest({ hasher, alg: "sha-256" });
    if (disclosures.has(digest) || typeof disclosure.salt !== "string") return undefined;
    disclosures.set(digest, disclosure);
  }
  if (!areAllReferred(payload, disclosures)) return undefined;
  try {
    return await decoded.getClaims<Fields>(hasher);
  } catch (error) {
    // A nesting that is too deep for a stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Disclosed = { readonly key?: unknown; readonly value?: unknown };

/** Whether each disclosure is referred to, by the payload or a disclosure that is, and in the way that it is made for. */
function areAllReferred(payload: Fields, disclosures: ReadonlyMap<string, Disclosed>): boolean {
  const seen = new Set<string>();
  let reached = 0;
  // A list in place of a call for each level: a text of outside may be nested as deep as it is long.
  const open: unknown[] = [payload];
  while (open.length > 0) {
    const level = open.pop();
    if (!isFields(level)) continue;
    const names: unknown[] = Object.keys(level);
    for (const { digest, isElement } of referencesOf(level)) {
      if (typeof digest !== "string" || seen.has(digest)) return false;
      seen.add(digest);
      const disclosed = disclosures.get(digest);
      if (!disclosed) continue;
      const isFitting = isElement ? disclosed.key === undefined : isFreeName(disclosed.key, names);
      if (!isFitting) return false;
      names.push(disclosed.key);
      reached += 1;
      open.push(disclosed.value);
    }
    open.push(...Object.values(level));
  }
  return reached === disclosures.size;
}

type Reference = { readonly digest: unknown; readonly isElement: boolean };

function referencesOf(level: Fields): readonly Reference[] {
  if (Array.isArray(level))
    return level
      .filter((one) => isObject(one) && Object.hasOwn(one, "..."))
      .map((one) => ({ digest: one["..."], isElement: true }));
  const digests = level["_sd"];
  if (digests === undefined) return [];
  return Array.isArray(digests)
    ? digests.map((digest) => ({ digest, isElement: false }))
    : [{ digest: undefined, isElement: false }];
}

const isFreeName = (name: unknown, taken: readonly unknown[]): boolean =>
  typeof name === "string" && name !== "" && !RESERVED_NAMES.includes(name) && !taken.includes(name);

/** SHA-256 for the library, by WebCrypto. Throws for any other algorithm. */
export async function hasher(data: string | ArrayBuffer, algorithm: string): Promise<Uint8Array> {
  if (algorithm !== "sha-256") throw new RangeError(`${algorithm} is not SHA-256`);
  const bytes = typeof data === "string" ? utf8(data) : new Uint8Array(data);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

const digestOf = async (text: string): Promise<string> => toBase64url(await hasher(text, "sha-256"));
