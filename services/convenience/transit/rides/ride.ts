import { createHash } from "node:crypto";
import { dateAt, type Month, monthOf } from "../../../kernel/civil-date.ts";
import type { TrailHead } from "../../../kernel/commit/audit-entry.ts";
import { base32, type PartnerId } from "../../../kernel/ids.ts";
import type { Fen } from "../../../kernel/money.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { CardId, TripId } from "../ids.ts";
import { CHANGE_MINUTES_MAX } from "../network/fare.ts";
import type { LineCode } from "../network/network.ts";
import { type Boarding, boardingsOf } from "./boarding.ts";
import { gatesOf, isCorrectedBy, pairedWith } from "./corrected-ends.ts";
import { RIDE_MAX_MS } from "./pairs.ts";
import { keyOf, type Pass, readsOf } from "./pass.ts";
import type { RefusedTap } from "./refused-entry.ts";

/** The charge for a ride, and its receiver. */
export type Charge = {
  readonly amount: Fen;
  /** How much of it counts towards the month's discount. */
  readonly counted: Fen;
  readonly operator: PartnerId;
  /** The part of the price that nobody is left to pay, and the operator bears; absent where there is none. */
  readonly loss?: Fen | undefined;
  /** The parts of it by a rule of clearing; without them all of it is the operator's. */
  readonly shares?: { readonly operator: PartnerId; readonly amount: Fen }[] | undefined;
};

/** A ride of a card, as far as taps tell. */
export type Ride = {
  readonly id: TripId;
  /** The card that it began on, under which its trip is listed. */
  readonly card: CardId;
  /** When its first tap was made that came in; the trip is listed by it. */
  readonly listedAt: Instant;
  readonly entry?: Pass | undefined;
  readonly exit?: Pass | undefined;
  readonly bus?: Boarding | undefined;
  /** The end that a correction has put in, where gates have told since that it was another one. */
  readonly unused?: Pass | undefined;
  /** Undefined while it is open. */
  readonly charge?: Charge | undefined;
};

/** The latest rides of a card, and what it has paid in the month; all that the next tap is judged by. */
export type RideBook = {
  readonly rides: readonly Ride[];
  readonly spent: readonly { readonly month: Month; readonly amount: Fen }[];
  /** The latest taps that were refused and put on record. */
  readonly refused?: readonly RefusedTap[] | undefined;
  /** The card to which all of it has moved. */
  readonly movedTo?: CardId | undefined;
  /** The head of the card's trail, as of when the book was written. */
  readonly trail?: TrailHead | undefined;
  /** 0 before the first ride. */
  readonly revision: number;
};

export const EMPTY_BOOK: RideBook = { rides: [], spent: [], revision: 0 };

/** The other end of a ride is waited for so long; then it is charged as incomplete. */
const OPEN_MAX_MS = DAY_MS;
/** A tap comes in so late at most. */
export const LATE_MAX_MS = 2 * DAY_MS;
/** A late tap can be the other end of a ride this old. */
const KEPT_MS = LATE_MAX_MS + RIDE_MAX_MS;
/** So long can a ride of which one end is missing be corrected. */
const CORRECTION_MAX_MS = 30 * DAY_MS;
/** A ride can go on with a journey whose last ride ended so long before; both are kept then. */
export const JOURNEY_GAP_MAX_MS = CHANGE_MINUTES_MAX * 60_000;
const MONTHS_KEPT = 2;

const ID_BYTES = 10;

/** Of the ride that a tap has made, by operator and tap number. */
export const tripIdOf = (operator: PartnerId, tap: string): TripId =>
  `trp_${base32(createHash("sha256").update(`${operator}\n${tap}`).digest().subarray(0, ID_BYTES))}`;

export const isComplete = ({ entry, exit, bus }: Ride): boolean => bus !== undefined || (!!entry && !!exit);

/** When a ride of which one end is missing is charged as it is; undefined for one that has both, or was charged. */
export function dueAt(ride: Ride): Instant | undefined {
  if (isComplete(ride) || ride.charge) return undefined;
  return plusMs(beginningOf(ride), OPEN_MAX_MS);
}

/** When the next ride of a card is to be charged as incomplete. */
export const nextDue = ({ rides }: RideBook): Instant | undefined =>
  rides.flatMap((ride) => dueAt(ride) ?? []).toSorted()[0];

/** The read of a ride that an operator has sent under a number. */
export const readIn = (
  { entry, exit, bus }: Pick<Ride, "entry" | "exit" | "bus">,
  tap: Pick<Pass, "operator" | "tap">,
): Pass | Boarding | undefined =>
  [...[entry, exit].flatMap((end) => (end ? readsOf(end) : [])), ...(bus ? boardingsOf(bus) : [])].find(
    (read) => keyOf(read) === keyOf(tap),
  );

export function beginningOf({ entry, exit, bus }: Pick<Ride, "entry" | "exit" | "bus">): Instant {
  const at = (entry ?? exit ?? bus)?.at;
  if (!at) throw new Error("a ride has at least one end");
  return at;
}

