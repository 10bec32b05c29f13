import fc from "fast-check";
import { expect, it } from "vitest";
import type { Stale } from "../../../services/kernel/commit/commit.ts";
import {
  ATTEMPTS_MAX,
  changeFrom,
  type Decision,
  decideUntilWritten,
  PAUSE_MS,
  PAUSE_MS_MAX,
  STALE,
  type Unchanged,
  unchanged,
} from "../../../services/kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../services/kernel/result.ts";

type Meter = { readonly revision: number; readonly reading: number };

/** One record whose writes are overtaken `overtakings` times, each time by somebody who adds 10. */
function world(overtakings: number, random: () => number = () => 0.5) {
  const log: string[] = [];
  const pauses: number[] = [];
  let stored: Meter | undefined = { revision: 1, reading: 0 };
  let cached: Meter | undefined;
  let left = overtakings;
  const forget = () => {
    log.push("forget");
    cached = undefined;
  };
  const read = async () => {
    log.push("read");
    cached ??= stored;
    return cached;
  };
  const write = async ({
    before,
    after,
  }: {
    before: Meter | undefined;
    after: Meter;
  }): Promise<Result<void, Stale>> => {
    log.push("write");
    if (left > 0 && stored) {
      left -= 1;
      stored = { revision: stored.revision + 1, reading: stored.reading + 10 };
    }
    if (before?.revision !== stored?.revision) return STALE;
    stored = after;
    return ok(undefined);
  };
  const sleep = async (ms: number) => {
    log.push("sleep");
    pauses.push(ms);
  };
  return {
    ...{ log, pauses, read, write },
    database: { forget },
    pause: { random, sleep },
    stored: () => stored,
    remove: () => {
      stored = undefined;
    },
  };
}

const plusOne = ({ revision, reading }: Meter): Result<Meter, never> =>
  ok({ revision: revision + 1, reading: reading + 1 });

type Decided = Result<Decision<Meter> | Unchanged<unknown>, { readonly code: string }>;

const decideOn = (
  { database, read, write, pause }: ReturnType<typeof world>,
  decide: (meter: Meter | undefined) => Decided | Promise<Decided>,
  attemptsMax: number = ATTEMPTS_MAX,
) => decideUntilWritten({ database, about: "meter 7", read, decide, write, attemptsMax }, pause);

const oneMore = (meter: Meter | undefined) =>
  meter ? changeFrom(meter, plusOne(meter)) : err({ code: "NO_METER" });

const count = (at: ReturnType<typeof world>, attemptsMax?: number) => decideOn(at, oneMore, attemptsMax);

it("writes once what was decided on what the last of those left who were faster", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(ATTEMPTS_MAX - 1), async (overtakings) => {
      const at = world(overtakings);
      const after = { revision: overtakings + 2, reading: 10 * overtakings + 1 };
      expect(await count(at)).toEqual(ok(after));
      expect(at.stored()).toEqual(after);
      const attempt = ["forget", "read", "write"];
      const again = Array.from({ length: overtakings }, () => ["sleep", ...attempt]);
      expect(at.log).toEqual([...attempt, ...again.flat()]);
    }),
  );
});

it("gives up after so many attempts with a fault that names what it is about, and has not waited for nothing", async () => {
  for (const attemptsMax of [undefined, 1, 3, 25]) {
    const at = world(Number.POSITIVE_INFINITY);
    const times = attemptsMax ?? ATTEMPTS_MAX;
    const fault = `meter 7 changed ${times} times while it was decided on`;
    await expect(count(at, attemptsMax)).rejects.toThrow(new Error(fault));
    expect(at.log.filter((what) => what === "write")).toHaveLength(times);
    expect(at.pauses).toHaveLength(times - 1);
    expect(at.log.at(-1)).toBe("write");
  }
});

it("waits between two attempts for a random part of a time that doubles up to its bound", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      async (draws) => {
        const drawn: number[] = [];
        const random = () => {
          const value = Number(draws.next().value);
          drawn.push(value);
          return value;
        };
        const at = world(ATTEMPTS_MAX - 1, random);
        await count(at);
        const bounds = at.pauses.map((_, i) => Math.min(PAUSE_MS * 2 ** (i + 1), PAUSE_MS_MAX));
        expect(at.pauses).toHaveLength(ATTEMPTS_MAX - 1);
        expect(at.pauses).toEqual(bounds.map((bound, i) => (drawn[i] ?? Number.NaN) * bound));
        for (const [i, ms] of at.pauses.entries()) expect(ms).toBeLessThan(bounds[i] ?? 0);
      },
    ),
  );
});

