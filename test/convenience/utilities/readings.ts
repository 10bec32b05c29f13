import type {
  PeriodRating,
  PeriodReading,
} from "../../../services/convenience/utilities/tariffs/period-rating.ts";
import type {
  Tariff,
  TimeOfUse,
  UtilityKind,
} from "../../../services/convenience/utilities/tariffs/tariff.ts";
import { TARIFFS } from "../../../services/convenience/utilities/tariffs/tariffs.ts";
import { region } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal, formatDecimal } from "../../../services/kernel/decimal.ts";
import { fen, formatMoney } from "../../../services/kernel/money.ts";

const BEIJING = region("110000");

export function shippedTariff(
  kind: UtilityKind,
  householdClass: Tariff["householdClass"] = "GENERAL",
): Tariff {
  const found = TARIFFS.find((row) => row.kind === kind && row.householdClass === householdClass);
  if (!found) throw new Error(`no tariff for ${kind}`);
  return found;
}

/** The row that takes a shipped one's place on a day, at other prices. */
export const follows = (row: Tariff, on: string, ...prices: readonly string[]): Tariff => ({
  ...row,
  effectiveFrom: date(on),
  tiers: row.tiers.map((tier, i) => ({ ...tier, price: decimal(prices[i] ?? "0") })),
});

export const timeOfUse = (peak: string, flat: string, valley: string): TimeOfUse => ({
  peak: decimal(peak),
  flat: decimal(flat),
  valley: decimal(valley),
});

/** All that a row can say; prices of no real place. */
export const everything = (row: Tariff): Tariff => ({
  ...row,
  timeOfUse: timeOfUse("0.05", "0", "-0.2"),
  surcharges: [
    { name: "fund", basis: "PER_UNIT", price: decimal("0.02") },
    { name: "tax", basis: "PERCENT", percent: decimal("1.5") },
    { name: "meter", basis: "FIXED", amount: fen(200n) },
  ],
  minimum: fen(600n),
});

export type Wish = {
  readonly kind?: UtilityKind;
  readonly householdClass?: Tariff["householdClass"];
  readonly from: string;
  readonly to: string;
  readonly householdSize?: number;
  readonly usedBefore?: string;
} & ({ readonly usage: string } | { readonly timeOfUse: TimeOfUse });

export function reading({ kind = "WATER", householdClass = "GENERAL", ...wish }: Wish): PeriodReading {
  const { from, to, householdSize, usedBefore = "0" } = wish;
  return {
    ...{ kind, region: BEIJING, householdClass, householdSize },
    ...{ from: date(from), to: date(to), usedBefore: decimal(usedBefore) },
    ...("usage" in wish ? { usage: decimal(wish.usage) } : { timeOfUse: wish.timeOfUse }),
  };
}

/** A trace as people write it down. */
export const linesOf = ({ lines }: PeriodRating): readonly string[] =>
  lines.map((line) => {
    const what =
      line.kind === "TIER"
        ? `tier ${line.tier}`
        : line.kind === "TIME_OF_USE"
          ? line.band.toLowerCase()
          : line.kind === "SURCHARGE"
            ? line.name
            : "minimum";
    const usage = "usage" in line && line.usage ? ` ${formatDecimal(line.usage)}` : "";
    const price = "price" in line && line.price ? ` × ${formatDecimal(line.price)}` : "";
    const percent = "percent" in line && line.percent ? ` ${formatDecimal(line.percent)} %` : "";
    return `${line.from}/${line.to} ${what}${usage}${price}${percent} = ${formatMoney(line.amount)}`;
  });
