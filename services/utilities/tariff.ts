import type { CivilDate } from "../platform/civil-date.ts";
import type { Decimal } from "../platform/decimal.ts";
import type { RegionCode } from "../platform/region.ts";

export const UTILITY_KINDS = ["WATER", "ELECTRICITY", "GAS"] as const;
export type UtilityKind = (typeof UTILITY_KINDS)[number];

/** What one price holds for: usage above the tier before, up to and including `upTo`; the last tier has no end. */
export type Tier = { readonly upTo?: Decimal; readonly price: Decimal };

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
  /** The time over which usage climbs the tiers, before it starts anew. */
  readonly cycle: "CALENDAR_MONTH" | "CALENDAR_YEAR";
  readonly unit: "M3" | "KWH";
  /** CNY for each unit, from the lowest tier. */
  readonly tiers: readonly Tier[];
  /** Who set it, for people. */
  readonly source: string;
};

export const HOUSEHOLD_CLASSES = ["GENERAL", "OWN_BOILER"] as const;
export type HouseholdClass = (typeof HOUSEHOLD_CLASSES)[number];

export type TariffQuestion = Pick<Tariff, "kind" | "region" | "householdClass"> & { readonly on: CivilDate };

/** The row in force on a day; undefined where none is known. Rows are in the order of their days. */
export const tariffOn = (
  rows: readonly Tariff[],
  { kind, region, householdClass, on }: TariffQuestion,
): Tariff | undefined =>
  rows.findLast(
    (row) =>
      row.kind === kind &&
      row.region === region &&
      row.householdClass === householdClass &&
      row.effectiveFrom <= on,
  );
