import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import {
  addSending,
  CODE_LIFE_MS,
  CODE_MINUTES,
  type CodeOut,
  closedUntil,
  drawCode,
  isHeard,
  SENDING_LIMITS,
  TRIES_MAX,
} from "../../../services/people/telephones/code.ts";
import { countTry, putOut, removeFrom } from "../../../services/people/telephones/telephone.ts";

const START = "2026-03-02T02:00:00.000Z" as Instant;
const bytesOf = (drawn: number): Uint8Array => Buffer.from(drawn.toString(16).padStart(6, "0"), "hex");

describe("a code", () => {
  it("is six digits, whatever is drawn", () => {
    fc.assert(
      fc.property(fc.nat({ max: 15_999_999 }), (drawn) => {
        expect(drawCode({ random: () => bytesOf(drawn) })).toMatch(/^\d{6}$/);
      }),
    );
  });

  it("is as likely as any other: what would come oftener is drawn again", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16_000_000, max: 2 ** 24 - 1 }),
        fc.nat({ max: 15_999_999 }),
        (over, then) => {
          const draws = [over, over, then];
          const code = drawCode({ random: () => bytesOf(draws.shift() ?? then) });
          expect([code, draws]).toEqual([String(then % 1_000_000).padStart(6, "0"), []]);
        },
      ),
    );
  });
});

/** So many milliseconds after another, each time asked for a code. */
const waits = fc.array(fc.oneof(fc.nat({ max: 90_000 }), fc.nat({ max: 4 * 3_600_000 })), { maxLength: 60 });

describe("how often a code is sent", () => {
  it("keeps all limits at every time, and says exactly until when it waits", () => {
    fc.assert(
      fc.property(waits, (steps) => {
        const sent: Instant[] = [];
        let kept: readonly Instant[] = [];
        let now = START;
        for (const step of steps) {
          now = plusMs(now, step);
          const until = closedUntil(kept, now);
          if (until === undefined) {
            sent.push(now);
            kept = addSending(kept, now);
          } else {
            expect(until > now).toBe(true);
            expect(closedUntil(kept, plusMs(until, -1))).toBe(until);
            expect(closedUntil(kept, until)).toBeUndefined();
          }
          for (const { max, withinMs } of SENDING_LIMITS) {
            const within = sent.filter((at) => now < plusMs(at, withinMs));
            expect(within.length).toBeLessThanOrEqual(max);
          }
        }
        expect(kept.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("is once a minute, five times an hour and ten times a day, where it is asked for all the time", () => {
    let kept: readonly Instant[] = [];
    const minutes: number[] = [];
    for (let second = 0; second < 25 * 3_600; second += 10) {
      const now = plusMs(START, second * 1_000);
      if (closedUntil(kept, now)) continue;
      kept = addSending(kept, now);
      minutes.push(second / 60);
    }
    expect(minutes).toEqual([0, 1, 2, 3, 4, 60, 61, 62, 63, 64, 1_440, 1_441, 1_442, 1_443, 1_444]);
  });

  it("says the latest of the ends where two limits are reached at once", () => {
    const minutesAgo = (...all: readonly number[]) => all.map((ago) => plusMs(START, -ago * 60_000));
    expect(closedUntil(minutesAgo(0.5), START)).toBe(plusMs(START, 30_000));
    expect(closedUntil(minutesAgo(0.5, 10, 20, 30, 40), START)).toBe(plusMs(START, 20 * 60_000));
    expect(closedUntil(minutesAgo(59, 58, 57, 56, 0.1), START)).toBe(plusMs(START, 60_000));
    expect(closedUntil(minutesAgo(59.95, 58, 57, 56, 0.1), START)).toBe(plusMs(START, 54_000));
    const tenToday = [1_439, 1_000, 900, 800, 700, 600, 500, 400, 300, 200];
    expect(closedUntil(minutesAgo(...tenToday), START)).toBe(plusMs(START, 60_000));
    expect(closedUntil(minutesAgo(...tenToday.slice(1)), START)).toBeUndefined();
  });

  it("forgets what is older than a day, to the millisecond, and nothing else", () => {
    const [over, still, last] = [plusMs(START, -DAY_MS), plusMs(START, 1 - DAY_MS), plusMs(START, -60_000)];
    expect(addSending([over, still, last], START)).toEqual([still, last, START]);
  });
});

describe("what is typed in", () => {
  it("is good for ten minutes, as the text says", () => {
    expect([CODE_MINUTES, CODE_LIFE_MS, TRIES_MAX]).toEqual([10, 600_000, 5]);
  });

  const out: CodeOut = {
    ...{ purpose: "confirm app_1", digest: "d", sentAt: START, until: plusMs(START, 600_000), tries: 0 },
  };

  it("is heard for its purpose alone, for ten minutes, and five times", () => {
    const proving = { number: "sealed", maskedNumber: "138****5678" };
    expect(isHeard(out, "confirm app_1", START)).toBe(true);
    expect(isHeard(out, "confirm app_2", START)).toBe(false);
    expect(isHeard(out, undefined, START)).toBe(false);
    expect(isHeard({ ...out, purpose: undefined, proving }, "confirm app_1", START)).toBe(false);
    expect(isHeard(out, "confirm app_1", plusMs(out.until, -1))).toBe(true);
    expect(isHeard(out, "confirm app_1", out.until)).toBe(false);
    expect(isHeard({ ...out, tries: TRIES_MAX - 1 }, "confirm app_1", START)).toBe(true);
    expect(isHeard({ ...out, tries: TRIES_MAX }, "confirm app_1", START)).toBe(false);
    expect(isHeard(undefined, "confirm app_1", START)).toBe(false);
  });
});

describe("the record of a telephone", () => {
  const citizenId = "ctz_1";
  const telephone = { number: "sealed", maskedNumber: "138****5678", provenAt: START };
  const codeAt = (sentAt: Instant): CodeOut => ({
    ...{ purpose: "confirm app_1", digest: "d", sentAt, until: plusMs(sentAt, 600_000), tries: 0 },
  });
  const LATER = plusMs(START, 60_000);

  it("begins with its first code, which the second takes the place of", () => {
    const first = putOut(undefined, citizenId, codeAt(START));
    expect(first).toEqual({ citizenId, code: codeAt(START), sent: [START], revision: 1 });
    expect(putOut({ ...first, telephone }, citizenId, codeAt(LATER))).toEqual({
      ...{ citizenId, telephone, code: codeAt(LATER), sent: [START, LATER], revision: 2 },
    });
  });

  it("counts each try of the code, and each change", () => {
    const out = { ...putOut(undefined, citizenId, codeAt(START)), telephone };
    const once = countTry(out, codeAt(START));
    expect(once).toEqual({ ...out, code: { ...codeAt(START), tries: 1 }, revision: 2 });
    const twice = countTry(once, once.code ?? codeAt(START));
    expect([twice.code?.tries, twice.revision]).toEqual([2, 3]);
    expect(removeFrom(twice)).toEqual({ citizenId, sent: [START], revision: 4 });
  });
});
