import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runRectificationClocks } from "../../../services/government/inspections/index.ts";
import { inspectionKeys } from "../../../services/government/inspections/keys.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { at, type Json, textAt } from "../../support/platform.ts";
import { newOfficer } from "../cases/casework.ts";
import { MARKET_REGULATION } from "../licences/food-business.ts";
import { inspectionWorld } from "./inspection-world.ts";

const world = inspectionWorld();
const { county, licences, inspectors, ask, draw, listPlanned, report, confirm, drawOne } = world;

/** One that has to be put right by 16 March 2026. */
async function wrongOne() {
  const { named, first, second } = await drawOne();
  await report(first, named, { outcome: "RECTIFICATION", note: "生熟未分开", rectifyBy: "2026-03-16" });
  await confirm(second, named);
  return { named, first, second };
}

const runClocks = ({ forMs = 60_000 } = {}) => {
  const open = () => {
    const database = world.platform.database();
    return { database, commit: commitTo(database) };
  };
  const { now } = world.platform.clock;
  return runRectificationClocks({ open, now }, "live", plusMs(now(), forMs));
};

/** The outcome of a run that came to its end and in which nothing failed. */
const ran = (rectificationsOverdue: number) => ({ rectificationsOverdue, finished: true, faults: [] });

/** Entries of the index whose plans are gone: each of them fails. */
async function addPoisoned(count: number): Promise<void> {
  const database = world.platform.database();
  for (let i = 0; i < count; i += 1) {
    const plan = `ipl_${String(i).padStart(16, "0")}`;
    const place = `2026-03-01T00:00:00.000Z#${plan}#x`;
    const index = { index1pk: inspectionKeys.rectificationClock, index1sk: place };
    const Item = { pk: plan, sk: "poisoned", ...index };
    await database.transact([{ Put: { TableName: database.nameOf("records-live"), Item } }], randomUUID());
  }
}

const overdue = async (
  where = world.region,
  { by = world.supervisor, first = 100, after = null as string | null } = {},
) => {
  const query = `query ($where: RegionCode!, $department: String!, $first: Int!, $after: String) {
    overdueRectifications(region: $where, department: $department, first: $first, after: $after) {
      edges { node { plan licenceNumber inspectors { id } rectifyBy overdueAt } } pageInfo { hasNextPage endCursor } } }`;
  const answer = await ask(by.token, query, { where, department: MARKET_REGULATION, first, after });
  return at(answer, "overdueRectifications");
};
const numbersIn = (list: Json): readonly string[] => {
  const edges = at(list, "edges");
  return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "licenceNumber")) : [];
};

