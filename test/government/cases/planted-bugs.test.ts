import { describe, expect, it } from "vitest";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { overtake } from "../../support/overtake.ts";
import type { CaseBug } from "../../support/planted-bugs.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { SHORT_LATER } from "../../support/short-answers.ts";
import { sweep } from "../../support/sweep.ts";
import { mutateCase, RENT, startCasework, submitCase } from "./casework.ts";
import { judgeWithdrawals } from "./judge-withdrawals.ts";
import type { World } from "./random-savers.ts";
import {
  applyForRent,
  fillIn,
  marriedTo,
  newCouple,
  newSaver,
  rentForm,
  type Saver,
  submitUnruled,
} from "./savers.ts";

type Stage = { readonly platform: TestPlatform; readonly faults: FaultProxy };

const STATED = 10_000_000;
const RENT_FEN = 250_000;
const KEY = "handed-in-once";

/** The judgement of a couple that has done something. */
const worldOf = (platform: TestPlatform, couple: readonly [Saver, Saver]): World => {
  const [wang, li] = couple;
  const account = (saver: Saver, spouse: Saver) => ({
    ...{ saver, spouse, stated: STATED, rent: RENT_FEN, items: [RENT] as const },
  });
  return { platform, accounts: [account(wang, li), account(li, wang)], history: [], ticks: { now: 0 } };
};

const coupleForm = (spouse: Saver) => ({ ...marriedTo(spouse), monthlyRent: "2500.00" });

/** A submission whose rule is still to be asked, and how it is: by one transaction. */
async function leaveWaiting(platform: TestPlatform, saver: Saver, spouse: Saver) {
  const id = await fillIn(platform, saver, RENT, rentForm(saver, coupleForm(spouse)));
  await submitUnruled(platform, saver, id, KEY);
  return { id, ask: () => submitCase(platform, saver.token, id, { key: KEY }) };
}

type Scene = (stage: Stage, couple: readonly [Saver, Saver]) => Promise<void>;

/** For each bug what goes well without it, and the promise that it breaks. */
const SCENES: Readonly<
  Record<Exclude<CaseBug, "a step that is over stays on its desk">, { play: Scene; breaks: string }>
> = {
  "no condition on what was drawn": {
    breaks: "caps of person and household hold",
    play: async ({ platform }, [wang, li]) => {
      const [his, hers] = [await leaveWaiting(platform, wang, li), await leaveWaiting(platform, li, wang)];
      await overtake(platform, his.ask, hers.ask);
    },
  },
  "no condition on a case's revision": {
    breaks: "approved is paid once, and nothing else is",
    play: async ({ platform }, [wang, li]) => {
      const { id, ask } = await leaveWaiting(platform, wang, li);
      const withdraw = () =>
        mutateCase(platform, wang.token, `withdrawApplication(id: "${id}", reason: "不再租房")`);
      await overtake(platform, withdraw, ask);
    },
  },
  "no payout": {
    breaks: "approved is paid once, and nothing else is",
    play: async ({ platform }, [wang, li]) => {
      await applyForRent(platform, wang, coupleForm(li));
    },
  },
};

async function playedWith(play: Scene, bug?: CaseBug) {
  const faults = await startFaultProxy("planted");
  const platform = await startCasework({ faults });
  try {
    const couple = await newCouple(platform);
    // The day's first decision by rule is guarded by its draw for review, too; this is about all others.
    await applyForRent(platform, await newSaver(platform));
    faults.calm(SHORT_LATER);
    faults.plant(bug);
    await play({ platform, faults }, couple);
    faults.plant();
    expect(faults.spoilt() > 0).toBe(bug !== undefined);
    await sweep(platform);
    return await judgeWithdrawals(worldOf(platform, couple));
  } finally {
    await platform.stop();
  }
}

describe("what the checks hold withdrawals to", () => {
  it.each(Object.entries(SCENES))(
    "is broken by a platform with %s, and by nothing else in the same scene",
    async (bug, { play, breaks }) => {
      expect(await playedWith(play)).toEqual({});
      expect(await playedWith(play, bug as CaseBug)).toHaveProperty([breaks]);
    },
  );
});
