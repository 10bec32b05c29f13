import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  allRounder,
  mutateCase,
  newEnterprise,
  startCasework,
  type TestEnterprise,
  type TestOfficer,
} from "../cases/casework.ts";
import { runClocks } from "../cases/clocks.ts";
import { askFor, type Held, licensed, RENEWAL, verified } from "./food-business.ts";
import { publishFoodType } from "./held-food-licence.ts";

let platform: TestPlatform;
let enterprise: TestEnterprise;
let officer: TestOfficer;
let held: Held;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  enterprise = await newEnterprise(platform);
  officer = await allRounder(platform);
  // It ends on 1 March 2031; the last day in time is 10 February.
  held = await licensed(platform, enterprise);
});
afterAll(() => platform.stop());

const [LAST_MOMENT, GRANTED_AT] = ["2031-03-01T15:59:59.000Z", "2031-03-01T16:00:00.000Z"];

const seen = async (id: string): Promise<Json> => {
  const query = `{ node(id: "${id}") { ... on Application { status availableActions licence { status validUntil }
    answer { because } decision { outcome isDeemed at } } } }`;
  return at((await platform.call({ token: officer.token, query })).data, "node");
};
const actionsOf = async (token: string, id: string): Promise<Json> => {
  const query = `{ node(id: "${id}") { ... on Application { availableActions } } }`;
  return at((await platform.call({ token, query })).data, "node", "availableActions");
};

