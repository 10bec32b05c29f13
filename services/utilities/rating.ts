import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  scaleOf,
  subtractDecimals,
} from "../platform/decimal.ts";
import { divideRounded, type Fen, fen } from "../platform/money.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Tariff } from "./tariff.ts";

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

export type UsageProblem = { readonly code: "USAGE_OUT_OF_RANGE"; readonly field: "usage" | "usedBefore" };

/** More than any household uses in a year, and far from where numbers get unwieldy. */
export const USAGE_MAX = decimal("1000000");
const NONE = decimal("0");

/**
 * Rates usage by its tariff. `usedBefore` is what was used in the cycle before it: usage climbs the tiers from there,
 * so one bill can cross an edge; what lies exactly on an edge is still of the lower tier. The sum is exact and
 * rounded to the fen once; each tier's amount is what it adds to the rounded sum, so that the amounts add up.
 */
export function rate(tariff: Tariff, usage: Decimal, usedBefore: Decimal): Result<Rating, UsageProblem> {
  if (!isInRange(usage)) return err({ code: "USAGE_OUT_OF_RANGE", field: "usage" });
  if (!isInRange(usedBefore)) return err({ code: "USAGE_OUT_OF_RANGE", field: "usedBefore" });
  const until = addDecimals(usedBefore, usage);
  const tiers: RatedTier[] = [];
  let exact: Decimal = NONE;
  let charged = fen(0n);
  let from = usedBefore;
  for (const [i, { upTo, price }] of tariff.tiers.entries()) {
    const to = upTo && compareDecimals(upTo, until) < 0 ? upTo : until;
    if (compareDecimals(to, from) <= 0) continue;
    const inTier = subtractDecimals(to, from);
    exact = addDecimals(exact, times(inTier, price));
    const sum = toFen(exact);
    tiers.push({ tier: i + 1, usage: inTier, price, amount: fen(sum - charged) });
    charged = sum;
    from = to;
  }
  return ok({ amount: charged, tiers });
}

const isInRange = (usage: Decimal): boolean => usage.units >= 0n && compareDecimals(usage, USAGE_MAX) <= 0;

const times = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  places: a.places + b.places,
});

const toFen = (yuan: Decimal): Fen => fen(divideRounded(yuan.units * 100n, scaleOf(yuan)));