describe("what was not put right in time", () => {
  it("is flagged once, when the deadline's last day is over, however many runs there are at once", async () => {
    const { named, first } = await wrongOne();
    world.platform.clock.set("2026-03-16T15:59:59.000Z");
    expect(await runClocks()).toEqual(ran(0));
    expect(numbersIn(await overdue())).toEqual([]);
    world.platform.clock.set("2026-03-16T16:00:00.000Z");
    const runs = await Promise.all([runClocks(), runClocks(), runClocks()]);
    expect(runs.reduce((sum, run) => sum + run.rectificationsOverdue, 0)).toBe(1);
    expect(await runClocks()).toEqual(ran(0));
    const flagged = { rectifyBy: "2026-03-16", overdueAt: "2026-03-16T16:00:00.000Z" };
    expect(await listPlanned(named.plan, first.token, true)).toMatchObject([flagged]);
    expect(at(await overdue(), "edges")).toMatchObject([
      { node: { plan: named.plan, licenceNumber: named.licence, ...flagged } },
    ]);
    const aggregate = `inspection#${named.plan}#${named.licence}`;
    const trail = await trailOf(world.platform.database(), "records-live", aggregate);
    expect(brokenLink(aggregate, trail)).toBeUndefined();
    expect(trail.map(({ actor, action }) => [actor, action]).slice(-1)).toEqual([
      ["system/run-rectification-clocks", "inspections.inspection.rectification-overdue"],
    ]);
  });

  it("is overdue until both inspectors stand for it being put right, and not because one of them says so", async () => {
    const { named, first, second } = await wrongOne();
    world.platform.clock.set("2026-03-17T02:00:00.000Z");
    await runClocks();
    expect(await report(first, named, { outcome: "PUT_RIGHT" })).toMatchObject({
      ...{ state: "REPORTED", overdueAt: "2026-03-17T02:00:00.000Z" },
    });
    expect(numbersIn(await overdue())).toEqual([named.licence]);
    expect(await confirm(second, named)).toMatchObject({ state: "PUT_RIGHT", overdueAt: null });
    expect(numbersIn(await overdue())).toEqual([]);
    world.platform.clock.set("2026-04-17T02:00:00.000Z");
    expect(await runClocks()).toEqual(ran(0));
  });

  it("is overdue no more under a new deadline, and flagged anew when that has passed too", async () => {
    const { named, first, second } = await wrongOne();
    world.platform.clock.set("2026-03-17T02:00:00.000Z");
    await runClocks();
    await report(second, named, { outcome: "RECTIFICATION", rectifyBy: "2026-03-20" });
    expect(await confirm(first, named)).toMatchObject({ rectifyBy: "2026-03-20", overdueAt: null });
    expect(await runClocks()).toEqual(ran(0));
    expect(numbersIn(await overdue())).toEqual([]);
    world.platform.clock.set("2026-03-21T02:00:00.000Z");
    expect(await runClocks()).toEqual(ran(1));
    expect(at(await overdue(), "edges")).toMatchObject([{ node: { rectifyBy: "2026-03-20" } }]);
  });

  it("confirmed as put right while it is flagged is overdue no more, whichever was first", async () => {
    const { named, first, second } = await wrongOne();
    world.platform.clock.set("2026-03-17T02:00:00.000Z");
    await report(first, named, { outcome: "PUT_RIGHT" });
    const [run, done] = await Promise.all([runClocks(), confirm(second, named)]);
    expect(run.rectificationsOverdue).toBeLessThanOrEqual(1);
    expect(done).toMatchObject({ state: "PUT_RIGHT", overdueAt: null });
    expect(await listPlanned(named.plan)).toMatchObject([{ state: "PUT_RIGHT", overdueAt: null }]);
    expect(numbersIn(await overdue())).toEqual([]);
  });

  it("was ordered with the legal remedies against the order, and what was put right has none", async () => {
    const { named, first, second } = await wrongOne();
    const remedies = async () => {
      const fields = "remedies { against isTold servedOn reconsiderationUntil actionUntil }";
      const query = `query ($where: RegionCode!) {
        inspectionResults(region: $where, first: 1) { edges { node { ${fields} } } } }`;
      const edges = at(await ask(undefined, query, { where: world.region }), "inspectionResults", "edges");
      return Array.isArray(edges) ? at(edges[0] ?? null, "node", "remedies") : edges;
    };
    expect(await remedies()).toMatchObject({ against: "RECTIFICATION_ORDER", isTold: true });
    await report(first, named, { outcome: "PUT_RIGHT", note: "已分开" });
    await confirm(second, named);
    expect(await remedies()).toBeNull();
  });

  it("put right in time is never flagged", async () => {
    const { named, first, second } = await wrongOne();
    world.platform.clock.set("2026-03-16T02:00:00.000Z");
    await report(first, named, { outcome: "PUT_RIGHT" });
    await confirm(second, named);
    world.platform.clock.set("2026-03-20T02:00:00.000Z");
    expect(await runClocks()).toEqual(ran(0));
    expect(await listPlanned(named.plan)).toMatchObject([{ state: "PUT_RIGHT", overdueAt: null }]);
  });

  it("is read page by page in the plan's region and around it, the longest first, by its supervisors alone", async () => {
    await licences(3);
    const [first, second] = await inspectors(2);
    if (!first || !second) throw new Error("no inspectors");
    const plan = textAt(await draw({ count: 3, region: county() }), "id");
    const days = ["2026-03-12", "2026-03-10", "2026-03-11"];
    const due: [string, string][] = [];
    for (const [i, one] of (await listPlanned(plan)).entries()) {
      const named = { plan, licence: textAt(one, "licenceNumber") };
      await report(first, named, { outcome: "RECTIFICATION", rectifyBy: days[i] });
      await confirm(second, named);
      due.push([days[i] ?? "", named.licence]);
    }
    world.platform.clock.set("2026-03-20T02:00:00.000Z");
    expect(await runClocks()).toEqual(ran(3));
    const longestFirst = due.sort().map(([, licence]) => licence);
    for (const where of [county(), `${world.region.slice(0, 2)}0100`, world.region]) {
      expect(numbersIn(await overdue(where))).toEqual(longestFirst);
    }
    const page = await overdue(world.region, { first: 2 });
    const rest = await overdue(world.region, { first: 2, after: textAt(page, "pageInfo", "endCursor") });
    expect([...numbersIn(page), ...numbersIn(rest)]).toEqual(longestFirst);
    expect(at(rest, "pageInfo", "hasNextPage")).toBe(false);
    const elsewhere = await newOfficer(world.platform, { roles: ["SUPERVISOR"], region: "11" });
    const where = { region: world.region.slice(0, 2) };
    const others = await newOfficer(world.platform, {
      ...where,
      roles: ["SUPERVISOR"],
      departments: ["BJ-GA"],
    });
    for (const by of [elsewhere, others, first]) {
      await expect(overdue(world.region, { by })).rejects.toThrow("FORBIDDEN");
    }
  });

  it("is flagged behind a hundred entries that fail, and each of those is told", async () => {
    const { named } = await wrongOne();
    world.platform.clock.set("2026-03-17T02:00:00.000Z");
    // A run that has no time begins nothing, and says so.
    expect(await runClocks({ forMs: 0 })).toEqual({ ...ran(0), finished: false });
    await addPoisoned(101);
    const { faults, ...run } = await runClocks();
    expect(run).toEqual({ rectificationsOverdue: 1, finished: true });
    expect(faults).toHaveLength(101);
    expect(numbersIn(await overdue())).toEqual([named.licence]);
  });
});
