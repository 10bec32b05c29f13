import { type Decimal, subtractDecimals } from "../../../kernel/decimal.ts";
import type { Fen } from "../../../kernel/money.ts";
import type { Days, Part } from "./period.ts";
import { addTo, climb, type RatedTier, type RunningSum, times } from "./rating.ts";
import type { Band, Tariff, Tier, TimeOfUse } from "./tariff.ts";

/**
 * A line of the trace, for the days it is about (`to` is excluded). A charge once a bill is about the whole
 * period. Amounts can be negative in lines of time of use, of estimates and of what is carried over.
 */
export type RatingLine = Days &
  (
    | ({ readonly kind: "TIER" } & RatedTier)
    | {
        readonly kind: "TIME_OF_USE";
        readonly band: Band;
        readonly usage: Decimal;
        /** CNY on each unit beside the tier's price. */
        readonly price: Decimal;
        readonly amount: Fen;
      }
    | {
        readonly kind: "SURCHARGE";
        readonly name: string;
        readonly usage?: Decimal;
        readonly price?: Decimal;
        readonly percent?: Decimal;
        readonly amount: Fen;
      }
    /** The price of an estimated bill, which a true reading settles. */
    | { readonly kind: "ESTIMATE"; readonly name: string; readonly amount: Fen }
    /** The share of what earlier bills lack or have too much. */
    | { readonly kind: "CARRIED"; readonly amount: Fen }
    /** The amount that lacks to the least that a bill comes to. */
    | { readonly kind: "MINIMUM"; readonly amount: Fen }
  );

/** The charge so far. */
export type Bill = { readonly sum: RunningSum; readonly lines: RatingLine[] };

/** The usage in a part of the period. */
export type Used = { readonly usage: Decimal; readonly timeOfUse?: TimeOfUse };

/** Charges what a part of the period used: its tiers, its time of use, and the surcharges that go by either. */
export function chargePart(
  { sum, lines }: Bill,
  { from, to, tariff }: Part,
  tiers: readonly Tier[],
  { usage, timeOfUse }: Used,
  usedBefore: Decimal,
): void {
  const before = sum.exact;
  for (const { tier, usage: inTier, price, amount } of climb(tiers, usage, usedBefore, sum)) {
    lines.push({ kind: "TIER", from, to, tier, usage: inTier, price, amount });
  }
  if (timeOfUse && tariff.timeOfUse) {
    for (const [band, name] of TIME_BANDS) {
      const used = timeOfUse[band];
      const price = tariff.timeOfUse[band];
      if (used.units === 0n) continue;
      const amount = addTo(sum, times(used, price));
      lines.push({ kind: "TIME_OF_USE", from, to, band: name, usage: used, price, amount });
    }
  }
  if (!tariff.surcharges || usage.units === 0n) return;
  const cost = subtractDecimals(sum.exact, before);
  for (const surcharge of tariff.surcharges) {
    const { name, basis } = surcharge;
    if (basis === "PER_UNIT") {
      const { price } = surcharge;
      const amount = addTo(sum, times(usage, price));
      lines.push({ kind: "SURCHARGE", from, to, name, usage, price, amount });
    } else if (basis === "PERCENT") {
      const { percent } = surcharge;
      const amount = addTo(sum, hundredth(times(cost, percent)));
      lines.push({ kind: "SURCHARGE", from, to, name, percent, amount });
    }
  }
}

const TIME_BANDS = [
  ["peak", "PEAK"],
  ["flat", "FLAT"],
  ["valley", "VALLEY"],
] as const satisfies readonly (readonly [keyof TimeOfUse, Band])[];

const hundredth = ({ units, places }: Decimal): Decimal => ({ units, places: places + 2 });

/** Charges what a bill bears once: the fixed surcharges, and then what lacks to its minimum. */
export function chargeOnce(
  { sum, lines }: Bill,
  { surcharges = [], minimum }: Tariff,
  { from, to }: Days,
): void {
  for (const surcharge of surcharges) {
    if (surcharge.basis !== "FIXED") continue;
    const amount = addTo(sum, yuan(surcharge.amount));
    lines.push({ kind: "SURCHARGE", from, to, name: surcharge.name, amount });
  }
  if (minimum === undefined || sum.shown >= minimum) return;
  const amount = addTo(sum, subtractDecimals(yuan(minimum), sum.exact));
  lines.push({ kind: "MINIMUM", from, to, amount });
}

const yuan = (amount: Fen): Decimal => ({ units: amount, places: 2 });
