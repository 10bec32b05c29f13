import { describe, expect, it } from "vitest";
import { hallOfPath } from "../../web/screen/hall-of-path.ts";
import { type Call, NOTHING_YET, type Watched, watchedAfter } from "../../web/screen/watched.ts";
import type { Trouble } from "../../web/shared/graphql/trouble.ts";

const NOW = "2026-03-02T01:00:00.000Z";

const call = (number: string, second: number): Call => ({
  ...{ number, window: "1", times: 1, calledAt: `2026-03-02T01:00:0${second}.000Z` },
  announcement: { zh: number, en: number },
});

const seeing = (before: Watched, ...lastCalls: readonly Call[]): Watched => {
  const hall = { name: { zh: "大厅", en: "Hall" }, windows: [], lastCalls };
  return watchedAfter(before, { ok: true, data: { hall }, errors: [] }, NOW);
};

const hearing = (before: Watched, trouble: Trouble): Watched =>
  watchedAfter(before, { ok: false, trouble }, NOW);

const numbers = ({ news }: Watched): readonly string[] => news.map(({ number }) => number);

describe("what a screen says", () => {
  it("is no call from before it was opened, then each once, the earliest first", () => {
    const first = seeing(NOTHING_YET, call("A001", 1));
    const second = seeing(first, call("A003", 3), call("A002", 2), call("A001", 1));
    expect([first, second, seeing(second, call("A003", 3))].map(numbers)).toEqual([[], ["A002", "A003"], []]);
  });

  it("is a number that is called again, and none that an older answer has left out", () => {
    const first = seeing(seeing(NOTHING_YET), call("A001", 1));
    const left = seeing(first);
    expect(numbers(seeing(left, call("A001", 1)))).toEqual([]);
    expect(numbers(seeing(left, call("A001", 5)))).toEqual(["A001"]);
  });

  it("is what was called while nothing was heard", () => {
    const lost = hearing(seeing(NOTHING_YET), { kind: "offline" });
    expect(numbers(lost)).toEqual([]);
    expect(numbers(seeing(lost, call("A001", 1)))).toEqual(["A001"]);
  });
});

describe("a screen that hears nothing", () => {
  it("keeps its board, waits longer each time, and no longer once it hears", () => {
    let watched = seeing(NOTHING_YET, call("A001", 1));
    const { board, pauseMs } = watched;
    const pauses = [pauseMs];
    for (let i = 0; i < 5; i += 1) {
      watched = hearing(watched, { kind: "offline" });
      pauses.push(watched.pauseMs);
      expect(watched).toMatchObject({ board, failures: i + 1, seenAt: NOW });
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(seeing(watched)).toMatchObject({ failures: 0, pauseMs: 2_000 });
  });

  it("waits as long as it was told to", () => {
    expect(hearing(NOTHING_YET, { kind: "busy", seconds: 300 }).pauseMs).toBe(300_000);
    expect(hearing(NOTHING_YET, { kind: "busy", seconds: 1 }).pauseMs).toBe(4_000);
  });

  it("takes half an answer for none, and a hall that is not there for an answer", () => {
    const before = seeing(NOTHING_YET, call("A001", 1));
    const errors = [{ message: "x", path: ["hall", "lastCalls"] }];
    const half = { name: { zh: "大厅", en: "Hall" }, windows: [], lastCalls: null };
    for (const hall of [half, null])
      expect(watchedAfter(before, { ok: true, data: { hall }, errors }, NOW)).toMatchObject({
        ...{ board: before.board, failures: 1 },
      });
    expect(watchedAfter(before, { ok: true, data: { hall: null }, errors: [] }, NOW)).toMatchObject({
      ...{ board: "unknown-hall", failures: 0, pauseMs: 30_000 },
    });
  });
});

it.each([
  ["/screen/BJ-CY-01", "BJ-CY-01"],
  ["/screen/BJ-CY-01/", "BJ-CY-01"],
  ["/screen/%E5%8E%85", "厅"],
  ["/screen/", undefined],
  ["/screen", undefined],
  ["/screen/%E5", undefined],
])("the hall at %s is %s", (path, hall) => expect(hallOfPath(path)).toBe(hall));
