import { createCipheriv, createDecipheriv, hkdfSync, timingSafeEqual } from "node:crypto";
import { base32, fromBase32 } from "../ids.ts";
import { deriveKeys, oncePerUse } from "./derived-keys.ts";
import { SEED_BYTES, type SigningKey, signingKeyOf } from "./signing-key.ts";

const TAG_BYTES = 16;
const ISSUED_SECRET_BYTES = 20;

/**
 * The uses of keys that are derived from the root secret. Each service merges its own, with its folder's name, so that two
 * services with one use do not compile. A use never changes its text: all that was made with its key would be void.
 */
export interface KeyUses {
  readonly "citizen-id": KeyUsedBy<"kernel", "mac">;
  readonly "issued-secret": KeyUsedBy<"kernel", "mac">;
  readonly cursor: KeyUsedBy<"kernel", "mac">;
  readonly "reference-mac": KeyUsedBy<"kernel", "mac">;
  readonly "reference-stream": KeyUsedBy<"kernel", "cipher">;
}

/** A key of a service, and the one thing that is done with it. */
export type KeyUsedBy<Name extends string, Kind extends "mac" | "sign" | "derive" | "cipher"> = {
  readonly of: Name;
  readonly kind: Kind;
};

/** The uses of which this is done. */
export type UseFor<Kind> = {
  [Use in keyof KeyUses]: KeyUses[Use] extends { readonly kind: Kind } ? Use : never;
}[keyof KeyUses];

/** Keys derived from the root secret, one for each use, so that no two uses can be played against each other. */
export type Secrets = {
  /** HMAC-SHA256 of a text, by the key of this use. */
  readonly mac: (use: UseFor<"mac">, text: string) => Buffer;
  /** The key pair of this use, for what others verify. */
  readonly signingKey: (use: UseFor<"sign">) => SigningKey;
  /**
   * The key pair of one of the many for whom this use signs, by their name. The use's own key derives these and does nothing
   * else. One who asks for names that a caller makes up keeps a key of each.
   */
  readonly signingKeyFor: (use: UseFor<"derive">, name: string) => SigningKey;
  /** The platform's id for a person, from the identity number, which itself is not stored. */
  readonly citizenDigest: (idNumber: string) => string;
  /** A secret of 160 bits in base 32, from a random seed and what only its caller knows; the same for the same. */
  readonly issuedSecret: (seed: string, known: string) => string;
  readonly sign: (text: string) => string;
  /**
   * Hides an internal id from the one who reads it: deterministic for reader and id, different for each reader,
   * and only the platform can undo it. A synthetic initialisation vector (HMAC of reader and id) both
   * authenticates and keys the stream, after the construction of RFC 5297.
   */
  readonly seal: (reader: string, id: string) => string;
  /** The value that `seal` hid, and its reader; undefined for anything else. */
  readonly unseal: (sealed: string) => Hidden | undefined;
};

type Hidden = { readonly reader: string; readonly id: string };

export function deriveSecrets(root: string): Secrets {
  const { bytesFor, keyFor, mac } = deriveKeys(root);
  const signingKey = oncePerUse((use: UseFor<"sign">) => signingKeyOf(bytesFor(use, SEED_BYTES)));
  const signingKeyFor = oncePerUse((use: UseFor<"derive">) => {
    const ofUse = keyFor(use);
    return oncePerUse((name: string) =>
      signingKeyOf(Buffer.from(hkdfSync("sha256", ofUse, "civigraph", name, SEED_BYTES))),
    );
  });

  const open = (sealed: string): Hidden | undefined => {
    const bytes = fromBase32(sealed);
    if (!bytes || bytes.length <= TAG_BYTES) return undefined;
    const tag = bytes.subarray(0, TAG_BYTES);
    const decipher = createDecipheriv("aes-256-ctr", keyFor("reference-stream"), tag);
    const opened = Buffer.concat([decipher.update(bytes.subarray(TAG_BYTES)), decipher.final()]);
    const plain = opened.toString("utf8");
    if (!timingSafeEqual(mac("reference-mac", plain).subarray(0, TAG_BYTES), tag)) return undefined;
    const [reader = "", id = ""] = plain.split("\n");
    return { reader, id };
  };
  // One request asks for the same reference several times.
  let last: { readonly sealed: string; readonly hidden: Hidden | undefined } = {
    sealed: "",
    hidden: undefined,
  };

  return {
    mac,
    signingKey,
    signingKeyFor: (use, name) => signingKeyFor(use)(name),
    citizenDigest: (idNumber) => base32(mac("citizen-id", idNumber).subarray(0, 15)),
    issuedSecret: (seed, known) =>
      base32(mac("issued-secret", `${seed}\n${known}`).subarray(0, ISSUED_SECRET_BYTES)),
    sign: (text) => mac("cursor", text).subarray(0, 12).toString("base64url"),
    seal: (reader, id) => {
      const plain = `${reader}\n${id}`;
      const tag = mac("reference-mac", plain).subarray(0, TAG_BYTES);
      const cipher = createCipheriv("aes-256-ctr", keyFor("reference-stream"), tag);
      return base32(Buffer.concat([tag, cipher.update(plain, "utf8"), cipher.final()]));
    },
    unseal: (sealed) => {
      if (last.sealed !== sealed) last = { sealed, hidden: open(sealed) };
      return last.hidden;
    },
  };
}
