import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { confirmByCode } from "../../../services/government/cases/window/confirm-by-code.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import type { Commit } from "../../../services/kernel/commit/commit.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { giveTelephone, telephoneOf } from "../../support/telephones.ts";
import { FOOD, foodForm } from "../licences/food-business.ts";
import {
  authorise,
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  RENT,
  receive,
  saveCase,
  sendMissing,
  startCase,
  startCasework,
  submitAsIs,
  type TestOfficer,
} from "./casework.ts";
import { applyForRent, fundOf, newSaver, rentForm, type Saver } from "./savers.ts";

const MOBILE = "13800138001";
const CLERK: Officer = {
  ...{ kind: "OFFICER", mode: "live", id: "ofc_clerk0000", roles: ["WINDOW_CLERK"] },
  jurisdiction: { regionPrefix: "", departments: [] },
};

let platform: TestPlatform;
let saver: Saver;
let clerk: TestOfficer;
let attendance: string;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  saver = await newSaver(platform);
  clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
  attendance = textAt(await receive(platform, clerk, saver.idNumber), "id");
});
afterAll(() => platform.stop());

/** A rent that a clerk has handed in for the person present, to the account that the fund centre states. */
async function handIn(reason?: string): Promise<string> {
  const id = textAt(await startCase(platform, clerk.token, { item: RENT, attendance }), "id");
  const { mobile, ...form } = rentForm(saver);
  const isHeld = (await telephoneOf(platform, saver.token)) !== null;
  await saveCase(platform, clerk.token, id, isHeld ? form : { ...form, mobile }, attendance);
  await sendMissing(platform, saver.token, id);
  const outcome = await submitAsIs(platform, clerk.token, id, {
    attendance,
    ...(reason === undefined ? {} : { reason }),
  });
  expect(outcome).toMatchObject({
    status: "AWAITING_CONFIRMATION",
    availableActions: ["CONFIRM", "WITHDRAW"],
  });
  return id;
}

async function send(id: string, { token } = clerk, as = attendance): Promise<Json> {
  const query = `mutation ($id: ID!, $attendance: ID!) {
    done: sendConfirmationCode(id: $id, attendance: $attendance) { __typename ... on SentCode { to until }
      ... on Refusal { code } ... on NotAllowedNow { state } ... on InvalidInput { path } } }`;
  const answer = await platform.call({ token, query, variables: { id, attendance: as } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

const confirm = (id: string, code: string, as = attendance): Promise<Json> =>
  mutateCase(platform, clerk.token, `confirmByCode(id: "${id}", code: "${code}", attendance: "${as}")`);

const owed = async (): Promise<Json> => at(await fundOf(platform, saver), "withdrawals");

it("a person at the window confirms by the code that their telephone gets, which says amount and account", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const id = await handIn();
  expect(await send(id)).toEqual({
    ...{ __typename: "SentCode", to: "138****8001", until: expect.any(String) },
  });
  const code = platform.texts.codeTo(MOBILE);
  const text = platform.texts.to(MOBILE).at(-1)?.text ?? "";
  for (const said of [code, "2000.00", "…"]) expect(text).toContain(said);
  expect(await owed()).toEqual([]);
  expect(await confirm(id, code)).toMatchObject({ decision: { outcome: "APPROVED" } });
  expect(await owed()).toMatchObject([{ amount: "2000.00" }]);
  const trail = await trailOf(platform.database(), recordsTable("live"), id);
  expect(trail).toContainEqual(
    expect.objectContaining({ action: "applications.case.confirmed", reason: attendance }),
  );
  expect(JSON.stringify(trail)).not.toContain(code);
  // An answer that was lost is asked for again, with a code that is used up.
  expect(await confirm(id, code)).toMatchObject({ status: "DELIVERED" });
  expect(await owed()).toHaveLength(1);
});

it("a text names the account, too, where nobody can tell what would be paid", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  // The month's rent is drawn, so that nothing is left of it now.
  await applyForRent(platform, saver, { mobile: undefined });
  expect(await owed()).toHaveLength(1);
  const id = await handIn("本月第二次");
  expect(await send(id)).toMatchObject({ __typename: "SentCode" });
  const text = platform.texts.to(MOBILE).at(-1)?.text ?? "";
  expect(text).toContain("…5678");
  expect(text).not.toContain("2000.00");
});

it("of an enterprise its representative confirms, and the text says for which", async () => {
  const { creditCode, representative } = await newEnterprise(platform, { name: "北京满堂红餐饮有限公司" });
  await giveTelephone(platform, representative.token, "13800138003");
  platform.clock.advance(60_000);
  const theirs = textAt(await receive(platform, clerk, representative.idNumber), "id");
  const start = { item: FOOD, for: { enterprise: creditCode }, attendance: theirs };
  const id = textAt(await startCase(platform, clerk.token, start), "id");
  await saveCase(
    platform,
    clerk.token,
    id,
    foodForm({ creditCode }, { representative: { idNumber: representative.idNumber } }),
    theirs,
  );
  await sendMissing(platform, representative.token, id);
  await submitAsIs(platform, clerk.token, id, { attendance: theirs });
  await send(id, clerk, theirs);
  expect(platform.texts.to("13800138003").at(-1)?.text).toContain("北京满堂红餐饮有限公司");
  const code = platform.texts.codeTo("13800138003");
  expect(await confirm(id, code, theirs)).toMatchObject({ status: "SUBMITTED" });
});

it("a right code is tried once, however often its case changes under it", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const id = await handIn();
  await send(id);
  const code = platform.texts.codeTo(MOBILE);
  const context = platform.context(CLERK);
  let conflicts = 7;
  const commit: Commit = (change) => {
    if (change.action !== "applications.case.confirmed" || conflicts === 0) return context.commit(change);
    conflicts -= 1;
    return Promise.resolve({ ok: false, error: { code: "STALE", writes: [0] } });
  };
  const acting = { kind: "CITIZEN", citizen: saver.id } as const;
  const own = { commit, codeCommit: context.commit, actor: CLERK, acting, mode: "live" } as const;
  const ports = { ...context, ...own };
  expect(await confirmByCode(ports, id, code)).toMatchObject({
    ok: true,
    value: { decision: { outcome: "APPROVED" } },
  });
  expect(conflicts).toBe(0);
  const trail = await trailOf(platform.database(), recordsTable("live"), `telephone:${saver.id}`);
  expect(trail.filter(({ action }) => action === "telephones.code.tried")).toHaveLength(2);
});

