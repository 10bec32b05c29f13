import type { RegionCode } from "../../../field/region.ts";
import { type CivilDate, dateAt, type Month } from "../../../kernel/civil-date.ts";
import type { Decimal } from "../../../kernel/decimal.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  type CardKind,
  type Fare,
  type FareRule,
  fareOf,
  fareRuleOn,
  type TransitMode,
} from "../network/fare.ts";
import { FARE_RULES } from "../network/fare-rules.ts";
import { kmOf, shortestPath } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import { beginningOf, type Charge, dueAt, monthOfRide, type Pass, type Ride, type RideBook } from "./ride.ts";

export type Passenger = { readonly kind: CardKind; readonly region: RegionCode };

/** How a whole ride's price comes about. */
export type TripFare = Fare & { readonly distanceKm: Decimal };

/** A ride that a tap, or time, has changed: as it was, and as it is. */
export type RideChange = {
  readonly before?: Ride | undefined;
  readonly after: Ride;
  /** None for a ride of which one end is missing. */
  readonly fare?: TripFare | undefined;
};

/**
 * Prices the rides that are not as they stand in the book, in the order of time, each by what the card has paid in the
 * month before it comes in: a discount that was given is not taken back by a tap that comes late.
 */
export function priceRides(
  book: RideBook,
  rides: readonly Ride[],
  passenger: Passenger,
  now: Instant,
): { readonly book: RideBook; readonly changes: readonly RideChange[] } {
  const known = new Map(book.rides.map((ride) => [ride.id, ride]));
  let { spent } = book;
  const changes: RideChange[] = [];
  const next = rides.toSorted(byBeginning).map((ride) => {
    const before = known.get(ride.id);
    if (before === ride && !isDue(ride, now)) return ride;
    if (before?.charge) spent = spentWith(spent, monthOfRide(before), fen(-before.charge.counted));
    const price = priceOf(ride, passenger, spentIn(spent, monthOfRide(ride)), now);
    const after = { ...ride, charge: price?.charge };
    if (after.charge) spent = spentWith(spent, monthOfRide(ride), after.charge.counted);
    changes.push({ before, after, fare: price?.fare });
    return after;
  });
  return { book: { rides: next, spent, revision: book.revision + 1 }, changes };
}

const byBeginning = (a: Ride, b: Ride): number => (beginningOf(a) < beginningOf(b) ? -1 : 1);

const isDue = (ride: Ride, now: Instant): boolean => (dueAt(ride) ?? now) < now;

export const spentIn = (spent: RideBook["spent"], month: Month): Fen =>
  spent.find((each) => each.month === month)?.amount ?? ZERO;

function spentWith(spent: RideBook["spent"], month: Month, amount: Fen): RideBook["spent"] {
  const others = spent.filter((each) => each.month !== month);
  return [...others, { month, amount: addMoney(spentIn(spent, month), amount) }];
}

type Price = { readonly charge: Charge; readonly fare?: TripFare };

/** Undefined for a ride whose other end is still waited for. */
function priceOf(ride: Ride, passenger: Passenger, monthSpend: Fen, now: Instant): Price | undefined {
  const { entry, exit, bus } = ride;
  if (bus) {
    const { distanceKm, operator } = bus;
    return wholePrice("BUS", passenger, dateAt(bus.at), { distanceKm, monthSpend, operator });
  }
  if (entry && exit) {
    const { isAirportLine, operator } = exit;
    const distanceKm = kmOf(metresBetween(passenger.region, entry, exit));
    const minutes = Math.ceil((Date.parse(exit.at) - Date.parse(entry.at)) / MINUTE_MS);
    const day = dateAt(entry.at);
    return wholePrice("METRO", passenger, day, { distanceKm, monthSpend, operator, isAirportLine, minutes });
  }
  const only = entry ?? exit;
  if (!only || !isOver(ride, now)) return undefined;
  return { charge: { amount: only.alone, counted: ZERO, operator: only.operator } };
}

const MINUTE_MS = 60_000;

/** A ride that was charged as incomplete once is so charged again, whatever became of it meanwhile. */
const isOver = (ride: Ride, now: Instant): boolean => (dueAt({ ...ride, charge: undefined }) ?? now) < now;

type Facts = {
  readonly distanceKm: Decimal;
  readonly monthSpend: Fen;
  readonly operator: Charge["operator"];
  readonly isAirportLine?: boolean;
  readonly minutes?: number;
};

function wholePrice(
  mode: TransitMode,
  { kind: card, region }: Passenger,
  on: CivilDate,
  { operator, isAirportLine = false, minutes = 0, ...facts }: Facts,
): Price {
  const rule = fareRuleOn(FARE_RULES, { mode, region, on });
  if (!rule) throw new Error(`no fares of ${mode} in ${region} on ${on}`);
  const fare = fareOf(rule, { ...facts, card, isAirportLine, minutes });
  const counted = countsOf(rule, isAirportLine) ? fen(fare.fare - fare.overstay) : ZERO;
  return {
    charge: { amount: fare.fare, counted, operator },
    fare: { ...fare, distanceKm: facts.distanceKm },
  };
}

/** An amount on which a discount is given counts towards it. */
const countsOf = ({ monthlySpend }: FareRule, isAirportLine: boolean): boolean =>
  monthlySpend.length > 0 && !isAirportLine;

function metresBetween(region: RegionCode, entry: Pass, exit: Pass): number {
  const network = networkIn(region);
  const path =
    network && shortestPath(network, exit.isAirportLine ? "AIRPORT" : "METRO", entry.station, exit.station);
  if (!path) throw new Error(`there is no way from ${entry.station} to ${exit.station}`);
  return path.metres;
}

/** The sums that the changes of a card's rides add to each operator's claim; without operators whose claim stays. */
export function owedChanges(changes: readonly RideChange[]): ReadonlyMap<Charge["operator"], Fen> {
  const owed = new Map<Charge["operator"], Fen>();
  const add = (charge: Charge | undefined, sign: bigint): void => {
    if (charge) owed.set(charge.operator, fen((owed.get(charge.operator) ?? 0n) + sign * charge.amount));
  };
  for (const { before, after } of changes) {
    add(before?.charge, -1n);
    add(after.charge, 1n);
  }
  return new Map([...owed].filter(([, amount]) => amount !== 0n));
}
