import { createHash, verify } from "node:crypto";
import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import { type CardReader, verificationKeyOf } from "./card-reader.ts";

/** The statement of a reader about a card that it has read just now, as docs/card-readers.md describes it. */
export type CardRead = {
  readonly hall: string;
  readonly reader: string;
  readonly idNumber: string;
  readonly name: string;
  readonly readAt: Instant;
  /** Ed25519 over `cardReadText`, 64 bytes in base64url. */
  readonly signature: string;
};

export type CardReadProblem = {
  readonly code:
    | "CARD_READER_UNKNOWN"
    | "CARD_READER_RETIRED"
    | "CARD_READER_OWN"
    | "CARD_READ_NOT_NOW"
    | "CARD_READ_NOT_SIGNED";
  readonly path: readonly string[];
};

/** The card is at the window while it is read, and the clerk goes on at once. */
const READ_AGE_MAX_MS = 120_000;
/** A reader's clock may be a little fast. */
const CLOCK_AHEAD_MAX_MS = 30_000;
const SIGNATURE_BYTES = 64;
const VERSION = "civigraph-card-read-1";

/** The text that a reader signs, as UTF-8. The name, which alone may hold anything, stands last. */
export const cardReadText = ({ hall, reader, idNumber, readAt, name }: Omit<CardRead, "signature">): string =>
  [VERSION, hall, reader, idNumber, readAt, name].join("\n");

/** Tells one read from any other, whatever its signature looks like: a signature can be written in several ways. */
export const cardReadDigest = (read: Omit<CardRead, "signature">): string =>
  createHash("sha256").update(cardReadText(read)).digest("base64url");

/**
 * Whether a reader of the hall has read the card just now. A clerk does not prove anything by a reader that they have
 * added themselves: they could hold its key.
 */
export function checkCardRead(
  read: CardRead,
  reader: CardReader | undefined,
  clerk: OfficerId,
  now: Instant,
): Result<void, CardReadProblem> {
  if (!reader) return err({ code: "CARD_READER_UNKNOWN", path: ["card", "reader"] });
  if (reader.retiredAt !== undefined) return err({ code: "CARD_READER_RETIRED", path: ["card", "reader"] });
  if (reader.addedBy === clerk) return err({ code: "CARD_READER_OWN", path: ["card", "reader"] });
  if (!isSigned(read, reader)) return err({ code: "CARD_READ_NOT_SIGNED", path: ["card", "signature"] });
  const isNow = plusMs(read.readAt, READ_AGE_MAX_MS) > now && read.readAt <= plusMs(now, CLOCK_AHEAD_MAX_MS);
  return isNow ? ok(undefined) : err({ code: "CARD_READ_NOT_NOW", path: ["card", "readAt"] });
}

function isSigned(read: CardRead, { publicKey }: CardReader): boolean {
  const signature = Buffer.from(read.signature, "base64url");
  const key = verificationKeyOf(publicKey);
  if (!key || signature.length !== SIGNATURE_BYTES) return false;
  return verify(null, Buffer.from(cardReadText(read), "utf8"), key, signature);
}
