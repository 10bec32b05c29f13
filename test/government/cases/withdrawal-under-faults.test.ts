import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { HOUR_MS } from "../../../services/kernel/runtime.ts";
import { hasTimeouts, type Plan, startFaultProxy } from "../../support/fault-proxy.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";
import { sweep } from "../../support/sweep.ts";
import { allRounder, startCasework } from "./casework.ts";
import { runClocks } from "./clocks.ts";
import { grantAll } from "./insisting-officers.ts";
import { judgeWithdrawals } from "./judge-withdrawals.ts";
import { letThemApply, seedSavers, send, unclearWish, type World } from "./random-savers.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const CLIENTS = 8;
const STEPS = 3;
/** Less would prove nothing. */
const GRANTED_MIN = 2;
const FAULTS_MIN = 10;
const ROUNDS_MAX = 8;

const PLANS: Readonly<Record<string, Plan>> = {
  nothing: { percent: {} },
  "requests and answers that are lost": {
    percent: { "request-lost": 15, "answer-lost": 20 },
    only: ["transaction"],
  },
  "time-outs": {
    percent: { "timeout-before": 5, "timeout-after": 8, "timeout-late": 8 },
    only: ["transaction"],
  },
  "conflicts and throttling": {
    percent: { conflict: 15, throttled: 4, "cancelled-by-throttling": 4, "in-progress": 3 },
  },
  "errors of the database": { percent: { "error-before": 15, "error-after": 20 }, only: ["transaction"] },
};

/** The work of the scheduled functions in the hours after. */
async function settle({ platform }: World): Promise<void> {
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    platform.clock.advance(HOUR_MS / 4);
    await runClocks(platform);
    const { oldestAt, dead, finished } = await sweep(platform);
    expect(dead).toBe(0);
    if (finished && oldestAt === undefined) return;
  }
  throw new Error("events still wait");
}

/** Everybody asks again, whether or not they were told how it went. Nobody is kept from being answered any more. */
async function everybodyAsksAgain(world: World): Promise<void> {
  const wishes = new Map(world.history.map(({ wish }) => [wish.key, wish]));
  for (const wish of wishes.values()) expect((await send(world, wish)).status, wish.key).toBeDefined();
}

describe(`withdrawals from the housing fund while the database meets (FAULT_SEED=${SEED})`, () => {
  it.each(Object.entries(PLANS))(
    "%s: each is paid exactly once, and approved and paid agree",
    async (name, plan) => {
      const seed = `${SEED} ${name}`;
      const faults = await startFaultProxy(seed);
      const platform = await startCasework({ faults, isImpatient: hasTimeouts(plan) });
      try {
        const world = await seedSavers(platform, seed);
        faults.begin({ ...plan, short: ALL_SHORT });
        await letThemApply(world, { seed, clients: CLIENTS, steps: STEPS });
        await send(world, unclearWish(world));
        faults.calm(ALL_SHORT);
        await faults.arrived();
        // Half of the runs let the clock find what was cut off, before anybody asks again.
        if (seed.length % 2 === 0) await settle(world);
        for (const _ of ["first", "again"]) {
          await everybodyAsksAgain(world);
          await settle(world);
          expect(await judgeWithdrawals(world)).toEqual({});
        }
        faults.begin({ ...plan, short: ALL_SHORT });
        const officers = [await allRounder(platform), await allRounder(platform)] as const;
        const routed = await grantAll(platform, officers);
        faults.calm(ALL_SHORT);
        await faults.arrived();
        await settle(world);
        expect(await judgeWithdrawals(world)).toEqual({});
        expectMuchToHaveHappened(world, routed);
        if (name === "nothing") expect(world.history.filter(({ status }) => !status)).toEqual([]);
        else expect(faults.seen().filter(({ fault }) => fault).length).toBeGreaterThan(FAULTS_MIN);
      } finally {
        await platform.stop();
      }
    },
  );
});

function expectMuchToHaveHappened({ history }: World, routed: number): void {
  const last = new Map(history.map(({ wish, status }) => [wish.key, status]));
  expect([...last.values()].filter((status) => status === "DELIVERED").length).toBeGreaterThan(GRANTED_MIN);
  expect(routed).toBeGreaterThan(0);
}
