import { randomBytes } from "node:crypto";

/** An instant in UTC as `Date.toISOString` writes it: "2026-06-30T08:00:00.000Z". Compares as text. */
export type Instant = string & { readonly __unit: "instant" };

/** What a decision may not take from the air: the time and randomness. Handed in, so that tests choose both. */
export type Runtime = {
  readonly now: () => Instant;
  readonly random: (bytes: number) => Uint8Array;
};

export const systemRuntime: Runtime = {
  now: () => new Date().toISOString() as Instant,
  random: (bytes) => randomBytes(bytes),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads an ISO 8601 instant with its offset; undefined where it is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!INSTANT.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  if (month < 1 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  const instant = instantOf(time);
  // Its offset can move it out of the years 0000 to 9999, where text no longer orders time.
  return /^\d/.test(instant) ? instant : undefined;
}

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(Date.parse(instant) + ms);

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
