import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CARD_KINDS,
  type CardKind,
  type FareRule,
  fareRuleOn,
  type TransitMode,
} from "../../../services/convenience/transit/network/fare.ts";
import { FARE_RULES } from "../../../services/convenience/transit/network/fare-rules.ts";
import { fareOf } from "../../../services/convenience/transit/network/price-ride.ts";
import { region } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { fen, formatMoney, parseMoney } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";

const on = date("2026-06-30");
function ruleOf(mode: TransitMode): FareRule {
  const rule = fareRuleOn(FARE_RULES, { mode, region: region("110000"), on });
  if (!rule) throw new Error(`no fares for ${mode}`);
  return rule;
}

function fare(
  mode: TransitMode,
  km: string,
  spent = "0.00",
  card: CardKind = "STANDARD",
  isAirportLine = false,
  minutes = 0,
) {
  const ride = { distanceKm: decimal(km), monthSpend: must(parseMoney(spent)), card, isAirportLine, minutes };
  return formatMoney(fareOf(ruleOf(mode), ride).fare);
}

describe("a ride on Beijing's metro", () => {
  it.each([
    ["0", "3.00"],
    ["6", "3.00"],
    ["6.1", "4.00"],
    ["12", "4.00"],
    ["12.01", "5.00"],
    ["22", "5.00"],
    ["22.1", "6.00"],
    ["32", "6.00"],
    ["32.1", "7.00"],
    ["52", "7.00"],
    ["52.1", "8.00"],
    ["72", "8.00"],
    ["92.5", "10.00"],
  ])("of %s km costs %s", (km, price) => {
    expect(fare("METRO", km)).toBe(price);
  });

  it.each([
    ["99.99", "5.00"],
    ["100.00", "4.00"],
    ["149.99", "4.00"],
    ["150.00", "2.50"],
    ["399.99", "2.50"],
    ["400.00", "5.00"],
    ["1000.00", "5.00"],
  ])("of 20 km, when the card has paid %s in the month, costs %s", (spent, price) => {
    expect(fare("METRO", "20", spent)).toBe(price);
  });

  it("to the airport costs 25.00 and knows no discount", () => {
    expect(fare("METRO", "28", "0.00", "STANDARD", true)).toBe("25.00");
    expect(fare("METRO", "28", "200.00", "STUDENT", true)).toBe("25.00");
  });

  it.each([
    [240, "0.00", "5.00"],
    [241, "0.00", "8.00"],
    [241, "150.00", "5.50"],
  ])(
    "of 20 km and %i minutes, when %s was paid, costs %s: who stays too long pays 3.00 more",
    (minutes, spent, price) => {
      expect(fare("METRO", "20", spent, "STANDARD", false, minutes)).toBe(price);
    },
  );
});

describe("a ride on Beijing's buses", () => {
  it.each<[string, CardKind, string]>([
    ["10", "STANDARD", "1.00"],
    ["10.1", "STANDARD", "1.50"],
    ["15", "STANDARD", "1.50"],
    ["15.1", "STANDARD", "2.00"],
    ["10", "STUDENT", "0.50"],
    ["20.5", "STUDENT", "1.25"],
  ])("of %s km with a %s card costs %s, whatever was spent", (km, card, price) => {
    expect(fare("BUS", km, "0.00", card)).toBe(price);
    expect(fare("BUS", km, "200.00", card)).toBe(price);
  });

  // 市域外8折优惠; of students there no source speaks, and they pay as a standard card.
  it.each<[string, CardKind, string]>([
    ["10", "STANDARD", "1.60"],
    ["15.1", "STANDARD", "3.20"],
    ["10", "STUDENT", "1.60"],
  ])("of %s km outside the city with a %s card costs %s", (km, card, price) => {
    const ride = { distanceKm: decimal(km), monthSpend: fen(0n), card, isAirportLine: false, minutes: 0 };
    expect(formatMoney(fareOf(ruleOf("BUS"), { ...ride, isOutside: true }).fare)).toBe(price);
  });
});

describe("any fare", () => {
  const rides = fc.record({
    distanceKm: fc.integer({ min: 0, max: 100_000 }).map((units) => ({ units: BigInt(units), places: 2 })),
    monthSpend: fc.bigInt({ min: 0n, max: 100_000n }).map(fen),
    card: fc.constantFrom(...CARD_KINDS),
    isAirportLine: fc.boolean(),
    isOutside: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 600 }),
  });

  it("is between nothing and its full price, a stay that was too long aside, and longer rides never cost less", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FARE_RULES), rides, (rule, ride) => {
        const { full, overstay, fare } = fareOf(rule, ride);
        expect(fare >= overstay && fare - overstay <= full).toBe(true);
        const { units, places } = ride.distanceKm;
        const longer = fareOf(rule, { ...ride, distanceKm: { units: units + 1n, places } });
        expect(longer.fare >= fare).toBe(true);
      }),
    );
  });

  it("is not known for a day before the first rule", () => {
    const question = { mode: "METRO", region: region("110000") } as const;
    expect(fareRuleOn(FARE_RULES, { ...question, on: date("2014-12-27") })).toBeUndefined();
    expect(fareRuleOn(FARE_RULES, { ...question, on: date("2014-12-28") })).toBeDefined();
  });
});
