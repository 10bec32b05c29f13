import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { regionsWithin } from "../../../services/field/region.ts";
import { listDesk } from "../../../services/government/cases/lists/list-desk.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import { region } from "../catalogue/items.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  BY_HAND,
  caseOf,
  desk,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  PERMIT,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";

const [CHAOYANG, HAIDIAN, SHUNYI] = ["110105", "110108", "110113"] as const;
const FUND = "BJ-GJJ";
const DAYS = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"] as const;

let platform: TestPlatform;
let supervisor: TestOfficer;
/** Cases by the order in which they were handed in: a day each, by turns in three districts. */
const cases: string[] = [];
beforeAll(async () => {
  platform = await startCasework();
  for (const [i, day] of DAYS.entries()) {
    platform.clock.set(`${day}T02:00:00.000Z`);
    const { token } = await newApplicant(platform);
    const where = [CHAOYANG, HAIDIAN, SHUNYI][i % 3] ?? CHAOYANG;
    const id = textAt(await startCase(platform, token, { region: where }), "id");
    await saveCase(platform, token, id, RENT_FORM);
    await submitCase(platform, token, id);
    cases.push(id);
  }
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "11" });
});
afterAll(() => platform.stop());

const queue = async (args: string, by = supervisor): Promise<readonly string[]> =>
  (await desk(platform, by.token, `workQueue(department: "${FUND}", ${args})`)).map(({ id }) => id);

const refusalOf = async (list: string): Promise<unknown> =>
  (
    await platform.call({
      token: supervisor.token,
      query: `{ ${list} { edges { cursor } } }`,
    })
  ).errors[0]?.message;

