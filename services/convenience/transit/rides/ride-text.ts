import type { Month } from "../../../kernel/civil-date.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { CardId, TripId } from "../ids.ts";
import {
  type BusText,
  busIn,
  busText,
  fenOf,
  type InstantText,
  instantIn,
  instantText,
  type Named,
  type Names,
  type PassText,
  type Place,
  passIn,
  passText,
} from "./ends-text.ts";
import { beginningOf, type Charge, type Ride, type RideBook, tripIdOf } from "./ride.ts";

/*
 * The rides of a book as one text: lists in place of maps, each operator and card named once. Every tap writes the whole
 * book, and a write unit is a kilobyte: as maps the rides of two days take twice as many.
 */

type ChargeText = readonly [
  amount: number,
  counted: number,
  operator: Place,
  loss?: number | null | undefined,
  shares?: readonly (readonly [operator: Place, amount: number])[] | null | undefined,
];

type RideText = readonly [
  /** Null for the id of its first tap's ride. */
  id: TripId | null,
  card: Place,
  /** Null where it is listed by its beginning. */
  listedAt: InstantText | null,
  entry?: PassText | null | undefined,
  exit?: PassText | null | undefined,
  bus?: BusText | null | undefined,
  charge?: ChargeText | null | undefined,
  unused?: PassText | null | undefined,
];

type BookText = readonly [
  version: 1,
  operators: readonly PartnerId[],
  cards: readonly CardId[],
  rides: readonly RideText[],
  spent: readonly (readonly [month: Month, amount: number])[],
];

type Noted = Pick<RideBook, "rides" | "spent">;

/** The rides of a book, and what was spent in its months, as they are written. */
export function bookText({ rides, spent }: Noted): string {
  const [operators, cards]: [PartnerId[], CardId[]] = [[], []];
  const names: Names = { operator: placeIn(operators), card: placeIn(cards) };
  const written = rides.map((ride) => rideText(ride, names));
  const months = spent.map(({ month, amount }) => [month, Number(amount)] as const);
  return JSON.stringify([1, operators, cards, written, months] satisfies BookText, withoutTail);
}

/** Most rides have few of the parts that stand last in a list. */
const withoutTail = (_: string, value: unknown): unknown =>
  Array.isArray(value) ? value.slice(0, value.findLastIndex((each) => each != null) + 1) : value;

const placeIn =
  <T>(names: T[]) =>
  (name: T): Place => {
    const known = names.indexOf(name);
    return known >= 0 ? known : names.push(name) - 1;
  };

function rideText(ride: Ride, names: Names): RideText {
  const { id, card, listedAt, entry, exit, bus, charge, unused } = ride;
  return [
    id === idOfFirst(ride) ? null : id,
    names.card(card),
    listedAt === beginningOf(ride) ? null : instantText(listedAt),
    entry && passText(entry, names),
    exit && passText(exit, names),
    bus && busText(bus, names),
    charge && chargeText(charge, names),
    unused && passText(unused, names),
  ];
}

/** The id of a ride that its own first tap has made, as most have. */
function idOfFirst({ entry, exit, bus }: Pick<Ride, "entry" | "exit" | "bus">): TripId {
  const first = entry ?? exit ?? bus;
  if (!first) throw new Error("a ride has at least one end");
  return tripIdOf(first.operator, first.tap);
}

const chargeText = ({ amount, counted, operator, loss, shares }: Charge, names: Names): ChargeText => [
  Number(amount),
  Number(counted),
  names.operator(operator),
  loss === undefined ? undefined : Number(loss),
  shares?.map((share) => [names.operator(share.operator), Number(share.amount)] as const),
];

/** The rides of a book, and what was spent, from the text that `bookText` has made of them. */
export function readBookText(text: string): Noted {
  // Nothing else writes this field.
  const [, operators, cards, rides, spent] = JSON.parse(text) as BookText;
  const named: Named = { operator: nameIn(operators), card: nameIn(cards) };
  return {
    rides: rides.map((ride) => rideIn(ride, named)),
    spent: spent.map(([month, amount]) => ({ month, amount: fenOf(amount) })),
  };
}

const nameIn =
  <T>(names: readonly T[]) =>
  (place: Place): T => {
    const name = names[place];
    if (name === undefined) throw new Error(`a book of rides names nothing at ${place}`);
    return name;
  };

function rideIn([id, card, listedAt, entry, exit, bus, charge, unused]: RideText, named: Named): Ride {
  const ends = {
    ...(entry ? { entry: passIn(entry, named) } : {}),
    ...(exit ? { exit: passIn(exit, named) } : {}),
    ...(bus ? { bus: busIn(bus, named) } : {}),
  };
  return {
    ...{ id: id ?? idOfFirst(ends), card: named.card(card) },
    listedAt: listedAt === null ? beginningOf(ends) : instantIn(listedAt),
    ...ends,
    ...(charge ? { charge: chargeIn(charge, named) } : {}),
    ...(unused ? { unused: passIn(unused, named) } : {}),
  };
}

const chargeIn = ([amount, counted, operator, loss, shares]: ChargeText, named: Named): Charge => ({
  ...{ amount: fenOf(amount), counted: fenOf(counted), operator: named.operator(operator) },
  ...(loss == null ? {} : { loss: fenOf(loss) }),
  ...(shares
    ? { shares: shares.map(([each, part]) => ({ operator: named.operator(each), amount: fenOf(part) })) }
    : {}),
});
