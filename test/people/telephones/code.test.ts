import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import {
  addSending,
  type CodeOut,
  closedUntil,
  drawCode,
  isHeard,
  SENDING_LIMITS,
  TRIES_MAX,
} from "../../../services/people/telephones/code.ts";

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

  it("forgets what is older than a day", () => {
    expect(addSending([START], plusMs(START, DAY_MS))).toEqual([plusMs(START, DAY_MS)]);
  });
});

describe("what is typed in", () => {
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
