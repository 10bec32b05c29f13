import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { grantLicence } from "../../services/licences/index.ts";
import { type CreditCode, isCreditCode } from "../../services/platform/credit-code.ts";
import { newId } from "../../services/platform/ids.ts";
import { isRegionCode } from "../../services/platform/region.ts";
import { systemRuntime } from "../../services/platform/runtime.ts";
import { recordsTable } from "../../services/platform/tables.ts";
import {
  newApplicant,
  newEnterprise,
  newOfficer,
  type TestEnterprise,
  type TestOfficer,
} from "../applications/casework.ts";
import { enrol, foodForm, MARKET_REGULATION, newInspector } from "../licences/food-business.ts";
import { must } from "../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../support/platform.ts";
import { sweep } from "../support/sweep.ts";

let platform: TestPlatform;
let supervisor: TestOfficer;
let region: string;
let regions = 0;
/** Those that have the two counties in which the tests' licences are. */
const PROVINCES = "12 13 14 15 21 22 23 33 34 35 36 37 41 42 43 44 45 46 52 53 54 61 62 63 64 65"
  .split(" ")
  .filter((two) => isRegionCode(`${two}0102`) && isRegionCode(`${two}0104`));
beforeAll(async () => {
  platform = await startPlatform();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  // Each test draws in a province of its own, and from a roll that only inspects there.
  region = `${PROVINCES[regions % PROVINCES.length]}0000`;
  regions += 1;
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"], region: region.slice(0, 2) });
});
afterAll(() => platform.stop());

const county = () => `${region.slice(0, 2)}0102`;

/** A licence for an enterprise, or for one that nobody knows. */
async function licence(changes: { enterprise?: TestEnterprise; county?: string } = {}): Promise<string> {
  const enterprise = changes.enterprise ?? (await newEnterprise(platform));
  const { database, commit, now, requestId } = platform.context({
    ...{ kind: "OFFICER", mode: "live", id: newId("ofc", systemRuntime), roles: [] },
    jurisdiction: { regionPrefix: "", departments: [] },
  });
  const application = newId("app", systemRuntime);
  const department = { code: MARKET_REGULATION, name: { zh: "市场监督管理局", en: "Market regulation" } };
  const form = foodForm(enterprise, { premisesRegion: changes.county ?? county() });
  const given = { application, holder: codeOf(enterprise), submittedAt: now, department, form };
  const writes = must(await grantLicence({ database, mode: "live", now }, "ISSUE", given));
  const actor = { kind: "SYSTEM", mode: "live", name: "test" } as const;
  const change = { actor, action: "applications.case.approved", aggregate: application, at: now, requestId };
  must(await commit({ ...change, table: recordsTable("live"), writes }));
  const query = "query ($id: String!) { licence(number: $id) { number } }";
  const issued = writes.flatMap(({ Put }) => (Put?.Item?.["sk"] === "licence" ? [Put.Item["number"]] : []));
  const found = await platform.call({ query, variables: { id: String(issued[0]) } });
  return textAt(found.data, "licence", "number");
}

