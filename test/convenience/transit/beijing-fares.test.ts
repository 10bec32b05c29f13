import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fareRuleOn,
  type ModeChange,
  priceAlong,
} from "../../../services/convenience/transit/network/fare.ts";
import { partText } from "../../../services/convenience/transit/network/fare-part-words.ts";
import { FARE_RULES } from "../../../services/convenience/transit/network/fare-rules.ts";
import { stationIn } from "../../../services/convenience/transit/network/network.ts";
import { networkIn } from "../../../services/convenience/transit/network/networks.ts";
import { fareOf, type Ride } from "../../../services/convenience/transit/network/price-ride.ts";
import { JOURNEY_GAP_MAX_MS } from "../../../services/convenience/transit/rides/ride.ts";
import { region } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { addMoney, fen, formatMoney, parseMoney } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";

const BEIJING = region("110000");
const metroOn = (day: string) => {
  const rule = fareRuleOn(FARE_RULES, { mode: "METRO", region: BEIJING, on: date(day) });
  if (!rule) throw new Error(`no fares on ${day}`);
  return rule;
};

const yuan = (text: string) => must(parseMoney(text));
const RIDE: Ride = {
  ...{ distanceKm: decimal("20"), monthSpend: yuan("0.00"), card: "STANDARD" },
  ...{ isAirportLine: false, minutes: 0 },
};
const fare = (changes: Partial<Ride>, day = "2026-11-23") =>
  formatMoney(fareOf(metroOn(day), { ...RIDE, ...changes }).fare);
/** So late on a clock in Beijing. */
const at = (day: string, clock: string) => new Date(`${day}T${clock}+08:00`).toISOString() as Instant;
const entered = (day: string, clock: string, station = "tuqiao") => ({ station, at: at(day, clock) });

describe("Daxing's airport line is paid by section (news on its tickets, 2019 to 2023)", () => {
  it.each([
    ["13.028", "10.00", "草桥 to 大兴新城"],
    ["20", "10.00", "the edge"],
    ["20.001", "25.00", "a metre more"],
    ["25.303", "25.00", "大兴新城 to the airport"],
    ["30", "25.00", "the edge"],
    ["30.001", "35.00", "a metre more"],
    ["38.331", "35.00", "草桥 to the airport"],
  ])("%s km is %s: %s", (km, price) => {
    const ride = { distanceKm: decimal(km), isAirportLine: true, line: "daxing" };
    expect(fare(ride)).toBe(price);
    // No discount of the network holds there.
    expect(fare({ ...ride, monthSpend: yuan("200.00"), entry: entered("2026-11-23", "06:00:00") })).toBe(
      price,
    );
  });

  it("is not known before it opened", () => {
    expect(metroOn("2019-09-25").ownLines.map(({ line }) => line)).toEqual(["airport"]);
    expect(metroOn("2019-09-26").ownLines.map(({ line }) => line)).toEqual(["airport", "daxing"]);
  });
});

describe("more than four hours inside cost the line's lowest fare more (facts of the field, 6)", () => {
  const NETWORK = { distanceKm: decimal("5") };
  const CAPITAL = { distanceKm: decimal("25"), isAirportLine: true, line: "airport" };
  const DAXING = { distanceKm: decimal("38.331"), isAirportLine: true, line: "daxing" };
  it.each<[string, Partial<Ride>, number, string]>([
    ["the network", NETWORK, 240, "3.00"],
    ["the network", NETWORK, 241, "6.00"],
    ["the network", NETWORK, 1_000, "6.00"],
    ["Daxing's line", DAXING, 240, "35.00"],
    ["Daxing's line", DAXING, 241, "45.00"],
    ["the Capital line", CAPITAL, 240, "25.00"],
    ["the Capital line", CAPITAL, 241, "25.00"],
  ])("on %s: %o, %i minutes: %s", (_, ride, minutes, price) => {
    expect(fare({ ...ride, minutes })).toBe(price);
  });
});

