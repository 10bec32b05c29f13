import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runEvaluationClocks } from "../../../services/government/supervision/index.ts";
import type { Role } from "../../../services/kernel/actor.ts";
import { type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  type Applicant,
  acceptCase,
  act,
  allRounder,
  authorise,
  CHAOYANG,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  receive,
  revokeAuthority,
  saveCase,
  signedIn,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "../cases/casework.ts";
import { DEPARTMENT, publishRuledItem, RULED } from "../cases/ruled-item.ts";

let platform: TestPlatform;
let applicant: Applicant;
let decider: TestOfficer;
let supervisor: TestOfficer;
let handler: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  await publishRuledItem(platform);
  decider = await allRounder(platform);
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  applicant = await newApplicant(platform);
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
  handler = await signedIn(platform, newOfficer(platform, { roles: ["REVIEWER"] }));
});
afterAll(() => platform.stop());

const FIELDS = `__typename ... on Refusal { code } ... on InvalidInput { path } ... on NotAllowedNow { state availableActions }
  ... on Evaluation { id level tags comment status availableActions dueOn overdueAt }`;

async function mutate(token: string, mutation: string): Promise<Json> {
  const { data, errors } = await platform.call({
    token,
    query: `mutation { done: ${mutation} { ${FIELDS} } }`,
  });
  return errors[0] ? { error: errors[0].extensions["code"] ?? null } : at(data, "done");
}
const inAttendance = (id: string) => (id ? `, attendance: "${id}"` : "");
const evaluate = (
  id: string,
  {
    level = "VERY_DISSATISFIED",
    comment = "等了太久",
    key = "evaluation-1",
    token = applicant.token,
    attendance = "",
  } = {},
) =>
  mutate(
    token,
    `evaluateApplication(id: "${id}", input: { level: ${level}, tags: [EFFICIENCY]${comment ? `, comment: "${comment}"` : ""} }, idempotencyKey: "${key}"${inAttendance(attendance)})`,
  );