function codeOf({ creditCode }: TestEnterprise): CreditCode {
  if (!isCreditCode(creditCode)) throw new Error(`${creditCode} is no credit code`);
  return creditCode;
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

const PLAN = `id title region from until drawnCount frameSize frameDigest seedDigest seed frame drawn`;

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

const planned = async (plan: string, token = supervisor.token, mine = false): Promise<readonly Json[]> => {
  const fields = "licenceNumber inspectors state reportable rectifyBy licence { number status }";
  const query = `query ($plan: ID!, $mine: Boolean!) { plannedInspections(plan: $plan, mine: $mine, first: 100) {
    edges { node { ${fields} } } } }`;
  const edges = at(await ask(token, query, { plan, mine }), "plannedInspections", "edges");
  return Array.isArray(edges) ? edges.map((edge: Json) => at(edge, "node")) : [];
};

const OUTCOME = `__typename ... on Refusal { code } ... on InvalidInput { path } ... on NotAllowedNow { state }
  ... on PlannedInspection { state reportable rectifyBy }`;

const reported = async (
  { token }: TestOfficer,
  named: { readonly plan: string; readonly licence: string },
  input: Readonly<Record<string, unknown>>,
): Promise<Json> => {
  const query = `mutation ($plan: ID!, $licence: ID!, $input: InspectionReportInput!) {
    done: reportInspection(plan: $plan, licence: $licence, input: $input) { ${OUTCOME} } }`;
  return at(await ask(token, query, { ...named, input: { note: "现场检查", ...input } }), "done");
};

const confirmed = async (
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

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** One drawn inspection with its two inspectors. */
async function drawnOne(enterprise?: TestEnterprise) {
  const number = await licence(enterprise ? { enterprise } : {});
  const two = await inspectors(2);
  const plan = textAt(await draw({ count: 1 }), "id");
  const [first, second] = two;
  if (!first || !second) throw new Error("no inspectors");
  return { named: { plan, licence: number }, first, second };
}

describe("a draw", () => {
  it("can be repeated by anybody from what is published: seed, all that could be drawn, and both digests", async () => {
    const all = await licences(7);
    await inspectors(3);
    const drawnBySupervisor = await draw({ percent: 30 });
    const id = textAt(drawnBySupervisor, "id");
    const query = `query ($id: ID!) { inspectionPlan(id: $id) { ${PLAN} } }`;
    const before = at(await ask(undefined, query, { id }), "inspectionPlan");
    expect(before).toMatchObject({ drawnCount: 3, frameSize: 7, seed: null, frame: null, drawn: null });
    platform.clock.set("2026-03-31T16:00:00.000Z");
    const plan = at(await ask(undefined, query, { id }), "inspectionPlan");
    expect({ __typename: "InspectionPlan", ...(plan as object) }).toEqual(drawnBySupervisor);
    const seed = textAt(plan, "seed");
    expect(sha256(seed)).toBe(textAt(before, "seedDigest"));
    expect(at(plan, "frame")).toEqual(all);
    expect(sha256(all.join("\n"))).toBe(textAt(before, "frameDigest"));
    const ranked = all.map((number) => [sha256(`${seed}\n${number}`), number] as const).sort();
    expect(at(plan, "drawn")).toEqual(ranked.slice(0, 3).map(([, number]) => number));
  });

  it("is made once: asked again it is the same, and nobody draws until they like it under one key", async () => {
    await licences(3);
    await inspectors(2);
    const key = randomUUID();
    const first = await draw({ count: 2 }, supervisor, key);
    expect(await draw({ count: 2 }, supervisor, key)).toEqual(first);
    expect(await draw({ count: 1 }, supervisor, key)).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
    const query = `query ($region: RegionCode!) { inspectionPlans(region: $region) { edges { node { id } } } }`;
    const listed = at(await ask(undefined, query, { region }), "inspectionPlans", "edges");
    expect(listed).toEqual([{ node: { id: textAt(first, "id") } }]);
  });

  it("is of licences that are valid on its day, in the region and all that lies in it", async () => {
    const here = [await licence(), await licence({ county: `${region.slice(0, 2)}0104` })].sort();
    await licence({ county: "510104" });
    await inspectors(2);
    expect(at(await draw({ count: 5 }), "drawn")).toHaveLength(2);
    expect(at(await draw({ count: 5, region: county() }), "frame")).toHaveLength(1);
    platform.clock.set("2031-03-02T02:00:00.000Z");
    const later = { from: "2031-03-02", until: "2031-03-31" };
    expect(await draw({ count: 1, ...later })).toMatchObject({ code: "NOTHING_TO_INSPECT" });
    expect(here).toHaveLength(2);
  });

  it("gives each two persons of the roll, and passes over who represents the holder or has an interest in it", async () => {
    const enterprise = await newEnterprise(platform);
    const number = await licence({ enterprise });
    const where = { region: region.slice(0, 2) };
    await newInspector(platform, { ...where, person: enterprise.representative.id });
    const partial = await newInspector(platform, where, [enterprise.creditCode]);
    const [fit] = await inspectors(1);
    expect(await draw({ count: 1 })).toMatchObject({ code: "NOT_ENOUGH_INSPECTORS" });
    await newInspector(platform, { region: "11" });
    expect(await draw({ count: 1 })).toMatchObject({ code: "NOT_ENOUGH_INSPECTORS" });
    const [other] = await inspectors(1);
    const [one] = await planned(textAt(await draw({ count: 1 }), "id"));
    expect(one).toMatchObject({
      licenceNumber: number,
      state: "DRAWN",
      licence: { number, status: "VALID" },
    });
    expect([...(at(one ?? null, "inspectors") as readonly Json[])].sort()).toEqual(
      [fit?.id, other?.id].sort(),
    );
    expect(partial.id).not.toBe(fit?.id);
  });

  it.each([
    [{ count: 0 }, { code: "COUNT_OUT_OF_RANGE", path: ["input", "count"] }],
    [{ count: 201 }, { code: "COUNT_OUT_OF_RANGE" }],
    [{ percent: 101 }, { code: "COUNT_OUT_OF_RANGE", path: ["input", "percent"] }],
    [{}, { code: "COUNT_OR_PERCENT" }],
    [{ count: 1, percent: 1 }, { code: "COUNT_OR_PERCENT" }],
    [{ count: 1, from: "2026-03-01" }, { code: "PERIOD_INVALID" }],
    [{ count: 1, until: "2026-03-01" }, { code: "PERIOD_INVALID" }],
    [{ count: 1, region: "110000" }, { code: "PLAN_OUTSIDE_JURISDICTION" }],
  ])("of %j is refused", async (wish, refusal) => {
    const narrow = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "32" });
    expect(await draw({ region: "320000", ...wish }, narrow)).toMatchObject(refusal);
  });
});

