import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { addDecimals, type Decimal } from "../../../kernel/decimal.ts";
import type { Fen } from "../../../kernel/money.ts";

export const UTILITY_KINDS = ["WATER", "ELECTRICITY", "GAS"] as const;
export type UtilityKind = (typeof UTILITY_KINDS)[number];

export const HOUSEHOLD_CLASSES = ["GENERAL", "OWN_BOILER"] as const;
export type HouseholdClass = (typeof HOUSEHOLD_CLASSES)[number];

/** The range of one price: usage above the tier before, up to and including `upTo`; the last tier has no end. */
export type Tier = { readonly upTo?: Decimal; readonly price: Decimal };

/**
 * Wider tiers for large households (多人口家庭), in the tariff's unit and cycle: a household of `from` persons or more
 * gets `first` on every edge, and `further` for each person above `from`. With 6, 30 and 30, a family of seven has
 * edges 60 higher; with 6, 150 and 0, every family of six or more has them 150 higher.
 */
export type HouseholdExtension = {
  readonly from: number;
  readonly first: Decimal;
  readonly further: Decimal;
};

/** The parts of the day that a meter can tell. */
export const BANDS = ["PEAK", "FLAT", "VALLEY"] as const;
export type Band = (typeof BANDS)[number];

/** One figure for each part of the day (峰、平、谷). */
export type TimeOfUse = { readonly peak: Decimal; readonly flat: Decimal; readonly valley: Decimal };

/** A charge besides usage: by the unit, as a share of the usage's cost, or once a bill. */
export type Surcharge = { readonly name: string } & (
  | { readonly basis: "PER_UNIT"; readonly price: Decimal }
  | { readonly basis: "PERCENT"; readonly percent: Decimal }
  | { readonly basis: "FIXED"; readonly amount: Fen }
);

/**
 * A published price for households (阶梯价格), as a row of data. A later row of the same kind, region and class takes
 * its place from its own day on.
 */
export type Tariff = {
  readonly kind: UtilityKind;
  readonly region: RegionCode;
  /** Where a utility has several tariffs for households, such as gas for an own boiler. */
  readonly householdClass: HouseholdClass;
  readonly effectiveFrom: CivilDate;
  /**
   * The time over which usage climbs the tiers, before it starts anew. A month is the reading month: from one reading
   * to the next, whichever days of the calendar that are.
   */
  readonly cycle: "CALENDAR_MONTH" | "CALENDAR_YEAR";
  readonly unit: "M3" | "KWH";
  /** CNY for each unit, from the lowest tier. */
  readonly tiers: readonly Tier[];
  /** Where large households have wider tiers. */
  readonly householdExtension?: HouseholdExtension;
  /**
   * For households that chose time of use: CNY on each unit of peak, flat and valley usage, beside its tier's price;
   * negative where it is cheaper, never below the lowest tier's price.
   */
  readonly timeOfUse?: TimeOfUse;
  readonly surcharges?: readonly Surcharge[];
  /** The least amount of a bill. */
  readonly minimum?: Fen;
  /** The authority that set it, for people. */
  readonly source: string;
};

export type TariffQuestion = Pick<Tariff, "kind" | "region" | "householdClass"> & { readonly on: CivilDate };

/** The row in force on a day; undefined where none is known. Rows are in the order of their days. */
export const tariffOn = (rows: readonly Tariff[], question: TariffQuestion): Tariff | undefined =>
  rows.findLast((row) => isOf(row, question) && row.effectiveFrom <= question.on);

/** The first row that takes another's place after a day; undefined where none is known. */
export const nextTariffAfter = (rows: readonly Tariff[], question: TariffQuestion): Tariff | undefined =>
  rows.find((row) => isOf(row, question) && row.effectiveFrom > question.on);

const isOf = (row: Tariff, { kind, region, householdClass }: TariffQuestion): boolean =>
  row.kind === kind && row.region === region && row.householdClass === householdClass;

/** The tiers of a household of so many persons over so many of the tariff's cycles. */
export function tiersFor(tariff: Tariff, householdSize: number | undefined, cycles: number): readonly Tier[] {
  const wider = extensionOf(tariff.householdExtension, householdSize);
  if (!wider && cycles === 1) return tariff.tiers;
  return tariff.tiers.map(({ upTo, price }) =>
    upTo ? { upTo: multiply(wider ? addDecimals(upTo, wider) : upTo, cycles), price } : { price },
  );
}

function extensionOf(rule: HouseholdExtension | undefined, size: number | undefined): Decimal | undefined {
  if (!rule || size === undefined || size < rule.from) return undefined;
  return addDecimals(rule.first, multiply(rule.further, size - rule.from));
}

const multiply = ({ units, places }: Decimal, by: number): Decimal => ({
  units: units * BigInt(by),
  places,
});
