import { compareDecimals, type Decimal, formatDecimal } from "../../../kernel/decimal.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { CardNumber } from "../card.ts";
import { isCardNumber } from "../card.ts";
import type { CardId, TripId } from "../ids.ts";
import type { BusService } from "../network/fare.ts";
import { stationIn } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import { DISTANCE_MAX_KM } from "../network/quote-fare.ts";
import { AHEAD_MAX_MS, type Operator } from "../operator.ts";
import type { Boarding } from "./boarding.ts";
import type { Pass } from "./pass.ts";
import type { GateRefusal } from "./refused-entry.ts";
import { LATE_MAX_MS } from "./ride.ts";

export const TAP_KINDS = ["ENTRY", "EXIT", "BUS"] as const;
export type TapKind = (typeof TAP_KINDS)[number];

/** A tap as its operator states it. */
export type TapRow = {
  /** The operator's own, by which the tap is taken once. */
  readonly number: string;
  readonly kind: TapKind;
  readonly at: Instant;
  /** Of a card that was held to the gate; of a ride code the code says it. */
  readonly cardNumber?: string | undefined;
  /** As the gate has read it. */
  readonly rideCode?: Uint8Array<ArrayBuffer> | undefined;
  /** Of the metro: the station's code. */
  readonly station?: string | undefined;
  readonly isAirportLine: boolean;
  /** The gate of the metro, or the reader of a bus, by the operator's own name for it. */
  readonly gate?: string | undefined;
  /** Of a bus: how far the passenger rode. */
  readonly distanceKm?: Decimal | undefined;
  /** A regular line where it is not said. */
  readonly busService?: BusService | undefined;
  /** Of a bus: ridden outside the city's area. */
  readonly isOutside?: boolean | undefined;
  /** Of a bus: the reader has taken the card for one more person. */
  readonly isCompanion?: boolean | undefined;
  /** Where the gate itself has let nobody in: why. */
  readonly refusedFor?: GateRefusal | undefined;
};

export type TapProblem = {
  readonly code:
    | "NOT_A_NUMBER"
    | "NOT_A_CARD_NUMBER"
    | "NOT_A_GATE"
    | "CARD_OR_CODE"
    | "RIDE_CODE_REFUSED"
    | "TAP_TOO_LATE"
    | "TAP_IN_FUTURE"
    | "MODE_NOT_OPERATED"
    | "STATION_UNKNOWN"
    | "STATION_MISSING"
    | "DISTANCE_MISSING"
    | "DISTANCE_OUT_OF_RANGE"
    | "EXIT_REFUSED";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

/** A tap, once checked. */
export type Tap = { readonly cardNumber: CardNumber; readonly number: string } & (
  | { readonly pass: Pass }
  | { readonly bus: Boarding }
);

const TAP_NUMBER = /^[0-9A-Za-z-]{1,40}$/;
const GATE = TAP_NUMBER;
const HOUR_MS = 3_600_000;

/** Checks all that a row says but for its ride code; `cardNumber` is the code's where there is one. */
export function checkTap(
  row: TapRow & { readonly cardNumber: string },
  operator: Operator,
  now: Instant,
): Result<Tap, TapProblem> {
  const { number, kind, at, cardNumber } = row;
  if (!TAP_NUMBER.test(number)) return err({ code: "NOT_A_NUMBER", path: ["number"] });
  if (!isCardNumber(cardNumber)) return err({ code: "NOT_A_CARD_NUMBER", path: ["cardNumber"] });
  if (at < plusMs(now, -LATE_MAX_MS)) {
    return err({ code: "TAP_TOO_LATE", values: { hours: String(LATE_MAX_MS / HOUR_MS) }, path: ["at"] });
  }
  if (at > plusMs(now, AHEAD_MAX_MS)) return err({ code: "TAP_IN_FUTURE", path: ["at"] });
  if (kind === "EXIT" && row.refusedFor) return err({ code: "EXIT_REFUSED", path: ["refusedFor"] });
  if (row.gate !== undefined && !GATE.test(row.gate)) return err({ code: "NOT_A_GATE", path: ["gate"] });
  if (!operator.modes.includes(kind === "BUS" ? "BUS" : "METRO")) {
    return err({ code: "MODE_NOT_OPERATED", path: ["kind"] });
  }
  const by = { at, operator: operator.partnerId, tap: number };
  if (kind === "BUS") {
    const { distanceKm } = row;
    if (!distanceKm) return err({ code: "DISTANCE_MISSING", path: ["distanceKm"] });
    if (distanceKm.units < 0n || compareDecimals(distanceKm, DISTANCE_MAX_KM) > 0) {
      const values = { max: formatDecimal(DISTANCE_MAX_KM) };
      return err({ code: "DISTANCE_OUT_OF_RANGE", values, path: ["distanceKm"] });
    }
    const { gate, busService: service, isOutside, isCompanion } = row;
    const said = { ...(isOutside ? { isOutside } : {}), ...(isCompanion ? { isCompanion } : {}) };
    return ok({ cardNumber, number, bus: { ...by, gate, distanceKm, service, ...said } });
  }
  const station = gateOf(operator, row.station, row.isAirportLine);
  if (!station.ok) return station;
  const { incompleteFare: alone, sameStationMinutes } = operator;
  const pass: Pass = { ...by, kind, ...station.value, gate: row.gate, alone, sameStationMinutes };
  return ok({ cardNumber, number, pass });
}

export type Gate = Pick<Pass, "station" | "isAirportLine" | "line">;

/** The gates of an operator's metro at a station: the network's, or those of the line there that has its own. */
export function gateOf(
  { region }: Pick<Operator, "region">,
  code: string | undefined,
  isAirportLine: boolean,
): Result<Gate, TapProblem> {
  if (code === undefined) return err({ code: "STATION_MISSING", path: ["station"] });
  const network = networkIn(region);
  const station = network && stationIn(network, code);
  const line = station?.lines.find((each) => each.isAirportLine === isAirportLine);
  return station && line
    ? ok({ station: station.code, isAirportLine, ...(isAirportLine ? { line: line.code } : {}) })
    : err({ code: "STATION_UNKNOWN", values: { station: code }, path: ["station"] });
}

/**
 * A tap with a record of its own, as taps had before the card's rides kept their numbers: what the number stands for, and
 * what became of it.
 */
export type TakenTap = {
  readonly operator: PartnerId;
  readonly number: string;
  readonly fingerprint: string;
  /** Where its trip is listed; none for a tap that was refused, and is on record. */
  readonly trip?: TripPlace | undefined;
  /** When the ride code was used before, by which this tap was refused. */
  readonly codeUsedAt?: Instant | undefined;
  /** From when on every gate had to refuse its card: it is the operator's own. */
  readonly notHoldersFrom?: Instant | undefined;
};

export type TripPlace = {
  readonly card: CardId;
  readonly listedAt: Instant;
  readonly id: TripId;
};

/** The one tap that has used a ride code. */
export type CodeUse = { readonly operator: PartnerId; readonly tap: string; readonly at: Instant };
