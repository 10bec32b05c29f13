import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runInTurn, type Told, type Turn } from "../../../services/kernel/process/in-turn.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const START = "2026-03-02T02:00:00.000Z" as Instant;
const MODES = ["live", "test"] as const;

/** Runs that have so much to do each, in milliseconds, on a clock that goes on as they work. */
async function worked(works: Readonly<Record<(typeof MODES)[number], readonly number[]>>, forMs: number) {
  let now = START;
  const until = plusMs(START, forMs);
  const spent: Record<string, number> = {};
  const told: Told[] = [];
  const runOf = (name: string, todo: number) => async (share: Instant) => {
    const [before, left] = [spent[name] ?? 0, todo - (spent[name] ?? 0)];
    const ms = Math.max(0, Math.min(left, Date.parse(share) - Date.parse(now)));
    now = plusMs(now, ms);
    spent[name] = before + ms;
    return { [name]: ms, finished: ms === left };
  };
  const turns: readonly Turn[] = MODES.map((mode) => ({
    of: { mode },
    runs: works[mode].map((todo, i) => runOf(`${mode}${i}`, todo)),
  }));
  const isDone = await runInTurn(turns, { now: () => now, until, tell: (one) => told.push(one) });
  const wanted = Object.fromEntries(
    MODES.flatMap((mode) => works[mode].map((todo, i) => [`${mode}${i}`, todo])),
  );
  return { isDone, spent, wanted, told, usedMs: Date.parse(now) - Date.parse(START) };
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

describe("the time of a call", () => {
  const works = fc.array(fc.nat({ max: 400_000 }), { minLength: 1, maxLength: 5 });

  it("gives each sweep of each mode its share, and wastes nothing while something is left to be done", async () => {
    const property = fc.asyncProperty(works, works, fc.nat({ max: 300_000 }), async (live, test, forMs) => {
      const { isDone, spent, wanted, told, usedMs } = await worked({ live, test }, forMs);
      const all = Object.values(wanted);
      const share = Math.floor(forMs / all.length);
      for (const [name, todo] of Object.entries(wanted)) {
        expect(spent[name]).toBeGreaterThanOrEqual(Math.min(todo, share));
      }
      expect(usedMs).toBe(Math.min(sum(all), forMs));
      expect(isDone).toBe(sum(all) <= forMs);
      // The counts of all turns add up, however often one comes round.
      const counts = told.flatMap(({ counts: { finished: _, ...ms } }) => Object.values(ms).map(Number));
      expect(sum(counts)).toBe(usedMs);
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it("is not used up by a backlog of the live mode's first", async () => {
    const { spent, told, isDone } = await worked({ live: [1_000_000, 20, 10], test: [10, 0, 10] }, 60_000);
    expect(spent).toEqual({ live0: 60_000 - 50, live1: 20, live2: 10, test0: 10, test1: 0, test2: 10 });
    expect(isDone).toBe(false);
    // The modes in turn; then the one that had too little, with the time that the others have left.
    expect(told.map(({ of, counts }) => [of.mode, counts["finished"]])).toEqual([
      ["live", false],
      ["test", true],
      ["live", false],
    ]);
  });
});

describe("a run that fails", () => {
  const AT = { now: () => START, until: plusMs(START, 60_000) };

  it("keeps none behind it from its turn, and what is told of the others stands beside the faults", async () => {
    const told: Told[] = [];
    const calls: string[] = [];
    const turns: readonly Turn[] = MODES.map((mode) => ({
      of: { mode },
      runs: [
        async () => {
          calls.push(mode);
          throw new Error("no connection");
        },
        async () => ({ overdue: 2, finished: true, faults: [new Error("one"), new Error("two")] }),
        async () => ({ warned: 1, finished: true }),
      ],
    }));
    expect(await runInTurn(turns, { ...AT, tell: (one) => told.push(one) })).toBe(true);
    const failed = [[new Error("no connection")], [new Error("one"), new Error("two")]];
    const counts = { overdue: 2, warned: 1, finished: false };
    expect(told).toEqual(MODES.map((mode) => ({ of: { mode }, counts, failed })));
    expect(calls).toEqual(MODES);
  });

  it("is no call without an end, though a run says of itself again and again that it had too little time", async () => {
    let calls = 0;
    const run = async () => {
      calls += 1;
      return { finished: false };
    };
    expect(await runInTurn([{ of: {}, runs: [run, run] }], { ...AT, tell: () => calls })).toBe(false);
    expect(calls).toBe(4);
  });
});
