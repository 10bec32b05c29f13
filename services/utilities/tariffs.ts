import { date } from "../platform/civil-date.ts";
import { decimal } from "../platform/decimal.ts";
import { region } from "../platform/region.ts";
import type { Tariff, Tier } from "./tariff.ts";

const tiers = (...steps: readonly (readonly [string | undefined, string])[]): readonly Tier[] =>
  steps.map(([upTo, price]) => ({ ...(upTo ? { upTo: decimal(upTo) } : {}), price: decimal(price) }));

/**
 * Prices for households that the platform ships. The days are those from which these rows are known to hold; for
 * earlier ones no price is told rather than a wrong one.
 */
export const TARIFFS: readonly Tariff[] = [
  {
    kind: "WATER",
    region: region("110000"),
    householdClass: "GENERAL",
    effectiveFrom: date("2014-05-01"),
    cycle: "CALENDAR_YEAR",
    unit: "M3",
    tiers: tiers(["180", "5.00"], ["260", "7.00"], [undefined, "9.00"]),
    source: "北京市发展和改革委员会：居民阶梯水价",
  },
  {
    kind: "ELECTRICITY",
    region: region("110000"),
    householdClass: "GENERAL",
    effectiveFrom: date("2012-07-01"),
    cycle: "CALENDAR_MONTH",
    unit: "KWH",
    tiers: tiers(["240", "0.4883"], ["400", "0.5383"], [undefined, "0.7883"]),
    source: "北京市发展和改革委员会：居民阶梯电价（不满1千伏）",
  },
  {
    kind: "GAS",
    region: region("110000"),
    householdClass: "GENERAL",
    effectiveFrom: date("2026-01-01"),
    cycle: "CALENDAR_YEAR",
    unit: "M3",
    tiers: tiers(["350", "2.61"], ["500", "2.83"], [undefined, "4.23"]),
    source: "北京市发展和改革委员会：居民管道天然气阶梯价格（一般生活用气）",
  },
  {
    kind: "GAS",
    region: region("110000"),
    householdClass: "OWN_BOILER",
    effectiveFrom: date("2026-01-01"),
    cycle: "CALENDAR_YEAR",
    unit: "M3",
    tiers: tiers(["1500", "2.61"], ["2500", "2.83"], [undefined, "4.23"]),
    source: "北京市发展和改革委员会：居民管道天然气阶梯价格（壁挂炉采暖）",
  },
];
