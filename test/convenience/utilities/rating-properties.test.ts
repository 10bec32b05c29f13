import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type PeriodReading,
  ratePeriod,
} from "../../../services/convenience/utilities/tariffs/period-rating.ts";
import type { Tariff } from "../../../services/convenience/utilities/tariffs/tariff.ts";
import { TARIFFS } from "../../../services/convenience/utilities/tariffs/tariffs.ts";
import { addDays, date, daysBetween } from "../../../services/kernel/civil-date.ts";
import { addDecimals, compareDecimals, type Decimal, decimal } from "../../../services/kernel/decimal.ts";
import type { Fen } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";
import { everything, follows } from "./readings.ts";

/** The shipped rows, and each with everything and two changes of price around a year's end and a leap day. */
const PLAIN = TARIFFS;
const CHANGING: readonly Tariff[] = TARIFFS.flatMap((row) => [
  everything(row),
  everything(follows(row, "2027-12-10", "5.5", "7.7", "9.9")),
  everything(follows(row, "2028-02-29", "0.5", "0.6", "1")),
]);

const hundredths = (units: number): Decimal => ({ units: BigInt(units), places: 2 });
const usages = fc.integer({ min: 0, max: 200_000 }).map(hundredths);

/** Periods of up to three months around the changes. */
const periods = fc
  .record({ after: fc.integer({ min: 0, max: 120 }), days: fc.integer({ min: 1, max: 92 }) })
  .map(({ after, days }) => {
    const from = addDays(date("2027-11-20"), after);
    return { from, to: addDays(from, days) };
  });

type Metered = { readonly rows: readonly Tariff[]; readonly reading: PeriodReading };

const metered: fc.Arbitrary<Metered> = fc
  .record({
    rows: fc.constantFrom(PLAIN, CHANGING),
    row: fc.constantFrom(...TARIFFS),
    period: periods,
    householdSize: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    usedBefore: usages,
    usage: usages,
    timeOfUse: fc.option(fc.record({ peak: usages, flat: usages, valley: usages }), { nil: undefined }),
  })
  .map(({ rows, row, period, householdSize, usedBefore, usage, timeOfUse }) => ({
    rows,
    reading: {
      ...{ kind: row.kind, region: row.region, householdClass: row.householdClass },
      ...{ ...period, householdSize, usedBefore },
      ...(timeOfUse && rows === CHANGING ? { timeOfUse } : { usage }),
    },
  }));

const amountOf = (rows: readonly Tariff[], reading: PeriodReading): Fen =>
  must(ratePeriod(rows, reading)).amount;

const total = (decimals: readonly Decimal[]): Decimal => decimals.reduce(addDecimals, decimal("0"));

const usageOf = (reading: PeriodReading): Decimal =>
  "usage" in reading
    ? reading.usage
    : total([reading.timeOfUse.peak, reading.timeOfUse.flat, reading.timeOfUse.valley]);

describe("whatever is rated, its trace", () => {
  it("adds up to the amount and to the usage, and lies inside the period", () => {
    fc.assert(
      fc.property(metered, ({ rows, reading }) => {
        const { amount, lines } = must(ratePeriod(rows, reading));
        expect(lines.reduce((sum, line) => sum + line.amount, 0n)).toBe(amount);
        const tiers = lines.filter((line) => line.kind === "TIER");
        expect(compareDecimals(total(tiers.map(({ usage }) => usage)), usageOf(reading))).toBe(0);
        for (const { from, to } of lines) {
          expect(reading.from <= from && from < to && to <= reading.to).toBe(true);
        }
      }),
    );
  });

  it("is of lines that cost something for what is used, except what time of use takes off", () => {
    fc.assert(
      fc.property(metered, ({ rows, reading }) => {
        const { amount, lines } = must(ratePeriod(rows, reading));
        const one = decimal("1");
        for (const line of lines) {
          if (line.kind !== "TIME_OF_USE") expect(line.amount).toBeGreaterThanOrEqual(0n);
          // A hundredth of a unit may cost less than half a fen; a whole one never does.
          if (line.kind === "TIER" && compareDecimals(line.usage, one) >= 0) {
            expect(line.amount).toBeGreaterThan(0n);
          }
        }
        expect(amount).toBeGreaterThanOrEqual(0n);
        if (compareDecimals(usageOf(reading), one) >= 0) expect(amount).toBeGreaterThan(0n);
      }),
    );
  });
});

