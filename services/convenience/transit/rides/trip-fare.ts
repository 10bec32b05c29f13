import type { RegionCode } from "../../../field/region.ts";
import { dateAt, type Month } from "../../../kernel/civil-date.ts";
import type { Decimal } from "../../../kernel/decimal.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type FareRule, fareRuleOn, type TransitMode } from "../network/fare.ts";
import { kmOf, ownLineAt, shortestPath } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import { type Fare, fareOf } from "../network/price-ride.ts";
import { type RidingCard, rightOn } from "../network/riding-right.ts";
import { type Boarding, distanceOf } from "./boarding.ts";
import {
  type Before,
  changeOf,
  journeyAfter,
  NOTHING_BEFORE,
  soFarOf,
  type Way,
  walkedOn,
} from "./journey.ts";
import type { Pass } from "./pass.ts";
import { beginningOf, type Charge, dueAt, monthOfRide, type Ride, type RideBook } from "./ride.ts";

/** A card with the days on which it rides by its kind's price, and the fares of its region. */
export type Passenger = RidingCard & { readonly rules: readonly FareRule[] };

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
 * Prices the rides of a book in the order of time, each by what the card had paid in the month before it and by the ride
 * that it goes on with. So the rides cost the same in whatever order their taps came in, as long as they are kept: a tap
 * that comes late changes what later rides have earned. Rides that have left the book are as they were charged.
 */
export function priceRides(
  book: RideBook,
  rides: readonly Ride[],
  passenger: Passenger,
  now: Instant,
): Priced {
  const known = new Map(book.rides.map((ride) => [ride.id, ride]));
  let spent = book.rides.reduce(
    (sums, ride) => spentWith(sums, monthOfRide(ride), fen(-(ride.charge?.counted ?? ZERO))),
    book.spent,
  );
  let soFar: Before = NOTHING_BEFORE;
  const changes: RideChange[] = [];
  const next = rides.toSorted(byBeginning).map((ride) => {
    const before = known.get(ride.id);
    const month = monthOfRide(ride);
    const price = priceOf(ride, passenger, { monthSpend: spentIn(spent, month), before: soFar }, now);
    soFar = price?.before ?? { ...soFar, journey: undefined };
    if (price) spent = spentWith(spent, month, price.charge.counted);
    if (before === ride && isSame(ride.charge, price?.charge)) return ride;
    const after = { ...ride, charge: price?.charge };
    changes.push({ before, after, fare: price?.fare });
    return after;
  });
  return { book: { ...book, rides: next, spent, revision: book.revision + 1 }, changes };
}

