import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  scaleOf,
  subtractDecimals,
} from "../../../kernel/decimal.ts";

import { divideRounded, type Fen, fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Tariff, Tier } from "./tariff.ts";

/** One step of a rating's trace: what of the usage fell into a tier, at what price. */
export type RatedTier = {
  /** From 1. */
  readonly tier: number;
  readonly usage: Decimal;
  /** CNY for each unit. */
  readonly price: Decimal;
  readonly amount: Fen;
};

export type Rating = { readonly amount: Fen; readonly tiers: readonly RatedTier[] };

/** `values` fill the gaps of the message. */
export type UsageProblem = {
  readonly code: "USAGE_OUT_OF_RANGE";
  readonly field: "usage" | "usedBefore" | "timeOfUse";
  readonly values: { readonly max: string };
};

const MAX = "1000000";
/** More than any household uses in a year, and far from where numbers get unwieldy. */
const USAGE_MAX = decimal(MAX);

/** The sum of a bill so far: exactly, in CNY, and as its lines show it. */
export type RunningSum = { exact: Decimal; shown: Fen };

export const emptySum = (): RunningSum => ({ exact: { units: 0n, places: 0 }, shown: fen(0n) });

/**
 * Adds to the sum and answers by how many fen the rounded sum grew. So a bill is rounded once, half a fen up, and its
 * lines add up to it; a single line can differ by one fen from what it would come to by itself.
 */
export function addTo(sum: RunningSum, yuan: Decimal): Fen {
  sum.exact = addDecimals(sum.exact, yuan);
  const rounded = toFen(sum.exact);
  const grown = fen(rounded - sum.shown);
  sum.shown = rounded;
  return grown;
}

/**
 * Rates usage by its tariff. `usedBefore` is what was used in the cycle before it: usage climbs the tiers from there,
 * so one bill can cross an edge; what lies exactly on an edge is still of the lower tier. The sum is exact and
 * rounded to the fen once; each tier's amount is what it adds to the rounded sum, so that the amounts add up.
 */
export function rate(tariff: Tariff, usage: Decimal, usedBefore: Decimal): Result<Rating, UsageProblem> {
  if (!isInRange(usage)) return err(outOfRange("usage"));
  if (!isInRange(usedBefore)) return err(outOfRange("usedBefore"));
  const sum = emptySum();
  const tiers = climb(tariff.tiers, usage, usedBefore, sum);
  return ok({ amount: sum.shown, tiers });
}

/** The tiers that usage falls into where `usedBefore` has been used already; each is added to the sum. */
export function climb(
  tiers: readonly Tier[],
  usage: Decimal,
  usedBefore: Decimal,
  sum: RunningSum,
): readonly RatedTier[] {
  const until = addDecimals(usedBefore, usage);
  const rated: RatedTier[] = [];
  let from = usedBefore;
  for (const [i, { upTo, price }] of tiers.entries()) {
    const to = upTo && compareDecimals(upTo, until) < 0 ? upTo : until;
    if (compareDecimals(to, from) <= 0) continue;
    const inTier = subtractDecimals(to, from);
    rated.push({ tier: i + 1, usage: inTier, price, amount: addTo(sum, times(inTier, price)) });
    from = to;
  }
  return rated;
}

export const isInRange = (usage: Decimal): boolean =>
  usage.units >= 0n && compareDecimals(usage, USAGE_MAX) <= 0;

export const outOfRange = (field: UsageProblem["field"]): UsageProblem => ({
  code: "USAGE_OUT_OF_RANGE",
  field,
  values: { max: MAX },
});

export const times = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  places: a.places + b.places,
});

const toFen = (yuan: Decimal): Fen => fen(divideRounded(yuan.units * 100n, scaleOf(yuan)));
