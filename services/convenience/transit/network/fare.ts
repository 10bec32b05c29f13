import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { compareDecimals, type Decimal, scaleOf, subtractDecimals } from "../../../kernel/decimal.ts";
import { addMoney, divideRounded, type Fen, fen, ZERO } from "../../../kernel/money.ts";

export const TRANSIT_MODES = ["METRO", "BUS"] as const;
export type TransitMode = (typeof TRANSIT_MODES)[number];

export const CARD_KINDS = ["STANDARD", "STUDENT", "SENIOR"] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** A price by distance: the bands first, then one step more for each further `stepKm` begun. */
export type DistanceFare = {
  /** Up to and including `upToKm`, in order. */
  readonly bands: readonly { readonly upToKm: Decimal; readonly price: Fen }[];
  readonly stepKm: Decimal;
  readonly stepPrice: Fen;
};

/** From this much paid in the calendar month on, the next ride costs this share of its price. */
export type SpendStep = { readonly from: Fen; readonly percent: bigint };

/** How one mode of transit is priced in a region from a day on. */
export type FareRule = {
  readonly mode: TransitMode;
  readonly region: RegionCode;
  readonly effectiveFrom: CivilDate;
  readonly distance: DistanceFare;
  /** Percent of the price that each kind of card pays. */
  readonly cards: Readonly<Record<CardKind, bigint>>;
  /** In the order of their amounts; only what was actually paid counts. None where spending earns nothing. */
  readonly monthlySpend: readonly SpendStep[];
  /** A line with one price, outside every discount; where there is one. */
  readonly airportLine?: Fen;
  /** The price for staying inside for more than so many minutes; outside every discount. */
  readonly overstay?: { readonly minutes: number; readonly extra: Fen };
  readonly source: string;
};

export type Fare = {
  /** The price without any discount. */
  readonly full: Fen;
  /** Percent of it that this ride costs. */
  readonly percent: bigint;
  /** For having stayed inside too long; part of the fare. */
  readonly overstay: Fen;
  readonly fare: Fen;
};

const WHOLE = 100n;

export type Ride = {
  readonly distanceKm: Decimal;
  /** Paid with the card in the calendar month before this ride. */
  readonly monthSpend: Fen;
  readonly card: CardKind;
  readonly isAirportLine: boolean;
  /** From gate to gate, seconds counted; 0 where nobody asks. */
  readonly minutes: number;
};

export function fareOf(rule: FareRule, { distanceKm, monthSpend, card, isAirportLine, minutes }: Ride): Fare {
  const overstay = rule.overstay && minutes > rule.overstay.minutes ? rule.overstay.extra : ZERO;
  if (isAirportLine && rule.airportLine !== undefined) {
    const { airportLine: full } = rule;
    return { full, percent: WHOLE, overstay, fare: addMoney(full, overstay) };
  }
  const full = priceOf(rule.distance, distanceKm);
  const earned = rule.monthlySpend.findLast(({ from }) => from <= monthSpend)?.percent ?? WHOLE;
  const percent = divideRounded(rule.cards[card] * earned, WHOLE);
  const fare = fen(divideRounded(full * percent, WHOLE));
  return { full, percent, overstay, fare: addMoney(fare, overstay) };
}

function priceOf({ bands, stepKm, stepPrice }: DistanceFare, distanceKm: Decimal): Fen {
  const band = bands.find(({ upToKm }) => compareDecimals(distanceKm, upToKm) <= 0);
  if (band) return band.price;
  const last = bands.at(-1);
  if (!last) throw new Error("a fare has at least one band");
  return fen(last.price + stepPrice * stepsBegun(subtractDecimals(distanceKm, last.upToKm), stepKm));
}

function stepsBegun(beyond: Decimal, step: Decimal): bigint {
  const distance = beyond.units * scaleOf(step);
  const length = step.units * scaleOf(beyond);
  return (distance + length - 1n) / length;
}

export type FareQuestion = Pick<FareRule, "mode" | "region"> & { readonly on: CivilDate };

/** The rule in force on a day; undefined where none is known. Rules are in the order of their days. */
export const fareRuleOn = (
  rules: readonly FareRule[],
  { mode, region, on }: FareQuestion,
): FareRule | undefined =>
  rules.findLast((rule) => rule.mode === mode && rule.region === region && rule.effectiveFrom <= on);
