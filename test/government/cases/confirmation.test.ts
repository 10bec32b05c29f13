import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { CANCELLATION, FOOD, foodForm, RENEWAL } from "../licences/food-business.ts";
import {
  act,
  allRounder,
  authorise,
  BY_HAND,
  CHAOYANG,
  caseOf,
  confirmCase,
  desk,
  FOR_ENTERPRISES,
  fileCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  RENT,
  RENT_FORM,
  receive,
  saveCase,
  sendMissing,
  startCase,
  startCasework,
  submitCase,
  type TestEnterprise,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";
import { fundOf, LOAN_REPAYMENT, newSaver, RETIREMENT, rentForm, type Saver } from "./savers.ts";
import { WAYS, type Way } from "./ways.ts";

const START = "2026-03-02T02:00:00.000Z";
const WRITING = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;

let platform: TestPlatform;
let partner: LivePartner;
let saver: Saver;
beforeAll(async () => {
  platform = await startCasework();
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", ...WRITING] });
});
beforeEach(async () => {
  platform.clock.set(START);
  saver = await newSaver(platform);
});
afterAll(() => platform.stop());

const WAITING = "AWAITING_CONFIRMATION";
const handIn = (way: Way) => way({ platform, partner }, saver);

async function ask(token: string, query: string, variables = {}): Promise<Json> {
  const answer = await platform.call({ token, query, variables });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const CONFIRMATION = `confirmation { by askedAt until amount payoutAccounts { maskedNumber origin }
  confirmedAt confirmedBy }`;

/** The case as its subject reads it. */
const readOwn = async (id: string, { token } = saver): Promise<Json> => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Application {
    status submittedAt availableActions clock { receivedOn } answer { because dueOn } ${CONFIRMATION} } } }`;
  return at(await ask(token, query, { id }), "node");
};

const withdrawals = async (): Promise<Json> => at(await fundOf(platform, saver), "withdrawals");

const actionsOf = async (id: string): Promise<readonly string[]> =>
  (await trailOf(platform.database(), recordsTable("live"), id)).map(({ action }) =>
    String(action).replace("applications.case.", ""),
  );

describe.each(WAYS)("what a %s hands in that moves a person's money", (_, by, way) => {
  it("waits for the person's own word, on an amount and an account that they are shown", async () => {
    const { id, outcome } = await handIn(way);
    expect(outcome).toMatchObject({ __typename: "Application", status: WAITING, decision: null });
    expect(await readOwn(id)).toMatchObject({
      ...{ status: WAITING, submittedAt: null, clock: { receivedOn: null } },
      ...{ availableActions: ["CONFIRM", "WITHDRAW"] },
      answer: { dueOn: null, because: expect.stringContaining("2026-03-17") },
      confirmation: {
        ...{ by, askedAt: START, until: "2026-03-17", confirmedAt: null, confirmedBy: null },
        ...{ amount: "2000.00", payoutAccounts: [{ maskedNumber: "…4567", origin: by }] },
      },
    });
    expect(await withdrawals()).toEqual([]);
  });

  it("is not before the department until then, and its time begins with the person's word", async () => {
    const officer = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    const { id } = await handIn(way);
    const queue = `workQueue(region: "${CHAOYANG}", department: "BJ-GJJ", first: 100)`;
    const waiting = async () => (await desk(platform, officer.token, queue)).some((one) => one.id === id);
    expect([await waiting(), await caseOf(platform, officer.token, id)]).toEqual([false, null]);
    platform.clock.advance(3 * DAY_MS);
    const confirmedAt = platform.clock.now();
    expect(await confirmCase(platform, saver, id)).toMatchObject({
      ...{ status: "SUBMITTED", clock: { receivedOn: "2026-03-05" } },
    });
    expect(await readOwn(id)).toMatchObject({
      ...{ submittedAt: confirmedAt },
      confirmation: { confirmedAt, confirmedBy: "SIGN_IN", amount: null },
    });
    // The account came by another's hand, so that no rule pays to it.
    expect(await waiting()).toBe(true);
  });

  it("is confirmed by nobody else", async () => {
    const { id, call } = await handIn(way);
    const stranger = await newApplicant(platform);
    const proxy = await newApplicant(platform);
    await authorise(platform, saver, proxy);
    expect(await confirmCase(platform, stranger, id)).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
    expect(await confirmCase(platform, proxy, id)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: WAITING, availableActions: ["WITHDRAW"] },
    });
    const own = call(`confirmApplication(id: "${id}")`);
    if (by === "AGENT") expect(await own).toMatchObject({ availableActions: ["WITHDRAW"] });
    else await expect(own).rejects.toThrow(/FORBIDDEN|attendance/);
    expect(await readOwn(id)).toMatchObject({ status: WAITING });
  });

  it("is changed by nobody any more, and taken back by either", async () => {
    const { id, call } = await handIn(way);
    // A clerk takes the person's word by a code.
    const availableActions = by === "CLERK" ? ["CONFIRM", "WITHDRAW"] : ["WITHDRAW"];
    expect(await call(`saveApplication(id: "${id}", form: { monthlyRent: "1.00" })`)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: WAITING, availableActions },
    });
    expect(await saveCase(platform, saver.token, id, { monthlyRent: "1.00" })).toMatchObject({
      ...{ __typename: "NotAllowedNow", availableActions: ["CONFIRM", "WITHDRAW"] },
    });
    expect(await call(`withdrawApplication(id: "${id}", reason: "弄错了")`)).toMatchObject({
      status: "WITHDRAWN",
    });
    expect(await confirmCase(platform, saver, id)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "WITHDRAWN" },
    });
  });

  it("lapses when fifteen days are over, and not before", async () => {
    const { id } = await handIn(way);
    platform.clock.set("2026-03-17T15:59:59.999Z");
    await runClocks(platform);
    expect(await readOwn(id)).toMatchObject({ status: WAITING });
    platform.clock.set("2026-03-17T16:00:00.000Z");
    await runClocks(platform);
    expect(await readOwn(id)).toMatchObject({ status: "LAPSED" });
    expect(await confirmCase(platform, saver, id)).toMatchObject({ state: "LAPSED" });
    expect(await withdrawals()).toEqual([]);
  });

  it("is told to the person at once, and stands in what they have to do", async () => {
    const { id } = await handIn(way);
    await sweep(platform);
    const query = `{ me { todo { kind dueOn about } notifications { edges { node { type } } } } }`;
    const data = await ask(saver.token, query);
    expect(at(data, "me", "todo")).toContainEqual({
      ...{ kind: "CONFIRM_APPLICATION", dueOn: "2026-03-17", about: id },
    });
    expect(JSON.stringify(at(data, "me", "notifications"))).toContain("application.confirmation-asked");
  });
});

it("a proxy does not find in what they have to do what only the person can", async () => {
  const proxy = await newApplicant(platform);
  await authorise(platform, saver, proxy);
  const data = await ask(proxy.token, "{ me { principals { ref } } }");
  const person = textAt(data, "me", "principals", 0, "ref");
  const start = { item: RENT, for: { person } };
  const id = textAt(await startCase(platform, proxy.token, start), "id");
  const duties = async (token: string) =>
    JSON.stringify(at(await ask(token, "{ me { todo { kind about } } }"), "me", "todo"));
  expect(await duties(proxy.token)).toContain("FINISH_APPLICATION");
  await saveCase(platform, proxy.token, id, rentForm(saver));
  await submitCase(platform, proxy.token, id);
  expect([await duties(proxy.token), await duties(saver.token)]).toEqual([
    "[]",
    JSON.stringify([{ kind: "CONFIRM_APPLICATION", about: id }]),
  ]);
});

it("the person's word lets the rule decide, as if they had handed it in themselves", async () => {
  const proxy = await newApplicant(platform);
  await authorise(platform, saver, proxy);
  const person = textAt(
    await ask(proxy.token, "{ me { principals { ref } } }"),
    "me",
    "principals",
    0,
    "ref",
  );
  const id = textAt(await startCase(platform, proxy.token, { item: RENT, for: { person } }), "id");
  // To the account that the fund centre states.
  await saveCase(platform, proxy.token, id, rentForm(saver));
  expect(await submitCase(platform, proxy.token, id)).toMatchObject({ status: WAITING });
  expect(await confirmCase(platform, saver, id)).toMatchObject({ decision: { outcome: "APPROVED" } });
  expect(await withdrawals()).toMatchObject([{ amount: "2000.00" }]);
  // Once, however often it is said.
  const trail = await actionsOf(id);
  expect(await confirmCase(platform, saver, id)).toMatchObject({ status: "DELIVERED" });
  expect(await confirmCase(platform, proxy, id)).toMatchObject({ __typename: "NotAllowedNow" });
  expect(await actionsOf(id)).toEqual(trail);
  expect(trail.slice(-3)).toEqual(["confirmation-asked", "confirmed", "approved-by-rule"]);
});

it("of a word and a withdrawal at once one counts", async () => {
  const [, , way] = WAYS[1];
  for (let round = 0; round < 4; round += 1) {
    saver = await newSaver(platform);
    const { id, call } = await handIn(way);
    const [word, back] = await Promise.all([
      confirmCase(platform, saver, id),
      call(`withdrawApplication(id: "${id}", reason: "不再需要")`),
    ]);
    const last = (await actionsOf(id)).filter((one) => ["confirmed", "withdrawn"].includes(one));
    // Either it was withdrawn first, or it was confirmed and then withdrawn as what was handed in can be.
    expect(last.at(-1)).toBe("withdrawn");
    expect(textAt(word, "__typename")).toBe(last.length === 2 ? "Application" : "NotAllowedNow");
    expect(textAt(back, "__typename")).toBe("Application");
  }
});

describe("what bears on an enterprise's licence", () => {
  let enterprise: TestEnterprise;
  const whose = () => ({ enterprise: enterprise.creditCode });
  beforeEach(async () => {
    enterprise = await newEnterprise(platform);
  });

  /** A new licence, handed in by its agent. */
  async function byAgent(): Promise<{ id: string; token: string; outcome: Json }> {
    const { token, idNumber } = await newApplicant(platform);
    const terms = { ...whose(), items: [FOOD], until: "2026-12-31" };
    await authorise(platform, enterprise.representative, { idNumber }, terms);
    const id = textAt(await startCase(platform, token, { item: FOOD, for: whose() }), "id");
    await saveCase(platform, token, id, foodForm(enterprise));
    return { id, token, outcome: await submitCase(platform, token, id) };
  }

  it("waits for its legal representative's word where an agent hands it in", async () => {
    const { id, token, outcome } = await byAgent();
    expect(outcome).toMatchObject({ status: WAITING, availableActions: ["WITHDRAW"] });
    expect(await confirmCase(platform, { token }, id)).toMatchObject({ __typename: "NotAllowedNow" });
    const { representative } = enterprise;
    expect(await readOwn(id, { ...saver, ...representative })).toMatchObject({
      ...{ availableActions: ["CONFIRM", "WITHDRAW"] },
      confirmation: { by: "AGENT", amount: null, payoutAccounts: [] },
    });
    expect(await confirmCase(platform, representative, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("waits for it where a clerk hands it in, though the representative stands at the window", async () => {
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const { representative } = enterprise;
    const attendance = textAt(await receive(platform, clerk, representative.idNumber), "id");
    const start = { item: FOOD, for: whose(), attendance };
    const id = textAt(await startCase(platform, clerk.token, start), "id");
    await saveCase(platform, clerk.token, id, foodForm(enterprise), attendance);
    await sendMissing(platform, representative.token, id);
    const outcome = await submitCase(platform, clerk.token, id, { attendance });
    expect(outcome).toMatchObject({ status: WAITING });
    expect(await confirmCase(platform, representative, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("waits for it where its own partner key hands it in", async () => {
    const { creditCode } = enterprise;
    const own = await seedPartner(platform, { scopes: WRITING, creditCode });
    const call = async (body: string, variables = {}) => {
      const [, named = ""] = /^(\(.*?\))\s/.exec(body) ?? [];
      const query = `mutation ${named} { done: ${body.slice(named.length)} { ... on Application { id status } } }`;
      const answer = await platform.call({ apiKey: own.liveKey, query, variables });
      return at(answer.data, "done");
    };
    const input = { item: FOOD, region: CHAOYANG };
    const begun = await call(
      "($input: StartApplicationInput!, $key: ID!) startApplication(input: $input, idempotencyKey: $key)",
      { input, key: randomUUID() },
    );
    const id = textAt(begun, "id");
    const form = foodForm(enterprise);
    await call("($id: ID!, $form: JSONObject!) saveApplication(id: $id, form: $form)", { id, form });
    await sendMissing(platform, enterprise.representative.token, id);
    const outcome = await call(`submitApplication(id: "${id}", idempotencyKey: "${randomUUID()}")`);
    expect(outcome).toMatchObject({ status: WAITING });
    expect(await confirmCase(platform, enterprise.representative, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("is asked for anew of what was corrected, and lapses though it was received before", async () => {
    const officer = await allRounder(platform);
    const { id, token } = await byAgent();
    await confirmCase(platform, enterprise.representative, id);
    const notice = `requestCorrection(id: "${id}", input: { fields: [{ name: "premises", note: "请填写门牌号" }] })`;
    await act(platform, officer, id, "accept", notice);
    await saveCase(platform, token, id, { premises: "北京市朝阳区建国路 1 号一层 102" });
    expect(await submitCase(platform, token, id)).toMatchObject({ status: WAITING });
    // The department has had it before, and goes on to read it.
    expect(await caseOf(platform, officer.token, id)).toMatchObject({
      status: WAITING,
      availableActions: [],
    });
    platform.clock.advance(16 * DAY_MS);
    await runClocks(platform);
    expect(await caseOf(platform, officer.token, id)).toMatchObject({ status: "LAPSED" });
  });

  it("goes to the department at once where the representative hands it in", async () => {
    const id = textAt(
      await startCase(platform, enterprise.representative.token, { item: FOOD, for: whose() }),
      "id",
    );
    await saveCase(platform, enterprise.representative.token, id, foodForm(enterprise));
    expect(await submitCase(platform, enterprise.representative.token, id)).toMatchObject({
      status: "SUBMITTED",
    });
    expect(await readOwn(id, { ...saver, ...enterprise.representative })).toMatchObject({
      confirmation: null,
    });
  });
});

it("what bears on neither goes to the department whoever hands it in", async () => {
  const proxy = await newApplicant(platform);
  await authorise(platform, saver, proxy);
  const person = textAt(
    await ask(proxy.token, "{ me { principals { ref } } }"),
    "me",
    "principals",
    0,
    "ref",
  );
  const id = await fileCase(platform, proxy, { item: BY_HAND, for: { person }, form: RENT_FORM });
  expect(await caseOf(platform, proxy.token, id)).toMatchObject({ status: "SUBMITTED" });
});

it("each item says on what it bears, as its effect has it", async () => {
  const codes = [RENT, RETIREMENT, LOAN_REPAYMENT, FOOD, RENEWAL, CANCELLATION, BY_HAND, FOR_ENTERPRISES];
  const query = `{ ${codes.map((code, i) => `i${i}: serviceItem(code: "${code}") { stake }`).join(" ")} }`;
  const data = await ask(saver.token, query);
  expect(codes.map((_, i) => at(data, `i${i}`, "stake"))).toEqual([
    ...["MONEY", "MONEY", "MONEY", "LICENCE", "LICENCE", "LICENCE", null, null],
  ]);
});

it("what can no longer be granted is not confirmed, and is said", async () => {
  const [, , way] = WAYS[2];
  const { id, account } = await handIn(way);
  await ask(saver.token, `mutation { removePayoutAccount(id: "${account}") { __typename } }`);
  expect(await confirmCase(platform, saver, id)).toMatchObject({
    ...{ __typename: "FormIncomplete" },
    problems: [{ code: "PAYOUT_ACCOUNT_NOT_FOUND", path: ["form", "payoutAccount"] }],
  });
  expect(await readOwn(id)).toMatchObject({ status: WAITING });
});
