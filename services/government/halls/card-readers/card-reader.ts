import { createPublicKey } from "node:crypto";
import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";

/** A device at a hall that reads identity cards, and signs what it reads with a key that never leaves it. */
export type CardReader = {
  /** Within its hall. */
  readonly code: string;
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: string;
  readonly addedBy: OfficerId;
  readonly addedAt: Instant;
  readonly retiredAt?: Instant | undefined;
};

/** The readers of a hall, those out of use too. */
export type HallReaders = {
  readonly readers: readonly CardReader[];
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

export const NO_READERS: HallReaders = { readers: [], revision: 0 };

export type ReaderProblem = {
  readonly code:
    | "CARD_READER_CODE_INVALID"
    | "CARD_READER_KEY_INVALID"
    | "CARD_READER_CODE_TAKEN"
    | "TOO_MANY";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const CODE_LENGTH_MAX = 20;
const KEY_BYTES = 32;
/** More than a hall has windows and kiosks. */
const READERS_MAX = 200;

/** The key that verifies what a reader signs; undefined where the text is none. */
export function verificationKeyOf(publicKey: string) {
  const bytes = Buffer.from(publicKey, "base64url");
  if (bytes.length !== KEY_BYTES || bytes.toString("base64url") !== publicKey) return undefined;
  try {
    return createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: publicKey } });
  } catch {
    return undefined;
  }
}

/**
 * One more reader of a hall. The same code with the same key again changes nothing; with another key it is refused, for a
 * key is changed by retiring the reader and adding it under another code. The oldest that is out of use makes room.
 */
export function addReader(
  { readers, revision }: HallReaders,
  { code, publicKey, addedBy }: Pick<CardReader, "code" | "publicKey" | "addedBy">,
  now: Instant,
): Result<HallReaders, ReaderProblem> {
  if (!CODE.test(code) || code.length > CODE_LENGTH_MAX)
    return err({ code: "CARD_READER_CODE_INVALID", path: ["input", "code"] });
  if (!verificationKeyOf(publicKey))
    return err({ code: "CARD_READER_KEY_INVALID", path: ["input", "publicKey"] });
  const known = readers.find((one) => one.code === code);
  if (known) {
    const isSame = known.publicKey === publicKey && known.retiredAt === undefined;
    return isSame
      ? ok({ readers, revision })
      : err({ code: "CARD_READER_CODE_TAKEN", path: ["input", "code"] });
  }
  const oldest = readers.length < READERS_MAX ? undefined : readers.find(({ retiredAt }) => retiredAt);
  if (readers.length >= READERS_MAX && !oldest)
    return err({ code: "TOO_MANY", values: { max: String(READERS_MAX) }, path: ["input"] });
  const kept = readers.filter((one) => one !== oldest);
  return ok({ readers: [...kept, { code, publicKey, addedBy, addedAt: now }], revision: revision + 1 });
}

/** A reader that was lost or replaced: nothing that it signs is believed from then on. Said again it changes nothing. */
export function retireReader(
  { readers, revision }: HallReaders,
  code: string,
  now: Instant,
): Result<HallReaders, { readonly code: "CARD_READER_UNKNOWN" }> {
  const known = readers.find((one) => one.code === code);
  if (!known) return err({ code: "CARD_READER_UNKNOWN" });
  if (known.retiredAt !== undefined) return ok({ readers, revision });
  const next = readers.map((one) => (one === known ? { ...one, retiredAt: now } : one));
  return ok({ readers: next, revision: revision + 1 });
}