describe("one who enters early on a working day pays half, on top of the month's discount", () => {
  it.each([
    ["a Monday at seven", "2026-11-23", "07:00:00", "tuqiao", "0.00", "2.50"],
    ["a second later", "2026-11-23", "07:00:01", "tuqiao", "0.00", "5.00"],
    ["a Monday at five", "2026-11-23", "05:00:00", "tuqiao", "0.00", "2.50"],
    ["a Sunday", "2026-11-22", "06:30:00", "tuqiao", "0.00", "5.00"],
    ["National Day, a Thursday", "2026-10-01", "06:30:00", "tuqiao", "0.00", "5.00"],
    ["a Saturday that is worked in exchange", "2026-10-10", "06:30:00", "tuqiao", "0.00", "2.50"],
    ["another station", "2026-11-23", "06:30:00", "xidan", "0.00", "5.00"],
    ["with 20 % off by the month", "2026-11-23", "06:30:00", "tuqiao", "100.00", "2.00"],
    ["with half by the month", "2026-11-23", "06:30:00", "tuqiao", "150.00", "1.25"],
    ["with the month's discount over", "2026-11-23", "06:30:00", "tuqiao", "400.00", "2.50"],
    ["line 6", "2026-11-23", "06:30:00", "changying", "0.00", "2.50"],
    ["Changping's line", "2026-11-23", "06:30:00", "shahe", "0.00", "2.50"],
    ["通运门, since July 2026", "2026-07-03", "06:30:00", "tongyunmen", "0.00", "2.50"],
    ["通运门, before", "2026-07-02", "06:30:00", "tongyunmen", "0.00", "5.00"],
    ["30 % off before 24 stations had half", "2016-01-04", "06:30:00", "tuqiao", "0.00", "3.50"],
    ["line 6, not among the first 16", "2016-01-04", "06:30:00", "changying", "0.00", "5.00"],
    ["before there was any", "2015-11-30", "06:30:00", "tuqiao", "0.00", "5.00"],
  ])("%s (%s %s at %s, %s paid before): %s", (_, day, clock, station, spent, price) => {
    expect(fare({ entry: entered(day, clock, station), monthSpend: yuan(spent) }, day)).toBe(price);
  });

  it("at 24 stations, then 25, all of which are on the map", () => {
    const counts = ["2016-01-04", "2024-12-13", "2026-07-03"].map((day) => metroOn(day).earlyBird.at(-1));
    expect(counts.map((early) => early?.stations.length)).toEqual([16, 24, 25]);
    const network = networkIn(BEIJING);
    for (const early of metroOn("2026-11-23").earlyBird) {
      for (const station of early.stations)
        expect(network && stationIn(network, station)?.code).toBe(station);
    }
  });
});

describe("the order of pricing", () => {
  it("takes the transfer's difference first, then the month's share of it, then the early one's; overtime stays whole", () => {
    const { parts, ...priced } = fareOf(metroOn("2026-11-23"), {
      ...RIDE,
      ...{ monthSpend: yuan("100.00"), minutes: 300, entry: entered("2026-11-23", "06:00:00") },
      // The whole journey is 6.00, of which 4.00 was paid: 2.00 instead of 5.00, of it 80 %, of it half.
      journey: { distanceKm: decimal("30"), paid: yuan("4.00") },
    });
    expect(parts.map(({ kind, amount }) => [kind, formatMoney(amount)])).toEqual([
      ["DISTANCE", "5.00"],
      ["OVERSTAY", "3.00"],
      ["WALKED_TRANSFER", "-3.00"],
      ["MONTH", "-0.40"],
      ["EARLY_BIRD", "-0.80"],
    ]);
    expect(priced).toEqual({
      ...{ full: yuan("5.00"), percent: 40n, overstay: yuan("3.00"), fare: yuan("3.80") },
    });
  });

  it("takes off a change of mode after the shares, down to nothing, and leaves an overstay", () => {
    const source = "a city that has one";
    const changed: ModeChange = {
      ...{ effectiveFrom: date("2026-01-01"), from: "BUS", minutes: 90, off: yuan("0.40"), source },
    };
    expect(fare({ changed })).toBe("4.60");
    expect(fare({ changed, monthSpend: yuan("150.00") })).toBe("2.10");
    expect(fare({ changed: { ...changed, off: yuan("9.00") }, minutes: 241 })).toBe("3.00");
    expect(fare({ changed, isAirportLine: true, line: "daxing" })).toBe("10.00");
  });

  it("leaves nothing to one who rides free, whatever else holds", () => {
    const freeBy = { kind: "SOLDIER", zh: "现役军人", en: "Soldiers", source: "第五十七条" } as const;
    for (const ride of [{}, { minutes: 300 }, { isAirportLine: true, line: "daxing" }]) {
      const { fare: due, overstay, parts } = fareOf(metroOn("2026-11-23"), { ...RIDE, ...ride, freeBy });
      expect([due, overstay, addMoney(...parts.map(({ amount }) => amount))]).toEqual([0n, 0n, 0n]);
      const last = parts.at(-1);
      expect(last && partText(last, "zh")).toBe("现役军人免费乘车（第五十七条）");
    }
  });
});