/** A renewal that was asked for in time, up to its acceptance or its decision. */
async function asked(upTo: "SUBMITTED" | "IN_REVIEW" | "PAUSED" | "DECIDER"): Promise<string> {
  platform.clock.set("2031-02-10T02:00:00.000Z");
  const id = textAt(await askFor(platform, enterprise, RENEWAL, held), "id");
  await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "accept")`);
  if (upTo === "SUBMITTED") return id;
  await mutateCase(platform, officer.token, `acceptApplication(id: "${id}")`);
  await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "review")`);
  if (upTo === "PAUSED") {
    await mutateCase(
      platform,
      officer.token,
      `pauseApplication(id: "${id}", reason: EXPERT_REVIEW, note: "专家评审", until: "2031-03-31")`,
    );
  }
  if (upTo !== "DECIDER") return id;
  await mutateCase(platform, officer.token, `finishStep(id: "${id}", opinion: "材料齐全")`);
  await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`);
  return id;
}

describe("a renewal that counts as granted (Administrative Licensing Law, art. 50 (2))", () => {
  it.each(["SUBMITTED", "IN_REVIEW", "PAUSED", "DECIDER"] as const)(
    "is no officer's and no applicant's to change before its clock has run: %s",
    async (upTo) => {
      const id = await asked(upTo);
      const { token } = enterprise.representative;
      platform.clock.set(LAST_MOMENT);
      expect(await actionsOf(token, id)).toContain("WITHDRAW");
      platform.clock.set(GRANTED_AT);
      const about = ["COMPLAIN", "ANSWER_COMPLAINT"];
      for (const one of [token, officer.token]) {
        const actions = await actionsOf(one, id);
        expect(
          (Array.isArray(actions) ? actions : []).filter((name) => !about.includes(String(name))),
        ).toEqual([]);
      }
      expect(
        await mutateCase(platform, token, `withdrawApplication(id: "${id}", reason: "不再需要")`),
      ).toMatchObject({
        code: "NOT_ALLOWED_NOW",
      });
    },
  );

  it("is neither refused nor granted anew, and the tick that comes late writes what the law made of it", async () => {
    const id = await asked("DECIDER");
    platform.clock.set("2031-03-03T02:00:00.000Z");
    const reject = `rejectApplication(id: "${id}", reason: "不符合条件", ground: { law: "行政许可法", article: "第三十八条" })`;
    expect(await mutateCase(platform, officer.token, reject)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    platform.clock.set("2031-03-05T02:00:00.000Z");
    const grant = `approveApplication(id: "${id}", reason: "符合条件")`;
    expect(await mutateCase(platform, officer.token, grant)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    // One pass does one thing to a case.
    for (let pass = 0; pass < 4; pass += 1) await runClocks(platform);
    expect(await verified(platform, held.number)).toMatchObject({
      status: "VALID",
      validUntil: "2036-03-01",
    });
    expect(await seen(id)).toMatchObject({
      decision: { outcome: "APPROVED", isDeemed: true, at: GRANTED_AT },
    });
  });

  it("is read in the licence from the moment on at which its end has passed, wherever the licence is read", async () => {
    await asked("IN_REVIEW");
    const { token } = enterprise.representative;
    const licences = async () => {
      const query = "{ me { enterprises { licences { status validUntil } } } }";
      const { data } = await platform.call({ token, query });
      const ofCase = at(await seen(held.application), "licence");
      return [await verified(platform, held.number), ofCase, at(data, "me", "enterprises", 0, "licences", 0)];
    };
    platform.clock.set(LAST_MOMENT);
    for (const one of await licences()) {
      expect(one).toMatchObject({ status: "VALID", validUntil: "2031-03-01" });
    }
    platform.clock.set(GRANTED_AT);
    for (const one of await licences()) {
      expect(one).toMatchObject({ status: "VALID", validUntil: "2036-03-01" });
    }
    // One pass does one thing to a case.
    for (let pass = 0; pass < 4; pass += 1) await runClocks(platform);
    for (const one of await licences()) {
      expect(one).toMatchObject({ status: "VALID", validUntil: "2036-03-01" });
    }
  });

  it("is not, where it was withdrawn or refused before", async () => {
    const withdrawn = await asked("IN_REVIEW");
    await mutateCase(
      platform,
      enterprise.representative.token,
      `withdrawApplication(id: "${withdrawn}", reason: "不再需要")`,
    );
    platform.clock.set(GRANTED_AT);
    expect(await verified(platform, held.number)).toMatchObject({ status: "EXPIRED" });
  });
});

it("a renewal that was put right only after the end says so, and not that it was asked for late", async () => {
  const id = await asked("SUBMITTED");
  platform.clock.set("2031-02-13T02:00:00.000Z");
  const fault = `input: { fields: [{ name: "contactMobile", note: "号码有误" }], materials: [] }`;
  expect(await mutateCase(platform, officer.token, `requestCorrection(id: "${id}", ${fault})`)).toMatchObject(
    {
      status: "CORRECTION",
    },
  );
  platform.clock.set("2031-03-04T02:00:00.000Z");
  const { token } = enterprise.representative;
  const again = `submitApplication(id: "${id}", idempotencyKey: "again-${id}")`;
  expect(await mutateCase(platform, token, again)).toMatchObject({ status: "SUBMITTED" });
  const because = textAt(await seen(id), "answer", "because");
  expect(because).toContain("put right only after the licence had ended on 2031-03-01");
  expect(because).not.toContain("15 working days");
});

describe("a licence whose case was handed on", () => {
  const POLICE = "BJ-GA";

  it("stands in the name of the department that granted it, and is renewed where it was begun", async () => {
    await publishFoodType(platform, ["BJ-SCJG", POLICE]);
    platform.clock.set("2026-03-02T02:00:00.000Z");
    const other = await newEnterprise(platform);
    const { number, application } = await licensed(platform, other, {}, async (id) => {
      const wish = `department: "${POLICE}", reason: "属该部门职权"`;
      const moved = await mutateCase(platform, officer.token, `transferApplication(id: "${id}", ${wish})`);
      expect(moved).toMatchObject({ __typename: "Application" });
    });
    const query = `{ licence(number: "${number}") { department { code name { zh } } } }`;
    expect(at((await platform.call({ query })).data, "licence", "department")).toEqual({
      ...{ code: POLICE, name: { zh: "北京市公安局" } },
    });
    platform.clock.set("2031-02-10T02:00:00.000Z");
    const renewed = await askFor(platform, other, RENEWAL, { number });
    expect([textAt(renewed, "status"), application === textAt(renewed, "id")]).toEqual(["SUBMITTED", false]);
  });
});
