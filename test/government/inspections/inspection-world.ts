import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type CreditCode, isCreditCode } from "../../../services/field/credit-code.ts";
import { isRegionCode } from "../../../services/field/region.ts";
import { nodesAt } from "../../support/asking.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { newEnterprise, newOfficer, type TestEnterprise, type TestOfficer } from "../cases/casework.ts";
import { MARKET_REGULATION, newInspector } from "../licences/food-business.ts";
import { holdFoodLicence, publishFoodType } from "../licences/held-food-licence.ts";

/** Those that have the two counties in which the tests' licences are. */
const PROVINCES = "12 13 14 15 21 22 23 33 34 35 36 37 41 42 43 44 45 46 52 53 54 61 62 63 64 65"
  .split(" ")
  .filter((two) => isRegionCode(`${two}0102`) && isRegionCode(`${two}0104`));

export const PLAN = `id title region from until drawnCount frameSize frameDigest seedDigest seed frame drawn`;

const OUTCOME = `__typename ... on Refusal { code } ... on InvalidInput { path } ... on NotAllowedNow { state }
  ... on PlannedInspection { state reportable rectifyBy overdueAt inspectors { id } }`;

function codeOf({ creditCode }: TestEnterprise): CreditCode {
  if (!isCreditCode(creditCode)) throw new Error(`${creditCode} is no credit code`);
  return creditCode;
}

/** Random inspections through the API, on a platform that is started for the file that asks for them. */
export function inspectionWorld() {
  let platform: TestPlatform;
  let supervisor: TestOfficer;
  let region = "";
  let regions = 0;
  beforeAll(async () => {
    platform = await startPlatform();
    await publishFoodType(platform);
  });
  /** Goes on in another province, with a roll that only inspects there. */
  const moveOn = async (): Promise<void> => {
    platform.clock.set("2026-03-02T02:00:00.000Z");
    region = `${PROVINCES[regions % PROVINCES.length]}0000`;
    regions += 1;
    supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"], region: region.slice(0, 2) });
  };
  // Each test draws in a province of its own.
  beforeEach(moveOn);
  afterAll(() => platform.stop());

  const county = () => `${region.slice(0, 2)}0102`;

  /** A licence for an enterprise, or for one that nobody knows. */
  async function licence(changes: { enterprise?: TestEnterprise; county?: string } = {}): Promise<string> {
    const enterprise = changes.enterprise ?? (await newEnterprise(platform));
    return holdFoodLicence(platform, codeOf(enterprise), { county: changes.county ?? county() });
  }

  const licences = async (count: number): Promise<readonly string[]> => {
    const issued: string[] = [];
    for (let i = 0; i < count; i += 1) issued.push(await licence());
    return issued.sort();
  };

  const inspectors = (count: number): Promise<readonly TestOfficer[]> =>
    Promise.all(Array.from({ length: count }, () => newInspector(platform, { region: region.slice(0, 2) })));

  async function ask(token: string | undefined, query: string, variables = {}): Promise<Json> {
    const answer = await platform.call({ ...(token ? { token } : {}), query, variables });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  const draw = async (
    changes: Readonly<Record<string, unknown>> = { count: 2 },
    by = supervisor,
    key: string = randomUUID(),
  ): Promise<Json> => {
    const period = { from: "2026-03-02", until: "2026-03-31" };
    const input = { title: "餐饮服务抽查", department: MARKET_REGULATION, region, ...period, ...changes };
    const query = `mutation ($input: DrawInspectionsInput!, $key: ID!) {
    done: drawInspections(input: $input, idempotencyKey: $key) {
      __typename ... on Refusal { code } ... on InvalidInput { path } ... on InspectionPlan { ${PLAN} } } }`;
    return at(await ask(by.token, query, { input, key }), "done");
  };

  const listPlanned = async (
    plan: string,
    token = supervisor.token,
    mine = false,
  ): Promise<readonly Json[]> => {
    const fields =
      "licenceNumber inspectors { id } redraws { replaced { id } inspector { id } by { id } at } state reportable rectifyBy overdueAt licence { number status }";
    const query = `query ($plan: ID!, $mine: Boolean!) { plannedInspections(plan: $plan, mine: $mine, first: 100) {
    edges { node { ${fields} } } } }`;
    return nodesAt(await ask(token, query, { plan, mine }), "plannedInspections");
  };

  const report = async (
    { token }: TestOfficer,
    named: { readonly plan: string; readonly licence: string },
    input: Readonly<Record<string, unknown>>,
  ): Promise<Json> => {
    const query = `mutation ($plan: ID!, $licence: ID!, $input: InspectionReportInput!) {
    done: reportInspection(plan: $plan, licence: $licence, input: $input) { ${OUTCOME} } }`;
    return at(await ask(token, query, { ...named, input: { note: "现场检查", ...input } }), "done");
  };

  const redrawInspector = async (
    { token }: TestOfficer,
    named: { readonly plan: string; readonly licence: string },
    { id }: { readonly id: string },
    reason = "因病不能前往",
  ): Promise<Json> => {
    const query = `mutation ($plan: ID!, $licence: ID!, $inspector: ID!, $reason: String!) {
      done: redrawInspector(plan: $plan, licence: $licence, inspector: $inspector, reason: $reason) { ${OUTCOME} } }`;
    return at(await ask(token, query, { ...named, inspector: id, reason }), "done");
  };

  const confirm = async (
    { token }: TestOfficer,
    named: { readonly plan: string; readonly licence: string },
  ): Promise<Json> => {
    const query = `mutation ($plan: ID!, $licence: ID!) {
    done: confirmInspection(plan: $plan, licence: $licence) { ${OUTCOME} } }`;
    return at(await ask(token, query, named), "done");
  };

  const results = async (where: string, first = 100, after: string | null = null): Promise<Json> => {
    const fields = "licenceNumber holderName outcome note rectifyBy publishedAt planTitle";
    const query = `query ($where: RegionCode!, $first: Int!, $after: String) {
    inspectionResults(region: $where, first: $first, after: $after) {
      edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
    return at(await ask(undefined, query, { where, first, after }), "inspectionResults");
  };

  /** One drawn inspection with its two inspectors. */
  async function drawOne(enterprise?: TestEnterprise) {
    const number = await licence(enterprise ? { enterprise } : {});
    const two = await inspectors(2);
    const plan = textAt(await draw({ count: 1 }), "id");
    const [first, second] = two;
    if (!first || !second) throw new Error("no inspectors");
    return { named: { plan, licence: number }, first, second };
  }

  return {
    get platform() {
      return platform;
    },
    get supervisor() {
      return supervisor;
    },
    /** The province of the test that runs. */
    get region() {
      return region;
    },
    ...{
      moveOn,
      county,
      licence,
      licences,
      inspectors,
      ask,
      draw,
      listPlanned,
      report,
      confirm,
      redrawInspector,
      results,
      drawOne,
    },
  };
}