describe("an amount", () => {
  it("does not fall when more is used, at whatever time of the day", () => {
    const more = fc.integer({ min: 1, max: 500 }).map((units) => hundredths(units * 100));
    const bands = fc.constantFrom("peak", "flat", "valley");
    fc.assert(
      fc.property(metered, more, bands, ({ rows, reading }, extra, band) => {
        const higher: PeriodReading =
          "usage" in reading
            ? { ...reading, usage: addDecimals(reading.usage, extra) }
            : {
                ...reading,
                timeOfUse: { ...reading.timeOfUse, [band]: addDecimals(reading.timeOfUse[band], extra) },
              };
        expect(amountOf(rows, higher)).toBeGreaterThanOrEqual(amountOf(rows, reading));
      }),
    );
  });

  it("does not fall when more was used before, nor rise with the household", () => {
    fc.assert(
      fc.property(metered, usages, fc.integer({ min: 1, max: 12 }), ({ rows, reading }, extra, more) => {
        const usedBefore = addDecimals(reading.usedBefore, extra);
        const larger = { ...reading, householdSize: (reading.householdSize ?? 1) + more };
        expect(amountOf(rows, { ...reading, usedBefore })).toBeGreaterThanOrEqual(amountOf(rows, reading));
        expect(amountOf(rows, larger)).toBeLessThanOrEqual(amountOf(rows, reading));
      }),
    );
  });

  it("of a year's period cut in two is the same but for the rounding of two sums, wherever it is cut", () => {
    const yearly = TARIFFS.filter(({ cycle }) => cycle === "CALENDAR_YEAR");
    const cuts = fc.record({
      first: usages,
      second: usages,
      usedBefore: usages,
      at: fc.nat(),
      days: fc.integer({ min: 2, max: 366 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...yearly), cuts, ({ kind, region, householdClass }, cut) => {
        const whose = { kind, region, householdClass };
        const from = date("2028-01-01");
        const to = addDays(from, cut.days);
        const middle = addDays(from, 1 + (cut.at % (cut.days - 1)));
        const whole = {
          ...whose,
          from,
          to,
          usage: addDecimals(cut.first, cut.second),
          usedBefore: cut.usedBefore,
        };
        const before = { ...whole, to: middle, usage: cut.first };
        const after = {
          ...whole,
          from: middle,
          usage: cut.second,
          usedBefore: addDecimals(cut.usedBefore, cut.first),
        };
        const inTwo = amountOf(TARIFFS, before) + amountOf(TARIFFS, after);
        const difference = amountOf(TARIFFS, whole) - inTwo;
        expect(difference >= -1n && difference <= 1n).toBe(true);
      }),
    );
  });

  it("stays the same where the new price is the old one", () => {
    fc.assert(
      fc.property(metered, fc.nat(), ({ reading }, at) => {
        const on = addDays(reading.from, at % daysBetween(reading.from, reading.to));
        const repeated = PLAIN.flatMap((row) => [everything(row), everything({ ...row, effectiveFrom: on })]);
        expect(amountOf(repeated, reading)).toBe(amountOf(PLAIN.map(everything), reading));
      }),
    );
  });
});

describe("a shipped row", () => {
  it("has tiers that rise, of which only the last has no end, and time of use that never pays anybody", () => {
    for (const { tiers, timeOfUse } of TARIFFS) {
      for (const [i, { upTo, price }] of tiers.entries()) {
        const before = tiers[i - 1];
        expect(upTo === undefined).toBe(i === tiers.length - 1);
        if (before?.upTo && upTo) expect(compareDecimals(before.upTo, upTo)).toBeLessThan(0);
        if (before) expect(compareDecimals(before.price, price)).toBeLessThan(0);
        for (const adjustment of Object.values(timeOfUse ?? {})) {
          expect(addDecimals(price, adjustment).units).toBeGreaterThanOrEqual(0n);
        }
      }
    }
  });
});