describe("any ride", () => {
  const rides = fc.record({
    distanceKm: fc.integer({ min: 0, max: 100_000 }).map((units) => ({ units: BigInt(units), places: 3 })),
    monthSpend: fc.bigInt({ min: 0n, max: 60_000n }).map(fen),
    card: fc.constantFrom("STANDARD" as const, "STUDENT" as const, "SENIOR" as const),
    isAirportLine: fc.boolean(),
    line: fc.constantFrom("airport", "daxing"),
    minutes: fc.integer({ min: 0, max: 600 }),
    entry: fc
      .record({ station: fc.constantFrom("tuqiao", "xidan"), minute: fc.integer({ min: 300, max: 540 }) })
      .map(({ station, minute }) => ({
        station,
        at: new Date(Date.parse("2026-11-22T16:00:00.000Z") + minute * 60_000).toISOString() as Instant,
      })),
    journey: fc.option(
      fc.record({
        distanceKm: fc
          .integer({ min: 0, max: 100_000 })
          .map((units) => ({ units: BigInt(units), places: 3 })),
        paid: fc.bigInt({ min: 0n, max: 2_000n }).map(fen),
      }),
      { nil: undefined },
    ),
  });
  const rule = metroOn("2026-11-23");

  it("is charged what its parts add up to, never below nothing, and each part says why in both languages", () => {
    fc.assert(
      fc.property(rides, (ride) => {
        const { fare: due, overstay, parts } = fareOf(rule, ride);
        expect(addMoney(...parts.map(({ amount }) => amount))).toBe(due);
        expect(due >= overstay && overstay >= 0n).toBe(true);
        expect(parts.filter(({ kind }) => kind === "OVERSTAY").length).toBeLessThanOrEqual(1);
        for (const part of parts) {
          for (const language of ["zh", "en"] as const) {
            expect(partText(part, language)).not.toMatch(/[{}]|undefined/);
          }
        }
      }),
    );
  });

  it("costs no more for a walk, an early entry or a card than without, and a late stay adds its price once", () => {
    fc.assert(
      fc.property(rides, (ride) => {
        const { fare: due, overstay } = fareOf(rule, ride);
        expect(due).toBeLessThanOrEqual(fareOf(rule, { ...ride, journey: undefined }).fare);
        expect(due).toBeLessThanOrEqual(fareOf(rule, { ...ride, entry: undefined }).fare);
        expect(due - overstay).toBe(fareOf(rule, { ...ride, minutes: 0 }).fare);
      }),
    );
  });

  it("of the network is never dearer in one than in two: the price of a sum is not above the sum of prices", () => {
    const km = fc.integer({ min: 0, max: 200_000 }).map((units) => ({ units: BigInt(units), places: 3 }));
    fc.assert(
      fc.property(km, km, (a, b) => {
        const both = { units: a.units + b.units, places: 3 };
        const sum = priceAlong(rule.distance, a) + priceAlong(rule.distance, b);
        expect(priceAlong(rule.distance, both)).toBeLessThanOrEqual(sum);
      }),
    );
  });
});

it("no rule lets a journey go on after a gap for which its ride is no longer kept", () => {
  const minutes = FARE_RULES.flatMap(({ walkedTransfers, modeChanges }) =>
    [...walkedTransfers, ...modeChanges].map((each) => each.minutes),
  );
  expect(Math.max(...minutes) * 60_000).toBeLessThanOrEqual(JOURNEY_GAP_MAX_MS);
});