describe("what was found", () => {
  it("is said by one of the two, confirmed by the other, and published by that, with reason and date", async () => {
    const { named, first, second } = await drawnOne();
    expect(await reported(first, named, { outcome: "NO_PROBLEM", note: "未发现问题" })).toMatchObject({
      state: "REPORTED",
    });
    expect(await confirmed(first, named)).toMatchObject({ __typename: "NotAllowedNow", state: "REPORTED" });
    expect(at(await results(county()), "edges")).toEqual([]);
    expect(await confirmed(second, named)).toMatchObject({ state: "NO_PROBLEM", reportable: [] });
    for (const where of [county(), `${region.slice(0, 2)}0100`, region]) {
      expect(at(await results(where), "edges")).toEqual([
        {
          node: {
            ...{ licenceNumber: named.licence, holderName: "北京好味餐饮有限公司", outcome: "NO_PROBLEM" },
            ...{ note: "未发现问题", rectifyBy: null, publishedAt: platform.clock.now() },
            planTitle: "餐饮服务抽查",
          },
        },
      ]);
    }
    expect(await reported(first, named, { outcome: "NO_PROBLEM" })).toMatchObject({
      __typename: "NotAllowedNow",
      state: "NO_PROBLEM",
    });
  });

  it("wrong, is to be put right by a day that the holder is told, and published again when it is", async () => {
    const enterprise = await newEnterprise(platform);
    const { named, first, second } = await drawnOne(enterprise);
    const wrong = { outcome: "RECTIFICATION", note: "生熟未分开" };
    expect(await reported(first, named, wrong)).toMatchObject({ code: "DEADLINE_NEEDED" });
    expect(await reported(first, named, { ...wrong, rectifyBy: "2026-03-02" })).toMatchObject({
      code: "DEADLINE_NOT_FITTING",
      path: ["input", "rectifyBy"],
    });
    await reported(first, named, { ...wrong, rectifyBy: "2026-03-16" });
    expect(await confirmed(second, named)).toMatchObject({
      ...{ state: "RECTIFICATION", rectifyBy: "2026-03-16", reportable: ["PUT_RIGHT", "RECTIFICATION"] },
    });
    await sweep(platform);
    const told = "{ me { notifications(first: 5) { edges { node { text } } } } }";
    const texts = JSON.stringify(await ask(enterprise.representative.token, told));
    expect(texts).toContain("something to be put right");
    platform.clock.set("2026-03-16T02:00:00.000Z");
    await reported(second, named, { outcome: "PUT_RIGHT", note: "已改正" });
    expect(await confirmed(first, named)).toMatchObject({ state: "PUT_RIGHT", rectifyBy: null });
    expect(at(await results(region), "edges")).toMatchObject([
      { node: { outcome: "PUT_RIGHT" } },
      { node: { outcome: "RECTIFICATION", rectifyBy: "2026-03-16" } },
    ]);
  });

  it("is reported by those who were drawn, from the first day on, and by none who came to have an interest", async () => {
    const enterprise = await newEnterprise(platform);
    const { named, first, second } = await drawnOne(enterprise);
    const [other] = await inspectors(1);
    const unknown = { __typename: "NotFound", code: "INSPECTION_NOT_FOUND" };
    if (!other) throw new Error("no inspector");
    expect(await reported(other, named, { outcome: "NO_PROBLEM" })).toMatchObject(unknown);
    expect(
      await reported(first, { ...named, plan: "ipl_0123456789abcdef" }, { outcome: "NO_PROBLEM" }),
    ).toMatchObject(unknown);
    await enrol(platform, first, [enterprise.creditCode]);
    expect(await reported(first, named, { outcome: "NO_PROBLEM" })).toMatchObject({
      code: "INSPECTOR_HAS_INTEREST",
    });
    await enrol(platform, first);
    const later = textAt(await draw({ count: 1, from: "2026-03-09" }), "id");
    const [own] = await planned(later);
    const drawnLater = [first, second, other].find(({ id }) => JSON.stringify(own).includes(id));
    expect(
      await reported(drawnLater ?? other, { ...named, plan: later }, { outcome: "NO_PROBLEM" }),
    ).toMatchObject({ code: "NOT_BEFORE" });
  });

  it("confirmed by the other twice at once is published once", async () => {
    const { named, first, second } = await drawnOne();
    await reported(first, named, { outcome: "NOT_REACHABLE" });
    const outcomes = await Promise.all([confirmed(second, named), confirmed(second, named)]);
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual([
      "NotAllowedNow",
      "PlannedInspection",
    ]);
    expect(at(await results(region), "edges")).toHaveLength(1);
  });

  it("is read page by page, the newest first", async () => {
    await licences(3);
    const [first, second] = await inspectors(2);
    if (!first || !second) throw new Error("no inspectors");
    const plan = await draw({ count: 3 });
    for (const [i, one] of (await planned(textAt(plan, "id"))).entries()) {
      platform.clock.set(`2026-03-0${i + 3}T02:00:00.000Z`);
      const named = { plan: textAt(plan, "id"), licence: textAt(one, "licenceNumber") };
      await reported(first, named, { outcome: "NO_PROBLEM" });
      await confirmed(second, named);
    }
    const page = await results(region, 2);
    expect(at(page, "pageInfo", "hasNextPage")).toBe(true);
    const rest = await results(region, 2, textAt(page, "pageInfo", "endCursor"));
    const dates = [page, rest].flatMap((one) => {
      const edges = at(one, "edges");
      return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "publishedAt")) : [];
    });
    expect(dates.map((date) => date.slice(0, 10))).toEqual(["2026-03-05", "2026-03-04", "2026-03-03"]);
  });

  it("before the period is over, is all that others than the plan's officers learn of whom it meets", async () => {
    const { named } = await drawnOne();
    const elsewhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "11" });
    expect(await planned(named.plan, elsewhere.token)).toEqual([]);
    const query = `query ($id: ID!) { inspectionPlan(id: $id) { seed frame drawn } }`;
    const citizen = await newApplicant(platform);
    const clerk = await newOfficer(platform, { roles: ["ACCEPTOR"], region: region.slice(0, 2) });
    for (const token of [undefined, citizen.token, elsewhere.token, clerk.token]) {
      expect(at(await ask(token, query, { id: named.plan }), "inspectionPlan")).toEqual({
        ...{ seed: null, frame: null, drawn: null },
      });
    }
  });
});
