import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  allRounder,
  CHAOYANG,
  fileCase,
  meetOnMonday,
  mutateCase,
  newApplicant,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
let auditor: TestOfficer;
beforeEach(async () => {
  platform = await startCasework();
  ({ applicant, officer } = await meetOnMonday(platform));
  auditor = await newOfficer(platform, { roles: ["AUDITOR"] });
});
afterEach(() => platform.stop());

const GROUND = `ground: { law: "行政许可法", article: "第三十二条" }`;

async function refused(by: Applicant = applicant): Promise<string> {
  const id = await fileCase(platform, by);
  await act(
    platform,
    officer,
    id,
    "accept",
    `rejectApplication(id: "${id}", reason: "不属于职权", ${GROUND})`,
  );
  return id;
}

const asked = (token: string, { month = "2026-03", more = "" } = {}) =>
  platform.call({
    token,
    query: `{ decidedApplications(region: "${CHAOYANG}", department: "BJ-GJJ", month: "${month}"${more}) {
      edges { node { id decision { outcome } } } pageInfo { hasNextPage endCursor } } }`,
  });

async function decided(wish = {}, by = auditor): Promise<readonly string[]> {
  const { data, errors } = await asked(by.token, wish);
  expect(errors).toEqual([]);
  const edges = at(data, "decidedApplications", "edges");
  return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "id")) : [];
}

describe("what a department has decided in a month", () => {
  it("is found by an auditor, in the order of the decisions, and leads to the audit trail of each", async () => {
    const first = await refused();
    await acceptCase(platform, await newApplicant(platform), officer);
    platform.clock.set("2026-03-04T02:00:00.000Z");
    const second = await refused(await newApplicant(platform));
    platform.clock.set("2026-04-01T02:00:00.000Z");
    const later = await refused(await newApplicant(platform));
    expect(await decided()).toEqual([first, second]);
    expect(await decided({ month: "2026-04" })).toEqual([later]);
    const page = await asked(auditor.token, { more: ", first: 1" });
    const after = textAt(page.data, "decidedApplications", "pageInfo", "endCursor");
    expect(await decided({ more: `, first: 1, after: "${after}"` })).toEqual([second]);
    const query = `{ done: verifyAuditTrail(application: "${first}") { ... on AuditTrailVerification { isIntact } } }`;
    expect((await platform.call({ token: auditor.token, query })).data).toEqual({ done: { isIntact: true } });
  });

  it("has a case that was decided again after its appeal once for each decision", async () => {
    const id = await refused();
    await mutateCase(platform, applicant.token, `appealDecision(id: "${id}", reason: "不服决定")`);
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    await mutateCase(
      platform,
      supervisor.token,
      `answerAppeal(id: "${id}", outcome: OVERTURNED, answer: "重新审查")`,
    );
    expect(await decided()).toEqual([id]);
    platform.clock.set("2026-03-03T02:00:00.000Z");
    // The officer who has refused it is not offered it again.
    const another = await allRounder(platform);
    await act(platform, another, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    await act(platform, another, id, "decide", `rejectApplication(id: "${id}", reason: "不符合", ${GROUND})`);
    expect(await decided()).toEqual([id, id]);
  });

  it("is closed to other jurisdictions, and to an auditor in their own matter", async () => {
    await refused();
    const own = await newOfficer(platform, { roles: ["AUDITOR"], person: applicant.id });
    expect(await decided({}, own)).toEqual([]);
    for (const wish of [{ region: "31" }, { departments: ["BJ-GA"] }]) {
      const elsewhere = await newOfficer(platform, { roles: ["AUDITOR"], ...wish });
      const { errors } = await asked(elsewhere.token);
      expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN"]);
    }
  });
});
