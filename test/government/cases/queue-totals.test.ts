import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { totalsOf } from "../../../services/government/cases/lists/count-desk.ts";
import { date, dateAt } from "../../../services/kernel/civil-date.ts";
import { at, type Json, type TestPlatform } from "../../support/platform.ts";
import {
  acceptCase,
  act,
  allRounder,
  BY_HAND,
  CHAOYANG,
  fileCase,
  newApplicant,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

const TOTALS = "total due overdue isMore";

let platform: TestPlatform;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  platform.clock.set("2026-03-02T02:00:00.000Z");
  officer = await allRounder(platform);
});
afterAll(() => platform.stop());

async function ask(query: string, { token } = officer): Promise<Json> {
  const { data, errors } = await platform.call({ token, query: `{ done: ${query} }` });
  if (errors.length > 0) throw new Error(String(errors[0]?.extensions["code"]));
  return at(data, "done");
}

const waiting = (more = "", by = officer) =>
  ask(`workQueueTotals(region: "${CHAOYANG}", department: "BJ-GJJ"${more}) { ${TOTALS} }`, by);

describe("the totals of a queue", () => {
  it("are what waits, what is due today, and what was due before", async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push(await fileCase(platform, await newApplicant(platform)));
    expect(await waiting()).toEqual({ total: 3, due: 3, overdue: 0, isMore: false });
    expect(await waiting(`, item: "${BY_HAND}", step: "accept"`)).toMatchObject({ total: 3 });
    expect(await waiting(`, item: "${BY_HAND}", step: "decide"`)).toMatchObject({ total: 0 });
    expect(
      await ask(`workQueueTotals(region: "110000", within: true, department: "BJ-GJJ") { ${TOTALS} }`),
    ).toMatchObject({ total: 3 });
    await act(platform, officer, ids[0] ?? "", "accept", `acceptApplication(id: "${ids[0]}")`);
    await act(platform, officer, ids[0] ?? "", "review", `releaseStep(id: "${ids[0]}", step: "review")`);
    platform.clock.set("2026-03-02T16:00:00.000Z");
    expect(await waiting()).toMatchObject({ total: 3, overdue: 2 });
    platform.clock.set("2026-03-20T02:00:00.000Z");
    expect(await waiting()).toEqual({ total: 3, due: 0, overdue: 3, isMore: false });
    platform.clock.set("2026-03-02T02:00:00.000Z");
  });

  it("say of a step how the item calls it", async () => {
    const queue = await ask(
      `workQueue(region: "${CHAOYANG}", department: "BJ-GJJ") { edges { node { step stepName { zh en } } } }`,
    );
    expect(Object.values(Object(at(queue, "edges")))).toContainEqual({
      node: { step: "accept", stepName: { zh: "受理", en: expect.any(String) } },
    });
  });

  it("are a supervisor's for what is held, escalated and paused", async () => {
    const totals = `supervisionTotals(region: "${CHAOYANG}", department: "BJ-GJJ") {
      held { ${TOTALS} } escalated paused isMore }`;
    const before = await ask(totals);
    const id = await acceptCase(platform, await newApplicant(platform), officer);
    await ask(`node(id: "${id}") { id }`);
    const { data } = await platform.call({
      token: officer.token,
      query: `mutation { claimStep(id: "${id}", step: "review") { __typename } }`,
    });
    expect(at(data, "claimStep", "__typename")).toBe("Application");
    const held = Number(at(before, "held", "total"));
    expect(await ask(totals)).toMatchObject({ held: { total: held + 1 }, escalated: 0, paused: 0 });
    const until = dateAt(platform.clock.now());
    const pause = `pauseApplication(id: "${id}", reason: EXPERT_REVIEW, note: "专家评审", until: "${until}") { __typename }`;
    await platform.call({ token: officer.token, query: `mutation { ${pause} }` });
    expect(await ask(totals)).toMatchObject({ paused: 1, isMore: false });
  });

  it("are of the officer's jurisdiction and roles alone", async () => {
    const elsewhere = await newOfficer(platform, { roles: ["REVIEWER"], region: "31" });
    await expect(waiting("", elsewhere)).rejects.toThrow("FORBIDDEN");
    const auditor = await newOfficer(platform, { roles: ["AUDITOR"] });
    await expect(waiting("", auditor)).rejects.toThrow("FORBIDDEN");
    await expect(waiting(', step: "accept"')).rejects.toThrow("BAD_USER_INPUT");
  });

  it("tell a day from the next by the civil date", () => {
    const places = ["2026-03-01#app_1#a", "2026-03-02#app_2#a", "2026-03-02#app_3#a", "2026-03-03#app_4#a"];
    expect(totalsOf(places, date("2026-03-02"))).toEqual({ total: 4, due: 2, overdue: 1 });
    expect(totalsOf([], date("2026-03-02"))).toEqual({ total: 0, due: 0, overdue: 0 });
  });
});
