import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationKeys } from "../../../services/government/cases/keys.ts";
import { INDEX1, INDEX2, physicalName, recordsTable } from "../../../services/kernel/database/tables.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { estimateOf } from "../../api/cost/estimate.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { BY_HAND, fileCase, newApplicant, newOfficer, startCasework, type TestOfficer } from "./casework.ts";

const FUND = "BJ-GJJ";
const CHAOYANG = "110105";
const CROWD = 300;
const STEP = "accept";

let platform: TestPlatform;
let officer: TestOfficer;
/** The one case of the desk that is for the officer, behind all the others. */
let theirs = "";
beforeAll(async () => {
  platform = await startCasework();
  const themselves = await newApplicant(platform);
  const roles = ["ACCEPTOR", "SUPERVISOR"] as const;
  officer = await newOfficer(platform, { roles, person: themselves.id });
  // Their own matter, and one that is gone, crowd all lists of the desk; all of it is due before what is for them.
  const own = await fileCase(platform, themselves, { item: BY_HAND, region: CHAOYANG });
  const gone = newId("app", systemRuntime);
  await crowd((i) => (i % 2 === 0 ? own : gone));
  theirs = await fileCase(platform, await newApplicant(platform), { item: BY_HAND, region: CHAOYANG });
});
afterAll(() => platform.stop());

/** Entries as they stand in the index after their cases have moved on. */
async function crowd(caseOf: (i: number) => string): Promise<void> {
  const table = physicalName(platform.ports.config.tablePrefix, recordsTable("live"));
  const entries = Array.from({ length: CROWD }, (_, i) => {
    const place = `2026-01-01#${String(i).padStart(4, "0")}`;
    return {
      ...{ pk: caseOf(i), sk: `task#${STEP}-${i}` },
      ...{ [INDEX1.pk]: applicationKeys.desk(CHAOYANG, FUND), [INDEX1.sk]: place },
      ...{ [INDEX2.pk]: applicationKeys.deskStep(CHAOYANG, FUND, BY_HAND, STEP), [INDEX2.sk]: place },
    };
  });
  for (let i = 0; i < entries.length; i += 100) {
    const puts = entries
      .slice(i, i + 100)
      .map((entry) => ({ Put: { TableName: table, Item: marshall(entry) } }));
    await platform.ports.client("TransactWriteItems", { TransactItems: puts });
  }
}

type Page = { readonly found: readonly string[]; readonly next: Json; readonly calls: number };

async function pageOf(args: string, after: Json): Promise<Page> {
  const query = `query ($after: String) { workQueue(department: "${FUND}", ${args}, after: $after) {
    edges { node { application { id } } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await platform.call({ token: officer.token, query, variables: { after } });
  expect(errors).toEqual([]);
  const line = platform.logs.findLast(({ message }) => message === "request");
  const calls = Number(line?.["calls"]);
  expect(calls).toBeLessThanOrEqual(estimateOf(query).calls);
  const edges = at(data, "workQueue", "edges");
  return {
    found: Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "application", "id")) : [],
    next: at(data, "workQueue", "pageInfo", "hasNextPage")
      ? at(data, "workQueue", "pageInfo", "endCursor")
      : null,
    calls,
  };
}

describe("a desk that is crowded by hundreds of entries that are not for its reader", () => {
  it.each([
    ["its region's", `region: "${CHAOYANG}", first: 1`],
    ["its region's, with long pages", `region: "${CHAOYANG}", first: 100`],
    ["a step's", `region: "${CHAOYANG}", item: "${BY_HAND}", step: "${STEP}", first: 1`],
    ["a city's, merged from its districts'", `region: "110000", within: true, first: 1`],
    ["an item's, merged from its steps'", `region: "${CHAOYANG}", item: "${BY_HAND}", first: 1`],
  ])("is read within what a request may take, page by page: %s", async (_, args) => {
    const found: string[] = [];
    let after: Json = null;
    let pages = 0;
    do {
      const page: Page = await pageOf(args, after);
      found.push(...page.found);
      after = page.next;
      pages += 1;
    } while (after !== null && pages < CROWD);
    expect(found).toEqual([theirs]);
    expect(pages).toBeLessThan(10);
  });
});
