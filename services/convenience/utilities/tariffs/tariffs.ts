import { region } from "../../../field/region.ts";
import { date } from "../../../kernel/civil-date.ts";
import { decimal } from "../../../kernel/decimal.ts";
import type { HouseholdExtension, Tariff, Tier } from "./tariff.ts";

const tiers = (...steps: readonly (readonly [string | undefined, string])[]): readonly Tier[] =>
  steps.map(([upTo, price]) => ({ ...(upTo ? { upTo: decimal(upTo) } : {}), price: decimal(price) }));

/**
 * Six persons or more: 30 m³ a year on every tier for each one, the sixth the first of them. On application, where the
 * home cannot have meters of its own for each family. english.beijing.gov.cn, Household water consumption
 * (livinginbeijing/housing/202005/t20200513_1895835.html).
 */
const LARGE_HOUSEHOLD_WATER: HouseholdExtension = {
  from: 6,
  first: decimal("30"),
  further: decimal("30"),
};

/**
 * Six persons or more: 150 m³ a year on every tier, however many they are. On application. Note 2 to the price list of
 * natural gas (多人口家庭用气问题：人口为6人（含）及以上的家庭，可申请按户每档年度增加150立方米的一般生活用气气量基数), as
 * reprinted in 2025 (adanworld.com/ms/826081.html); the notice itself was not at hand.
 */
const LARGE_HOUSEHOLD_GAS: HouseholdExtension = { from: 6, first: decimal("150"), further: decimal("0") };

/**
 * The notice is of 2019 (english.beijing.gov.cn, livinginbeijing/housing/202005/t20200513_1895805.html), which does not
 * name its day; so the year after it.
 */
const GAS_KNOWN_FROM = date("2020-01-01");

/**
 * Prices for households that the platform ships. The days are those from which these rows are known to hold; for
 * earlier ones no price is told rather than a wrong one.
 *
 * Rows that could not be verified are left out: wider tiers of electricity, and of gas for an own boiler, where the
 * note speaks of general use only; and a household's time of use (the city's peak and valley prices are for business).
 * Of surcharges and minimums beside the price none is known: water's price holds its resource and sewage fees.
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
    householdExtension: LARGE_HOUSEHOLD_WATER,
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
    effectiveFrom: GAS_KNOWN_FROM,
    cycle: "CALENDAR_YEAR",
    unit: "M3",
    tiers: tiers(["350", "2.61"], ["500", "2.83"], [undefined, "4.23"]),
    householdExtension: LARGE_HOUSEHOLD_GAS,
    source: "北京市发展和改革委员会（京发改〔2019〕1543号）：居民管道天然气阶梯价格（一般生活用气）",
  },
  {
    kind: "GAS",
    region: region("110000"),
    householdClass: "OWN_BOILER",
    effectiveFrom: GAS_KNOWN_FROM,
    cycle: "CALENDAR_YEAR",
    unit: "M3",
    tiers: tiers(["1500", "2.61"], ["2500", "2.83"], [undefined, "4.23"]),
    source: "北京市发展和改革委员会（京发改〔2019〕1543号）：居民管道天然气阶梯价格（壁挂炉采暖）",
  },
];
