import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { at, type Json, textAt } from "../../support/platform.ts";
import { newEnterprise, newOfficer, type TestOfficer } from "../cases/casework.ts";
import { enrol, MARKET_REGULATION, newInspector } from "../licences/food-business.ts";
import { inspectionWorld, PLAN } from "./inspection-world.ts";

const world = inspectionWorld();
const { licence, inspectors, ask, draw, listPlanned, report, confirm, redrawInspector, drawOne } = world;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const inOrder = (ids: readonly string[], seed: string, number: string): readonly string[] =>
  ids
    .map((id) => [sha256(`${seed}\n${number}\n${id}`), id] as const)
    .sort()
    .map(([, id]) => id);

const texts = (list: Json): readonly string[] =>
  Array.isArray(list) ? list.map((one: Json) => textAt(one, "id")) : [];
const inspectorsIn = (outcome: Json): readonly string[] => [...texts(at(outcome, "inspectors"))].sort();
const ids = (...of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id).sort();

const planOf = async (id: string): Promise<Json> =>
  at(
    await ask(world.supervisor.token, `query ($id: ID!) { inspectionPlan(id: $id) { ${PLAN} } }`, { id }),
    "inspectionPlan",
  );

/** The record of the redraws of a plan's only inspection. */
async function redraws(plan: string, { token } = world.supervisor): Promise<readonly Json[]> {
  const query = `query ($plan: ID!) { plannedInspections(plan: $plan) { edges { node { redraws {
    replaced { id } inspector { id } by { id } at reason pool { id } passedOver { id } } } } } }`;
  const list = at(await ask(token, query, { plan }), "plannedInspections", "edges", 0, "node", "redraws");
  return Array.isArray(list) ? list : [];
}

const leave = ({ token }: TestOfficer): Promise<Json> =>
  ask(
    token,
    `mutation { leaveInspectorRoll(department: "${MARKET_REGULATION}") { ... on Inspector { isActive } } }`,
  );
const here = () => ({ region: world.region.slice(0, 2) });