it("a wrong code pays nothing, and no more than five are heard", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const id = await handIn();
  await send(id);
  const right = platform.texts.codeTo(MOBILE);
  const wrong = right === "000000" ? "000001" : "000000";
  const answers: Json[] = [];
  for (let i = 0; i < 6; i += 1) answers.push(at(await confirm(id, wrong), "code"));
  expect(answers).toEqual([...Array(5).fill("CODE_WRONG"), "CODE_OVER"]);
  expect(await confirm(id, right)).toMatchObject({ code: "CODE_OVER", path: ["code"] });
  expect(await owed()).toEqual([]);
});

it("a code is for the application that it was sent for, and for what was handed in then", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const first = await handIn();
  await send(first);
  const code = platform.texts.codeTo(MOBILE);
  await mutateCase(
    platform,
    clerk.token,
    `withdrawApplication(id: "${first}", reason: "金额有误", attendance: "${attendance}")`,
  );
  const second = await handIn();
  expect(await confirm(second, code)).toMatchObject({ code: "CODE_OVER" });
  expect(await confirm(first, code)).toMatchObject({ __typename: "NotAllowedNow", state: "WITHDRAWN" });
});

it("a person without a proven telephone is told so, and confirms by their own sign-in", async () => {
  const id = await handIn();
  expect(await send(id)).toMatchObject({ __typename: "InvalidInput", code: "NO_TELEPHONE" });
  expect(await confirm(id, "123456")).toMatchObject({ code: "CODE_OVER" });
});

it("a proxy at the window gets no code for whom they act for", async () => {
  const proxy = await newApplicant(platform);
  await authorise(platform, saver, proxy);
  await giveTelephone(platform, proxy.token, "13800138002");
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const id = await handIn();
  const theirs = textAt(await receive(platform, clerk, proxy.idNumber), "id");
  const before = platform.texts.sent.length;
  expect(await send(id, clerk, theirs)).toMatchObject({ __typename: "NotAllowedNow" });
  expect(await confirm(id, "123456", theirs)).toMatchObject({
    ...{ __typename: "NotAllowedNow", availableActions: ["WITHDRAW"] },
  });
  expect(platform.texts.sent.length).toBe(before);
});

it("another clerk, and one whose attendance is over, sends and confirms nothing", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const id = await handIn();
  await send(id);
  const code = platform.texts.codeTo(MOBILE);
  const other = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
  expect(await send(id, other)).toMatchObject({ code: "ATTENDANCE_NOT_FOUND" });
  platform.clock.advance(2 * 3_600_000);
  expect(await confirm(id, code)).toMatchObject({ code: "ATTENDANCE_OVER" });
  expect(await owed()).toEqual([]);
});

it("of two who type the code in at once one confirms, and it is paid once", async () => {
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(60_000);
  const id = await handIn();
  await send(id);
  const code = platform.texts.codeTo(MOBILE);
  const both = await Promise.all([confirm(id, code), confirm(id, code)]);
  for (const one of both) expect(["Application", "InvalidInput"]).toContain(at(one, "__typename"));
  expect(both.some((one) => at(one, "__typename") === "Application")).toBe(true);
  expect(await owed()).toHaveLength(1);
});
