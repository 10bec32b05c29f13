import { regionText } from "../../../field/named-region.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Decimal } from "../../../kernel/decimal.ts";
import type { Values } from "../../../kernel/message.ts";
import { addMoney, type Fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CardKind, FareRule } from "./fare.ts";
import { kmOf, type Leg, type Network, ownLineAt, routeBetween, type Station, stationIn } from "./network.ts";
import { networkIn } from "./networks.ts";
import { type FareProblem, type QuotedFare, quoteFare } from "./quote-fare.ts";

/** A ride between two gates, with what it costs. */
export type PricedLeg = {
  readonly stations: readonly Station[];
  readonly distanceKm: Decimal;
  readonly isAirportLine: boolean;
  readonly fare: QuotedFare;
};

export type Route = {
  readonly legs: readonly PricedLeg[];
  readonly fare: Fen;
};

export type RouteQuestion = {
  readonly region: RegionCode;
  /** The stations' codes. */
  readonly from: string;
  readonly to: string;
  readonly on: CivilDate;
  readonly card: CardKind;
  readonly monthSpend: Fen;
  /** When the first gate is passed; without it no early price is told. */
  readonly enteredAt?: Instant | undefined;
};

export type RouteProblem =
  | FareProblem
  | {
      readonly code: "NO_NETWORK" | "STATION_UNKNOWN";
      readonly values: Values;
    };

/** The shortest way by metro, by which rides are priced, and what it costs; nothing is kept of the question. */
export function findRoute(rules: readonly FareRule[], question: RouteQuestion): Result<Route, RouteProblem> {
  const { region, card, monthSpend, on, enteredAt } = question;
  const network = networkIn(region);
  if (!network) return err({ code: "NO_NETWORK", values: { region: regionText(region) } });
  const [from, to] = [stationIn(network, question.from), stationIn(network, question.to)];
  if (!from || !to) {
    return err({ code: "STATION_UNKNOWN", values: { station: from ? question.to : question.from } });
  }
  const legs: PricedLeg[] = [];
  for (const leg of routeBetween(network, from.code, to.code) ?? []) {
    const [distanceKm, isAirportLine] = [kmOf(leg.metres), leg.area === "AIRPORT"];
    const line = isAirportLine ? leg.stations.map((code) => ownLineAt(network, code))[0] : undefined;
    const entry = enteredAt && legs.length === 0 ? { station: from.code, at: enteredAt } : undefined;
    const ride = { distanceKm, monthSpend, card, isAirportLine, line, minutes: 0, entry };
    const fare = quoteFare(rules, { mode: "METRO", region, on }, ride);
    if (!fare.ok) return fare;
    legs.push({ stations: stationsOf(network, leg), distanceKm, isAirportLine, fare: fare.value });
  }
  return ok({ legs, fare: addMoney(...legs.map(({ fare }) => fare.fare)) });
}

const stationsOf = ({ stations }: Network, leg: Leg): readonly Station[] =>
  leg.stations.flatMap((code) => stations.get(code) ?? []);