describe("another inspector", () => {
  it("is the next in the order of the plan's seed, as anybody recomputes from what stands on record", async () => {
    const { named, first, second } = await drawOne();
    const before = await planOf(named.plan);
    const others = await inspectors(4);
    expect(await redrawInspector(world.supervisor, named, first)).toMatchObject({ state: "DRAWN" });
    await inspectors(3);
    const [redraw] = await redraws(named.plan);
    const pool = texts(at(redraw ?? null, "pool"));
    expect(pool).toEqual(ids(first, second, ...others));
    const order = inOrder(pool, textAt(before, "seed"), named.licence);
    const next = order.find((id) => id !== first.id && id !== second.id);
    expect(redraw).toEqual({
      ...{ replaced: { id: first.id }, inspector: { id: next }, by: { id: world.supervisor.id } },
      ...{ at: world.platform.clock.now(), reason: "因病不能前往" },
      ...{ pool: pool.map((id) => ({ id })), passedOver: [] },
    });
    // The plan's sources and its digests are as they were.
    expect(await planOf(named.plan)).toEqual(before);
  });

  it("inspects in the place of the one who cannot go; both find it among theirs, and one of them reports", async () => {
    const { named, first, second } = await drawOne();
    const [other] = await inspectors(1);
    if (!other) throw new Error("no inspector");
    expect(await listPlanned(named.plan, other.token, true)).toEqual([]);
    expect(inspectorsIn(await redrawInspector(world.supervisor, named, first))).toEqual(ids(second, other));
    for (const { token } of [first, second, other]) {
      const [mine] = await listPlanned(named.plan, token, true);
      expect(mine).toMatchObject({ redraws: [{ replaced: { id: first.id }, inspector: { id: other.id } }] });
      expect(inspectorsIn(mine ?? null)).toEqual(ids(second, other));
    }
    expect(await report(first, named, { outcome: "NO_PROBLEM" })).toMatchObject({
      ...{ __typename: "NotFound", code: "INSPECTION_NOT_FOUND" },
    });
    expect(await report(other, named, { outcome: "NO_PROBLEM" })).toMatchObject({ state: "REPORTED" });
    expect(await confirm(first, named)).toMatchObject({ __typename: "NotFound" });
    expect(await confirm(second, named)).toMatchObject({ state: "NO_PROBLEM" });
  });

  it("is none who has an interest, is not on the roll, inspects elsewhere, or has it drawn; these are on record", async () => {
    const enterprise = await newEnterprise(world.platform);
    const number = await licence({ enterprise });
    const [first, second] = await inspectors(2);
    if (!first || !second) throw new Error("no inspectors");
    const named = { plan: textAt(await draw({ count: 1 }), "id"), licence: number };
    const { supervisor } = world;
    const both = await newOfficer(world.platform, { roles: ["SUPERVISOR", "INSPECTOR"], ...here() });
    await enrol(world.platform, both);
    const passedOver = [
      await newInspector(world.platform, { ...here(), person: enterprise.representative.id }),
      await newInspector(world.platform, here(), [enterprise.creditCode]),
    ];
    const [gone] = await inspectors(1);
    if (!gone) throw new Error("no inspector");
    await leave(gone);
    const far = await newInspector(world.platform, { region: "11" });
    expect(await redrawInspector(both, named, first)).toMatchObject({ code: "NOT_ENOUGH_INSPECTORS" });
    expect(await redraws(named.plan)).toEqual([]);
    const [fit] = await inspectors(1);
    if (!fit) throw new Error("no inspector");
    expect(inspectorsIn(await redrawInspector(both, named, first))).toEqual(ids(second, fit));
    const [redraw] = await redraws(named.plan, supervisor);
    const pool = texts(at(redraw ?? null, "pool"));
    expect(pool).toEqual(ids(first, second, both, ...passedOver, fit));
    for (const { id } of [gone, far]) expect(pool).not.toContain(id);
    const order = inOrder(pool, textAt(await planOf(named.plan), "seed"), number);
    const unfit = ids(both, ...passedOver);
    const passed = order.slice(0, order.indexOf(fit.id)).filter((id) => unfit.includes(id));
    expect(texts(at(redraw ?? null, "passedOver"))).toEqual(passed);
  });

  it("is nobody who was drawn for it before, nor the same person under another sign-in", async () => {
    const number = await licence();
    const person = world.platform.newCitizen();
    const one = await newInspector(world.platform, { ...here(), person });
    const [second] = await inspectors(1);
    if (!second) throw new Error("no inspector");
    const named = { plan: textAt(await draw({ count: 1 }), "id"), licence: number };
    await newInspector(world.platform, { ...here(), person });
    expect(await redrawInspector(world.supervisor, named, one)).toMatchObject({
      code: "NOT_ENOUGH_INSPECTORS",
    });
    const [third] = await inspectors(1);
    if (!third) throw new Error("no inspector");
    await redrawInspector(world.supervisor, named, one);
    await leave(one);
    expect(await redrawInspector(world.supervisor, named, third)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "NOT_ENOUGH_INSPECTORS", path: ["licence"] },
    });
    expect(await redrawInspector(world.supervisor, named, one)).toMatchObject({ code: "NOT_DRAWN_FOR_IT" });
  });

  it("is drawn five times at most for one inspection", async () => {
    const { named, first } = await drawOne();
    await inspectors(6);
    let replaced: string = first.id;
    for (let i = 0; i < 5; i += 1) {
      await redrawInspector(world.supervisor, named, { id: replaced });
      replaced = textAt((await redraws(named.plan)).at(-1) ?? null, "inspector", "id");
    }
    expect(await redraws(named.plan)).toHaveLength(5);
    expect(await redrawInspector(world.supervisor, named, { id: replaced })).toMatchObject({
      ...{ __typename: "InvalidInput", code: "REDRAWN_TOO_OFTEN", path: ["licence"] },
    });
  });

  it("is drawn only before anything is reported", async () => {
    const { named, first, second } = await drawOne();
    await inspectors(2);
    await report(first, named, { outcome: "NOT_REACHABLE" });
    const refused = { __typename: "NotAllowedNow", code: "NOT_ALLOWED_NOW" };
    expect(await redrawInspector(world.supervisor, named, second)).toMatchObject({
      ...refused,
      state: "REPORTED",
    });
    await confirm(second, named);
    expect(await redrawInspector(world.supervisor, named, first)).toMatchObject({
      ...{ ...refused, state: "NOT_REACHABLE" },
    });
  });

  it("is drawn by a supervisor of the plan's department and region, for one of the two, with a reason", async () => {
    const { named, first, second } = await drawOne();
    const [other] = await inspectors(1);
    if (!other) throw new Error("no inspector");
    const unknown = { __typename: "NotFound", code: "PLANNED_INSPECTION_NOT_FOUND" };
    for (const wrong of [
      { ...named, plan: "ipl_0123456789abcdef" },
      { ...named, plan: "no plan" },
      { ...named, licence: "JY11105050876919" },
    ]) {
      expect(await redrawInspector(world.supervisor, wrong, first)).toMatchObject(unknown);
    }
    for (const where of [{ region: "11" }, { ...here(), departments: ["BJ-GA"] }]) {
      const elsewhere = await newOfficer(world.platform, { roles: ["SUPERVISOR"], ...where });
      expect(await redrawInspector(elsewhere, named, first)).toMatchObject(unknown);
    }
    for (const wrong of [other, { id: "nobody" }]) {
      expect(await redrawInspector(world.supervisor, named, wrong)).toMatchObject({
        ...{ __typename: "InvalidInput", code: "NOT_DRAWN_FOR_IT", path: ["inspector"] },
      });
    }
    expect(await redrawInspector(world.supervisor, named, first, " ")).toMatchObject({ path: ["reason"] });
    await expect(redrawInspector(second, named, first)).rejects.toThrow("FORBIDDEN");
    expect(await redraws(named.plan)).toEqual([]);
  });

  it("stands in the inspection's history with its reason, which inspectors do not read", async () => {
    const { named, first, second } = await drawOne();
    await inspectors(1);
    await redrawInspector(world.supervisor, named, first, "另有任务");
    const aggregate = `inspection#${named.plan}#${named.licence}`;
    const trail = await trailOf(world.platform.database(), "records-live", aggregate);
    expect(brokenLink(aggregate, trail)).toBeUndefined();
    expect(trail).toMatchObject([
      {
        ...{ action: "inspections.inspection.inspector-redrawn", actor: world.supervisor.id },
        reason: "另有任务",
      },
    ]);
    await expect(redraws(named.plan, second)).rejects.toThrow("FORBIDDEN");
  });
});