const byBeginning = (a: Ride, b: Ride): number => {
  const [begins, other] = [beginningOf(a), beginningOf(b)];
  if (begins !== other) return begins < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

const isSame = (a: Charge | undefined, b: Charge | undefined): boolean =>
  a?.amount === b?.amount && a?.counted === b?.counted && a?.operator === b?.operator;

export const spentIn = (spent: RideBook["spent"], month: Month): Fen =>
  spent.find((each) => each.month === month)?.amount ?? ZERO;

function spentWith(spent: RideBook["spent"], month: Month, amount: Fen): RideBook["spent"] {
  if (amount === 0n) return spent;
  const others = spent.filter((each) => each.month !== month);
  return [...others, { month, amount: addMoney(spentIn(spent, month), amount) }];
}

type Price = { readonly charge: Charge; readonly fare?: TripFare; readonly before: Before };

/** The things beside a ride itself by which it is priced. */
type Standing = { readonly monthSpend: Fen; readonly before: Before };

/** Undefined for a ride whose other end is still waited for. */
function priceOf(ride: Ride, passenger: Passenger, standing: Standing, now: Instant): Price | undefined {
  const { entry, exit, bus } = ride;
  if (bus) return priceBus(bus, passenger, standing);
  if (entry && exit) return priceMetro({ entry, exit }, passenger, standing);
  const only = entry ?? exit;
  if (!only || !isOver(ride, now)) return undefined;
  const charge = { amount: only.alone, counted: ZERO, operator: only.operator };
  return { charge, before: { ...standing.before, journey: undefined } };
}

/** A ride that was charged as incomplete once is so charged again, whatever became of it meanwhile. */
const isOver = (ride: Ride, now: Instant): boolean => (dueAt({ ...ride, charge: undefined }) ?? now) < now;

/** A companion rides at the standard fare, and has changed from nothing: what a card has earned is its holder's. */
function priceBus(bus: Boarding, passenger: Passenger, { monthSpend, before }: Standing): Price {
  const { operator, at, isCompanion, isOutside = false } = bus;
  const rule = ruleAt("BUS", passenger, at);
  const right = isCompanion ? COMPANION : rightOn(passenger, "BUS", dateAt(at), bus);
  const changed = isCompanion ? undefined : changeOf(rule, before, at);
  const distanceKm = distanceOf(bus);
  const where = { distanceKm, isOutside, isAirportLine: false, minutes: 0 };
  const fare = fareOf(rule, { ...right, ...where, monthSpend, changed });
  return {
    charge: { amount: fare.fare, counted: countedOf(rule, fare), operator },
    fare: { ...fare, distanceKm },
    before: isCompanion ? before : { ...before, last: { mode: "BUS", at } },
  };
}

const COMPANION = { card: "STANDARD" } as const;

const MINUTE_MS = 60_000;

function priceMetro(
  { entry, exit }: Pick<Way, "entry" | "exit">,
  passenger: Passenger,
  { monthSpend, before }: Standing,
): Price {
  const { region } = passenger;
  const rule = ruleAt("METRO", passenger, entry.at);
  const { isAirportLine, operator } = exit;
  const { metres, line } = metresBetween(region, entry, exit);
  const way = { entry, exit, metres };
  const on = isAirportLine ? undefined : walkedOn(rule, region, before, way);
  const minutes = Math.ceil((Date.parse(exit.at) - Date.parse(entry.at)) / MINUTE_MS);
  const distanceKm = kmOf(metres);
  const turned = turnedWithin(entry, exit, minutes);
  const fare = fareOf(rule, {
    ...rightOn(passenger, "METRO", dateAt(entry.at)),
    ...{ turnedWithin: turned, distanceKm, monthSpend, isAirportLine, line, minutes, entry },
    ...{ journey: on && soFarOf(on), changed: changeOf(rule, before, entry.at) },
  });
  return {
    charge: { amount: fare.fare, counted: isAirportLine ? ZERO : countedOf(rule, fare), operator },
    fare: { ...fare, distanceKm },
    // One who turned back has ridden nowhere.
    before:
      turned !== undefined
        ? before
        : {
            journey: isAirportLine ? before.journey : journeyAfter(on, way, fare),
            last: { mode: "METRO", at: exit.at },
          },
  };
}

/** The minutes within which a passenger has left at the station of the entry; undefined for a ride. */
function turnedWithin(entry: Pass, exit: Pass, minutes: number): number | undefined {
  const { sameStationMinutes: allowed } = exit;
  return entry.station === exit.station && allowed !== undefined && minutes <= allowed ? allowed : undefined;
}

/** The rule of the day on which a ride begins. */
function ruleAt(mode: TransitMode, { region, rules }: Passenger, at: Instant): FareRule {
  const on = dateAt(at);
  const rule = fareRuleOn(rules, { mode, region, on });
  if (!rule) throw new Error(`no fares of ${mode} in ${region} on ${on}`);
  return rule;
}

/** An amount on which a discount by the month is given counts towards it. */
const countedOf = ({ monthlySpend }: FareRule, { fare, overstay }: Fare): Fen =>
  monthlySpend.length > 0 ? fen(fare - overstay) : ZERO;

function metresBetween(region: RegionCode, entry: Pass, exit: Pass) {
  const network = networkIn(region);
  const { isAirportLine } = exit;
  const path =
    network && shortestPath(network, isAirportLine ? "AIRPORT" : "METRO", entry.station, exit.station);
  if (!path) throw new Error(`there is no way from ${entry.station} to ${exit.station}`);
  return { metres: path.metres, line: isAirportLine ? ownLineAt(network, exit.station) : undefined };
}

/** The sums that the changes of a card's rides add to each operator's claim; without operators whose claim stays. */
export function owedChanges(changes: readonly RideChange[]): ReadonlyMap<Charge["operator"], Fen> {
  const owed = new Map<Charge["operator"], Fen>();
  const add = (charge: Charge | undefined, sign: bigint): void => {
    for (const { operator, amount } of charge ? (charge.shares ?? [charge]) : [])
      owed.set(operator, fen((owed.get(operator) ?? 0n) + sign * amount));
  };
  for (const { before, after } of changes) {
    add(before?.charge, -1n);
    add(after.charge, 1n);
  }
  return new Map([...owed].filter(([, amount]) => amount !== 0n));
}

export type Priced = { readonly book: RideBook; readonly changes: readonly RideChange[] };

/** The book with its changed rides as they are now. */
export function withChanges(book: RideBook, changes: readonly RideChange[]): Priced {
  const changed = new Map(changes.map(({ after }) => [after.id, after]));
  return { changes, book: { ...book, rides: book.rides.map((ride) => changed.get(ride.id) ?? ride) } };
}

/** The prices less what nobody is left to pay: the rides that came in with this change bear it, the last one first. */
export function withLoss({ book, changes }: Priced, loss: Fen): Priced {
  let left = loss;
  const lessened = changes.toReversed().map((change): RideChange => {
    const { after } = change;
    const more = (after.charge?.amount ?? 0n) - (change.before?.charge?.amount ?? 0n);
    const taken = fen(more < left ? (more > 0n ? more : 0n) : left);
    if (!after.charge || taken === 0n) return change;
    left = fen(left - taken);
    return { ...change, after: { ...after, charge: lessThan(after.charge, taken) } };
  });
  return withChanges(book, lessened.toReversed());
}

const lessThan = ({ amount, ...charge }: Charge, loss: Fen): Charge => ({
  ...charge,
  ...{ amount: fen(amount - loss), loss },
});
