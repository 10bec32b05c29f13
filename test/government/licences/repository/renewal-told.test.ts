import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { workingDaysBefore } from "../../../../services/field/working-days.ts";
import { rollOutServiceItem } from "../../../../services/government/catalogue/index.ts";
import { addDays, date } from "../../../../services/kernel/civil-date.ts";
import { askerOf, nodesAt } from "../../../support/asking.ts";
import { must } from "../../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { type Applicant, newApplicant, startCasework } from "../../cases/casework.ts";
import { editorOf, publishItem, region } from "../../catalogue/items.ts";
import { actItem, ask, done, HOLDER, itemOf, licenceOf, publishTypeWithItems } from "./repository-world.ts";

const TYPE = "joiner";
const WINDOW = { opensWorkingDays: 90, inTimeWorkingDays: 15 };
const ISSUED = date("2026-03-02");
const END = date("2028-03-01");
const EVERYWHERE = { "110000": "GENERAL" } as const;

let platform: TestPlatform;
let holder: Applicant;
let type = "";
let count = 0;
/** Each test has a type of its own. */
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  count += 1;
  type = `${TYPE}-${count}`;
  platform.clock.set(`${ISSUED}T02:00:00.000Z`);
  await publishTypeWithItems(platform, type);
  holder = await newApplicant(platform);
  await done(platform, holder, itemOf(type, "ISSUE"), HOLDER);
});
afterAll(() => platform.stop());

/** The renewal of the holder's licence, as they read it. */
async function renewal(): Promise<Json> {
  const query = `{ result: me { licences { edges { node { renewal { opensOn inTimeUntil closesOn item } } } } } }`;
  const [licence = null] = nodesAt(await askerOf(platform)(query, {}, holder), "licences");
  return at(licence, "renewal");
}

const renewing = (code: string, changes: Parameters<typeof actItem>[2] = {}) => ({
  ...actItem(type, "RENEW", changes),
  code: `${itemOf(type, "RENEW")}-${code}`,
});
const byLaw = () => itemOf(type, "RENEW");
const switchOff = (): Promise<void> => publishItem(platform, actItem(type, "RENEW"), { "110000": "OFF" });

const OTHER = { code: "BJ-OTHER", name: { zh: "另一局", en: "Another office" } };

describe("the renewal of a licence is told", () => {
  it("by the law alone where its item names no window: from its issue on, and in time until thirty working days before the end", async () => {
    const told = { opensOn: ISSUED, inTimeUntil: workingDaysBefore(END, 30), closesOn: END, item: byLaw() };
    expect(await renewal()).toEqual(told);
  });

  it("by the window of its item in force, which holds one to the same days", async () => {
    await publishItem(platform, actItem(type, "RENEW", { window: WINDOW }), EVERYWHERE);
    const [opensOn, inTimeUntil] = [workingDaysBefore(END, 90), workingDaysBefore(END, 15)];
    expect(await renewal()).toEqual({ opensOn, inTimeUntil, closesOn: END, item: byLaw() });
    const number = textAt(await licenceOf(platform, holder), "number");
    for (const [day, told] of [
      [addDays(opensOn, -1), { problems: [{ code: "LICENCE_RENEWAL_TOO_EARLY" }] }],
      [opensOn, { status: "SUBMITTED" }],
    ] as const) {
      platform.clock.set(`${day}T02:00:00.000Z`);
      expect(await ask(platform, holder, byLaw(), { number })).toMatchObject(told);
    }
  });

  it("by the item of its own authority before another's, and by another's where its own is off", async () => {
    await publishItem(platform, { ...renewing("ANOTHER"), code: "A-RENEWAL", department: OTHER }, EVERYWHERE);
    expect(await renewal()).toMatchObject({ item: byLaw() });
    await switchOff();
    expect(await renewal()).toMatchObject({ item: "A-RENEWAL" });
  });

  it("by the one item of its region among many of others", async () => {
    for (const [i, where] of ["310000", "440000", "330000", "320000"].entries())
      await publishItem(
        platform,
        { ...renewing(`0${i}`), code: `${i}-RENEWAL-${count}`, regions: [region(where)] },
        { [where]: "GENERAL" },
      );
    expect(await renewal()).toMatchObject({ item: byLaw() });
  });
});

describe("no renewal is told", () => {
  it("where its item is off in the licence's region, or a pilot in which its holder has no part", async () => {
    await switchOff();
    expect(await renewal()).toBeNull();
    await publishItem(platform, actItem(type, "RENEW"), { "110108": "GENERAL" });
    expect(await renewal()).toBeNull();
    await pilot(0);
    expect(await renewal()).toBeNull();
    await pilot(100);
    expect(await renewal()).toMatchObject({ item: byLaw() });
  });

  it("by an item whose version in force does something else, or renews another type", async () => {
    await publishItem(platform, { ...actItem(type, "REISSUE"), code: byLaw() }, EVERYWHERE);
    expect(await renewal()).toBeNull();
    const other = `${type}-other`;
    await publishTypeWithItems(platform, other);
    await publishItem(platform, { ...actItem(other, "RENEW"), code: byLaw() }, EVERYWHERE);
    expect(await renewal()).toBeNull();
  });

  it.each([
    ["is suspended", () => act("SUSPEND")],
    ["was cancelled", () => act("CANCEL")],
    ["is over", async () => platform.clock.set(`${addDays(END, 1)}T02:00:00.000Z`)],
  ])("of a licence that %s", async (_, happens) => {
    expect(await renewal()).not.toBeNull();
    await happens();
    expect(await renewal()).toBeNull();
  });

  it("of a licence without an end", async () => {
    const always = `${type}-always`;
    await publishTypeWithItems(platform, always, { validity: { kind: "PERMANENT" } });
    holder = await newApplicant(platform);
    await done(platform, holder, itemOf(always, "ISSUE"), HOLDER);
    expect(await renewal()).toBeNull();
  });

  async function pilot(sharePercent: number): Promise<void> {
    const actor = editorOf();
    const limits = { sharePercent, partners: [] };
    const wish = { region: region("110105"), stage: "PILOT", pilot: limits, reason: "试点" } as const;
    const context = platform.context(actor);
    must(await rollOutServiceItem(byLaw(), wish, { actor, now: context.now }, context));
  }

  async function act(acting: "SUSPEND" | "CANCEL"): Promise<void> {
    const number = textAt(await licenceOf(platform, holder), "number");
    await done(platform, holder, itemOf(type, acting), { number });
  }
});
