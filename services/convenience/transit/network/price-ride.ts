import { isWorkingDay } from "../../../field/working-days.ts";
import { clockAt, dateAt } from "../../../kernel/civil-date.ts";
import { type Decimal, formatDecimal } from "../../../kernel/decimal.ts";
import { addMoney, divideRounded, type Fen, fen, formatMoney, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  type CardKind,
  type EntitlementKind,
  type FareRule,
  type LineFare,
  lineFare,
  type ModeChange,
  priceAlong,
} from "./fare.ts";

/**
 * The order in which a ride's price comes about, here and nowhere else: the price by distance or section; what a stay
 * that was too long adds, which no discount touches; what a journey that goes on after a walk has paid before; then the
 * shares that card, month and early entry leave, each of what the one before has left (the early bird is "on top of"
 * the month's discount); then what a change of mode takes off; and last having left at once where one came in, or an
 * entitlement, which leave nothing to pay.
 */
export const PRICING_ORDER = [
  "DISTANCE",
  "OVERSTAY",
  "WALKED_TRANSFER",
  "CARD",
  "MONTH",
  "EARLY_BIRD",
  "MODE_CHANGE",
  "SAME_STATION",
  "ENTITLEMENT",
] as const;
export type FarePartKind = (typeof PRICING_ORDER)[number];

/** A part of a fare: the parts of a ride add up to what it is charged. Discounts are negative. */
export type FarePart = {
  readonly kind: FarePartKind;
  readonly amount: Fen;
  /** For the gaps of its text. */
  readonly values: Readonly<Record<string, string>>;
};

export type Fare = {
  /** The price without any discount. */
  readonly full: Fen;
  /** Percent that the discounts by card, month and early entry leave to pay. */
  readonly percent: bigint;
  /** For having stayed inside too long; part of the fare. */
  readonly overstay: Fen;
  readonly fare: Fen;
  /** In the order of pricing. */
  readonly parts: readonly FarePart[];
};

/** A journey that goes on after a walk between two stations. */
export type JourneySoFar = {
  /** From its origin to where this ride ends. */
  readonly distanceKm: Decimal;
  /** The prices of its rides before, without discounts. */
  readonly paid: Fen;
};

export type Ride = {
  readonly distanceKm: Decimal;
  /** Paid with the card in the calendar month before this ride. */
  readonly monthSpend: Fen;
  readonly card: CardKind;
  /** By bus, outside the city's area. */
  readonly isOutside?: boolean | undefined;
  /** Through the gates of a line with its own: of `line`, or of the region's first one. */
  readonly isAirportLine: boolean;
  readonly line?: string | undefined;
  /** From gate to gate, seconds counted; 0 where nobody asks. */
  readonly minutes: number;
  readonly entry?: { readonly station: string; readonly at: Instant } | undefined;
  readonly journey?: JourneySoFar | undefined;
  readonly changed?: ModeChange | undefined;
  readonly freeBy?: FreeRide | undefined;
  /** The minutes that its operator allows one who leaves at the station of the entry, where they were not passed. */
  readonly turnedWithin?: number | undefined;
};

/** The entitlement by which a ride is free: its kind, its name in both languages, and the law. */
export type FreeRide = {
  readonly kind: EntitlementKind;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
};

const WHOLE = 100n;
const MINUTES_PER_HOUR = 60;

/** A part as its step finds it. */
type Found = { readonly amount: Fen; readonly percent?: bigint; readonly values?: FarePart["values"] };
/** The sums before a step. */
type SoFar = {
  readonly due: Fen;
  readonly overstay: Fen;
  /** The line's own fares, which are outside every discount. */
  readonly own: LineFare | undefined;
};

