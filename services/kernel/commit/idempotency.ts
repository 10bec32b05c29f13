import { createHash } from "node:crypto";
import { type Author, actorName } from "../actor.ts";
import { base32 } from "../ids.ts";

const ID_BYTES = 10;

/**
 * The id of the record that one operation of one actor under one idempotency key creates. The record itself is so
 * the proof that the operation was done; there is no second bookkeeping.
 */
export function idempotentId<P extends string>(
  prefix: P,
  actor: Author,
  operation: string,
  idempotencyKey: string,
): `${P}_${string}` {
  return `${prefix}_${base32(sha256([actor.mode, actorName(actor), operation, idempotencyKey]).subarray(0, ID_BYTES))}`;
}

/** Tells one checked input from another. The order of its fields counts, so it has to be made in one place. */
export const fingerprintOf = (input: unknown): string => sha256(input).toString("base64url");

const sha256 = (value: unknown): Buffer => createHash("sha256").update(JSON.stringify(value)).digest();
