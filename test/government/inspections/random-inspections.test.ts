import { createHash, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { at, type Json, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { newApplicant, newEnterprise, newOfficer } from "../cases/casework.ts";
import { enrol, newInspector } from "../licences/food-business.ts";
import { inspectionWorld, PLAN } from "./inspection-world.ts";

const world = inspectionWorld();
const { county, licence, licences, inspectors, ask, draw, listPlanned, report, confirm, results, drawOne } =
  world;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a draw", () => {
  it("can be repeated by anybody from what is published: seed, all that could be drawn, and both digests", async () => {
    const all = await licences(7);
    await inspectors(3);
    const drawnBySupervisor = await draw({ percent: 30 });
    const id = textAt(drawnBySupervisor, "id");
    const query = `query ($id: ID!) { inspectionPlan(id: $id) { ${PLAN} } }`;
    const before = at(await ask(undefined, query, { id }), "inspectionPlan");
    expect(before).toMatchObject({ drawnCount: 3, frameSize: 7, seed: null, frame: null, drawn: null });
    world.platform.clock.set("2026-03-31T16:00:00.000Z");
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
    const first = await draw({ count: 2 }, world.supervisor, key);
    expect(await draw({ count: 2 }, world.supervisor, key)).toEqual(first);
    expect(await draw({ count: 1 }, world.supervisor, key)).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
    const query = `query ($region: RegionCode!) { inspectionPlans(region: $region) { edges { node { id } } } }`;
    const listed = at(await ask(undefined, query, { region: world.region }), "inspectionPlans", "edges");
    expect(listed).toEqual([{ node: { id: textAt(first, "id") } }]);
  });

  it("is of licences that are valid on its day, in the region and all that lies in it", async () => {
    const here = [await licence(), await licence({ county: `${world.region.slice(0, 2)}0104` })].sort();
    await licence({ county: "510104" });
    await inspectors(2);
    expect(at(await draw({ count: 5 }), "drawn")).toHaveLength(2);
    expect(at(await draw({ count: 5, region: county() }), "frame")).toHaveLength(1);
    world.platform.clock.set("2031-03-02T02:00:00.000Z");
    const later = { from: "2031-03-02", until: "2031-03-31" };
    expect(await draw({ count: 1, ...later })).toMatchObject({ code: "NOTHING_TO_INSPECT" });
    expect(here).toHaveLength(2);
  });

  it("gives each two persons of the roll, and passes over who represents the holder or has an interest in it", async () => {
    const enterprise = await newEnterprise(world.platform);
    const number = await licence({ enterprise });
    const where = { region: world.region.slice(0, 2) };
    await newInspector(world.platform, { ...where, person: enterprise.representative.id });
    const partial = await newInspector(world.platform, where, [enterprise.creditCode]);
    const [fit] = await inspectors(1);
    expect(await draw({ count: 1 })).toMatchObject({ code: "NOT_ENOUGH_INSPECTORS" });
    await newInspector(world.platform, { region: "11" });
    expect(await draw({ count: 1 })).toMatchObject({ code: "NOT_ENOUGH_INSPECTORS" });
    const [other] = await inspectors(1);
    const [one] = await listPlanned(textAt(await draw({ count: 1 }), "id"));
    expect(one).toMatchObject({
      licenceNumber: number,
      state: "DRAWN",
      licence: { number, status: "VALID" },
    });
    const drawn = Object.values(Object(at(one ?? null, "inspectors"))).map((each) =>
      textAt(each as Json, "id"),
    );
    expect(drawn.sort()).toEqual([fit?.id, other?.id].sort());
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
    const narrow = await newOfficer(world.platform, { roles: ["SUPERVISOR"], region: "32" });
    expect(await draw({ region: "320000", ...wish }, narrow)).toMatchObject(refusal);
  });
});

