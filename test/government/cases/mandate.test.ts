import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AttendanceId } from "../../../services/government/cases/ids.ts";
import { isUnderWay, newAttendance, untilOf } from "../../../services/government/cases/mandate/attendance.ts";
import {
  NO_RECEPTIONS,
  type Receptions,
  receiveOneMore,
} from "../../../services/government/cases/mandate/receptions.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const MINUTE_MS = 60_000;

describe("an attendance", () => {
  const PERSON = { id: "att_1", citizenId: "ctz_1", clerk: "ofc_1" } as const;
  const BEGUN = newAttendance(PERSON, NOW);

  it("begins with the person, the clerk, and the ticket where there is one", () => {
    expect(BEGUN).toEqual({ ...PERSON, startedAt: NOW, lastActAt: NOW });
    expect(newAttendance({ ...PERSON, ticket: "tkt_1" }, NOW)).toEqual({ ...BEGUN, ticket: "tkt_1" });
    expect(BEGUN).not.toHaveProperty("ticket");
  });

  it.each([
    ["twenty minutes after it began", {}, 20 * MINUTE_MS],
    ["twenty minutes after its last act", { lastActAt: plusMs(NOW, 5 * MINUTE_MS) }, 25 * MINUTE_MS],
    ["with its ticket", { endedAt: plusMs(NOW, MINUTE_MS) }, MINUTE_MS],
    ["with its ticket, at the last moment", { endedAt: plusMs(NOW, 20 * MINUTE_MS - 1) }, 20 * MINUTE_MS - 1],
    ["before its ticket, where nothing was done", { endedAt: plusMs(NOW, 30 * MINUTE_MS) }, 20 * MINUTE_MS],
  ])("ends %s, to the millisecond", (_, changes, ms) => {
    const attendance = { ...BEGUN, ...changes };
    expect(untilOf(attendance)).toBe(plusMs(NOW, ms));
    expect(isUnderWay(attendance, plusMs(NOW, ms - 1))).toBe(true);
    expect(isUnderWay(attendance, plusMs(NOW, ms))).toBe(false);
  });
});

describe("a clerk's receptions", () => {
  const begin = (before: Receptions, now: Instant, id: AttendanceId = "att_9") =>
    receiveOneMore(before, id, now);
  const having = (...ago: readonly number[]): Receptions => ({
    ...{ current: "att_8", revision: 7, begun: ago.map((ms) => plusMs(NOW, -ms)) },
  });

  it("begin with one that ends none before it", () => {
    expect(begin(NO_RECEPTIONS, NOW)).toEqual({
      ok: true,
      value: {
        ...{ receptions: { current: "att_9", begun: [NOW], revision: 1 }, ended: undefined, isBurst: false },
      },
    });
  });

  it("leave out what lies an hour back, to the millisecond, and end the one before", () => {
    const [hour, more] = [60 * MINUTE_MS, having(60 * MINUTE_MS + 1, 60 * MINUTE_MS, 60 * MINUTE_MS - 1)];
    expect(begin(more, NOW)).toMatchObject({
      value: {
        ...{ receptions: { current: "att_9", begun: [plusMs(NOW, 1 - hour), NOW], revision: 8 } },
        ended: "att_8",
      },
    });
  });

  it.each([
    [5, 119_999, true],
    [5, 120_000, false],
    [4, 0, false],
    [6, 0, true],
  ])("with %s before, the first of them %s ms ago, are a burst: %s", (count, firstAgo, isBurst) => {
    const before = [firstAgo, ...Array.from({ length: count - 1 }, (_, i) => (count - i) * 10)];
    expect(begin(having(...before), NOW)).toMatchObject({ ok: true, value: { isBurst } });
  });

  it("are kept in order, also where one machine's clock is behind another's", () => {
    expect(begin(having(10, -5), NOW)).toMatchObject({
      value: { receptions: { begun: [plusMs(NOW, -10), NOW, plusMs(NOW, 5)] } },
    });
  });

  it("are thirty in any hour, and the next is promised for the moment at which it is heard", () => {
    const waits = fc.array(
      fc.oneof({ weight: 5, arbitrary: fc.nat({ max: MINUTE_MS }) }, fc.nat({ max: 20 * MINUTE_MS })),
      { minLength: 25, maxLength: 80 },
    );
    let refusals = 0;
    fc.assert(
      fc.property(waits, (steps) => {
        let receptions = NO_RECEPTIONS;
        let now = NOW;
        for (const step of steps) {
          now = plusMs(now, step);
          const lately = receptions.begun.filter((at) => at > plusMs(now, -60 * MINUTE_MS));
          const one = begin(receptions, now);
          if (one.ok) {
            ({ receptions } = one.value);
            expect(receptions.begun).toEqual([...lately, now]);
            expect(lately.length).toBeLessThan(30);
            continue;
          }
          refusals += 1;
          expect(lately).toHaveLength(30);
          expect(one.error).toMatchObject({ code: "TOO_MANY_ATTENDANCES", values: { max: "30" } });
          expect(begin(receptions, plusMs(one.error.until, -1)).ok).toBe(false);
          expect(begin(receptions, one.error.until).ok).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
    expect(refusals).toBeGreaterThan(10);
  });
});
