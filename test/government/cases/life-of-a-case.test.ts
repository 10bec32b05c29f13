import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFaultProxy } from "../../support/fault-proxy.ts";
import { dayAt, midnight, plusWorkingDays } from "./model/calendar.ts";
import { JOINT, OFFICERS, PLAIN, RENEWAL } from "./model/case.ts";
import { askFor, type Command, clocks, HOUR_MS, lives, NOTHING, toLicenceEnd } from "./model/commands.ts";
import type { ModelLicence } from "./model/licence.ts";
import { newCase } from "./model/moves.ts";
import { begin, enter, openStage, type Stage } from "./model/real.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
/** Each of some 80 steps of two cases. So many, however long they take: a busy machine proves no less. */
const LIVES = 10;

const ITEMS = { PLAIN, JOINT, RENEWAL };
const itemName = fc.constantFrom("PLAIN" as const, "JOINT" as const, "RENEWAL" as const);

const beginnings = fc.record({
  items: fc.tuple(itemName, itemName),
  /** From the first working days of January to the end of May. */
  hours: fc.integer({ min: 0, max: 145 * 24 }),
  /** Until the licence's end: its renewal is asked for in time until fifteen before. */
  workingDays: fc.integer({ min: 12, max: 35 }),
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(await startFaultProxy(SEED));
});
afterAll(() => stage.platform.stop());

type Beginning = {
  readonly items: readonly (keyof typeof ITEMS)[];
  readonly hours: number;
  readonly workingDays?: number;
};

async function live(on: Stage, beginning: Beginning, commands: Iterable<Command>): Promise<void> {
  const now = midnight("2026-01-05") + beginning.hours * HOUR_MS + 60_000;
  const items = beginning.items.map((name) => ITEMS[name]);
  const until = plusWorkingDays(dayAt(now), beginning.workingDays ?? 20);
  const real = await enter(on, now, until);
  const licence: ModelLicence = { until, renewals: [], asked: [] };
  for (const [i, item] of items.entries()) await begin(real, i, item);
  const cases = items.map((item) => newCase(item, dayAt(now), licence));
  await fc.asyncModelRun(() => ({ model: { cases, licence, now }, real }), commands);
}

const ann = OFFICERS.find(({ name }) => name === "ann");
const sue = OFFICERS.find(({ name }) => name === "sue");
const by = (actor: typeof ann, action: string, detail = {}, i = 0): Command =>
  askFor({ i, actor, action, detail: { ...NOTHING, ...detail } });

/** A short life, until its clock is stopped. */
function shortLife(): readonly Command[] {
  return [
    by(undefined, "SAVE", { isComplete: true }),
    by(undefined, "SUBMIT"),
    by(ann, "CLAIM", { step: "accept" }),
    by(ann, "ACCEPT"),
    by(ann, "CLAIM", { step: "review" }),
    by(ann, "PAUSE"),
  ];
}

describe(`the life of a case (FAULT_SEED=${SEED})`, () => {
  it("is what the model says after each step: status, actions, clock, desks and audit trail", async () => {
    const seed = Number.parseInt(SEED, 16);
    let lived = 0;
    const life = fc.asyncProperty(beginnings, lives, async (beginning, commands) => {
      await live(stage, beginning, commands);
      lived += 1;
    });
    await fc.assert(life, { seed, numRuns: LIVES });
    expect(lived).toBe(LIVES);
  });

  it("stays a draft while one field alone is saved, and is handed in with the whole form", async () => {
    const saves = [{ isNamed: true, isComplete: true }, { isNamed: true }, {}, { isComplete: true }];
    const commands = saves.flatMap((detail) => [by(undefined, "SAVE", detail), by(undefined, "SUBMIT")]);
    await live(stage, { items: ["PLAIN"], hours: 10 }, commands);
  });

  it.each([0, 2, 4, 6])(
    "is granted by its licence's end where nobody has decided, once of two renewals: %i acts at the desk",
    async (acts) => {
      const handedIn = [0, 1].flatMap((i) => [
        by(undefined, "SAVE", { isComplete: true }, i),
        by(undefined, "SUBMIT", { hasReason: true }, i),
      ]);
      const desk = [
        by(ann, "CLAIM", { step: "accept" }),
        by(ann, "ACCEPT"),
        by(ann, "CLAIM", { step: "review" }),
        by(ann, "PAUSE"),
        by(ann, "RESUME"),
        by(ann, "FINISH_STEP", { step: "review" }),
      ].slice(0, acts);
      const refused = ["WITHDRAW", "COMPLAIN"].map((action) => by(undefined, action));
      const end = [toLicenceEnd(true), toLicenceEnd(false), by(ann, "CLAIM", { step: "decide" }), ...refused];
      const after = [clocks, by(sue, "REVOKE"), by(sue, "REVOKE", {}, 1), clocks];
      const commands = [...handedIn, ...desk, ...end, ...after];
      await live(stage, { items: ["RENEWAL", "RENEWAL"], hours: 10 }, commands);
    },
  );

  it.each(["a step that is over stays on its desk", "no audit write but the first"] as const)(
    "is another on a platform where %s",
    async (bug) => {
      const faults = await startFaultProxy("planted");
      const spoilt = await openStage(faults);
      const liveOnce = () => live(spoilt, { items: ["JOINT"], hours: 10 }, shortLife());
      try {
        await liveOnce();
        faults.plant(bug);
        await expect(liveOnce()).rejects.toThrow("deeply equal");
      } finally {
        await spoilt.platform.stop();
      }
    },
  );

  it.each([
    "a page that is split is taken for the last",
    "keys that are left are taken for records that are not there",
  ] as const)("is no life on a platform where %s", async (bug) => {
    const faults = await startFaultProxy("planted");
    const spoilt = await openStage(faults);
    try {
      faults.plant(bug);
      await expect(live(spoilt, { items: ["JOINT"], hours: 10 }, shortLife())).rejects.toThrow();
      expect(faults.spoilt()).toBeGreaterThan(0);
    } finally {
      await spoilt.platform.stop();
    }
  });
});