describe("what was found", () => {
  it("is said by one of the two, confirmed by the other, and published by that, with reason and date", async () => {
    const { named, first, second } = await drawOne();
    expect(await report(first, named, { outcome: "NO_PROBLEM", note: "未发现问题" })).toMatchObject({
      state: "REPORTED",
    });
    expect(await confirm(first, named)).toMatchObject({ __typename: "NotAllowedNow", state: "REPORTED" });
    expect(at(await results(county()), "edges")).toEqual([]);
    expect(await confirm(second, named)).toMatchObject({ state: "NO_PROBLEM", reportable: [] });
    for (const where of [county(), `${world.region.slice(0, 2)}0100`, world.region]) {
      expect(at(await results(where), "edges")).toEqual([
        {
          node: {
            ...{ licenceNumber: named.licence, holderName: "北京好味餐饮有限公司", outcome: "NO_PROBLEM" },
            ...{ note: "未发现问题", rectifyBy: null, publishedAt: world.platform.clock.now() },
            planTitle: "餐饮服务抽查",
          },
        },
      ]);
    }
    expect(await report(first, named, { outcome: "NO_PROBLEM" })).toMatchObject({
      __typename: "NotAllowedNow",
      state: "NO_PROBLEM",
    });
  });

  it("wrong, is to be put right by a day that the holder is told, and published again when it is", async () => {
    const enterprise = await newEnterprise(world.platform);
    const { named, first, second } = await drawOne(enterprise);
    const wrong = { outcome: "RECTIFICATION", note: "生熟未分开" };
    expect(await report(first, named, wrong)).toMatchObject({ code: "DEADLINE_NEEDED" });
    expect(await report(first, named, { ...wrong, rectifyBy: "2026-03-02" })).toMatchObject({
      code: "DEADLINE_NOT_FITTING",
      path: ["input", "rectifyBy"],
    });
    await report(first, named, { ...wrong, rectifyBy: "2026-03-16" });
    expect(await confirm(second, named)).toMatchObject({
      ...{ state: "RECTIFICATION", rectifyBy: "2026-03-16", reportable: ["PUT_RIGHT", "RECTIFICATION"] },
    });
    await sweep(world.platform);
    const told = "{ me { notifications(first: 5) { edges { node { type text about } } } } }";
    const heard = await ask(enterprise.representative.token, told);
    expect(JSON.stringify(heard)).toContain("something to be put right");
    const [, plan] =
      /"type":"inspection.rectification-ordered".*?"about":"(\w+)"/.exec(JSON.stringify(heard)) ?? [];
    const node = `{ node(id: "${plan}") { ... on InspectionPlan { title } } }`;
    expect(await ask(enterprise.representative.token, node)).toEqual({ node: { title: expect.any(String) } });
    world.platform.clock.set("2026-03-16T02:00:00.000Z");
    await report(second, named, { outcome: "PUT_RIGHT", note: "已改正" });
    expect(await confirm(first, named)).toMatchObject({ state: "PUT_RIGHT", rectifyBy: null });
    expect(at(await results(world.region), "edges")).toMatchObject([
      { node: { outcome: "PUT_RIGHT" } },
      { node: { outcome: "RECTIFICATION", rectifyBy: "2026-03-16" } },
    ]);
  });

  it("is reported by those who were drawn, from the first day on, and by none who came to have an interest", async () => {
    const enterprise = await newEnterprise(world.platform);
    const { named, first, second } = await drawOne(enterprise);
    const [other] = await inspectors(1);
    const unknown = { __typename: "NotFound", code: "INSPECTION_NOT_FOUND" };
    if (!other) throw new Error("no inspector");
    expect(await report(other, named, { outcome: "NO_PROBLEM" })).toMatchObject(unknown);
    expect(
      await report(first, { ...named, plan: "ipl_0123456789abcdef" }, { outcome: "NO_PROBLEM" }),
    ).toMatchObject(unknown);
    await enrol(world.platform, first, [enterprise.creditCode]);
    expect(await report(first, named, { outcome: "NO_PROBLEM" })).toMatchObject({
      code: "INSPECTOR_HAS_INTEREST",
    });
    await enrol(world.platform, first);
    const later = textAt(await draw({ count: 1, from: "2026-03-09" }), "id");
    const [own] = await listPlanned(later);
    const drawnLater = [first, second, other].find(({ id }) => JSON.stringify(own).includes(id));
    expect(
      await report(drawnLater ?? other, { ...named, plan: later }, { outcome: "NO_PROBLEM" }),
    ).toMatchObject({ code: "NOT_BEFORE" });
  });

  it("confirmed by the other twice at once is published once", async () => {
    const { named, first, second } = await drawOne();
    await report(first, named, { outcome: "NOT_REACHABLE" });
    const outcomes = await Promise.all([confirm(second, named), confirm(second, named)]);
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual([
      "NotAllowedNow",
      "PlannedInspection",
    ]);
    expect(at(await results(world.region), "edges")).toHaveLength(1);
  });

  it("is read page by page, the newest first", async () => {
    await licences(3);
    const [first, second] = await inspectors(2);
    if (!first || !second) throw new Error("no inspectors");
    const plan = await draw({ count: 3 });
    for (const [i, one] of (await listPlanned(textAt(plan, "id"))).entries()) {
      world.platform.clock.set(`2026-03-0${i + 3}T02:00:00.000Z`);
      const named = { plan: textAt(plan, "id"), licence: textAt(one, "licenceNumber") };
      await report(first, named, { outcome: "NO_PROBLEM" });
      await confirm(second, named);
    }
    const page = await results(world.region, 2);
    expect(at(page, "pageInfo", "hasNextPage")).toBe(true);
    const rest = await results(world.region, 2, textAt(page, "pageInfo", "endCursor"));
    const dates = [page, rest].flatMap((one) => {
      const edges = at(one, "edges");
      return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "publishedAt")) : [];
    });
    expect(dates.map((date) => date.slice(0, 10))).toEqual(["2026-03-05", "2026-03-04", "2026-03-03"]);
  });

  it("before the period is over, is all that others than the plan's officers learn of whom it meets", async () => {
    const { named } = await drawOne();
    const elsewhere = await newOfficer(world.platform, { roles: ["SUPERVISOR"], region: "11" });
    expect(await listPlanned(named.plan, elsewhere.token)).toEqual([]);
    const query = `query ($id: ID!) { inspectionPlan(id: $id) { seed frame drawn } }`;
    const citizen = await newApplicant(world.platform);
    const clerk = await newOfficer(world.platform, { roles: ["ACCEPTOR"], region: world.region.slice(0, 2) });
    for (const token of [undefined, citizen.token, elsewhere.token, clerk.token]) {
      expect(at(await ask(token, query, { id: named.plan }), "inspectionPlan")).toEqual({
        ...{ seed: null, frame: null, drawn: null },
      });
    }
  });
});
