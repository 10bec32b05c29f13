import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COST_MAX } from "../../../services/api/cost.ts";
import { newNumber, row, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { type Call, startPlatform, type TestPlatform } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(" ");

/** The refusal, with what it names; nothing was read or written for it. */
async function refusal(call: Call) {
  const { status, data, errors } = await platform.call(call);
  expect(errors).toHaveLength(1);
  return { status, data, extensions: errors[0]?.extensions, message: errors[0]?.message };
}

const EXCEEDED = {
  status: 400,
  data: null,
  extensions: {
    code: "LIMIT_EXCEEDED",
    limit: "cost",
    cost: expect.any(Number),
    max: COST_MAX,
    calls: expect.any(Number),
    writes: expect.any(Number),
    cpuMs: expect.any(Number),
    retryable: false,
    requestId: expect.any(String),
  },
};

describe("a document that would take too much is refused before it runs, with its cost and the bound", () => {
  it("four times 400 bills", async () => {
    const { liveKey: apiKey } = await seedBiller(platform);
    const rows = Array.from({ length: 400 }, () => row({ accountNumber: newNumber() }));
    const query = `mutation ($rows: [BillRowInput!]!) { ${times(4, (i) => `b${i}: submitBills(rows: $rows) { __typename }`)} }`;
    const found = await refusal({ query, variables: { rows }, apiKey });
    expect(found).toMatchObject(EXCEEDED);
    expect(Number(found.extensions?.["cost"])).toBeGreaterThan(4 * COST_MAX);
    expect(found.message).toContain(String(found.extensions?.["cost"]));
    expect(platform.logs.findLast(({ message }) => message === "request")?.["writeUnits"]).toBeLessThan(5);
  });

  it("twenty work queues of a city with its districts", async () => {
    const token = await platform.tokens.officer({ roles: ["REVIEWER"] });
    const query = `{ ${times(20, (i) => `q${i}: workQueue(region: "110000", within: true, department: "BJ-GJJ") { edges { cursor } }`)} }`;
    expect(await refusal({ query, token })).toMatchObject(EXCEEDED);
  });

  it("29 time limits of 99 items, for anybody", async () => {
    const query = `{ serviceItems(region: "110000", first: 99) { edges { node { ${times(
      29,
      (i) => `t${i}: timeLimits(receivedOn: "2026-11-23") { promised }`,
    )} } } } }`;
    expect(await refusal({ query: query })).toMatchObject(EXCEEDED);
  });

  it("what 100 applications would pay, 29 times over", async () => {
    const token = await platform.tokens.citizen();
    const amounts = times(29, (i) => `a${i}: confirmation { amount }`);
    const asked = (first: number, what: string) =>
      `{ me { applications(first: ${first}) { edges { node { ${what} } } } } }`;
    expect(await refusal({ query: asked(100, amounts), token })).toMatchObject(EXCEEDED);
    expect((await platform.call({ query: asked(50, "confirmation { amount }"), token })).errors).toEqual([]);
  });

  it("lists in lists, whichever way they are reached: by fragments, variables, defaults", async () => {
    const token = await platform.tokens.citizen();
    const query = `query ($n: Int = 100) { me { ...A } }
      fragment A on Citizen { applications(first: $n) { ...B } }
      fragment B on ApplicationConnection { edges { node { notes(first: $n) { edges { node { text } } }
        auditTrail(first: $n) { edges { node { action } } } } } }`;
    expect(await refusal({ query, token })).toMatchObject(EXCEEDED);
    expect(await refusal({ query, token, variables: { n: 99 } })).toMatchObject(EXCEEDED);
    const { errors } = await platform.call({ query, token, variables: { n: 3 } });
    expect(errors).toEqual([]);
  });

  it("the schema many times over, and not once", async () => {
    const token = await platform.tokens.citizen();
    const whole = getIntrospectionQuery();
    expect((await platform.call({ query: whole, token })).errors).toEqual([]);
    const types = times(25, (i) => `t${i}: types { fields { args { name description } name description } }`);
    expect(await refusal({ query: `{ __schema { ${types} } }`, token })).toMatchObject(EXCEEDED);
  });
});

describe("what is not asked for costs nothing", () => {
  it("as by @skip and @include", async () => {
    const token = await platform.tokens.officer({ roles: ["REVIEWER"] });
    const query = `query ($no: Boolean!) { ${times(
      15,
      (i) =>
        `q${i}: workQueue(region: "110000", within: true, department: "BJ-GJJ") @include(if: $no) { edges { cursor } }`,
    )} viewer { kind } }`;
    const { errors, data } = await platform.call({ query, token, variables: { no: false } });
    expect([errors, data]).toEqual([[], { viewer: { kind: "OFFICER" } }]);
  });

  it("as by a fragment that is spread many times", async () => {
    const token = await platform.tokens.citizen();
    const query = `{ me { applications(first: 100) { edges { node { ${"...A ".repeat(40)} } } } } }
      fragment A on Application { status region item { code } }`;
    expect((await platform.call({ query, token })).errors).toEqual([]);
  });
});
