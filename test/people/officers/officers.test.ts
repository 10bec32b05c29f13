import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "../../../services/kernel/actor.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { afterSignIn, type OfficerRecord } from "../../../services/people/officers/officer.ts";
import { draftOf, publishItem } from "../../government/catalogue/items.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";

type Claims = NonNullable<Parameters<TestPlatform["tokens"]["officer"]>[0]>;

let platform: TestPlatform;
let supervisor: string;
/** Each test lists officers of a department of its own. */
let department = "";
let departments = 0;
beforeAll(async () => {
  platform = await startPlatform();
  supervisor = await platform.tokens.officer({ roles: ["SUPERVISOR"], region: "11", name: "马超" });
});
beforeEach(() => {
  departments += 1;
  department = `BJ-DEPT-${departments}`;
});
afterAll(() => platform.stop());

async function ask(token: string, query: string): Promise<Json> {
  const { data, errors } = await platform.call({ token, query });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

/** Signs an officer in, with a token that was issued at the platform's time. */
async function signIn(claims: Claims): Promise<{ readonly id: `ofc_${string}`; readonly token: string }> {
  const id = claims.id ?? newId("ofc", systemRuntime);
  const token = await platform.tokens.officer({ region: "11", departments: [department], ...claims, id });
  await ask(token, "{ viewer { id } }");
  return { id, token };
}

async function listed(where: string, token = supervisor, first = 50): Promise<readonly Json[]> {
  const found: Json[] = [];
  for (let after = ""; ; ) {
    const query = `{ officers(${where}, first: ${first}${after}) {
      edges { node { id name roles departments { code } } } pageInfo { hasNextPage endCursor } } }`;
    const page = at(await ask(token, query), "officers");
    found.push(...Object.values(Object(at(page, "edges"))).map((edge) => at(edge as Json, "node")));
    if (at(page, "pageInfo", "hasNextPage") === false) return found;
    after = `, after: "${textAt(page, "pageInfo", "endCursor")}"`;
  }
}

const reviewersHere = (region = "110105") =>
  `role: REVIEWER, region: "${region}", department: "${department}"`;
const namesIn = (officers: readonly Json[]) => officers.map((officer) => at(officer, "name")).sort();

describe("an officer who has signed in", () => {
  it("is found by role, region and department, with a name", async () => {
    const { id } = await signIn({ roles: ["REVIEWER", "DECIDER"], name: "杨帆" });
    await signIn({ roles: ["ACCEPTOR"], name: "陈洁" });
    await signIn({ roles: ["REVIEWER"], region: "110108", name: "李雷" });
    await signIn({ roles: ["REVIEWER"], departments: ["BJ-OTHER"], name: "韩梅" });
    await signIn({ roles: ["REVIEWER"], departments: [department, "BJ-OTHER"], name: "周敏" });
    const found = await listed(reviewersHere());
    expect(namesIn(found)).toEqual(["周敏", "杨帆"]);
    expect(found).toContainEqual({
      ...{ id, name: "杨帆", roles: ["REVIEWER", "DECIDER"], departments: [{ code: department }] },
    });
  });

  it("is found under all departments where they work for all, page by page, and each once", async () => {
    for (const name of ["甲", "乙", "丙"]) await signIn({ roles: ["REVIEWER"], name, region: "1101" });
    const everywhere = await signIn({ roles: ["REVIEWER"], name: "丁", departments: [] });
    expect(namesIn(await listed(reviewersHere(), supervisor, 1))).toEqual(["丁", "丙", "乙", "甲"].sort());
    expect(await listed(reviewersHere("110000"))).toEqual([
      expect.objectContaining({ id: everywhere.id, departments: [] }),
    ]);
    // Others of all departments stand in the lists of the tests that come after.
    await signIn({ id: everywhere.id, roles: [], departments: [] });
  });

  it("is told by name in their own view, and to nobody else than officers", async () => {
    const { token } = await signIn({ roles: ["REVIEWER"], name: "  杨帆 " });
    expect(await ask(token, "{ viewer { name } }")).toEqual({ viewer: { name: "杨帆" } });
    const citizen = await platform.tokens.citizen();
    expect(await ask(citizen, "{ viewer { name } }")).toEqual({ viewer: { name: null } });
    const query = `{ officers(${reviewersHere()}) { edges { node { name } } } }`;
    for (const by of [citizen, token]) {
      const { errors } = await platform.call({ token: by, query });
      expect(errors[0]?.extensions["code"]).toBe("FORBIDDEN");
    }
  });

  it("is listed in the asking officer's jurisdiction alone", async () => {
    const elsewhere = await platform.tokens.officer({ roles: ["SUPERVISOR"], region: "31" });
    await expect(listed(reviewersHere(), elsewhere)).rejects.toThrow("FORBIDDEN");
    const other = await platform.tokens.officer({ roles: ["SUPERVISOR"], departments: ["BJ-OTHER"] });
    await expect(listed(reviewersHere(), other)).rejects.toThrow("FORBIDDEN");
  });

  it("has departments by their names", async () => {
    const name = { zh: "北京市规划局", en: "Beijing planning" };
    await publishItem(
      platform,
      draftOf({ code: "OFFICER-DEPT", department: { code: department, name } }),
      {},
    );
    await signIn({ roles: ["REVIEWER"], name: "杨帆" });
    const query = `{ officers(${reviewersHere()}) { edges { node { departments { name { zh } } } } } }`;
    expect(await ask(supervisor, query)).toEqual({
      officers: { edges: [{ node: { departments: [{ name: { zh: "北京市规划局" } }] } }] },
    });
  });
});

describe("the record of an officer", () => {
  it("is written when a sign-in says something new, and not with each request", async () => {
    const person = platform.newCitizen();
    const { id, token } = await signIn({ roles: ["REVIEWER"], name: "杨帆", person });
    for (let i = 0; i < 3; i += 1) await ask(token, "{ viewer { id } }");
    await signIn({ id, roles: ["REVIEWER"], name: "杨帆", person });
    expect(await trailOf(platform.database(), "registry", id)).toHaveLength(1);
    platform.clock.advance(60_000);
    await signIn({ id, roles: ["DECIDER"], name: "杨帆", person });
    expect(await trailOf(platform.database(), "registry", id)).toHaveLength(2);
    expect(await listed(reviewersHere())).toEqual([]);
  });

  it("goes back to no older sign-in", () => {
    const officer: Officer = {
      ...{ kind: "OFFICER", mode: "live", id: "ofc_0123456789abcdef", roles: ["REVIEWER"] },
      jurisdiction: { regionPrefix: "11", departments: [] },
    };
    const told = (name: string, at: string, before?: OfficerRecord) =>
      afterSignIn({ ...officer, signIn: { name, at: at as OfficerRecord["since"] } }, before);
    const first = told("杨帆", "2026-03-02T02:00:00.000Z");
    expect(first).toMatchObject({ name: "杨帆", revision: 1 });
    expect(told("杨帆", "2026-03-03T02:00:00.000Z", first)).toBe(first);
    const second = told("杨凡", "2026-03-03T02:00:00.000Z", first);
    expect(second).toMatchObject({ name: "杨凡", revision: 2 });
    expect(told("杨帆", "2026-03-02T03:00:00.000Z", second)).toBe(second);
    expect(afterSignIn(officer, second)).toBe(second);
    expect(afterSignIn(officer, undefined)).toBeUndefined();
  });
});