describe("at once", () => {
  it("two supervisors who replace the same inspector have one drawn", async () => {
    const { named, first } = await drawOne();
    await inspectors(3);
    const colleague = await newOfficer(world.platform, { roles: ["SUPERVISOR"], ...here() });
    const outcomes = await Promise.all(
      [world.supervisor, colleague].map((by) => redrawInspector(by, named, first)),
    );
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual([
      "InvalidInput",
      "PlannedInspection",
    ]);
    expect(await redraws(named.plan)).toHaveLength(1);
  });

  it("two who replace both inspectors have two others drawn", async () => {
    const { named, first, second } = await drawOne();
    const others = await inspectors(2);
    const colleague = await newOfficer(world.platform, { roles: ["SUPERVISOR"], ...here() });
    await Promise.all([
      redrawInspector(world.supervisor, named, first),
      redrawInspector(colleague, named, second),
    ]);
    const [now] = await listPlanned(named.plan);
    expect(inspectorsIn(now ?? null)).toEqual(ids(...others));
  });

  it("an inspector is either replaced or has reported", async () => {
    const { named, first } = await drawOne();
    await inspectors(1);
    const [reported, redrawn] = await Promise.all([
      report(first, named, { outcome: "NO_PROBLEM" }),
      redrawInspector(world.supervisor, named, first),
    ]);
    const done = [reported, redrawn].map((one) => textAt(one, "__typename") === "PlannedInspection");
    expect(done.filter(Boolean)).toHaveLength(1);
    const [now] = await listPlanned(named.plan);
    expect(now).toMatchObject({ state: done[0] ? "REPORTED" : "DRAWN" });
    expect(inspectorsIn(now ?? null).includes(first.id)).toBe(done[0]);
  });

  it("who leaves the roll while they are drawn is not the one, or was before they left", async () => {
    const { named, first, second } = await drawOne();
    const [leaving, staying] = await inspectors(2);
    if (!leaving || !staying) throw new Error("no inspectors");
    const [, outcome] = await Promise.all([leave(leaving), redrawInspector(world.supervisor, named, first)]);
    expect(textAt(outcome, "__typename")).toBe("PlannedInspection");
    const drawnOf = inspectorsIn(outcome);
    expect([ids(second, staying), ids(second, leaving)]).toContainEqual(drawnOf);
  });
});
