import { compareDecimals, type Decimal } from "../../../kernel/decimal.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { BusService } from "../network/fare.ts";
import { isSoonAfter } from "./pass.ts";

/** A ride by bus, which one tap tells whole. */
export type Boarding = {
  readonly at: Instant;
  readonly operator: PartnerId;
  readonly tap: string;
  /** As of a pass. */
  readonly said?: string | undefined;
  /** The vehicle's reader, by the operator's own name for it; no read belongs to another one where it is not named. */
  readonly gate?: string | undefined;
  readonly distanceKm: Decimal;
  /** A regular line where it is not said. */
  readonly service?: BusService | undefined;
  /** Outside the city's area, where cards have another price. */
  readonly isOutside?: boolean | undefined;
  /** Of one more person, whom the holder pays for; a ride of its own. */
  readonly isCompanion?: boolean | undefined;
  /** Later reads of the card by the same reader, within seconds; they belong to this ride. */
  readonly again?: readonly BoardingReread[] | undefined;
};

/** A later read of a ride by bus: all in which it can be another one. */
export type BoardingReread = Omit<Boarding, "operator" | "gate" | "isCompanion" | "again">;

/** A ride by bus by each of its reads. */
export function boardingsOf(bus: Boarding): readonly Boarding[] {
  if (!bus.again) return [bus];
  const { again, operator, gate, ...first } = bus;
  return [first, ...again].map((read) => ({ ...read, operator, gate }));
}

/** The reader by which further reads are told from other rides; undefined for a read that is a ride whatever comes. */
export const readerOf = ({ operator, gate, isCompanion }: Boarding): string | undefined =>
  gate === undefined || isCompanion ? undefined : [operator, gate].join("\n");

/**
 * The reads of one reader as rides, in the order of time: all within seconds of the first of them are one. They are told
 * from all reads each time, as passes through a gate are, so that it does not matter in which order they come. One more
 * read makes one more ride at most, and the first reads of two rides never belong to one.
 */
export function mergedBoardings(reads: readonly Boarding[]): readonly Boarding[] {
  const merged: Boarding[][] = [];
  for (const read of reads.toSorted(byTime)) {
    const last = merged.at(-1);
    const [first] = last ?? [];
    if (last && first && isSoonAfter(first, read)) last.push(read);
    else merged.push([read]);
  }
  return merged.flatMap(([first, ...others]) => (first ? [withReads(first, others)] : []));
}

const byTime = (a: Boarding, b: Boarding): number =>
  a.at === b.at ? (a.tap < b.tap ? -1 : 1) : a.at < b.at ? -1 : 1;

const withReads = (first: Boarding, others: readonly Boarding[]): Boarding =>
  others.length === 0
    ? first
    : { ...first, again: others.map(({ operator: _, gate: __, again: ___, ...read }) => read) };

/** How far a ride goes: as far as the farthest of its reads says, for a read that ended at once was no ride. */
export const distanceOf = (bus: Boarding): Decimal =>
  boardingsOf(bus)
    .map(({ distanceKm }) => distanceKm)
    .reduce((far, each) => (compareDecimals(each, far) > 0 ? each : far));
