import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "../../../services/app/endpoints.ts";
import { WORK } from "../../../services/app/schedules.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { DAILY } from "../../../services/money/ledger/index.ts";
import {
  cutByTime,
  edgeAt,
  FIRST_ID,
  LAST_ID,
} from "../../../services/money/ledger/verification/id-range.ts";

const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;
const times = fc.nat({ max: 4_000_000_000_000 });

describe("a range of ids that is cut by time", () => {
  it("is as long as its parts, which touch and do not overlap", () => {
    fc.assert(
      fc.property(times, times, fc.integer({ min: 1, max: 40 }), (a, b, parts) => {
        const whole = { from: edgeAt(instant(Math.min(a, b))), to: edgeAt(instant(Math.max(a, b))) };
        const ranges = cutByTime(whole, parts);
        expect(ranges[0]?.from).toBe(whole.from);
        expect(ranges.at(-1)?.to).toBe(whole.to);
        for (const [i, { from, to }] of ranges.entries()) {
          expect(from <= to).toBe(true);
          if (i > 0) expect(from).toBe(ranges[i - 1]?.to);
        }
      }),
    );
  });

  it("stays whole where it has no end that tells a time", () => {
    const open = { from: edgeAt(instant(5_000)), to: LAST_ID };
    expect(cutByTime(open, 16)).toEqual([open]);
    expect(FIRST_ID < edgeAt(instant(0)) && edgeAt(instant(4_000_000_000_000)) < LAST_ID).toBe(true);
  });
});

describe("a checkpoint", () => {
  it("lies further back than any function lives that could still book under its time", () => {
    const seconds = [...WORK.map(({ schedule }) => schedule), ...ENDPOINTS].map(
      ({ timeoutSeconds }) => timeoutSeconds,
    );
    expect(Math.max(...seconds) * 1_000).toBeLessThan(DAILY.bookedMs);
  });
});
