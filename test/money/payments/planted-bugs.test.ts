import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { issueBill, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import type { RuleName } from "../../support/findings.ts";
import { overtake } from "../../support/overtake.ts";
import { PAYMENT_BUGS, type PaymentBug } from "../../support/planted-bugs.ts";
import { startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";
import { judge } from "./judge.ts";
import { letThemPay } from "./random-payers.ts";
import { refund } from "./refunds.ts";
import { fundedPartner, seedWorld } from "./seed-world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const BUGS = Object.keys(PAYMENT_BUGS) as PaymentBug[];

/** Less than nearly every bill, so that who may overdraw does. */
const TEMPTING_FUNDS = 10_00n;

type Stage = { readonly platform: TestPlatform; readonly faults: FaultProxy };

async function onStage<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const faults = await startFaultProxy(SEED);
  const platform = await startPlatform({ faults });
  faults.calm(ALL_SHORT);
  try {
    return await play({ platform, faults });
  } finally {
    await platform.stop();
  }
}

type Scene = {
  readonly play: (stage: Stage) => Promise<void>;
  readonly breaks: RuleName;
  /** The answer in it where the bug is planted; no other exception counts. */
  readonly fails?: string;
};

/** For each bug what goes well without it, and the rule that it breaks. */
const SCENES: Readonly<Record<PaymentBug, Scene>> = {
  "no idempotency condition": {
    breaks: "what was paid is booked once",
    // The one who comes late finds the payment settled, and the platform cannot make sense of it.
    fails: '"path":["payBills"],"extensions":{"code":"INTERNAL"',
    play: async ({ platform }) => {
      const [biller, token] = [await seedBiller(platform), await platform.tokens.citizen()];
      const bill = await issueBill(biller, { amount: "20.00" });
      const payOnce = () => pay(platform, { token }, [bill], "the-same-key");
      await overtake(platform, payOnce, async () => {
        platform.clock.advance(1_000);
        const payment = await payOnce();
        expect(await refund(platform, payment, { amount: "20.00" })).toMatchObject({ status: "SUCCEEDED" });
      });
    },
  },
  "no balance condition": {
    breaks: "nobody is overdrawn",
    play: async ({ platform }) => {
      const [biller, apiKey] = [await seedBiller(platform), await fundedPartner(platform, 100_00n)];
      for (const amount of ["60.00", "60.00"])
        await pay(platform, { apiKey }, [await issueBill(biller, { amount })]);
    },
  },
  "no bill's state condition": {
    breaks: "a bill is paid by one payment",
    play: async ({ platform }) => {
      const bill = await issueBill(await seedBiller(platform), { amount: "20.00" });
      const phone = async () => pay(platform, { token: await platform.tokens.citizen() }, [bill]);
      await overtake(platform, phone, async () => {
        expect(textAt(await phone(), "status")).toBe("SUCCEEDED");
      });
    },
  },
  "no audit write": { breaks: "everything is on record", play: payOneBill },
  "no audit write but the first": { breaks: "everything is on record", play: payOneBill },
};

async function payOneBill({ platform }: Stage): Promise<void> {
  const bill = await issueBill(await seedBiller(platform), { amount: "20.00" });
  await pay(platform, { token: await platform.tokens.citizen() }, [bill]);
}

describe("what the checks hold payments to", () => {
  it.each(BUGS)("is broken by a platform with %s, and by nothing else in the same scene", async (bug) => {
    const { play, breaks, fails } = SCENES[bug];
    const found = (planted?: PaymentBug) =>
      onStage(async (stage) => {
        stage.faults.plant(planted);
        const played = play(stage);
        if (planted && fails) await expect(played).rejects.toThrow(fails);
        else await played;
        expect(stage.faults.spoilt() > 0).toBe(planted !== undefined);
        return judge(stage.platform);
      });
    expect(await found()).toEqual({});
    expect(await found(bug)).toHaveProperty([breaks]);
  });

  it.each(BUGS.filter((bug) => bug !== "no idempotency condition"))(
    `is broken by a platform with %s where random people pay, without any fault (FAULT_SEED=${SEED})`,
    async (bug) => {
      // One crowd may have made good its own damage by chance, with a refund; three do not.
      let found: Awaited<ReturnType<typeof crowdWith>> = {};
      for (const crowd of [1, 2, 3]) {
        if (!(SCENES[bug].breaks in found)) found = await crowdWith(bug, `${SEED} ${crowd}`);
      }
      expect(found).toHaveProperty([SCENES[bug].breaks]);
    },
  );
});

const crowdWith = (bug: PaymentBug, seed: string) =>
  onStage(async ({ platform, faults }) => {
    const world = await seedWorld(platform, seed, TEMPTING_FUNDS);
    faults.plant(bug);
    await letThemPay(world, { seed, clients: 16, steps: 6 });
    faults.plant();
    return judge(platform, world.history);
  });
