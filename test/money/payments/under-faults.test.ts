import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hasTimeouts, type Plan, startFaultProxy } from "../../support/fault-proxy.ts";
import { startPlatform, textAt } from "../../support/platform.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";
import { judge } from "./judge.ts";
import { letThemPay, send, type World } from "./random-payers.ts";
import { seedWorld } from "./seed-world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const CLIENTS = 16;
const STEPS = 5;
/** Less would prove nothing. */
const PAYMENTS_MIN = 20;
const REFUNDS_MIN = 5;
const FAULTS_MIN = 10;

/** Those that the SDK's own repetitions would hide come often, where they count: at what moves money. */
const PLANS: Readonly<Record<string, Plan>> = {
  nothing: { percent: {} },
  "requests that are lost": { percent: { "request-lost": 45 }, only: ["transaction"] },
  "answers that are lost": { percent: { "answer-lost": 45 }, only: ["transaction"] },
  // A client waits long for an answer that does not come, so that only few calls can meet that.
  "time-outs": {
    percent: { "timeout-before": 5, "timeout-after": 8, "timeout-late": 8 },
    only: ["transaction"],
  },
  throttling: { percent: { throttled: 15, "cancelled-by-throttling": 15 } },
  conflicts: { percent: { conflict: 30, "in-progress": 5 } },
  "errors of the database": { percent: { "error-before": 22, "error-after": 23 }, only: ["transaction"] },
  "all of it": {
    percent: {
      "request-lost": 5,
      "answer-lost": 6,
      "timeout-late": 1,
      "error-before": 4,
      "error-after": 6,
      throttled: 4,
      "cancelled-by-throttling": 4,
      conflict: 6,
    },
  },
};

/** Everybody asks again, whether or not they were told how it went. Nobody is kept from being answered any more. */
async function everybodyAsksAgain(world: World): Promise<void> {
  const wishes = new Map(world.history.map(({ wish }) => [wish.key, wish]));
  for (const wish of wishes.values()) expect(await send(world, wish), wish.key).toBeDefined();
}

describe(`payments while the database meets (FAULT_SEED=${SEED})`, () => {
  it.each(Object.entries(PLANS))(
    "%s: no fen is lost, nothing is paid twice, all of it ends",
    async (name, plan) => {
      const seed = `${SEED} ${name}`;
      const faults = await startFaultProxy(seed);
      const platform = await startPlatform({ faults, isImpatient: hasTimeouts(plan) });
      try {
        const world = await seedWorld(platform, seed);
        faults.begin({ ...plan, short: ALL_SHORT });
        await letThemPay(world, { seed, clients: CLIENTS, steps: STEPS });
        faults.calm(ALL_SHORT);
        await faults.arrived();
        expect(await judge(platform, world.history)).toEqual({});
        // Twice: what was refused because of others may be done now, and then it is asked about what was done.
        for (const _ of ["first", "again"]) {
          await everybodyAsksAgain(world);
          expect(await judge(platform, world.history)).toEqual({});
        }
        expectMuchToHaveHappened(world);
        if (name !== "nothing")
          expect(faults.seen().filter(({ fault }) => fault).length).toBeGreaterThan(FAULTS_MIN);
      } finally {
        await platform.stop();
      }
    },
  );
});

function expectMuchToHaveHappened({ history }: World): void {
  const types = Map.groupBy(history, ({ answer }) => answer && textAt(answer, "__typename"));
  expect(types.get("Payment")?.length).toBeGreaterThan(PAYMENTS_MIN);
  expect(types.get("Refund")?.length).toBeGreaterThan(REFUNDS_MIN);
}
