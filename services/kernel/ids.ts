import type { Runtime } from "./runtime.ts";

/** Crockford's base 32 in lower case: no i, l, o, u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

/** The bytes that `base32` wrote, or undefined for text that it cannot have written. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return undefined;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return value === 0 && bits < 5 ? Uint8Array.from(bytes) : undefined;
}

/** Any global id: its prefix tells its kind. The kinds of a service stand in its own `ids.ts`. */
export type GlobalId = `${string}_${string}`;

/** The ids that an `Actor` is made of, which every layer above knows as well. */
export type CitizenId = `ctz_${string}`;
export type OfficerId = `ofc_${string}`;
export type PartnerId = `ptn_${string}`;
export type KeyId = string & { readonly __id: "key" };

const ID_BYTES = 10;

/** A new random id: 16 base-32 characters behind the prefix. */
export function newId<P extends string>(prefix: P, runtime: Pick<Runtime, "random">): `${P}_${string}` {
  return `${prefix}_${base32(runtime.random(ID_BYTES))}`;
}

export function isId<P extends string>(prefix: P, text: string): text is `${P}_${string}` {
  return text.startsWith(`${prefix}_`) && /^[0-9a-hjkmnp-tv-z]{8,64}$/.test(text.slice(prefix.length + 1));
}
