import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StationCode } from "../../../services/convenience/transit/network/network.ts";
import { correctionOfTap, type Pass } from "../../../services/convenience/transit/rides/pass.ts";
import { type Ride, withPass } from "../../../services/convenience/transit/rides/ride.ts";
import { correctionOf } from "../../../services/convenience/transit/rides/trip.ts";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const CARD = "crd_0123456789abcdef";
const START = "2026-11-02T00:00:00.000Z" as Instant;

const pass = (kind: Pass["kind"], minutes: number, changes: Partial<Pass> = {}): Pass => ({
  ...{ kind, at: plusMs(START, minutes * 60_000), station: "xidan" as StationCode, isAirportLine: false },
  ...{ operator: "ptn_0123456789abcdef", tap: `${kind}-${minutes}`, alone: fen(3_00n), ...changes },
});

/** The exit that an operator has put in for the entry of minute 0. */
const PUT_IN = pass("EXIT", 30, { tap: correctionOfTap("ENTRY-0"), correction: "闸机故障" });

const ridesOf = (passes: readonly Pass[]): readonly Ride[] =>
  passes.reduce<readonly Ride[]>((rides, each) => withPass(rides, each, CARD), []);
const show = (rides: readonly Ride[]): readonly string[] =>
  rides
    .map((ride) => `${ride.entry?.tap ?? "?"} > ${ride.exit?.tap ?? "?"} ${correctionOf(ride) ?? ""}`.trim())
    .toSorted();

describe("a gate's own read that comes after a correction", () => {
  const corrected = [pass("ENTRY", 0), PUT_IN];

  it.each([
    ["is the end, a minute before what was said", [pass("EXIT", 29)], ["ENTRY-0 > EXIT-29 闸机故障"]],
    ["is the end, a minute after it", [pass("EXIT", 31)], ["ENTRY-0 > EXIT-31 闸机故障"]],
    ["within seconds is the end", [pass("EXIT", 30.1)], ["ENTRY-0 > EXIT-30.1 闸机故障"]],
    [
      "of another ride leaves it as it was corrected",
      [pass("ENTRY", 60), pass("EXIT", 90)],
      ["ENTRY-0 > corrects ENTRY-0 闸机故障", "ENTRY-60 > EXIT-90"],
    ],
    [
      "is the end of the ride to which it belongs",
      [pass("EXIT", 90), pass("ENTRY", 60)],
      ["ENTRY-0 > corrects ENTRY-0 闸机故障", "ENTRY-60 > EXIT-90"],
    ],
    [
      "that shows another ride in between parts them, and what was put in ends no other",
      [pass("ENTRY", 20)],
      ["ENTRY-0 > ? 闸机故障", "ENTRY-20 > ?"],
    ],
  ] as const)("%s", (_, late, rides) => {
    expect(show(ridesOf([...corrected, ...late]))).toEqual([...rides]);
  });

  it("comes to the same in whatever order it comes, and no ride is lost", () => {
    const passes = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom("ENTRY" as const, "EXIT" as const),
        minutes: fc.integer({ min: -60, max: 120 }).filter((minutes) => minutes !== 0),
      }),
      { selector: ({ kind, minutes }) => `${kind}${minutes}`, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        passes.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          let rides = ridesOf(corrected);
          for (const { kind, minutes } of shuffled) {
            const next = withPass(rides, pass(kind, minutes), CARD);
            const ids = next.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(rides.every(({ id }) => ids.includes(id))).toBe(true);
            rides = next;
          }
          const inOrder = [...corrected, ...all.map(({ kind, minutes }) => pass(kind, minutes))];
          expect(show(rides)).toEqual(show(ridesOf(inOrder)));
        },
      ),
    );
  });
});
