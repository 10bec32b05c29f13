import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  ALL_MET,
  appoint,
  approve,
  askFor,
  CANCELLATION,
  FOOD,
  type Found,
  foodForm,
  grant,
  licenceOfCase,
  MARKET_REGULATION,
  newInspector,
  RENEWAL,
  record,
  sign,
  verified,
} from "../licences/food-business.ts";
import {
  act,
  allRounder,
  authorise,
  caseOf,
  confirmCase,
  newApplicant,
  newEnterprise,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

async function ask(token: string | undefined, query: string, variables = {}): Promise<Json> {
  const answer = await platform.call({ ...(token ? { token } : {}), query, variables });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** A random inspection that draws the only licence there is, and its two inspectors. */
async function drawInspection(
  supervisor: TestOfficer,
): Promise<{ plan: string; inspectors: readonly string[] }> {
  const period = { from: "2026-06-01", until: "2026-06-30", region: "110105" };
  const input = { title: "餐饮服务抽查", department: MARKET_REGULATION, ...period, percent: 100 };
  const draw = `mutation ($input: DrawInspectionsInput!, $key: ID!) { done: drawInspections(input: $input, idempotencyKey: $key) {
    ... on InspectionPlan { id } } }`;
  const plan = textAt(await ask(supervisor.token, draw, { input, key: randomUUID() }), "done", "id");
  const query = `query ($plan: ID!) { plannedInspections(plan: $plan) { edges { node { inspectors { id } } } } }`;
  const of = at(
    await ask(supervisor.token, query, { plan }),
    "plannedInspections",
    "edges",
    0,
    "node",
    "inspectors",
  );
  return { plan, inspectors: Array.isArray(of) ? of.map((one: Json) => textAt(one, "id")) : [] };
}

it("a food business is licensed, supervised, renewed and given up", async () => {
  const officer = await allRounder(platform);
  const enterprise = await newEnterprise(platform);
  const pool = [await newInspector(platform), await newInspector(platform), await newInspector(platform)];
  const agent = await newApplicant(platform);
  await authorise(platform, enterprise.representative, agent, {
    ...{ enterprise: enterprise.creditCode, items: [FOOD], until: "2026-12-31" },
  });

  // An agent applies in the enterprise's name, and puts right what the one notice names; its representative confirms it.
  const whose = { enterprise: enterprise.creditCode };
  const id = textAt(await startCase(platform, agent.token, { item: FOOD, for: whose }), "id");
  await saveCase(platform, agent.token, id, foodForm(enterprise, { safetyManager: "李红" }));
  await submitCase(platform, agent.token, id);
  await confirmCase(platform, enterprise.representative, id);
  const correction = `requestCorrection(id: "${id}", input: { fields: [{ name: "premises", note: "请填写门牌号" }] })`;
  await act(platform, officer, id, "accept", correction);
  await saveCase(platform, agent.token, id, { premises: "北京市朝阳区建国路 1 号一层 102" });
  await submitCase(platform, agent.token, id);
  await confirmCase(platform, enterprise.representative, id);

  const inspect = async (findings: Found): Promise<void> => {
    const two = pool.slice(0, 2);
    await appoint(
      platform,
      officer,
      id,
      two.map((one) => one.id),
    );
    for (const one of two.slice(0, 1)) await record(platform, one, id, findings);
    for (const one of two) await sign(platform, one, id);
  };

  // Documents, then the site: not good enough at first, put right, and inspected again.
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  await inspect({ ...ALL_MET, layout: "NOT_MET" });
  await act(platform, officer, id, "decide", `orderReinspection(id: "${id}", note: "生熟分开")`);
  platform.clock.set("2026-03-09T02:00:00.000Z");
  await inspect(ALL_MET);
  await approve(platform, officer, id);
  const licence = await licenceOfCase(platform, agent.token, id);
  const number = textAt(licence, "number");
  expect(licence).toMatchObject({ status: "VALID", issuedOn: "2026-03-09", validUntil: "2031-03-08" });

  // Drawn at random from the licences, by two drawn from the inspectors; what they find is published.
  platform.clock.set("2026-06-01T02:00:00.000Z");
  const { plan, inspectors } = await drawInspection(officer);
  const [first, second] = inspectors.map((one) => pool.find((inspector) => inspector.id === one));
  const named = `plan: "${plan}", licence: "${number}"`;
  const found = `input: { outcome: RECTIFICATION, note: "健康证明过期", rectifyBy: "2026-06-15" }`;
  await ask(first?.token, `mutation { reportInspection(${named}, ${found}) { __typename } }`);
  await ask(second?.token, `mutation { confirmInspection(${named}) { __typename } }`);
  platform.clock.set("2026-06-15T02:00:00.000Z");
  const right = `input: { outcome: PUT_RIGHT, note: "已补办" }`;
  await ask(second?.token, `mutation { reportInspection(${named}, ${right}) { __typename } }`);
  await ask(first?.token, `mutation { confirmInspection(${named}) { __typename } }`);
  const published = `{ inspectionResults(region: "110000") { edges { node { licenceNumber outcome note } } } }`;
  expect(await ask(undefined, published)).toEqual({
    inspectionResults: {
      edges: [
        { node: { licenceNumber: number, outcome: "PUT_RIGHT", note: "已补办" } },
        { node: { licenceNumber: number, outcome: "RECTIFICATION", note: "健康证明过期" } },
      ],
    },
  });

  // Renewed from the decision on, by the representative: the agent's authority has ended.
  platform.clock.set("2031-01-06T02:00:00.000Z");
  const renewal = textAt(await askFor(platform, enterprise, RENEWAL, { number }), "id");
  await grant(platform, officer, renewal);
  expect(await verified(platform, number)).toMatchObject({ status: "VALID", validUntil: "2036-01-05" });
  expect(await caseOf(platform, agent.token, id)).toBeNull();

  // Given up.
  platform.clock.set("2033-05-09T02:00:00.000Z");
  const end = textAt(await askFor(platform, enterprise, CANCELLATION, { number }), "id");
  await grant(platform, officer, end);
  expect(await verified(platform, number)).toMatchObject({ status: "CANCELLED", renewal: null });
});
