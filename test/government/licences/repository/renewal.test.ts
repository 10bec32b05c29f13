import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { workingDaysBefore } from "../../../../services/field/working-days.ts";
import { fateUndecided, renewalWindow } from "../../../../services/government/licences/repository/renewal.ts";
import { addDays, type CivilDate, date } from "../../../../services/kernel/civil-date.ts";
import { askerOf } from "../../../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  type Applicant,
  allRounder,
  caseOf,
  mutateCase,
  newApplicant,
  startCasework,
} from "../../cases/casework.ts";
import { runClocks } from "../../cases/clocks.ts";
import { publishItem } from "../../catalogue/items.ts";
import { copiesOf } from "../copies/copy-world.ts";
import { issuerKeysOf } from "../issuer-keys/issuer-keys.ts";
import { ISSUER } from "../wallet/wallet-world.ts";
import {
  actItem,
  ask,
  decide,
  done,
  HOLDER,
  itemOf,
  licenceOf,
  publishTypeWithItems,
} from "./repository-world.ts";

const TYPE = "gardener";
const RENEWAL = `${itemOf(TYPE, "RENEW")}-WINDOW`;
const WINDOW = { opensWorkingDays: 90, inTimeWorkingDays: 15 };

/** The last day of a licence of these tests. */
const END = date("2028-03-01");
const [OPENS, IN_TIME, BY_LAW] = [90, 15, 30].map((days) => workingDaysBefore(END, days)) as [
  CivilDate,
  CivilDate,
  CivilDate,
];
const [GRANTED_AT, DAY_AFTER] = ["2028-03-01T16:00:00.000Z", "2028-03-02"];

let platform: TestPlatform;
let holder: Applicant;
let number: string;
beforeAll(async () => {
  platform = await startCasework();
  await publishTypeWithItems(platform, TYPE);
  const renewal = { ...actItem(TYPE, "RENEW", { window: WINDOW }), code: RENEWAL };
  await publishItem(platform, { ...renewal, statutoryWorkingDays: 40 }, { "110000": "GENERAL" });
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  holder = await newApplicant(platform);
  await done(platform, holder, itemOf(TYPE, "ISSUE"), HOLDER);
  number = textAt(await licenceOf(platform, holder), "number");
});
afterAll(() => platform.stop());

const on = (day: CivilDate): void => platform.clock.set(`${day}T02:00:00.000Z`);

/** Asks for the renewal on a day. */
async function asked(day: CivilDate, item = RENEWAL): Promise<Json> {
  on(day);
  return ask(platform, holder, item, { number });
}

const becauseOf = async (id: string): Promise<string> =>
  JSON.stringify(at(await caseOf(platform, holder.token, id), "answer", "because"));

describe("a renewal can be asked for", () => {
  it.each([
    ["the day before it opens", addDays(OPENS, -1), "LICENCE_RENEWAL_TOO_EARLY", ""],
    ["the day on which it opens", OPENS, undefined, "counts as granted"],
    ["the last day in time", IN_TIME, undefined, "counts as granted"],
    ["the day after that", addDays(IN_TIME, 1), undefined, "later than the rules want"],
    ["the last day", END, undefined, "later than the rules want"],
    ["the day after the end", addDays(END, 1), "LICENCE_EXPIRED", ""],
  ])("on %s or not, and what becomes of it is told", async (_, day, refusal, because) => {
    const answer = await asked(day);
    if (refusal) {
      expect(answer).toMatchObject({ problems: [{ code: refusal, path: ["form", "number"] }] });
      return;
    }
    expect(await becauseOf(textAt(answer, "id"))).toContain(because);
  });

  it("by the law alone at any time, and in time until thirty working days before the end", async () => {
    const item = itemOf(TYPE, "RENEW");
    const early = textAt(await asked(date("2026-03-03"), item), "id");
    expect(await becauseOf(early)).toContain("counts as granted");
    await mutateCase(platform, holder.token, `withdrawApplication(id: "${early}", reason: "不再需要")`);
    const late = textAt(await asked(addDays(BY_LAW, 1), item), "id");
    expect(await becauseOf(late)).toContain("later than the rules want");
  });
});

/** A case's clock does one thing at a time: accepted without an answer, warned of, overdue, granted. */
async function runAllClocks(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await runClocks(platform);
}

const verified = (identifier: string): Promise<Json> =>
  askerOf(platform)(`{ result: verifyLicence(identifier: "${identifier}") { status } }`);

