/*
 * Signed texts in their compact form (JWS, RFC 7515), and base64url. Phones and counters read and write them, so nothing here is
 * of Node: browsers have no Buffer, and not all of them Uint8Array.fromBase64.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const ALPHABET = /^[\w-]*$/;
/** The most arguments that one call takes on any engine. */
const LETTERS_AT_ONCE = 8_192;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function toBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += LETTERS_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(i, i + LETTERS_AT_ONCE));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes that a text stands for; undefined for what is no base64url. */
export function readBase64url(text: string): Bytes | undefined {
  if (!ALPHABET.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
}

/** Claims under a header, signed. The signature is r and s, 64 bytes. */
export async function writeJws(
  header: object,
  claims: object,
  sign: (message: Bytes) => Uint8Array | Promise<Uint8Array>,
): Promise<string> {
  const signed = [header, claims].map((part) => toBase64url(utf8(JSON.stringify(part)))).join(".");
  return `${signed}.${toBase64url(await sign(utf8(signed)))}`;
}
