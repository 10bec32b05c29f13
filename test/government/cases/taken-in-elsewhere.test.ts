import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { date } from "../../../services/kernel/civil-date.ts";
import { askerOf } from "../../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { draftOf, publishItem, region } from "../catalogue/items.ts";
import {
  type Applicant,
  CHAOYANG,
  caseOf,
  mutateCase,
  newApplicant,
  newOfficer,
  type OfficerWish,
  receive,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
  type TestOfficer,
} from "./casework.ts";

const basis = { law: "京吉政务服务“跨省通办”合作协议", article: "第三条" };

/** Items of Beijing's, by the days on which windows of Jilin take them in; the tests stand on 2 March 2026. */
const ITEMS = {
  "BJ-AGREED-001": { from: date("2026-01-01") },
  "BJ-AGREED-LATER": { from: date("2026-03-03") },
  "BJ-AGREED-OVER": { from: date("2026-01-01"), until: date("2026-03-01") },
  "BJ-AGREED-TODAY": { from: date("2026-03-02"), until: date("2026-03-02") },
  "BJ-NOT-AGREED": undefined,
} as const;
type Item = keyof typeof ITEMS;

let platform: TestPlatform;
let clerk: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  for (const [code, days] of Object.entries(ITEMS))
    await publishItem(
      platform,
      draftOf({
        ...{ code, channels: ["ONLINE", "HALL"], materials: [] },
        ...(days ? { handedInAt: [{ region: region("220000"), basis, ...days }] } : {}),
      }),
      { "110000": "GENERAL" },
    );
  clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"], region: "22" });
});
afterAll(() => platform.stop());

const attend = async (person: Applicant, by = clerk): Promise<string> =>
  textAt(await receive(platform, by, person.idNumber), "id");

/** A draft that the clerk of Jilin has begun for somebody at their window. */
async function begun(item: Item = "BJ-AGREED-001") {
  const person = await newApplicant(platform);
  const attendance = await attend(person);
  const id = textAt(await startCase(platform, clerk.token, { item, attendance }), "id");
  return { person, attendance, id };
}

const TAKEN = `takenInAt { region hall }`;
const takenIn = async ({ token }: Pick<Applicant, "token">, id: string): Promise<Json> =>
  at(
    await askerOf(platform)(
      `query ($id: ID!) { result: node(id: $id) { ... on Application { ${TAKEN} } } }`,
      { id },
      { token },
    ),
    "takenInAt",
  );

const CLERK = ["WINDOW_CLERK"] as const;

describe("an item of Beijing is taken in at a window of another region", () => {
  it.each<[string, OfficerWish, Item, string]>([
    ["by a clerk of Jilin, by the agreement", { roles: CLERK, region: "22" }, "BJ-AGREED-001", "Application"],
    ["by one of a city of Jilin", { roles: CLERK, region: "2201" }, "BJ-AGREED-001", "Application"],
    ["on its first and last day", { roles: CLERK, region: "22" }, "BJ-AGREED-TODAY", "Application"],
    ["not before its first day", { roles: CLERK, region: "22" }, "BJ-AGREED-LATER", "OUTSIDE_JURISDICTION"],
    ["not after its last day", { roles: CLERK, region: "22" }, "BJ-AGREED-OVER", "OUTSIDE_JURISDICTION"],
    ["not without an agreement", { roles: CLERK, region: "22" }, "BJ-NOT-AGREED", "OUTSIDE_JURISDICTION"],
    ["not in a third region", { roles: CLERK, region: "31" }, "BJ-AGREED-001", "OUTSIDE_JURISDICTION"],
    [
      "not by one who works for another department alone",
      { roles: CLERK, region: "22", departments: ["JL-GA"] },
      "BJ-AGREED-001",
      "OUTSIDE_JURISDICTION",
    ],
  ])("%s", async (_, wish, item, outcome) => {
    const officer = await newOfficer(platform, wish);
    const attendance = await attend(await newApplicant(platform), officer);
    const answer = await startCase(platform, officer.token, { item, attendance });
    const typename = textAt(answer, "__typename");
    expect(typename === "Application" ? typename : textAt(answer, "code")).toBe(outcome);
  });

  it("and by a clerk of Beijing at their own, which is nowhere else", async () => {
    const own = await newOfficer(platform, { roles: CLERK });
    const person = await newApplicant(platform);
    const attendance = await attend(person, own);
    const id = textAt(await startCase(platform, own.token, { item: "BJ-AGREED-001", attendance }), "id");
    await submitAsIs(platform, own.token, id, { attendance });
    expect(await takenIn(person, id)).toBeNull();
  });

  it.each(["ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER", "SUPERVISOR", "AUDITOR"] as const)(
    "not by Jilin's %s, who sees nothing of it either",
    async (role) => {
      const { person, attendance, id } = await begun();
      const officer = await newOfficer(platform, { roles: [role], region: "22" });
      const start = await platform.call({
        token: officer.token,
        query: `mutation ($input: StartApplicationInput!, $key: ID!, $attendance: ID) {
          startApplication(input: $input, idempotencyKey: $key, attendance: $attendance) { __typename } }`,
        variables: {
          ...{ input: { item: "BJ-AGREED-001", region: CHAOYANG }, key: randomUUID(), attendance },
        },
      });
      expect(at(start.errors[0]?.extensions ?? null, "code")).toBe("FORBIDDEN");
      await submitAsIs(platform, clerk.token, id, { attendance });
      expect(await caseOf(platform, officer.token, id)).toBeNull();
      expect(await caseOf(platform, person.token, id)).toMatchObject({ status: "SUBMITTED" });
    },
  );
});

