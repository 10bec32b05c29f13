import { fromBase32 } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { timePrefix } from "../transfer.ts";

const PREFIX = "tfr_";
const TIME_LETTERS = timePrefix("1970-01-01T00:00:00.000Z" as Instant).length;

/** Transfers are booked from this id on, and before the one that ends the range, which is left out. */
export type IdRange = { readonly from: string; readonly to: string };

/** Before every id, and behind every id: they are written in digits and lower-case letters. */
export const FIRST_ID = `${PREFIX}0`;
export const LAST_ID = `${PREFIX}~`;

/** The ids of all transfers that are booked from then on are greater, those of all before are less. */
export const edgeAt = (at: Instant): string => `${PREFIX}${timePrefix(at)}`;

/**
 * Cuts what begins with an id into ranges of the same length of time, so that several can be read at once. One alone
 * where there is no time to be cut, or no end to be cut up to.
 */
export function cutByTime({ from, to }: IdRange, parts: number): readonly IdRange[] {
  const [start, end] = [msOf(from), msOf(to)];
  if (start === undefined || end === undefined || end - start < parts) return [{ from, to }];
  const edges = Array.from({ length: parts - 1 }, (_, i) =>
    edgeAt(new Date(start + Math.floor(((end - start) * (i + 1)) / parts)).toISOString() as Instant),
  );
  return [from, ...edges].map((first, i) => ({ from: first, to: edges[i] ?? to }));
}

/** The time that an id begins with; undefined for one that begins with none. */
function msOf(id: string): number | undefined {
  const bytes = fromBase32(id.slice(PREFIX.length, PREFIX.length + TIME_LETTERS));
  return bytes?.length === 6 ? Buffer.from(bytes).readUIntBE(0, 6) : undefined;
}
