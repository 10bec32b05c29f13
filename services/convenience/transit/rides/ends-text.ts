import { decimal, formatDecimal } from "../../../kernel/decimal.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import { type Instant, instantOf } from "../../../kernel/runtime.ts";
import type { CardId } from "../ids.ts";
import type { BusService } from "../network/fare.ts";
import type { LineCode, StationCode } from "../network/network.ts";
import type { Boarding, BoardingReread } from "./boarding.ts";
import type { Pass, Reread } from "./pass.ts";

/* The ends of rides as they stand in the text of a book: the passes through gates, and the boardings of buses. */

/** Gives each its place in the lists that a book's text begins with. */
export type Names = { readonly operator: (id: PartnerId) => Place; readonly card: (id: CardId) => Place };

/** Gives back what stands at a place. */
export type Named = {
  readonly operator: (place: Place) => PartnerId;
  readonly card: (place: Place) => CardId;
};

/** Milliseconds since 1970, or the text itself of an instant that is written in another way. */
export type InstantText = number | string;
/** The place in the list of operators, or of cards. */
export type Place = number;

type AgainText = readonly [
  at: InstantText,
  tap: string,
  said?: string | null | undefined,
  correction?: string | null | undefined,
];

export type PassText = readonly [
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

export type BusText = readonly [
  at: InstantText,
  operator: Place,
  tap: string,
  distanceKm: string,
  said?: string | null | undefined,
  service?: BusService | null | undefined,
  isOutside?: 1 | null | undefined,
  gate?: string | null | undefined,
  isCompanion?: 1 | null | undefined,
  again?: readonly BoardedAgainText[] | null | undefined,
];

type BoardedAgainText = readonly [
  at: InstantText,
  tap: string,
  distanceKm: string,
  said?: string | null | undefined,
  service?: BusService | null | undefined,
  isOutside?: 1 | null | undefined,
];

export const passText = (pass: Pass, names: Names): PassText => [
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

export const busText = (
  { operator, gate, isCompanion, again, ...first }: Boarding,
  names: Names,
): BusText => {
  const [at, ...read] = boardedText(first);
  const others = [gate, isCompanion ? 1 : undefined, again?.map(boardedText)] as const;
  return [at, names.operator(operator), ...read, ...others];
};

const boardedText = ({ at, tap, distanceKm, said, service, isOutside }: BoardingReread) =>
  [instantText(at), tap, formatDecimal(distanceKm), said, service, isOutside ? 1 : undefined] as const;

/** Nothing of an instant is lost: one that is not written as the platform writes it stays a text. */
export function instantText(at: Instant): InstantText {
  const ms = Date.parse(at);
  return Number.isFinite(ms) && instantOf(ms) === at ? ms : at;
}

export function passIn(
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

export const busIn = ([at, operator, ...text]: BusText, named: Named): Boarding => {
  const [tap, distanceKm, said, service, isOutside, gate, isCompanion, again] = text;
  return {
    ...boardedIn([at, tap, distanceKm, said, service, isOutside]),
    operator: named.operator(operator),
    ...(gate ? { gate } : {}),
    ...(isCompanion ? { isCompanion: true } : {}),
    ...(again ? { again: again.map(boardedIn) } : {}),
  };
};

const boardedIn = ([at, tap, distanceKm, said, service, isOutside]: BoardedAgainText): BoardingReread => ({
  ...{ at: instantIn(at), tap, distanceKm: decimal(distanceKm) },
  ...(said ? { said } : {}),
  ...(service ? { service } : {}),
  ...(isOutside ? { isOutside: true } : {}),
});

export const instantIn = (at: InstantText): Instant =>
  typeof at === "number" ? instantOf(at) : (at as Instant);
export const fenOf = (amount: number): Fen => fen(BigInt(amount));
