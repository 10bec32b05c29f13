import type { Month } from "../../../kernel/civil-date.ts";
import { decimal, formatDecimal } from "../../../kernel/decimal.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import { type Instant, instantOf } from "../../../kernel/runtime.ts";
import type { CardId, TripId } from "../ids.ts";
import type { BusService } from "../network/fare.ts";
import type { LineCode, StationCode } from "../network/network.ts";
import type { Pass, Reread } from "./pass.ts";
import { type Boarding, beginningOf, type Charge, type Ride, type RideBook, tripIdOf } from "./ride.ts";

/*
 * The rides of a book as one text: lists in place of maps, each operator and card named once. Every tap writes the whole
 * book, and a write unit is a kilobyte: as maps the rides of two days take twice as many.
 */

/** Milliseconds since 1970, or the text itself of an instant that is written in another way. */
type InstantText = number | string;
/** The place in the list of operators, or of cards. */
type Place = number;

type AgainText = readonly [
  at: InstantText,
  tap: string,
  said?: string | null | undefined,
  correction?: string | null | undefined,
];

type PassText = readonly [
  isExit: 0 | 1,
  at: InstantText,
  station: StationCode,
  /** 0 in the network, 1 on an airport line of before there were two, else the line. */
  own: 0 | 1 | LineCode,
  operator: Place,
  tap: string,
  alone: number,
  said?: string | null | undefined,
  gate?: string | null | undefined,
  sameStationMinutes?: number | null | undefined,
  again?: readonly AgainText[] | null | undefined,
  correction?: string | null | undefined,
];

type BusText = readonly [
  at: InstantText,
  operator: Place,
  tap: string,
  distanceKm: string,
  said?: string | null | undefined,
  service?: BusService | null | undefined,
];

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
  return JSON.stringify([1, operators, cards, written, months] satisfies BookText);
}

type Names = { readonly operator: (id: PartnerId) => Place; readonly card: (id: CardId) => Place };

const placeIn =
  <T>(names: T[]) =>
  (name: T): Place => {
    const known = names.indexOf(name);
    return known >= 0 ? known : names.push(name) - 1;
  };

function rideText(ride: Ride, names: Names): RideText {
  const { id, card, listedAt, entry, exit, bus, charge } = ride;
  return [
    id === idOfFirst(ride) ? null : id,
    names.card(card),
    listedAt === beginningOf(ride) ? null : instantText(listedAt),
    entry && passText(entry, names),
    exit && passText(exit, names),
    bus && busText(bus, names),
    charge && chargeText(charge, names),
  ];
}

/** The id of a ride that its own first tap has made, as most have. */
function idOfFirst({ entry, exit, bus }: Pick<Ride, "entry" | "exit" | "bus">): TripId {
  const first = entry ?? exit ?? bus;
  if (!first) throw new Error("a ride has at least one end");
  return tripIdOf(first.operator, first.tap);
}

const passText = (pass: Pass, names: Names): PassText => [
  pass.kind === "EXIT" ? 1 : 0,
  instantText(pass.at),
  pass.station,
  pass.isAirportLine ? (pass.line ?? 1) : 0,
  names.operator(pass.operator),
  pass.tap,
  Number(pass.alone),
  pass.said,
  pass.gate,
  pass.sameStationMinutes,
  pass.again?.map(({ at, tap, said, correction }) => [instantText(at), tap, said, correction] as const),
  pass.correction,
];

const busText = ({ at, operator, tap, distanceKm, said, service }: Boarding, names: Names): BusText => [
  instantText(at),
  names.operator(operator),
  tap,
  formatDecimal(distanceKm),
  said,
  service,
];

const chargeText = ({ amount, counted, operator, loss, shares }: Charge, names: Names): ChargeText => [
  Number(amount),
  Number(counted),
  names.operator(operator),
  loss === undefined ? undefined : Number(loss),
  shares?.map((share) => [names.operator(share.operator), Number(share.amount)] as const),
];

/** Nothing of an instant is lost: one that is not written as the platform writes it stays a text. */
function instantText(at: Instant): InstantText {
  const ms = Date.parse(at);
  return Number.isFinite(ms) && instantOf(ms) === at ? ms : at;
}

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

type Named = { readonly operator: (place: Place) => PartnerId; readonly card: (place: Place) => CardId };

const nameIn =
  <T>(names: readonly T[]) =>
  (place: Place): T => {
    const name = names[place];
    if (name === undefined) throw new Error(`a book of rides names nothing at ${place}`);
    return name;
  };

function rideIn([id, card, listedAt, entry, exit, bus, charge]: RideText, named: Named): Ride {
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
  };
}

function passIn(
  [isExit, at, station, own, operator, tap, alone, said, gate, minutes, again, correction]: PassText,
  named: Named,
): Pass {
  return {
    ...{ kind: isExit ? "EXIT" : "ENTRY", at: instantIn(at), station, isAirportLine: own !== 0 },
    ...(typeof own === "string" ? { line: own } : {}),
    ...{ operator: named.operator(operator), tap, alone: fenOf(alone) },
    ...(said ? { said } : {}),
    ...(gate ? { gate } : {}),
    ...(minutes == null ? {} : { sameStationMinutes: minutes }),
    ...(again ? { again: again.map(againIn) } : {}),
    ...(correction ? { correction } : {}),
  };
}

const againIn = ([at, tap, said, correction]: AgainText): Reread => ({
  ...{ at: instantIn(at), tap },
  ...(said ? { said } : {}),
  ...(correction ? { correction } : {}),
});

const busIn = ([at, operator, tap, distanceKm, said, service]: BusText, named: Named): Boarding => ({
  ...{ at: instantIn(at), operator: named.operator(operator), tap, distanceKm: decimal(distanceKm) },
  ...(said ? { said } : {}),
  ...(service ? { service } : {}),
});

const chargeIn = ([amount, counted, operator, loss, shares]: ChargeText, named: Named): Charge => ({
  ...{ amount: fenOf(amount), counted: fenOf(counted), operator: named.operator(operator) },
  ...(loss == null ? {} : { loss: fenOf(loss) }),
  ...(shares
    ? { shares: shares.map(([each, part]) => ({ operator: named.operator(each), amount: fenOf(part) })) }
    : {}),
});

const instantIn = (at: InstantText): Instant => (typeof at === "number" ? instantOf(at) : (at as Instant));
const fenOf = (amount: number): Fen => fen(BigInt(amount));
