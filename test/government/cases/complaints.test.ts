import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  type Applicant,
  acceptCase,
  act,
  CHAOYANG,
  caseOf,
  desk,
  fileCase,
  meetOnMonday,
  newApplicant,
  newOfficer,
  receive,
  startCasework,
  type TestOfficer,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  ({ applicant, officer } = await meetOnMonday(platform));
});
afterAll(() => platform.stop());

const ANSWERED = `{ __typename ... on Refusal { code } ... on NotAllowedNow { availableActions }
  ... on Application { status complaints { text answer } } }`;

async function mutate(token: string, mutation: string): Promise<Json> {
  const { data, errors } = await platform.call({
    token,
    query: `mutation { done: ${mutation} ${ANSWERED} }`,
  });
  return errors[0] ? { error: errors[0].extensions["code"] ?? null } : at(data, "done");
}
const complain = (
  id: string,
  { text = "已经超过承诺期限", key = "complaint-1", token = applicant.token, attendance = "" } = {},
) => {
  const through = attendance ? `, attendance: "${attendance}"` : "";
  return mutate(
    token,
    `complainAboutDelay(id: "${id}", text: "${text}", idempotencyKey: "${key}"${through})`,
  );
};
const answer = (id: string, by = officer) =>
  mutate(by.token, `answerComplaint(id: "${id}", answer: "本周内作出决定")`);

const departmentOf = async (id: string) => {
  const query = `{ node(id: "${id}") { ... on Application { department } } }`;
  return textAt((await platform.call({ token: officer.token, query })).data, "node", "department");
};
const isEscalated = async (id: string) => {
  const where = `region: "${CHAOYANG}", department: "${await departmentOf(id)}"`;
  return (await desk(platform, officer.token, `escalations(${where}, first: 100)`)).some(
    (one) => one.id === id,
  );
};
const complaints = async () => {
  await sweep(platform);
  const query = `{ caseFigures(region: "${CHAOYANG}", from: "2026-03", to: "2026-03") { ... on CaseFigures { total { complaints } } } }`;
  return Number(
    at((await platform.call({ token: officer.token, query })).data, "caseFigures", "total", "complaints"),
  );
};

describe("a complaint about delay", () => {
  it("is offered from the day after the promised date, and not before", async () => {
    const id = await acceptCase(platform, applicant, officer);
    platform.clock.set("2026-03-03T15:59:00.000Z");
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({ availableActions: ["WITHDRAW"] });
    expect(await complain(id)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    platform.clock.set("2026-03-03T16:00:00.000Z");
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({
      availableActions: ["WITHDRAW", "COMPLAIN"],
    });
    expect(await complain(id)).toMatchObject({ complaints: [{ text: "已经超过承诺期限", answer: null }] });
  });

  it("is made at a window by the person present, through the clerk who serves them", async () => {
    const id = await acceptCase(platform, applicant, officer);
    platform.clock.set("2026-03-03T16:00:00.000Z");
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(platform, clerk, applicant.idNumber), "id");
    expect(await complain(id, { token: clerk.token })).toMatchObject({ code: "ATTENDANCE_NOT_FOUND" });
    expect(await complain(id, { token: clerk.token, attendance })).toMatchObject({
      complaints: [{ text: "已经超过承诺期限" }],
    });
    const other = textAt(await receive(platform, clerk, (await newApplicant(platform)).idNumber), "id");
    expect(await complain(id, { token: clerk.token, attendance: other })).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
  });

  it("is offered where nobody answered within five working days, also once that counts as acceptance", async () => {
    const id = await fileCase(platform, applicant);
    platform.clock.set("2026-03-09T15:59:00.000Z");
    expect(await complain(id)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    platform.clock.set("2026-03-09T16:00:00.000Z");
    expect(await complain(id)).toMatchObject({ status: "SUBMITTED", complaints: [{}] });
    const other = await newApplicant(platform);
    platform.clock.set("2026-03-02T02:00:00.000Z");
    const deemed = await fileCase(platform, other);
    platform.clock.set("2026-03-09T16:00:00.000Z");
    await runClocks(platform);
    expect(await complain(deemed, { token: other.token })).toMatchObject({ status: "IN_REVIEW" });
  });

  it("stands in the supervisor's list until it is answered, also after the case has ended, and counts", async () => {
    const id = await acceptCase(platform, applicant, officer);
    platform.clock.set("2026-03-04T02:00:00.000Z");
    const before = await complaints();
    await complain(id);
    expect(await complaints()).toBe(before + 1);
    expect(await isEscalated(id)).toBe(true);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    const ground = `{ law: "住房公积金管理条例", article: "第二十四条" }`;
    await act(
      platform,
      officer,
      id,
      "decide",
      `rejectApplication(id: "${id}", reason: "不符合条件", ground: ${ground})`,
    );
    expect(await isEscalated(id)).toBe(true);
    expect(await answer(id)).toMatchObject({
      status: "REJECTED",
      complaints: [{ answer: "本周内作出决定" }],
    });
    expect(await isEscalated(id)).toBe(false);
    expect(await answer(id)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });

  it("does not take an overdue case out of the list by its answer", async () => {
    const id = await acceptCase(platform, applicant, officer);
    platform.clock.set("2026-03-04T02:00:00.000Z");
    await complain(id);
    // Warned of, then flagged overdue.
    await runClocks(platform);
    await runClocks(platform);
    await answer(id);
    expect(await isEscalated(id)).toBe(true);
  });

  it("is one at a time, one for a key, and none of somebody else's case", async () => {
    const id = await acceptCase(platform, applicant, officer);
    platform.clock.set("2026-03-04T02:00:00.000Z");
    const both = await Promise.all([complain(id), complain(id, { key: "complaint-2" })]);
    expect(both.map((one) => textAt(one, "__typename")).toSorted()).toEqual(["Application", "NotAllowedNow"]);
    const key = textAt(both[0] ?? null, "__typename") === "Application" ? "complaint-1" : "complaint-2";
    expect(await complain(id, { key })).toMatchObject({ complaints: [{}] });
    expect(await complain(id, { key, text: "另一个投诉" })).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
    const other = await newApplicant(platform);
    expect(await complain(id, { token: other.token })).toMatchObject({ __typename: "NotFound" });
  });

  it("is answered by a supervisor, of the jurisdiction, and not of their own case", async () => {
    const id = await acceptCase(platform, applicant, officer);
    platform.clock.set("2026-03-04T02:00:00.000Z");
    await complain(id);
    expect(await answer(id, await newOfficer(platform, { roles: ["DECIDER"] }))).toEqual({
      error: "FORBIDDEN",
    });
    const elsewhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "31" });
    expect(await answer(id, elsewhere)).toMatchObject({ __typename: "NotFound" });
    const own = await newOfficer(platform, { roles: ["SUPERVISOR"], person: applicant.id });
    expect(await answer(id, own)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });
});
