import { isFields } from "../../../kernel/fields.ts";
import type { Instant } from "../../../kernel/instant.ts";
import type { Reason } from "./reasons.ts";

/** Where a credential says that its status stands (Token Status List): the list's address, and its place there. */
export type ListAt = { readonly uri: string; readonly index: number };

/** The place that a credential's claim `status` names; undefined where it names none. */
export function listedAt(status: unknown): ListAt | undefined {
  const place = isFields(status) ? status["status_list"] : undefined;
  if (!isFields(place)) return undefined;
  const { uri, idx } = place;
  return typeof uri === "string" && Number.isSafeInteger(idx) ? { uri, index: Number(idx) } : undefined;
}

/** A credential's status, from a list whose signature was verified when it was fetched. */
export type ListedStatus = {
  /** 0 valid, 1 invalid (revoked, cancelled), 2 suspended, 3 superseded. */
  readonly status: number;
  /** Counts up with each version of the list. */
  readonly sequence: number;
  readonly fetchedAt: Instant;
  readonly ttlS: number;
  /** When the list itself ends, whatever its time to live. */
  readonly expiresAt?: Instant;
};

const REASON_OF: Readonly<Record<number, Reason>> = { 1: "REVOKED", 2: "SUSPENDED", 3: "SUPERSEDED" };
const VALID = 0;

/**
 * Why a listed status is not that of a valid licence; undefined where it is. A list that is too old, or older than one of
 * before, says nothing: a suspension may have ended, and a revocation may have been annulled.
 */
export function statusReason(
  listed: ListedStatus,
  highestSequence: number,
  now: Instant,
): Reason | undefined {
  const ageS = ageInS(listed.fetchedAt, now);
  const hasEnded = listed.expiresAt !== undefined && listed.expiresAt <= now;
  if (hasEnded || isTooOld(ageS, listed.ttlS)) return "STATUS_STALE";
  if (listed.sequence < highestSequence) return "STATUS_ROLLED_BACK";
  if (listed.status === VALID) return undefined;
  return REASON_OF[listed.status] ?? "UNKNOWN_STATUS";
}

/** Seconds since a copy was fetched. */
export const ageInS = (fetchedAt: Instant, now: Instant): number =>
  Math.floor((Date.parse(now) - Date.parse(fetchedAt)) / 1_000);

/** By so much clocks may differ. */
export const CLOCK_SKEW_S = 60;

/** A copy from the future has no age that could be trusted. */
export const isTooOld = (ageS: number, maxS: number): boolean => !(ageS <= maxS && ageS >= -CLOCK_SKEW_S);