const STEPS: Readonly<Record<FarePartKind, (rule: FareRule, ride: Ride, soFar: SoFar) => Found | undefined>> =
  {
    DISTANCE: (rule, ride) => ({
      amount: fullPriceOf(rule, ride),
      values: { km: formatDecimal(ride.distanceKm) },
    }),
    OVERSTAY: (rule, ride, { own }) => {
      const { overstay } = own ?? rule;
      if (!overstay || ride.minutes <= overstay.minutes) return undefined;
      return { amount: overstay.extra, values: { hours: String(overstay.minutes / MINUTES_PER_HOUR) } };
    },
    WALKED_TRANSFER: (rule, { journey }, { due, own }) => {
      if (!journey || own) return undefined;
      const whole = priceAlong(rule.distance, journey.distanceKm);
      const left = whole > journey.paid ? fen(whole - journey.paid) : ZERO;
      if (left >= due) return undefined;
      return {
        amount: fen(left - due),
        values: { whole: formatMoney(whole), paid: formatMoney(journey.paid) },
      };
    },
    CARD: (rule, { card, isOutside }, { due, own }) => {
      const cards = (isOutside && rule.cardsOutside) || rule.cards;
      return own ? undefined : share(due, cards[card] ?? cards.STANDARD, {});
    },
    MONTH: ({ monthlySpend }, { monthSpend }, { due, own }) => {
      const earned = monthlySpend.findLast(({ from }) => from <= monthSpend);
      if (!earned || own) return undefined;
      return share(due, earned.percent, { from: formatMoney(earned.from) });
    },
    EARLY_BIRD: ({ earlyBird }, { entry }, { due, own }) => {
      const early = earlyBird.at(-1);
      if (!early || !entry || own || !early.stations.includes(entry.station)) return undefined;
      if (clockAt(entry.at) > early.until || !isWorkingDay(dateAt(entry.at))) return undefined;
      return share(due, early.percent, { until: early.until.slice(0, 5) });
    },
    MODE_CHANGE: (_, { changed }, { due, own }) => {
      if (!changed || own) return undefined;
      const amount = fen(-(changed.off < due ? changed.off : due));
      return { amount, values: { minutes: String(changed.minutes) } };
    },
    SAME_STATION: (_, { turnedWithin }, { due, overstay }) => {
      if (turnedWithin === undefined) return undefined;
      return { amount: fen(-due - overstay), percent: 0n, values: { minutes: String(turnedWithin) } };
    },
    ENTITLEMENT: (_, { freeBy }, { due, overstay }) => {
      if (!freeBy) return undefined;
      return { amount: fen(-due - overstay), percent: 0n, values: freeBy };
    },
  };

/** The price of a ride, and how it comes about. */
export function fareOf(rule: FareRule, ride: Ride): Fare {
  const own = lineOf(rule, ride);
  let [due, overstay, percent] = [ZERO, ZERO, WHOLE];
  const parts: FarePart[] = [];
  for (const kind of PRICING_ORDER) {
    const found = STEPS[kind](rule, ride, { due, overstay, own });
    if (!found) continue;
    const { amount, values = {} } = found;
    if (found.percent !== undefined) percent = divideRounded(percent * found.percent, WHOLE);
    if (kind === "OVERSTAY") overstay = amount;
    else if (kind === "SAME_STATION" || kind === "ENTITLEMENT") [due, overstay] = [ZERO, ZERO];
    else due = addMoney(due, amount);
    if (kind === "DISTANCE" || amount !== 0n) parts.push({ kind, amount, values });
  }
  return { full: fullPriceOf(rule, ride), percent, overstay, fare: addMoney(due, overstay), parts };
}

/** By the distance, or the section of a line that has its own. A region without such lines prices all alike. */
function fullPriceOf(rule: FareRule, ride: Pick<Ride, "distanceKm" | "isAirportLine" | "line">): Fen {
  const { distance } = lineOf(rule, ride) ?? rule;
  return priceAlong(distance, ride.distanceKm);
}

const lineOf = (rule: FareRule, { isAirportLine, line }: Pick<Ride, "isAirportLine" | "line">) =>
  isAirportLine ? lineFare(rule, line) : undefined;

/** The part that leaves so many percent of what is due. */
function share(due: Fen, percent: bigint, values: FarePart["values"]): Found {
  const left = divideRounded(due * percent, WHOLE);
  return { amount: fen(left - due), percent, values: { ...values, percent: String(percent) } };
}