it.each([
  ["at once", 0],
  ["on what another left", 3],
])("ends with the refusal of a decision, and writes nothing (%s)", async (_, overtakings) => {
  const at = world(overtakings);
  const done = await decideOn(at, (meter) =>
    meter && meter.reading === 10 * overtakings
      ? err({ code: "METER_SEALED", reading: meter.reading })
      : ok({ before: meter, after: { revision: 2, reading: 1 } }),
  );
  expect(done).toEqual(err({ code: "METER_SEALED", reading: 10 * overtakings }));
  expect(at.log.filter((what) => what === "write")).toHaveLength(overtakings);
  expect(at.stored()).toEqual({ revision: overtakings + 1, reading: 10 * overtakings });
});

it.each<readonly [string, (meter: Meter) => Meter]>([
  ["the very same", (meter) => meter],
  ["an equal one", (meter) => ({ ...meter })],
])("writes nothing where a decision makes of a record %s", async (_, same) => {
  const at = world(0);
  const decide = (meter: Meter | undefined) =>
    meter ? changeFrom(meter, ok(same(meter))) : err({ code: "NO_METER" });
  expect(await decideOn(at, decide)).toEqual(ok({ revision: 1, reading: 0 }));
  expect(at.log).toEqual(["forget", "read"]);
});

it("writes nothing where a decision says so, and answers with what that says", async () => {
  const at = world(0);
  const known = await decideOn(at, () => unchanged(ok("KNOWN")));
  const other = await decideOn(at, () => unchanged(err({ code: "OTHER" })));
  expect([known, other]).toEqual([ok("KNOWN"), err({ code: "OTHER" })]);
  expect(at.log).toEqual(["forget", "read", "forget", "read"]);
});

it("tells the caller the answer of a decision, where it has one, once it is written", async () => {
  const at = world(2);
  const done = await decideOn(at, (meter) => {
    if (!meter) return err({ code: "NO_METER" });
    const after = { revision: meter.revision + 1, reading: 5 };
    return ok({ before: meter, after, answer: `was ${meter.reading}` });
  });
  expect(done).toEqual(ok("was 20"));
  expect(at.stored()).toEqual({ revision: 4, reading: 5 });
});

it("writes what there was none of, and an answer that is nothing stays nothing", async () => {
  const at = world(0);
  at.remove();
  const first = { revision: 1, reading: 3 };
  const decide = (before: Meter | undefined) => ok({ before, after: first, answer: undefined });
  expect(await decideOn(at, decide)).toEqual(ok(undefined));
  expect(at.stored()).toEqual(first);
});

it("reads again where the decision finds that what it read does not belong together", async () => {
  const at = world(0);
  let times = 0;
  const done = await decideOn(at, async (meter) => {
    times += 1;
    return times < 4 ? STALE : oneMore(meter);
  });
  expect(done).toEqual(ok({ revision: 2, reading: 1 }));
  expect(at.log.filter((what) => what === "read")).toHaveLength(4);
  expect(at.pauses).toHaveLength(3);
});

it("ends with a refusal of the write, and passes on what reading or writing throws", async () => {
  const at = world(0);
  const { database, read, write, pause } = at;
  const steps = { database, about: "meter 7", read, decide: oneMore, write };
  const full = await decideUntilWritten({ ...steps, write: async () => err({ code: "FULL" }) }, pause);
  expect(full).toEqual(err({ code: "FULL" }));
  const fault = () => Promise.reject(new Error("no database"));
  await expect(decideUntilWritten({ ...steps, read: fault }, pause)).rejects.toThrow("no database");
  await expect(decideUntilWritten({ ...steps, write: fault }, pause)).rejects.toThrow("no database");
  expect(at.pauses).toEqual([]);
});

it("waits by the clock where nobody sets the pause", async () => {
  const at = world(2);
  const { database, read, write } = at;
  const decide = (meter: Meter | undefined) => ok({ before: meter, after: { revision: 4, reading: 1 } });
  const done = await decideUntilWritten({ database, about: "meter 7", read, write, decide });
  expect(done).toEqual(ok({ revision: 4, reading: 1 }));
});
