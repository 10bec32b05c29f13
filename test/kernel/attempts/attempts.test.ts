import { describe, expect, it } from "vitest";
import {
  closedUntil,
  GUESS_LIMITS,
  type Guesses,
  nameOf,
  pauseMsOf,
} from "../../../services/kernel/attempts/attempts.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const SINCE = "2026-03-02T02:00:00.000Z" as Instant;
const HOUR_MS = 3_600_000;
const END = plusMs(SINCE, HOUR_MS);
const [ONE, OTHER] = ["crd_1", "crd_2"] as const;

const guesses = (of: Readonly<Record<string, number>>, more = 0): Guesses => ({
  ...{ since: SINCE, of, count: Object.values(of).reduce((sum, count) => sum + count, more) },
});

describe("wrong guesses", () => {
  it("are as many as this, of a person, of a partner and of an officer", () => {
    expect(GUESS_LIMITS).toEqual({
      ...{ CITIZEN: { max: 5, ofOneMax: 5 }, PARTNER: { max: 100, ofOneMax: 5 } },
      OFFICER: { max: 20, ofOneMax: 5 },
    });
  });

  it.each<[string, Guesses | undefined, "CITIZEN" | "PARTNER", boolean]>([
    ["none", undefined, "CITIZEN", false],
    ["four by a person", guesses({ [ONE]: 4 }), "CITIZEN", false],
    ["five by a person", guesses({ [ONE]: 5 }), "CITIZEN", true],
    ["six by a person", guesses({ [ONE]: 6 }), "CITIZEN", true],
    ["five by a person, each of another thing", guesses({ crd_3: 3, [OTHER]: 2 }), "CITIZEN", true],
    ["four of it by a partner", guesses({ [ONE]: 4 }), "PARTNER", false],
    ["five of it by a partner", guesses({ [ONE]: 5 }), "PARTNER", true],
    ["five of another by a partner", guesses({ [OTHER]: 5 }), "PARTNER", false],
    ["four of it and five of another by a partner", guesses({ [OTHER]: 5, [ONE]: 4 }), "PARTNER", false],
    ["five of it and one of another by a partner", guesses({ [OTHER]: 1, [ONE]: 5 }), "PARTNER", true],
    ["99 by a partner", guesses({ [ONE]: 1 }, 98), "PARTNER", false],
    ["100 by a partner", guesses({ [ONE]: 1 }, 99), "PARTNER", true],
    ["100 by a partner, none of it", guesses({ [OTHER]: 1 }, 99), "PARTNER", true],
  ])("close a thing for the rest of their hour, and no longer: %s", (_, of, kind, isClosed) => {
    const until = (now: Instant) => closedUntil(of, ONE, GUESS_LIMITS[kind], now);
    expect(until(SINCE)).toBe(isClosed ? END : undefined);
    expect(until(plusMs(END, -1))).toBe(isClosed ? END : undefined);
    expect(until(END)).toBeUndefined();
  });

  it("of things that cannot exist are counted together, and apart from those that do", () => {
    const limits = GUESS_LIMITS.PARTNER;
    expect(nameOf(undefined)).not.toBe(nameOf(ONE));
    expect(nameOf(ONE)).not.toBe(nameOf(OTHER));
    const ofNothing = guesses({ [nameOf(undefined)]: 5 });
    expect(closedUntil(ofNothing, undefined, limits, SINCE)).toBe(END);
    expect(closedUntil(ofNothing, ONE, limits, SINCE)).toBeUndefined();
    expect(closedUntil(guesses({ [ONE]: 5 }), undefined, limits, SINCE)).toBeUndefined();
  });

  it("slow the answers about a thing, twice as long with each, to a second", () => {
    const pauses = Array.from({ length: 12 }, (_, count) =>
      pauseMsOf({ since: SINCE, count, of: {} }, SINCE),
    );
    expect(pauses).toEqual([0, 0, 0, 0, 0, 125, 250, 500, 1_000, 1_000, 1_000, 1_000]);
    expect(pauseMsOf(undefined, SINCE)).toBe(0);
    const five = { since: SINCE, count: 5, of: {} };
    expect([pauseMsOf(five, plusMs(END, -1)), pauseMsOf(five, END)]).toEqual([125, 0]);
  });
});
