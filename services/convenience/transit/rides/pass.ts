import type { PartnerId } from "../../../kernel/ids.ts";
import type { Fen } from "../../../kernel/money.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LineCode, StationCode } from "../network/network.ts";

/** One end of a ride by metro, as an operator's gate has seen it. */
export type Pass = {
  readonly kind: "ENTRY" | "EXIT";
  readonly at: Instant;
  readonly station: StationCode;
  /** The gates of a line to an airport are its own. */
  readonly isAirportLine: boolean;
  /** That line; a pass of before there were two has none, and is of the first. */
  readonly line?: LineCode | undefined;
  readonly operator: PartnerId;
  /** The operator's number of the tap, or what a correction has put in its place. */
  readonly tap: string;
  /** Tells the tap from another under its number; none of a correction, and of a tap that has a record of its own. */
  readonly said?: string | undefined;
  /** The gate, by the operator's own name for it; a gate that is not named is any of its station. */
  readonly gate?: string | undefined;
  /** Why an operator has put it in; none of a pass that a gate has seen. */
  readonly correction?: string | undefined;
  /** Later reads of the card by the same gate, within seconds; they belong to this pass. */
  readonly again?: readonly Reread[] | undefined;
  /** The price if the other end never comes. */
  readonly alone: Fen;
  /** One who leaves at the station of the entry within so many minutes pays nothing; absent where there is no such rule. */
  readonly sameStationMinutes?: number | undefined;
};

/** A later read of a pass: all in which it can be another one. */
export type Reread = Pick<Pass, "at" | "tap" | "said" | "correction">;

/** So soon after another one a read by the same gate is the same pass: a card that was held to it for too long. */
const SAME_PASS_MS = 10_000;

/** A pass by each of its reads. */
export function readsOf(pass: Pass): readonly Pass[] {
  if (!pass.again) return [pass];
  const { again, ...first } = pass;
  return [first, ...again.map((read) => ({ ...first, ...rereadOf(read) }))];
}

const CORRECTS = "corrects ";

/** Stands where the number of a gate's tap would: of the end that is put in for a tap that stands alone. */
export const correctionOfTap = (number: string): string => CORRECTS + number;

/** Whether a gate has seen it; an end that a correction has put in was seen by none. */
export const isSeen = ({ tap }: Pick<Pass, "tap">): boolean => !tap.startsWith(CORRECTS);

export const keyOf = ({ operator, tap }: Pick<Pass, "operator" | "tap">): string => `${operator}\n${tap}`;

/** The gate itself: an operator that names its gates does so always. */
const gateOf = ({ kind, operator, station, gate = "" }: Pass): string =>
  [kind, operator, station, gate].join("\n");

/**
 * Passes in the order of time: all reads by one gate within seconds of the first of them are one
 * pass, unless the card has gone through in the other direction between. They are told from all reads each time, so that
 * it does not matter in which order or in which batches they come.
 */
export function mergedReads(passes: readonly Pass[]): readonly Pass[] {
  const merged: Pass[][] = [];
  const open = new Map<string, Pass[]>();
  for (const read of passes.flatMap(readsOf).toSorted(byTime)) {
    const gate = gateOf(read);
    const [first] = open.get(gate) ?? [];
    if (first && isSoonAfter(first, read)) open.get(gate)?.push(read);
    else {
      const begun = [read];
      merged.push(begun);
      for (const [other, reads] of open) if (reads[0]?.kind !== read.kind) open.delete(other);
      open.set(gate, begun);
    }
  }
  return merged.map((reads) => passOf(reads, passes));
}

/** Whether a read of a card comes so soon after a first one of the same gate that both are one. */
export const isSoonAfter = (first: Pick<Pass, "at">, read: Pick<Pass, "at">): boolean =>
  read.at <= plusMs(first.at, SAME_PASS_MS);

/** The pass of some reads: as it is known already where it has the same. */
function passOf(reads: readonly Pass[], known: readonly Pass[]): Pass {
  const same = known.find((pass) => {
    const its = readsOf(pass);
    return its.length === reads.length && its.every((read, i) => isSameRead(read, reads[i]));
  });
  if (same) return same;
  const [first, ...others] = reads;
  if (!first) throw new Error("a pass has at least one read");
  return others.length === 0 ? first : { ...first, again: others.map(rereadOf) };
}

const rereadOf = ({ at, tap, said, correction }: Reread): Reread => ({ at, tap, said, correction });

const isSameRead = (read: Pass, other: Pass | undefined): boolean =>
  other !== undefined && keyOf(read) === keyOf(other) && read.at === other.at;

/** At the same instant an exit comes first: one who leaves and enters again passes in this order. */
const byTime = (a: Pass, b: Pass): number =>
  a.at === b.at
    ? a.kind === b.kind
      ? a.tap < b.tap
        ? -1
        : 1
      : a.kind === "EXIT"
        ? -1
        : 1
    : a.at < b.at
      ? -1
      : 1;