describe("the clerk who takes a case in elsewhere", () => {
  it("saves it and hands it in, and does nothing else in it, whatever their other roles", async () => {
    const officer = await newOfficer(platform, {
      roles: [...CLERK, "ACCEPTOR", "REVIEWER", "DECIDER", "ISSUER", "SUPERVISOR"],
      region: "22",
    });
    const person = await newApplicant(platform);
    const attendance = await attend(person, officer);
    const { token } = officer;
    const id = textAt(await startCase(platform, token, { item: "BJ-AGREED-001", attendance }), "id");
    const can = { availableActions: ["SAVE", "SUBMIT"] };
    const named = { attendance };
    const refused = async () => {
      for (const act of [
        `withdrawApplication(id: "${id}", reason: "不办了", attendance: $attendance)`,
        `appealDecision(id: "${id}", reason: "不同意", attendance: $attendance)`,
      ])
        expect(await mutateCase(platform, token, `($attendance: ID) ${act}`, named)).toMatchObject({
          __typename: "NotAllowedNow",
        });
      for (const act of [
        `acceptApplication(id: "${id}")`,
        `rejectApplication(id: "${id}", reason: "不符合条件", ground: { law: "某法", article: "第一条" })`,
      ])
        expect(await mutateCase(platform, token, act)).toMatchObject({ __typename: "NotFound" });
      expect(await caseOf(platform, token, id)).toBeNull();
    };
    expect(await saveCase(platform, token, id, { name: "王小明" }, attendance)).toMatchObject(can);
    await refused();
    expect(await submitAsIs(platform, token, id, { attendance })).toMatchObject({
      ...{ status: "SUBMITTED", availableActions: [], channel: "HALL" },
      clock: { receivedOn: "2026-03-02" },
    });
    await refused();
    const queue = await platform.call({
      token,
      query: `{ workQueue(region: "${CHAOYANG}", department: "BJ-GJJ") { edges { node { step } } } }`,
    });
    expect(at(queue.errors[0]?.extensions ?? null, "code")).toBe("FORBIDDEN");
    expect(await takenIn(person, id)).toEqual({ region: "220102", hall: "TEST-220102" });
  });

  it("sees no other case of the person's, nor one of the same item that was begun elsewhere", async () => {
    const { person, attendance, id } = await begun();
    const online = textAt(await startCase(platform, person.token, { item: "BJ-AGREED-001" }), "id");
    const window = await askerOf(platform)(
      `query ($id: ID!, $other: ID!) { result: attendance(id: $id) {
        applications { id } application(id: $other) { id } } }`,
      { id: attendance, other: online },
      { token: clerk.token },
    );
    expect(window).toEqual({ applications: [{ id }], application: null });
    for (const other of [
      await saveCase(platform, clerk.token, online, { name: "王小明" }, attendance),
      await submitAsIs(platform, clerk.token, online, { attendance }),
    ])
      expect(other).toMatchObject({ __typename: "NotFound", code: "APPLICATION_NOT_FOUND" });
  });

  it("is the clerk of that region: one of a third region has no part in it", async () => {
    const { person, id } = await begun();
    const third = await newOfficer(platform, { roles: CLERK, region: "31" });
    const attendance = await attend(person, third);
    expect(await saveCase(platform, third.token, id, {}, attendance)).toMatchObject({
      __typename: "NotFound",
    });
  });

  it("answers a correction that the department asks for, in a new attendance", async () => {
    const { person, attendance, id } = await begun();
    await submitAsIs(platform, clerk.token, id, { attendance });
    const acceptor = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    await mutateCase(platform, acceptor.token, `claimStep(id: "${id}", step: "accept")`);
    const asked = await mutateCase(
      platform,
      acceptor.token,
      `requestCorrection(id: "${id}", input: { fields: [{ name: "name", note: "请填写全名" }] })`,
    );
    expect(asked).toMatchObject({ status: "CORRECTION" });
    const again = await attend(person);
    expect(await saveCase(platform, clerk.token, id, { name: "王小明" }, again)).toMatchObject({
      availableActions: ["SAVE", "SUBMIT"],
    });
    expect(await submitAsIs(platform, clerk.token, id, { attendance: again })).toMatchObject({
      status: "SUBMITTED",
    });
    expect(await takenIn(person, id)).toMatchObject({ region: "220102" });
  });

  it("has taken nothing in where the person goes on with the draft and hands it in themselves", async () => {
    const { person, attendance, id } = await begun();
    expect(await submitAsIs(platform, person.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(await takenIn(person, id)).toBeNull();
    expect(await saveCase(platform, clerk.token, id, {}, attendance)).toMatchObject({
      __typename: "NotFound",
    });
  });

  it("is told the same case for the same key", async () => {
    const person = await newApplicant(platform);
    const [attendance, key] = [await attend(person), randomUUID()];
    const start = () => startCase(platform, clerk.token, { item: "BJ-AGREED-001", attendance, key });
    expect(textAt(await start(), "id")).toBe(textAt(await start(), "id"));
  });

  it("has no part in it any more after the agreement's last day, and the person goes on alone", async () => {
    const { person, id } = await begun("BJ-AGREED-TODAY");
    platform.clock.set("2026-03-03T02:00:00.000Z");
    const attendance = await attend(person);
    expect(await saveCase(platform, clerk.token, id, {}, attendance)).toMatchObject({
      __typename: "NotFound",
    });
    expect(await submitAsIs(platform, person.token, id)).toMatchObject({ status: "SUBMITTED" });
  });
});