/** The calendar month in which a ride's discount is reckoned: that of its last tap. */
export function monthOfRide({ entry, exit, bus }: Ride): Month {
  const at = (exit ?? entry ?? bus)?.at;
  if (!at) throw new Error("a ride has at least one end");
  return monthOf(dateAt(at));
}

/**
 * The rides with one more pass through a gate, wherever in time it belongs: taps come late and out of order, so all
 * ends are matched anew. Reads of one gate within seconds are one pass. An exit belongs to the entry right before it
 * at the same kind of gates. An end that a correction has put in gives way to what gates have seen. A ride keeps its id with its entry, or with its exit where it has no entry.
 */
export function withPass(rides: readonly Ride[], pass: Pass, card: CardId): readonly Ride[] {
  const gates = (end: Pass): boolean => areaOf(end) === areaOf(pass);
  const { paired, aside } = pairedWith(rides, pass, gates);
  const rideOf = new Map(
    rides.flatMap((ride) =>
      gatesOf(ride)
        .flatMap(readsOf)
        .map((read) => [keyOf(read), ride]),
    ),
  );
  const taken = new Set<TripId>();
  const claim = (end: Pass | undefined): Ride | undefined => {
    const found = end ? readsOf(end).flatMap((read) => rideOf.get(keyOf(read)) ?? []) : [];
    const ride = found.find(({ id }) => !taken.has(id));
    if (ride) taken.add(ride.id);
    return ride;
  };
  // Entries first: they have the first say in which ride it is.
  const withEntry = paired.map((pair) => ({ pair, ride: claim(pair.entry) }));
  const withEnds = withEntry.map(({ pair, ride }) => ({ pair, ride: ride ?? claim(pair.exit) }));
  // Both ends of one may have gone to others: it goes on with what nobody has claimed, so that none is charged and lost.
  const left = rides.filter((ride) => gatesOf(ride).some(gates) && !taken.has(ride.id));
  let made = 0;
  // One more pass makes a ride, which need not be its own; one that parts reads of several gates makes more.
  const newId = (): TripId => {
    made += 1;
    return tripIdOf(pass.operator, made === 1 ? pass.tap : `${pass.tap}\n${made}`);
  };
  const matched = withEnds.map(({ pair, ride }): Ride => {
    const before = ride ?? left.shift();
    const unused = aside.find((each) => gatesOf(pair).some((end) => isCorrectedBy(each, end)));
    const isEnded = before?.entry === pair.entry && before?.exit === pair.exit;
    const same = isEnded && before?.unused === unused;
    if (before && same) return before;
    const first = pair.entry ?? pair.exit ?? pass;
    const {
      id,
      card: listedOn,
      listedAt,
    } = before ?? {
      ...{ id: newId(), card, listedAt: first.at },
    };
    return { id, card: listedOn, listedAt, ...pair, unused, charge: before?.charge };
  });
  const others = rides.filter((ride) => ride.bus || !gatesOf(ride).some(gates));
  return [...others, ...matched];
}

/** The only line to an airport that there was once. */
const FIRST_OWN_LINE = "airport";

/** The gates between which a ride can be: the metro's, or those of one line to an airport. */
const areaOf = ({ isAirportLine, line = FIRST_OWN_LINE as LineCode }: Pass): string =>
  isAirportLine ? `line ${line}` : "metro";

/** More than a passenger is refused in the time; further ones are recognised no longer when they are sent again. */
const REFUSED_MAX = 40;

/**
 * The rides to which later taps can still belong, those that they go on with, and the months that rides of these can fall
 * into.
 */
export function pruneBook({ rides, spent, refused, revision }: RideBook, now: Instant): RideBook {
  const oldest = plusMs(now, -KEPT_MS);
  const months = spent.toSorted((a, b) => (a.month < b.month ? -1 : 1)).slice(-MONTHS_KEPT);
  const oldestAlone = plusMs(now, -CORRECTION_MAX_MS);
  const kept = new Set<Ride>();
  let next: Instant | undefined;
  for (const ride of rides.toSorted(byEnd).toReversed()) {
    const isContinued = next !== undefined && plusMs(endOf(ride), JOURNEY_GAP_MAX_MS) >= next;
    if (endOf(ride) < (isComplete(ride) ? oldest : oldestAlone) && !isContinued) continue;
    kept.add(ride);
    next = beginningOf(ride);
  }
  const latest = (refused ?? []).filter(({ at }) => at >= oldest).slice(-REFUSED_MAX);
  return {
    ...{ rides: rides.filter((ride) => kept.has(ride)), spent: months, revision },
    ...(latest.length > 0 ? { refused: latest } : {}),
  };
}

const byEnd = (a: Ride, b: Ride): number => (endOf(a) < endOf(b) ? -1 : 1);

const endOf = (ride: Ride): Instant => ride.exit?.at ?? beginningOf(ride);
