import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterTry,
  type Collection,
  collectedIn,
  firstCollection,
  roomOn,
  type Tried,
} from "../../../services/convenience/transit/collection.ts";
import { withholdingTermsOn } from "../../../services/convenience/transit/withholding.ts";
import { region } from "../../../services/field/region.ts";
import { date, dateAt, monthOf } from "../../../services/kernel/civil-date.ts";
import { type Fen, fen } from "../../../services/kernel/money.ts";
import { DAY_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const MORNING_AFTER = "2026-11-24T01:00:00.000Z";
const FIRST = firstCollection("wth_0123456789abcdef", "ctz_0123456789abcdef");
const DUE: Collection = { ...FIRST, dueAt: NOW };
const PAID: Tried = { kind: "PAID", amount: fen(4_00n), on: dateAt(NOW) };
const TERMS = { uncollectedMax: fen(15_00n), dayMax: fen(30_00n), monthMax: fen(100_00n) };

const EARLIER = "2026-11-22T02:00:00.000Z" as Instant;
const LONG_AGO = "2026-11-19T02:00:00.000Z" as Instant;

describe("a collection after a try", () => {
  it.each([
    ["that was paid", PAID, false, undefined, { number: 2, dueAt: undefined }, undefined],
    ["that was paid after a refusal", PAID, false, EARLIER, { number: 2, dueAt: undefined }, undefined],
    ["that was paid, with a ride since", PAID, true, undefined, { number: 2, dueAt: NOW }, undefined],
    [
      "that has not ended",
      { kind: "OPEN" },
      true,
      undefined,
      { number: 1, dueAt: plusMs(NOW, 600_000) },
      undefined,
    ],
    ["that was declined", { kind: "DECLINED" }, true, undefined, { number: 2, dueAt: MORNING_AFTER }, NOW],
    ["declined again", { kind: "DECLINED" }, true, EARLIER, { number: 2, dueAt: MORNING_AFTER }, EARLIER],
    [
      "declined for the last time",
      { kind: "DECLINED" },
      true,
      LONG_AGO,
      { number: 2, dueAt: undefined },
      LONG_AGO,
    ],
    [
      "that never came to the channel",
      { kind: "LOST" },
      true,
      undefined,
      { number: 2, dueAt: plusMs(NOW, 600_000) },
      undefined,
    ],
    [
      "above the most of a day",
      { kind: "ABOVE_LIMIT" },
      true,
      undefined,
      { number: 1, dueAt: MORNING_AFTER },
      NOW,
    ],
    ["of nothing", { kind: "NOTHING_OWED" }, false, EARLIER, { number: 1, dueAt: undefined }, undefined],
    [
      "of nothing, with a ride since",
      { kind: "NOTHING_OWED" },
      true,
      undefined,
      { number: 1, dueAt: NOW },
      undefined,
    ],
  ] as const)("%s", (_, tried, owes, refusedAt, expected, since) => {
    const next = afterTry(DUE, { refusedAt }, { tried, owes }, NOW);
    expect(next.collection).toMatchObject({ ...expected, revision: 2 });
    expect(next.refusedAt).toBe(since);
  });

  it("collects no more in a day and in a month than its terms say, in whatever order fares come", () => {
    const fares = fc.array(
      fc.record({ hours: fc.integer({ min: 0, max: 40 }), owed: fc.integer({ min: 1, max: 4_500 }) }),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(fares, (all) => {
        const byDay = new Map<string, Fen>();
        const byMonth = new Map<string, Fen>();
        let [collection, now] = [DUE, NOW];
        for (const { hours, owed } of all) {
          now = plusMs(now, (hours * DAY_MS) / 24);
          const on = dateAt(now);
          const amount = fen(BigInt(owed));
          if (amount > roomOn(collection, TERMS, on)) continue;
          const paid = { tried: { kind: "PAID", amount, on }, owes: false } as const;
          collection = afterTry(collection, {}, paid, now).collection;
          byDay.set(on, fen((byDay.get(on) ?? 0n) + amount));
          byMonth.set(monthOf(on), fen((byMonth.get(monthOf(on)) ?? 0n) + amount));
          expect(collectedIn(collection, monthOf(on))).toBe(byMonth.get(monthOf(on)));
        }
        expect([...byDay.values()].every((sum) => sum <= TERMS.dayMax)).toBe(true);
        expect([...byMonth.values()].every((sum) => sum <= TERMS.monthMax)).toBe(true);
      }),
    );
  });
});

describe("the terms of a contract", () => {
  it("are those of its day, and there are none where none are offered", () => {
    expect(withholdingTermsOn(region("110000"), date("2026-11-23"))).toEqual({
      ...{ uncollectedMax: 15_00n, dayMax: 200_00n, monthMax: 2_000_00n },
    });
    expect(withholdingTermsOn(region("110000"), date("2025-12-31"))).toBeUndefined();
    expect(withholdingTermsOn(region("310000"), date("2026-11-23"))).toBeUndefined();
  });
});
