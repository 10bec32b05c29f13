import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from "node:crypto";
import type { Mode } from "../actor.ts";
import { base32, type CitizenId, fromBase32 } from "../ids.ts";
import { SEED_BYTES, type SigningKey, signingKeyOf } from "./signing-key.ts";

/** Below this a root secret could be guessed. */
const ROOT_SECRET_LENGTH_MIN = 32;
const TAG_BYTES = 16;
const ISSUED_SECRET_BYTES = 20;

/** Keys derived from the root secret, one for each use, so that no two uses can be played against each other. */
export type Secrets = {
  /** HMAC-SHA256 of an API key's secret part, with a pepper that the database does not hold. */
  readonly hashApiKey: (secret: string) => string;
  /** The platform's id for a person, from the identity number, which itself is not stored. */
  readonly citizenDigest: (idNumber: string) => string;
  readonly hashLinkToken: (token: string) => string;
  /** A secret of 160 bits in base 32, from a random seed and what only its caller knows; the same for the same. */
  readonly issuedSecret: (seed: string, known: string) => string;
  /**
   * Of a one-time code that was sent to a person's telephone: six digits alone could be tried out by anybody who reads the
   * database. `purpose` is what the code is for, `sentAt` tells it from the same digits of another time.
   */
  readonly codeDigest: (sent: SentDigits) => string;
  readonly sign: (text: string) => string;
  /**
   * A citizen's place in the draw for an item's pilot, from 0 to below 100: the same whenever it is asked for, another
   * for another item, and nobody can work out their own or choose it.
   */
  readonly pilotPlace: (itemCode: string, citizen: CitizenId) => number;
  /** Signs ride credentials and lists of refused cards; test cards open no gate in earnest. */
  readonly rideCodeKey: (mode: Mode) => SigningKey;
  /**
   * Hides an internal id from the one who reads it: deterministic for reader and id, different for each reader,
   * and only the platform can undo it. A synthetic initialisation vector (HMAC of reader and id) both
   * authenticates and keys the stream, after the construction of RFC 5297.
   */
  readonly seal: (reader: string, id: string) => string;
  /** The value that `seal` hid, and its reader; undefined for anything else. */
  readonly unseal: (sealed: string) => Hidden | undefined;
};

export type SentDigits = {
  readonly citizen: CitizenId;
  readonly purpose: string | undefined;
  readonly sentAt: string;
  readonly code: string;
};

type Hidden = { readonly reader: string; readonly id: string };

export function deriveSecrets(root: string): Secrets {
  if (root.length < ROOT_SECRET_LENGTH_MIN) {
    throw new Error(`the root secret is shorter than ${ROOT_SECRET_LENGTH_MIN} characters`);
  }
  // Key objects, because node:crypto takes several times as long to import a key as to use it.
  const derive = (use: string): KeyObject =>
    createSecretKey(Buffer.from(hkdfSync("sha256", root, "civigraph", use, 32)));
  const mac = (key: KeyObject, text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const pepper = derive("api-key-pepper");
  const citizen = derive("citizen-id");
  const link = derive("link-token");
  const issued = derive("issued-secret");
  const codes = derive("telephone-code");
  const signing = derive("cursor");
  const pilots = derive("pilot-draw");
  const rideCodeKeys = new Map<Mode, SigningKey>();
  const refMac = derive("reference-mac");
  const refStream = derive("reference-stream");

  const open = (sealed: string): Hidden | undefined => {
    const bytes = fromBase32(sealed);
    if (!bytes || bytes.length <= TAG_BYTES) return undefined;
    const tag = bytes.subarray(0, TAG_BYTES);
    const decipher = createDecipheriv("aes-256-ctr", refStream, tag);
    const opened = Buffer.concat([decipher.update(bytes.subarray(TAG_BYTES)), decipher.final()]);
    const plain = opened.toString("utf8");
    if (!timingSafeEqual(mac(refMac, plain).subarray(0, TAG_BYTES), tag)) return undefined;
    const [reader = "", id = ""] = plain.split("\n");
    return { reader, id };
  };
  // One request asks for the same reference several times.
  let last: { readonly sealed: string; readonly hidden: Hidden | undefined } = {
    sealed: "",
    hidden: undefined,
  };

  return {
    hashApiKey: (secret) => mac(pepper, secret).toString("base64url"),
    citizenDigest: (idNumber) => base32(mac(citizen, idNumber).subarray(0, 15)),
    hashLinkToken: (token) => mac(link, token).toString("base64url"),
    issuedSecret: (seed, known) => base32(mac(issued, `${seed}\n${known}`).subarray(0, ISSUED_SECRET_BYTES)),
    codeDigest: ({ citizen: to, purpose = null, sentAt, code }) =>
      mac(codes, JSON.stringify([to, purpose, sentAt, code])).toString("base64url"),
    sign: (text) => mac(signing, text).subarray(0, 12).toString("base64url"),
    pilotPlace: (itemCode, citizen) =>
      (mac(pilots, `${itemCode}\n${citizen}`).readUInt32BE(0) / 2 ** 32) * 100,
    rideCodeKey: (mode) => {
      const key =
        rideCodeKeys.get(mode) ??
        signingKeyOf(Buffer.from(hkdfSync("sha256", root, "civigraph", `ride-code-${mode}`, SEED_BYTES)));
      rideCodeKeys.set(mode, key);
      return key;
    },
    seal: (reader, id) => {
      const plain = `${reader}\n${id}`;
      const tag = mac(refMac, plain).subarray(0, TAG_BYTES);
      const cipher = createCipheriv("aes-256-ctr", refStream, tag);
      return base32(Buffer.concat([tag, cipher.update(plain, "utf8"), cipher.final()]));
    },
    unseal: (sealed) => {
      if (last.sealed !== sealed) last = { sealed, hidden: open(sealed) };
      return last.hidden;
    },
  };
}
