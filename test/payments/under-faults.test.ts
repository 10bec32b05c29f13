import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readBooks } from "../support/books.ts";
import { type Fault, type Plan, startFaultProxy } from "../support/fault-proxy.ts";
import { findingsIn } from "../support/findings.ts";
import { startPlatform } from "../support/platform.ts";
import { brokenPromises } from "./promises.ts";
import { letThemPay, seedWorld, send, type World } from "./random-payers.ts";
import { settleAll } from "./settle-all.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const CLIENTS = 16;
const STEPS = 5;

/** A client waits long for an answer that does not come, so that only few calls can meet that. */
const PLANS: Readonly<Record<string, Plan>> = {
  nothing: { percent: {} },
  "requests that are lost": { percent: { "request-lost": 25 } },
  "answers that are lost": { percent: { "answer-lost": 25 } },
  "time-outs": {
    percent: { "timeout-before": 4, "timeout-after": 6, "timeout-late": 6 },
    only: ["transaction"],
  },
  throttling: { percent: { throttled: 15, "cancelled-by-throttling": 15 } },
  conflicts: { percent: { conflict: 25, "in-progress": 5 } },
  "errors of the database": { percent: { "error-before": 12, "error-after": 13 } },
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
      const platform = await startPlatform({ faults });
      try {
        const world = await seedWorld(platform, seed);
        faults.begin(plan);
        await letThemPay(world, { seed, clients: CLIENTS, steps: STEPS });
        faults.calm();
        await settleAll(platform);
        expect(await findings(world)).toEqual({});
        // Twice: what was refused because of others may be done now, and then it is asked about what was done.
        for (const _ of ["first", "again"]) {
          await everybodyAsksAgain(world);
          await settleAll(platform);
        }
        expect(await findings(world)).toEqual({});
        for (const fault of Object.keys(plan.percent) as Fault[])
          expect(faults.count(fault), fault).toBeGreaterThan(0);
      } finally {
        await platform.stop();
      }
    },
  );
});

async function findings({ platform, history }: World) {
  const books = await readBooks(platform.client, platform.ports.config.tablePrefix);
  const promises = brokenPromises(history, books);
  return { ...(await findingsIn(books)), ...(promises.length > 0 ? { promises } : {}) };
}
