import { randomBytes } from "node:crypto";
import type { Instant } from "./instant.ts";

/** By itself for the libraries that run in a browser, where there is no node:crypto. */
export type { Instant } from "./instant.ts";

/**
 * The things that a decision may not take from the air: the time and randomness. Handed in, so that tests choose both.
 */
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
  return time >= FIRST_MS && time <= LAST_MS ? instantOf(time) : undefined;
}

/** From 1900 to 9999 in Asia/Shanghai: a civil date has four digits of year wherever it comes from. */
const FIRST_MS = Date.parse("1900-01-01T00:00:00.000+08:00");
const LAST_MS = Date.parse("9999-12-31T23:59:59.999+08:00");

/** A time that no four digits of year can tell: behind it, text no longer orders dates, and no loop over them ends. */
export class OutOfCalendar extends Error {
  constructor() {
    super("a time behind the year 9999 arose");
    this.name = "OutOfCalendar";
  }
}

/** Throws OutOfCalendar. */
export function instantOf(epochMs: number): Instant {
  if (!(Math.abs(epochMs) <= DATE_MS_MAX)) throw new OutOfCalendar();
  const text = new Date(epochMs).toISOString();
  if (!/^\d/.test(text)) throw new OutOfCalendar();
  return text as Instant;
}

/** The years that a `Date` can hold. */
const DATE_MS_MAX = 8.64e15;

/** Throws OutOfCalendar. */
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(Date.parse(instant) + ms);

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
