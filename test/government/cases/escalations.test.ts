import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  CHAOYANG,
  caseOf,
  fileCase,
  meetOnMonday,
  mutateCase,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
let supervisor: TestOfficer;
beforeEach(async () => {
  platform = await startCasework();
  ({ applicant, officer } = await meetOnMonday(platform));
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
});
afterEach(() => platform.stop());

const run = () => runClocks(platform);
const see = (id: string) => caseOf(platform, applicant.token, id);

/** The cases of the supervisor's list, each with why it stands there. */
async function escalations(department = "BJ-GJJ") {
  const list = `escalations(region: "${CHAOYANG}", department: "${department}")`;
  const query = `{ ${list} { edges { node { application { id } escalations { reason } } } } }`;
  const { data } = await platform.call({ token: supervisor.token, query });
  return itemsAt(data, "escalations", "edges").map((edge) => [
    textAt(edge, "node", "application", "id"),
    itemsAt(edge, "node", "escalations").map((one) => textAt(one, "reason")),
  ]);
}

function itemsAt(json: Json, ...path: readonly string[]): readonly Json[] {
  const items = at(json, ...path);
  return Array.isArray(items) ? items : [];
}

/** Why the steps that the officer has claimed press. */
async function stepsClaimed() {
  const query = "{ claimedSteps { edges { node { step escalations { reason } } } } }";
  const { data } = await platform.call({ token: officer.token, query });
  return itemsAt(data, "claimedSteps", "edges").map((edge) => [
    textAt(edge, "node", "step"),
    itemsAt(edge, "node", "escalations").map((one) => textAt(one, "reason")),
  ]);
}

const GROUND = `ground: { law: "行政许可法", article: "第三十二条" }`;

/** A case whose acceptance was refused, and whose applicant appeals on 2 March. */
async function appealCase(): Promise<string> {
  const id = await fileCase(platform, applicant);
  await act(
    platform,
    officer,
    id,
    "accept",
    `rejectApplication(id: "${id}", reason: "不属于职权", ${GROUND})`,
  );
  expect(await escalations()).toEqual([]);
  await mutateCase(platform, applicant.token, `appealDecision(id: "${id}", reason: "不服决定")`);
  return id;
}

describe("the warning at 80 % of the time", () => {
  it("is before the supervisor while nobody has the case, and then before who has it", async () => {
    const id = await acceptCase(platform, applicant, officer);
    expect(await escalations()).toEqual([]);
    platform.clock.set("2026-03-02T16:00:00.000Z");
    expect(await run()).toMatchObject({ warned: 1 });
    expect(await escalations()).toEqual([[id, ["WARNING"]]]);
    await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "review")`);
    expect(await escalations()).toEqual([]);
    expect(await stepsClaimed()).toEqual([["review", ["WARNING"]]]);
    await mutateCase(platform, officer.token, `releaseStep(id: "${id}", step: "review")`);
    expect(await escalations()).toEqual([[id, ["WARNING"]]]);
    platform.clock.set("2026-03-03T16:00:00.000Z");
    expect(await run()).toMatchObject({ overdue: 1 });
    expect(await escalations()).toEqual([[id, ["OVERDUE"]]]);
  });

  it("is over with the decision", async () => {
    const id = await acceptCase(platform, applicant, officer);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    platform.clock.set("2026-03-02T16:00:00.000Z");
    await run();
    expect(await escalations()).toEqual([[id, ["WARNING"]]]);
    await act(platform, officer, id, "decide", `rejectApplication(id: "${id}", reason: "不符合", ${GROUND})`);
    expect(await escalations()).toEqual([]);
  });
});

describe("an appeal", () => {
  it.each(["UPHELD", "OVERTURNED"])("is before the supervisor until it is answered: %s", async (outcome) => {
    const id = await appealCase();
    expect(await escalations()).toEqual([[id, ["APPEAL"]]]);
    await mutateCase(
      platform,
      supervisor.token,
      `answerAppeal(id: "${id}", outcome: ${outcome}, answer: "已复议")`,
    );
    expect(await escalations()).toEqual([]);
  });

  it("tells the applicant until when it has to be answered, and is flagged overdue after that", async () => {
    const id = await appealCase();
    expect(await see(id)).toMatchObject({
      answer: { dueOn: "2026-05-01", isOverdue: false, isProvisional: false },
    });
    platform.clock.set("2026-05-01T15:59:00.000Z");
    expect(await run()).toMatchObject({ overdue: 0 });
    platform.clock.set("2026-05-01T16:00:00.000Z");
    expect(await run()).toMatchObject({ overdue: 1 });
    expect(await run()).toMatchObject({ overdue: 0 });
    expect(await see(id)).toMatchObject({
      answer: { isOverdue: true },
      appeal: { overdueAt: "2026-05-01T16:00:00.000Z" },
      // The decision itself was in time.
      clock: { overdueAt: null },
    });
    expect(await escalations()).toEqual([[id, ["OVERDUE", "APPEAL"]]]);
  });
});