const REFUSAL = `reason: "不符合条件", ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
async function decided(by = decider): Promise<string> {
  const id = await acceptCase(platform, applicant, by);
  await act(platform, by, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  await act(platform, by, id, "decide", `rejectApplication(id: "${id}", ${REFUSAL})`);
  return id;
}
async function decidedByRule({ token } = applicant): Promise<string> {
  const id = textAt(await startCase(platform, token, { item: RULED }), "id");
  await saveCase(platform, token, id, { name: "王小明" });
  await submitCase(platform, token, id);
  return id;
}
const canBeEvaluated = async (id: string) => {
  const query = `{ node(id: "${id}") { ... on Application { canBeEvaluated } } }`;
  return at((await platform.call({ token: applicant.token, query })).data, "node", "canBeEvaluated");
};
const badOne = async () => textAt(await evaluate(await decidedByRule()), "id");
const assign = (id: string, to = handler, by = supervisor) =>
  mutate(by.token, `assignEvaluation(id: "${id}", to: "${to.id}")`);
const putRight = (id: string, by = handler) =>
  mutate(by.token, `putEvaluationRight(id: "${id}", measures: "已说明并改进")`);
const callBack = (id: string, by = supervisor) =>
  mutate(by.token, `recordCallBack(id: "${id}", isSatisfied: false, note: "仍不满意")`);
const appeal = (id: string, token = applicant.token, attendance = "") =>
  mutate(token, `appealEvaluation(id: "${id}", reason: "问题没有解决"${inAttendance(attendance)})`);
const clerkWith = (...roles: readonly Role[]) => newOfficer(platform, { roles: ["WINDOW_CLERK", ...roles] });
const attend = async (clerk: TestOfficer, { idNumber } = applicant) =>
  textAt(await receive(platform, clerk, idNumber), "id");
const answerAppeal = (id: string, outcome: string, by = supervisor) =>
  mutate(by.token, `answerEvaluationAppeal(id: "${id}", outcome: ${outcome}, answer: "已复核")`);

async function list(token: string, query: string): Promise<readonly string[]> {
  const answer = await platform.call({ token, query: `{ list: ${query} { edges { node { id } } } }` });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const edges = at(answer.data, "list", "edges");
  return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "id")) : [];
}
const toHandle = () =>
  list(
    supervisor.token,
    `evaluationsToHandle(region: "${CHAOYANG}", department: "${DEPARTMENT}", first: 100)`,
  );
const counted = async (month = "2026-03") => {
  await sweep(platform);
  const query = `{ caseFigures(region: "${CHAOYANG}", from: "${month}", to: "${month}") { ... on CaseFigures {
    total { evaluations { verySatisfied veryDissatisfied putRightLate } } } } }`;
  return at(
    (await platform.call({ token: supervisor.token, query })).data,
    "caseFigures",
    "total",
    "evaluations",
  );
};
const runClocks = ({ forMs = 60_000, failing = "" } = {}) => {
  const open = () => {
    const database = platform.database();
    const commit: Commit = async (change) => {
      if (failing && JSON.stringify(change.writes).includes(failing)) throw new Error("no connection");
      return commitTo(database)(change);
    };
    return { database, commit };
  };
  const { now } = platform.clock;
  return runEvaluationClocks({ open, now }, "live", plusMs(now(), forMs));
};

describe("an evaluation", () => {
  it("follows a decision, once, in five levels, and counts", async () => {
    const before = Number(at(await counted(), "verySatisfied"));
    const open = await fileCase(platform, applicant);
    expect(await evaluate(open)).toMatchObject({ code: "NOTHING_DECIDED" });
    const id = await decidedByRule();
    const good = { level: "VERY_SATISFIED", comment: "" };
    expect(await evaluate(id, good)).toMatchObject({
      level: "VERY_SATISFIED",
      status: "RECORDED",
      dueOn: null,
    });
    expect(await evaluate(id, { ...good, key: "evaluation-2" })).toMatchObject({
      ...{ code: "NOT_ALLOWED_NOW", state: "RECORDED", availableActions: [] },
    });
    expect(await counted()).toMatchObject({ verySatisfied: before + 1 });
    const query = `{ node(id: "${id}") { ... on Application { evaluations { level tags } } } }`;
    expect(at((await platform.call({ token: applicant.token, query })).data, "node", "evaluations")).toEqual([
      { level: "VERY_SATISFIED", tags: ["EFFICIENCY"] },
    ]);
  });

  it("stands once, however often it is sent", async () => {
    const before = Number(at(await counted(), "veryDissatisfied"));
    const id = await decidedByRule();
    const same = await Promise.all([evaluate(id), evaluate(id), evaluate(id)]);
    expect(new Set(same.map((one) => textAt(one, "id"))).size).toBe(1);
    expect(await evaluate(id, { comment: "另一个说法" })).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
    const other = await newApplicant(platform);
    const theirs = await decidedByRule(other);
    const both = await Promise.all(
      ["VERY_SATISFIED", "VERY_DISSATISFIED"].map((level, i) =>
        evaluate(theirs, { level, key: `evaluation-of-${i}`, token: other.token }),
      ),
    );
    expect(both.map((one) => textAt(one, "__typename")).toSorted()).toEqual(["Evaluation", "NotAllowedNow"]);
    const won = both.some((one) => JSON.stringify(one).includes('"VERY_DISSATISFIED"')) ? 2 : 1;
    expect(at(await counted(), "veryDissatisfied")).toBe(before + won);
  });

  it("that is bad says what was bad", async () => {
    expect(await evaluate(await decidedByRule(), { comment: "" })).toMatchObject({
      ...{ code: "COMMENT_MISSING", path: ["input", "comment"] },
    });
  });

  it("is asked for from a decision until somebody has evaluated it", async () => {
    expect(await canBeEvaluated(await fileCase(platform, applicant))).toBe(false);
    const id = await decidedByRule();
    expect(await canBeEvaluated(id)).toBe(true);
    await evaluate(id);
    expect(await canBeEvaluated(id)).toBe(false);
  });

  it("is the applicant's alone", async () => {
    const id = await decidedByRule();
    const { token } = await newApplicant(platform);
    expect(await evaluate(id, { token })).toMatchObject({ __typename: "NotFound" });
  });

  it("can follow the new decision too, where an appeal has led to one", async () => {
    const id = await decided();
    await evaluate(id);
    await mutateCase(platform, applicant.token, `appealDecision(id: "${id}", reason: "情况不符")`);
    const overturned = `answerAppeal(id: "${id}", outcome: OVERTURNED, answer: "重新审查")`;
    const other = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    await mutateCase(platform, other.token, overturned);
    platform.clock.set("2026-03-03T02:00:00.000Z");
    // The officer who has refused it is not offered it again.
    const another = await allRounder(platform);
    await act(platform, another, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    await act(platform, another, id, "decide", `rejectApplication(id: "${id}", ${REFUSAL})`);
    expect(await evaluate(id, { level: "SATISFIED", key: "evaluation-2" })).toMatchObject({
      level: "SATISFIED",
    });
    const query = `{ node(id: "${id}") { ... on Application { evaluations { level } } } }`;
    expect(at((await platform.call({ token: applicant.token, query })).data, "node", "evaluations")).toEqual([
      { level: "VERY_DISSATISFIED" },
      { level: "SATISFIED" },
    ]);
  });
});

describe("an evaluation at a window", () => {
  it("is taken down by a clerk for the person present, and for nobody else", async () => {
    const id = await decided();
    const clerk = await clerkWith();
    const { token } = clerk;
    expect(await evaluate(id, { token })).toMatchObject({ code: "ATTENDANCE_NOT_FOUND" });
    const others = await attend(clerk, await newApplicant(platform));
    expect(await evaluate(id, { token, attendance: others })).toMatchObject({
      __typename: "NotFound",
      code: "APPLICATION_NOT_FOUND",
    });
    const attendance = await attend(clerk);
    expect(await evaluate(id, { token, attendance })).toMatchObject({ status: "OPEN", comment: "等了太久" });
    expect(await evaluate(id, { key: "evaluation-2" })).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const entry = (await trailOf(platform.database(), "records-live", id)).at(-1);
    expect(entry).toMatchObject({
      action: "supervision.case.evaluated",
      actor: clerk.id,
      reason: attendance,
    });
  });

  it("is not taken down by a clerk who has handled the case as an officer", async () => {
    const handling = await clerkWith("ACCEPTOR", "REVIEWER", "DECIDER");
    const id = await decided(handling);
    const attendance = await attend(handling);
    const query = `{ attendance(id: "${attendance}") { applications { canBeEvaluated } } }`;
    const asked = async ({ token }: TestOfficer) =>
      at((await platform.call({ token, query })).data, "attendance", "applications");
    expect(await asked(handling)).toEqual([{ canBeEvaluated: false }]);
    expect(await evaluate(id, { token: handling.token, attendance })).toMatchObject({
      ...{ __typename: "InvalidInput", code: "CLERK_HANDLED_IT", path: ["attendance"] },
    });
    expect(await evaluate(id)).toMatchObject({ status: "OPEN" });
  });

  it("is read there as far as the person's own, and never by a clerk of whose work it speaks", async () => {
    const handling = await clerkWith("ACCEPTOR", "REVIEWER", "DECIDER");
    const id = await decided(handling);
    await evaluate(id);
    const clerk = await clerkWith();
    const readAt = async (by: TestOfficer) => {
      const query = `{ attendance(id: "${await attend(by)}") { applications { id evaluations { level } } } }`;
      const { data, errors } = await platform.call({ token: by.token, query });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return at(data, "attendance", "applications");
    };
    expect(await readAt(clerk)).toEqual([{ id, evaluations: [{ level: "VERY_DISSATISFIED" }] }]);
    expect(await readAt(handling)).toEqual([{ id, evaluations: [] }]);
    const query = `{ node(id: "${id}") { ... on Application { evaluations { level } } } }`;
    const outside = await clerkWith("REVIEWER");
    expect(at((await platform.call({ token: outside.token, query })).data, "node", "evaluations")).toEqual(
      [],
    );
  });

  it("is appealed there too, but not through who put it right or called back", async () => {
    const [clerk, part] = [await clerkWith(), await signedIn(platform, clerkWith("REVIEWER"))];
    const id = await badOne();
    await assign(id, part);
    await putRight(id, part);
    await callBack(id);
    expect(await appeal(id, part.token, await attend(part))).toMatchObject({ code: "CLERK_HANDLED_IT" });
    const others = await attend(clerk, await newApplicant(platform));
    expect(await appeal(id, clerk.token, others)).toMatchObject({ code: "EVALUATION_NOT_FOUND" });
    const appealed = await appeal(id, clerk.token, await attend(clerk));
    expect(appealed).toMatchObject({ status: "APPEALED", availableActions: [] });
  });

  it("by an agent is appealed by the principal, once the authority has ended by nobody else", async () => {
    const agent = await newApplicant(platform);
    const authority = textAt(await authorise(platform, applicant, agent), "id");
    const about = await decidedByRule();
    const id = textAt(await evaluate(about, { token: agent.token }), "id");
    await assign(id);
    await revokeAuthority(platform, applicant.token, authority);
    await putRight(id);
    await callBack(id);
    expect(await appeal(id, agent.token)).toMatchObject({ code: "EVALUATION_NOT_FOUND" });
    const { items } = await platform.database().query({
      ...{ table: "records-live", pk: `audit#${about}`, limit: 50 },
    });
    const righted = items.find(({ action }) => action === "supervision.case.evaluation-put-right");
    expect(JSON.parse(String(righted?.["event"])).to).toEqual([applicant.id]);
    expect(await appeal(id)).toMatchObject({ status: "APPEALED" });
  });
});