describe("a work queue", () => {
  it("is that of one region, or of all that lies in it: a city's supervisor sees its districts as one", async () => {
    expect(await queue(`region: "${CHAOYANG}"`)).toEqual([cases[0], cases[3]]);
    expect(await queue(`region: "110000"`)).toEqual([]);
    expect(await queue(`region: "110000", within: true`)).toEqual(cases);
    expect(await queue(`region: "110100", within: true`)).toEqual(cases);
  });

  it("of a city is read page by page, what is due first first, and none twice", async () => {
    const read = async (first: number): Promise<string[][]> => {
      const pages: string[][] = [];
      for (let after = ""; ; ) {
        const query = `{ workQueue(region: "110000", within: true, department: "${FUND}", first: ${first}${after}) {
          edges { node { application { id } } } pageInfo { hasNextPage endCursor } } }`;
        const { data } = await platform.call({ token: supervisor.token, query });
        const edges = at(data, "workQueue", "edges");
        pages.push(Array.isArray(edges) ? edges.map((e) => textAt(e, "node", "application", "id")) : []);
        if (at(data, "workQueue", "pageInfo", "hasNextPage") === false) return pages;
        after = `, after: "${textAt(data, "workQueue", "pageInfo", "endCursor")}"`;
      }
    };
    for (const first of [1, 2, 3, 10]) expect((await read(first)).flat()).toEqual(cases);
  });

  it("is that of an item, with all its steps, or of one of them", async () => {
    const officer = await allRounder(platform);
    const moved = cases[0] ?? "";
    platform.clock.set("2026-03-06T03:00:00.000Z");
    await act(platform, officer, moved, "accept", `acceptApplication(id: "${moved}")`);
    const all = await queue(`region: "110000", within: true, item: "${BY_HAND}"`);
    expect([...all].sort()).toEqual([...cases].sort());
    expect(await queue(`region: "110000", within: true, item: "${BY_HAND}", step: "review"`)).toEqual([
      moved,
    ]);
    expect(await queue(`region: "110000", within: true, item: "${PERMIT}"`)).toEqual([]);
    expect(await queue(`region: "110000", within: true, item: "NO-SUCH-ITEM"`)).toEqual([]);
  });

  it("holds what is due from one day on, by another, or between the two", async () => {
    const due = new Map<string, string>();
    for (const id of cases.slice(1)) {
      const [{ dueOn } = { dueOn: "" }] = (
        await desk(
          platform,
          supervisor.token,
          `workQueue(department: "${FUND}", region: "110000", within: true)`,
        )
      ).filter((one) => one.id === id);
      due.set(id, dueOn ?? "");
    }
    const city = `region: "110000", within: true, item: "${BY_HAND}", step: "accept"`;
    const between = (from: string, by: string) =>
      cases.slice(1).filter((id) => from <= (due.get(id) ?? "") && (due.get(id) ?? "") <= by);
    const [from, by] = [due.get(cases[2] ?? "") ?? "", due.get(cases[3] ?? "") ?? ""];
    expect(from < by).toBe(true);
    expect(await queue(`${city}, dueFrom: "${from}"`)).toEqual(between(from, "9999"));
    expect(await queue(`${city}, dueBy: "${by}"`)).toEqual(between("0", by));
    expect(await queue(`${city}, dueFrom: "${from}", dueBy: "${by}"`)).toEqual([cases[2], cases[3]]);
    expect(await queue(`${city}, dueFrom: "${from}", dueBy: "${by}", first: 1`)).toEqual([cases[2]]);
  });

  it("shows a supervisor what the officers of all districts have claimed", async () => {
    const officer = await allRounder(platform);
    const claimed = cases[1] ?? "";
    await mutateCase(platform, officer.token, `claimStep(id: "${claimed}", step: "accept")`);
    const held = (more: string) =>
      desk(platform, supervisor.token, `heldSteps(region: "110000", department: "${FUND}"${more})`);
    expect((await held(", within: true")).map(({ id }) => id)).toEqual([claimed]);
    expect(await held("")).toEqual([]);
    await mutateCase(platform, officer.token, `releaseStep(id: "${claimed}", step: "accept")`);
  });

  it("is closed outside the caller's jurisdiction, and to what no page can merge", async () => {
    const local = await newOfficer(platform, { roles: ["SUPERVISOR"], region: CHAOYANG });
    const query = `{ workQueue(region: "110000", within: true, department: "${FUND}") { edges { cursor } } }`;
    expect((await platform.call({ token: local.token, query })).errors[0]?.extensions["code"]).toBe(
      "FORBIDDEN",
    );
    const national = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "" });
    const province = query.replace("110000", "130000");
    expect((await platform.call({ token: national.token, query: province })).errors[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
    });
    const where = `department: "${FUND}", region: "110000"`;
    expect(await refusalOf(`workQueue(${where}, dueFrom: "2026-03-05", dueBy: "2026-03-04")`)).toContain(
      "dueFrom",
    );
    expect(await refusalOf(`workQueue(${where}, step: "accept")`)).toContain("item");
  });

  it("costs three round trips, one after the other, however many cases a page has", async () => {
    const actor: Officer = {
      ...{ kind: "OFFICER", mode: "live", id: newId("ofc", systemRuntime), roles: ["SUPERVISOR"] },
      person: platform.newCitizen(),
      jurisdiction: { regionPrefix: "11", departments: [] },
    };
    const database = platform.database();
    const reader = { database, mode: "live", actor, now: systemRuntime.now() } as const;
    const city = region("110000");
    const wish = { kind: "WAITING", region: city, within: true, department: FUND } as const;
    const { cases: found } = must(await listDesk(reader, wish, { first: 20 }));
    expect(found).toHaveLength(cases.length);
    const { roundTripsDeep, calls } = database.usage();
    // A query for each of the city's regions, at once, one batch of all cases, and one of how the officer stands to them.
    expect({ roundTripsDeep, calls }).toEqual({ roundTripsDeep: 3, calls: regionsWithin(city).length + 2 });
  });
});

it("a case that has left its step is in no queue of it", async () => {
  const id = cases[0] ?? "";
  expect(await queue(`region: "${CHAOYANG}", item: "${BY_HAND}", step: "accept"`)).not.toContain(id);
  expect(await caseOf(platform, supervisor.token, id)).toMatchObject({ status: "IN_REVIEW" });
});

it("a page of nothing but entries whose cases have moved on is passed over: there is always a place to go on", async () => {
  const id = cases[4] ?? "";
  const place = `2026-01-01#${id}#gone`;
  const stale = { pk: id, sk: "task#gone", index1pk: `desk#${HAIDIAN}#${FUND}`, index1sk: place };
  await platform.database().observe({ table: "records-live", item: stale });
  expect(await queue(`region: "${HAIDIAN}", first: 1`)).toEqual([cases[1]]);
});

it("an officer's own case is in no queue of theirs, and neither is one of somebody for whom they act", async () => {
  const [person, agent] = [await newApplicant(platform), await newApplicant(platform)];
  await authorise(platform, person, agent);
  const id = await fileCase(platform, person);
  const seenAs = async (who: Applicant): Promise<boolean> => {
    const officer = await newOfficer(platform, { roles: ["SUPERVISOR"], person: who.id });
    return (await queue(`region: "${CHAOYANG}", first: 50`, officer)).includes(id);
  };
  expect(await seenAs(await newApplicant(platform))).toBe(true);
  expect([await seenAs(person), await seenAs(agent)]).toEqual([false, false]);
});
