import type { CivilDate } from "../../../kernel/civil-date.ts";
import { compareDecimals, decimal } from "../../../kernel/decimal.ts";
import { type Fen, formatMoney, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { ARREARS_MAX } from "../card.ts";
import {
  type CardPercent,
  CHANGE_MINUTES_MAX,
  cardsOf,
  type DistanceFare,
  type FareRule,
  type Overstay,
} from "../network/fare.ts";
import { type Network, stationIn } from "../network/network.ts";

export type TariffProblem = {
  readonly code:
    | TextProblem["code"]
    | "TARIFF_NOT_AHEAD"
    | "TARIFF_PRICE_OUT_OF_RANGE"
    | "TARIFF_BANDS_NOT_IN_ORDER"
    | "TARIFF_HAS_AN_END"
    | "TARIFF_PERCENT_OUT_OF_RANGE"
    | "TARIFF_STEPS_NOT_IN_ORDER"
    | "TARIFF_MINUTES_OUT_OF_RANGE"
    | "TARIFF_LINE_MISSING"
    | "TARIFF_OF_METRO_ONLY"
    | "TARIFF_OF_BUS_ONLY"
    | "TARIFF_NOT_A_PAIR"
    | "TARIFF_TIME_INVALID"
    | "CLEARING_LINE_UNKNOWN"
    | "CLEARING_LINE_TWICE"
    | "STATION_UNKNOWN"
    | "STATION_TWICE"
    | "TARIFF_CARD_TWICE"
    | "TOO_MANY";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

type Found = TariffProblem | undefined;

/** Fares as they are proposed: what cards pay is a list, in which one kind could stand twice. */
export type StatedRule = Omit<FareRule, "cards" | "cardsOutside"> & {
  readonly cards: readonly CardPercent[];
  readonly cardsOutside?: readonly CardPercent[];
};

const DAY_MINUTES = 1_440;
const SOURCE_LENGTH = { min: 2, max: 200 };
/** "07:00:00.000" */
const TIME = /^([01]\d|2[0-3]):[0-5]\d:00\.000$/;
const ZERO_KM = decimal("0");

/**
 * Whether fares can be published: from a day on that has not begun; every ride of the network has a price, none below
 * nothing, and none of a price that a person could not owe; all stations and lines are the network's own. The first fault
 * is told, at its place in the rule.
 */
export function checkTariff(
  stated: StatedRule,
  network: Network | undefined,
  today: CivilDate,
): Result<FareRule, TariffProblem> {
  const { cards, cardsOutside, ...rest } = stated;
  const rule: FareRule = {
    ...{ ...rest, cards: cardsOf(cards) },
    ...(cardsOutside ? { cardsOutside: cardsOf(cardsOutside) } : {}),
  };
  if (rule.effectiveFrom <= today) return err({ code: "TARIFF_NOT_AHEAD", path: ["effectiveFrom"] });
  const source = checkText(rule.source, SOURCE_LENGTH.min, SOURCE_LENGTH.max);
  if (!source.ok) return err({ ...source.error, path: ["source"] });
  const problem =
    faultOfLength(rule) ??
    faultOfDistance(rule.distance, ["distance"]) ??
    faultOfShares(stated) ??
    faultOfOverstay(rule.overstay, ["overstay"]) ??
    faultOfChanges(rule) ??
    (rule.mode === "BUS" ? faultOfBus(rule) : faultOfMetro(rule, network));
  return problem ? err(problem) : ok({ ...rule, source: source.value });
}

/** More than any city has; a tap reads them all. */
const PARTS_MAX = 20;

function faultOfLength({ distance, ownLines, monthlySpend, walkedTransfers }: FareRule): Found {
  const all = { distance: distance.bands, ownLines, monthlySpend, walkedTransfers };
  const lines = ownLines.map(({ distance: own }) => ["ownLines", own.bands] as const);
  const [field] = [...Object.entries(all), ...lines].find(([, parts]) => parts.length > PARTS_MAX) ?? [];
  return field === undefined
    ? undefined
    : { code: "TOO_MANY", values: { max: String(PARTS_MAX) }, path: [field] };
}

/** In order, from nothing on, and with a price however far a ride goes. */
function faultOfDistance({ bands, step }: DistanceFare, path: readonly string[]): Found {
  for (const [i, { upToKm, price }] of bands.entries()) {
    const [at, before] = [[...path, "bands", String(i)], bands[i - 1]];
    const isLast = i === bands.length - 1;
    const isBeyond =
      (upToKm === undefined && isLast) ||
      (upToKm !== undefined && compareDecimals(upToKm, before?.upToKm ?? ZERO_KM) > 0);
    if (!isBeyond || price < (before?.price ?? ZERO)) return { code: "TARIFF_BANDS_NOT_IN_ORDER", path: at };
    const fault = faultOfPrice(price, [...at, "price"]);
    if (fault) return fault;
  }
  const last = bands.at(-1);
  if (!last || (last.upToKm !== undefined && (!step || compareDecimals(step.km, ZERO_KM) <= 0)))
    return { code: "TARIFF_HAS_AN_END", path };
  return step && faultOfPrice(step.price, [...path, "step", "price"]);
}

const faultOfPrice = (price: Fen, path: readonly string[]): Found =>
  price >= 0n && price <= ARREARS_MAX
    ? undefined
    : { code: "TARIFF_PRICE_OUT_OF_RANGE", values: { max: formatMoney(ARREARS_MAX) }, path };

const isPercent = (percent: bigint): boolean => percent >= 0n && percent <= 100n;
const isMinutes = (minutes: number, max: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= max;
const minutesFault = (max: number, path: readonly string[]): TariffProblem => ({
  ...{ code: "TARIFF_MINUTES_OUT_OF_RANGE", values: { max: String(max) }, path },
});

function faultOfShares({ cards, cardsOutside = [], monthlySpend }: StatedRule): Found {
  const fault = faultOfCards(cards, "cards") ?? faultOfCards(cardsOutside, "cardsOutside");
  if (fault) return fault;
  for (const [i, { from, percent }] of monthlySpend.entries()) {
    const path = ["monthlySpend", String(i)];
    if (!isPercent(percent)) return { code: "TARIFF_PERCENT_OUT_OF_RANGE", path };
    if (from <= (monthlySpend[i - 1]?.from ?? ZERO)) return { code: "TARIFF_STEPS_NOT_IN_ORDER", path };
  }
  return undefined;
}

function faultOfCards(cards: readonly CardPercent[], field: string): Found {
  for (const [i, { kind, percent }] of cards.entries()) {
    const path = [field, String(i)];
    if (!isPercent(BigInt(percent))) return { code: "TARIFF_PERCENT_OUT_OF_RANGE", path };
    if (cards.findIndex((each) => each.kind === kind) < i) return { code: "TARIFF_CARD_TWICE", path };
  }
  return undefined;
}

function faultOfOverstay(overstay: Overstay | undefined, path: readonly string[]): Found {
  if (!overstay) return undefined;
  if (!isMinutes(overstay.minutes, DAY_MINUTES)) return minutesFault(DAY_MINUTES, [...path, "minutes"]);
  return faultOfPrice(overstay.extra, [...path, "extra"]);
}

function faultOfChanges({ modeChanges }: FareRule): Found {
  const path = ["modeChange"];
  for (const { minutes, off } of modeChanges) {
    if (!isMinutes(minutes, CHANGE_MINUTES_MAX))
      return minutesFault(CHANGE_MINUTES_MAX, [...path, "minutes"]);
    const fault = faultOfPrice(off, [...path, "off"]);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfBus({ ownLines, earlyBird, walkedTransfers }: FareRule): Found {
  const named = { ownLines, earlyBird, walkedTransfers };
  const [field] = Object.entries(named).find(([, parts]) => parts.length > 0) ?? [];
  return field === undefined ? undefined : { code: "TARIFF_OF_METRO_ONLY", path: [field] };
}

function faultOfMetro(rule: FareRule, network: Network | undefined): Found {
  if (rule.cardsOutside) return { code: "TARIFF_OF_BUS_ONLY", path: ["cardsOutside"] };
  return faultOfLines(rule, network) ?? faultOfEarlyBird(rule, network) ?? faultOfWalks(rule, network);
}

/** Each line with gates of its own has its fares, and no other has. */
function faultOfLines({ ownLines }: FareRule, network: Network | undefined): Found {
  const own = [...(network?.lines.values() ?? [])].filter(({ isAirportLine }) => isAirportLine);
  for (const [i, { line, distance, overstay }] of ownLines.entries()) {
    const path = ["ownLines", String(i)];
    if (own.every(({ code }) => code !== line))
      return { code: "CLEARING_LINE_UNKNOWN", values: { line }, path: [...path, "line"] };
    if (ownLines.findIndex((each) => each.line === line) < i)
      return { code: "CLEARING_LINE_TWICE", values: { line }, path: [...path, "line"] };
    const fault =
      faultOfDistance(distance, [...path, "distance"]) ?? faultOfOverstay(overstay, [...path, "overstay"]);
    if (fault) return fault;
  }
  const missing = own.find(({ code }) => ownLines.every(({ line }) => line !== code));
  return missing && { code: "TARIFF_LINE_MISSING", values: { line: missing.code }, path: ["ownLines"] };
}

function faultOfEarlyBird({ earlyBird }: FareRule, network: Network | undefined): Found {
  for (const { stations, until, percent } of earlyBird) {
    if (!TIME.test(until)) return { code: "TARIFF_TIME_INVALID", path: ["earlyBird", "until"] };
    if (!isPercent(percent)) return { code: "TARIFF_PERCENT_OUT_OF_RANGE", path: ["earlyBird", "percent"] };
    const fault = faultOfStations(stations, network, ["earlyBird", "stations"]);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfWalks({ walkedTransfers }: FareRule, network: Network | undefined): Found {
  for (const [i, { stations, minutes }] of walkedTransfers.entries()) {
    const path = ["walkedTransfers", String(i)];
    if (new Set(stations).size !== 2) return { code: "TARIFF_NOT_A_PAIR", path: [...path, "stations"] };
    if (!isMinutes(minutes, CHANGE_MINUTES_MAX))
      return minutesFault(CHANGE_MINUTES_MAX, [...path, "minutes"]);
    const fault = faultOfStations(stations, network, [...path, "stations"]);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfStations(
  stations: readonly string[],
  network: Network | undefined,
  path: readonly string[],
): Found {
  const twice = stations.findIndex((station, at) => stations.indexOf(station) < at);
  if (twice >= 0) return { code: "STATION_TWICE", path: [...path, String(twice)] };
  const i = stations.findIndex((station) => !network || !stationIn(network, station));
  const station = stations[i];
  return station === undefined
    ? undefined
    : { code: "STATION_UNKNOWN", values: { station }, path: [...path, String(i)] };
}