describe("the closed loop of a bad evaluation", () => {
  it("assigns it, puts it right, calls back, and hears one appeal; each where it is due", async () => {
    const id = await badOne();
    expect(await toHandle()).toContain(id);
    expect(await putRight(id)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    expect(await assign(id)).toMatchObject({ status: "ASSIGNED", dueOn: "2026-03-23" });
    expect(await list(handler.token, "evaluationsToPutRight")).toEqual([id]);
    expect(await callBack(id)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    expect(await putRight(id)).toMatchObject({ status: "PUT_RIGHT" });
    expect(await list(handler.token, "evaluationsToPutRight")).toEqual([]);
    expect(await toHandle()).toContain(id);
    expect(await appeal(id)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    expect(await callBack(id)).toMatchObject({ status: "CALLED_BACK" });
    expect(await toHandle()).not.toContain(id);
    expect(await appeal(id)).toMatchObject({ status: "APPEALED" });
    expect(await toHandle()).toContain(id);
    platform.clock.set("2026-03-10T02:00:00.000Z");
    expect(await answerAppeal(id, "OVERTURNED")).toMatchObject({ status: "OPEN", dueOn: "2026-03-31" });
    await assign(id);
    await putRight(id);
    await callBack(id);
    expect(await appeal(id)).toMatchObject({ code: "NOT_ALLOWED_NOW", availableActions: [] });
  });

  it("ends with an appeal that is answered", async () => {
    const id = await badOne();
    await assign(id);
    await putRight(id);
    await callBack(id);
    await appeal(id);
    expect(await answerAppeal(id, "UPHELD")).toMatchObject({ status: "CLOSED", availableActions: [] });
    expect(await toHandle()).not.toContain(id);
  });

  it("is never in the hands of who decided, of who is evaluated with, of the applicant's own person, or of who acts for them", async () => {
    const judge = await allRounder(platform);
    const evaluated = textAt(await evaluate(await decided(judge)), "id");
    expect(await assign(evaluated, judge)).toMatchObject({ code: "ASSIGNEE_DECIDED" });
    expect(await assign(evaluated, handler, judge)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const own = await newOfficer(platform, { roles: ["SUPERVISOR", "REVIEWER"], person: applicant.id });
    expect(await assign(evaluated, handler, own)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const agent = await newApplicant(platform);
    await authorise(platform, applicant, agent);
    const agents = await newOfficer(platform, { roles: ["SUPERVISOR", "REVIEWER"], person: agent.id });
    expect(await assign(evaluated, handler, agents)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    await assign(evaluated, own);
    expect(await putRight(evaluated, own)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const both = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    await assign(evaluated, both);
    await putRight(evaluated, both);
    expect(await callBack(evaluated, both)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });

  it("is not in their hands under another officer's id either", async () => {
    const { id: person } = await newApplicant(platform);
    const twice = () =>
      signedIn(
        platform,
        newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER", "DECIDER", "SUPERVISOR"], person }),
      );
    const [judge, again] = [await twice(), await twice()];
    const evaluated = textAt(await evaluate(await decided(judge)), "id");
    expect(await assign(evaluated, again)).toMatchObject({ code: "ASSIGNEE_DECIDED" });
    expect(await assign(evaluated, handler, again)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const other = await badOne();
    await assign(other, judge);
    await putRight(other, judge);
    expect(await callBack(other, again)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"], person });
    await callBack(other);
    expect(await appeal(other, clerk.token, await attend(clerk))).toMatchObject({ code: "CLERK_HANDLED_IT" });
  });

  it("is not taken down at a window under another id by who has only moved the case's clock", async () => {
    const { id: person } = await newApplicant(platform);
    const first = await newOfficer(platform, { roles: ["SUPERVISOR"], person });
    const id = await acceptCase(platform, applicant, decider);
    const extended = `extendApplication(id: "${id}", workingDays: 1, reason: "案情复杂", approvedBy: "主任 高建国")`;
    expect(await mutateCase(platform, first.token, extended)).toMatchObject({ __typename: "Application" });
    await act(platform, decider, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    await act(platform, decider, id, "decide", `rejectApplication(id: "${id}", ${REFUSAL})`);
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"], person });
    const attendance = await attend(clerk);
    expect(await evaluate(id, { token: clerk.token, attendance })).toMatchObject({
      code: "CLERK_HANDLED_IT",
    });
  });

  it("is for officers of its jurisdiction only", async () => {
    const id = await badOne();
    const elsewhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "31" });
    expect(await assign(id, handler, elsewhere)).toMatchObject({ __typename: "NotFound" });
    const there = await newOfficer(platform, { roles: ["REVIEWER"], region: "31" });
    await assign(id, there);
    expect(await putRight(id, there)).toMatchObject({ __typename: "NotFound" });
    expect(await list(there.token, "evaluationsToPutRight")).toEqual([]);
    const query = `{ evaluationsToHandle(region: "${CHAOYANG}", department: "${DEPARTMENT}") { edges { cursor } } }`;
    const asked = await platform.call({ token: elsewhere.token, query });
    expect(asked.errors[0]?.extensions["code"]).toBe("FORBIDDEN");
    expect(await appeal(id, (await newApplicant(platform)).token)).toMatchObject({ __typename: "NotFound" });
  });

  it("is flagged once when fifteen working days are over, by the statutory calendar", async () => {
    const late = async () => Number(at(await counted("2026-04"), "putRightLate"));
    // 15 working days after 30 March 2026, with Qingming on 4 to 6 April.
    platform.clock.set("2026-03-30T02:00:00.000Z");
    const id = await badOne();
    expect(await assign(id)).toMatchObject({ dueOn: "2026-04-21" });
    platform.clock.set("2026-04-21T15:59:00.000Z");
    await runClocks();
    const before = await late();
    expect(await assign(id)).toMatchObject({ overdueAt: null });
    platform.clock.set("2026-04-21T16:00:00.000Z");
    const runs = await Promise.all([runClocks(), runClocks(), runClocks()]);
    const flagged = runs.reduce((sum, { evaluationsOverdue }) => sum + evaluationsOverdue, 0);
    expect(flagged).toBeGreaterThanOrEqual(1);
    expect(await runClocks()).toEqual({ evaluationsOverdue: 0, finished: true, faults: [] });
    expect(await assign(id)).toMatchObject({ overdueAt: "2026-04-21T16:00:00.000Z" });
    expect(await late()).toBe(before + flagged);
    expect(await putRight(id)).toMatchObject({ status: "PUT_RIGHT" });
  });

  it("is flagged though another fails, which is told beside the number, and by the time that a run has", async () => {
    const ids = [await badOne(), await badOne()];
    platform.clock.set("2026-06-30T02:00:00.000Z");
    expect(await runClocks({ forMs: 0 })).toEqual({ evaluationsOverdue: 0, finished: false, faults: [] });
    const { evaluationsOverdue, ...run } = await runClocks({ failing: ids[0] ?? "" });
    expect(evaluationsOverdue).toBeGreaterThanOrEqual(1);
    expect(run).toEqual({ finished: true, faults: [new Error("no connection")] });
    expect(await runClocks()).toMatchObject({ evaluationsOverdue: 1, faults: [] });
  });

  it("stands in the audit trail of its case, which stays whole", async () => {
    const id = await decidedByRule();
    const evaluation = textAt(await evaluate(id), "id");
    await assign(evaluation);
    await putRight(evaluation);
    const trail = await trailOf(platform.database(), "records-live", id);
    expect(trail.slice(-3).map(({ action }) => action)).toEqual([
      "supervision.case.evaluated",
      "supervision.case.evaluation-assigned",
      "supervision.case.evaluation-put-right",
    ]);
    expect(brokenLink(id, trail)).toBeUndefined();
    const auditor = await newOfficer(platform, { roles: ["AUDITOR"] });
    const query = `{ verifyAuditTrail(application: "${id}") { ... on AuditTrailVerification { isIntact } } }`;
    expect((await platform.call({ token: auditor.token, query })).data).toEqual({
      verifyAuditTrail: { isIntact: true },
    });
  });
});