describe("a renewal in time that nobody decides counts as granted when the licence ends", () => {
  it("from that moment on, also before its clock has run, which makes the version", async () => {
    const id = textAt(await asked(IN_TIME), "id");
    const { identifier } = Object(await licenceOf(platform, holder));
    platform.clock.set("2028-03-01T15:59:59.000Z");
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "VALID", validUntil: END });
    platform.clock.set(GRANTED_AT);
    const renewed = { status: "VALID", validUntil: "2030-03-01" };
    expect(await licenceOf(platform, holder)).toMatchObject({ ...renewed, versions: [{ version: 1 }] });
    expect(await verified(identifier)).toEqual({ status: "VALID" });
    platform.clock.advance(3_600_000);
    await runAllClocks();
    expect(await caseOf(platform, holder.token, id)).toMatchObject({ decision: { outcome: "APPROVED" } });
    expect(await licenceOf(platform, holder)).toMatchObject({
      ...{ ...renewed, issuedOn: DAY_AFTER, content: HOLDER },
      versions: [{ version: 2, act: "RENEW" }, { act: "ISSUE" }],
    });
  });

  it("and copies of it are shared and used from then on", async () => {
    await issuerKeysOf(platform).agreed({ issuer: ISSUER, licenceType: TYPE });
    await asked(IN_TIME);
    platform.clock.set(GRANTED_AT);
    const copies = copiesOf(platform);
    const licence = textAt(await licenceOf(platform, holder), "id");
    const { code } = await copies.shared(holder, { licence, fields: [] });
    expect(await copies.use({}, code)).toMatchObject({ __typename: "UsedLicenceCopy", status: "VALID" });
  });

  it("and not one that was asked for late, which is renewed by the decision alone", async () => {
    const id = textAt(await asked(addDays(IN_TIME, 1)), "id");
    on(date("2028-03-06"));
    await runAllClocks();
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "EXPIRED" });
    const officer = await allRounder(platform);
    await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`);
    await mutateCase(platform, officer.token, `approveApplication(id: "${id}", reason: "符合条件")`);
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "VALID", validUntil: "2030-03-05" });
  });

  it("and not where the licence was cancelled or suspended meanwhile", async () => {
    for (const acting of ["SUSPEND", "CANCEL"] as const) {
      const other = await newApplicant(platform);
      platform.clock.set("2026-03-02T02:00:00.000Z");
      await done(platform, other, itemOf(TYPE, "ISSUE"), HOLDER);
      holder = other;
      number = textAt(await licenceOf(platform, other), "number");
      const id = textAt(await asked(IN_TIME), "id");
      await done(platform, other, itemOf(TYPE, acting), { number });
      platform.clock.set(GRANTED_AT);
      const status = acting === "CANCEL" ? "CANCELLED" : "SUSPENDED";
      expect(await licenceOf(platform, other)).toMatchObject({ status, validUntil: END });
      await runAllClocks();
      expect(await licenceOf(platform, other)).toMatchObject({ status, validUntil: END });
      expect(await caseOf(platform, other.token, id)).toMatchObject({ decision: null });
    }
  });

  it("and not again where it was granted in time", async () => {
    const id = textAt(await asked(IN_TIME), "id");
    await decide(platform, id);
    const renewed = await licenceOf(platform, holder);
    platform.clock.set(GRANTED_AT);
    await runAllClocks();
    expect(await licenceOf(platform, holder)).toEqual(renewed);
  });
});

const days = fc.integer({ min: 0, max: 366 }).map((n) => addDays(date("2027-06-01"), n));
const terms = fc
  .tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 150 }))
  .map(([inTimeWorkingDays, more]) => ({ inTimeWorkingDays, opensWorkingDays: inTimeWorkingDays + more }));

it("opens before it is in time, and counts as granted exactly where it was asked for in time and is whole by the end", () => {
  fc.assert(
    fc.property(terms, days, days, (window, askedOn, receivedOn) => {
      fc.pre(askedOn <= receivedOn);
      const { opensOn, inTimeUntil, closesOn } = renewalWindow(END, window);
      expect(opensOn && opensOn <= inTimeUntil && inTimeUntil < closesOn).toBe(true);
      const fate = fateUndecided({ inTimeUntil, closesOn }, { askedOn, receivedOn });
      expect(fate === "GRANTED").toBe(askedOn <= inTimeUntil && receivedOn <= END);
      expect(fate === "RESTS").toBe(askedOn > inTimeUntil);
    }),
  );
});
