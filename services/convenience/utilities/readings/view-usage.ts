import { type CivilDate, date, earlier } from "../../../kernel/civil-date.ts";
import type { Decimal } from "../../../kernel/decimal.ts";
import { getTenancy } from "../account-store.ts";
import { getBiller } from "../biller-store.ts";
import { classOn, sizeOn } from "../household.ts";
import type { UtilityStore } from "../store.ts";
import { type Tariff, tariffOn } from "../tariffs/tariff.ts";
import { TARIFFS } from "../tariffs/tariffs.ts";
import type { Binding } from "../utility-account.ts";
import { getYearUsages } from "./reading-store.ts";
import { tierOfUsage } from "./year-usage.ts";

export type YearView = {
  readonly year: number;
  readonly usage: Decimal;
  readonly unit: Tariff["unit"];
  /** Undefined where usage climbs the tiers anew with every reading. */
  readonly tierReached: number | undefined;
};

/**
 * The usage of an account in a year, in its holder's time, and the tier that this has reached, by the row in force today or, of a year that
 * is over, on its last day. Undefined where no reading tells.
 */
export async function usageOfYear(
  store: UtilityStore,
  binding: Binding,
  year: number,
  today: CivilDate,
): Promise<YearView | undefined> {
  const [account, biller, [usage]] = await Promise.all([
    getTenancy(store, binding.account, binding),
    getBiller(store.database, binding.biller),
    getYearUsages(store, binding, [String(year)]),
  ]);
  if (!account || !biller || !usage) return undefined;
  const end = date(`${usage.year}-12-31`);
  const on = earlier(today, end);
  const householdClass = classOn(account, on);
  const tariff = tariffOn(TARIFFS, { kind: biller.kind, region: biller.region, householdClass, on });
  if (!tariff) return undefined;
  const { used } = usage;
  return {
    year,
    usage: used,
    unit: tariff.unit,
    tierReached: tierOfUsage(tariff, sizeOn(account, on), used),
  };
}
