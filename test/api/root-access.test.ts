import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../services/kernel/ids.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { type Biller, row, seedBiller } from "../convenience/utilities/utility-world.ts";
import { startPlatform, type TestPlatform, textAt } from "../support/platform.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

const notTheirs = (directive = ""): string =>
  `rejectPartner(id: "ptn_0000000000000000", reason: "it is not mine") ${directive} { __typename }`;

const payment = (bill: string): string =>
  `payBills(idempotencyKey: "${newId("key", systemRuntime)}", input: { bills: ["${bill}"], channel: SANDBOX }) {
    ... on Payment { status } }`;

/** How a bill stands, as its biller sees it. */
const statusOf = async (bill: Record<string, string>): Promise<string> =>
  textAt((await biller.submit(bill))[0] ?? null, "status");

describe("a mutation of which one root field is not the caller's is refused whole", () => {
  it.each([
    ["the second", (pay: string) => `mutation { pay: ${pay} no: ${notTheirs()} }`],
    ["the first", (pay: string) => `mutation { no: ${notTheirs()} pay: ${pay} }`],
    [
      "one in fragments",
      (pay: string) => `mutation { pay: ${pay} ...F } fragment F on Mutation { ... { no: ${notTheirs()} } }`,
    ],
    [
      "one that the default of a variable includes",
      (pay: string) => `mutation ($x: Boolean = true) { pay: ${pay} no: ${notTheirs("@include(if: $x)")} }`,
    ],
  ])("so that no bill is paid where %s is refused", async (_, mutation) => {
    const bill = row({ amount: "30.00" });
    const id = textAt((await biller.submit(bill))[0] ?? null, "id");
    const token = await platform.tokens.citizen();
    const { status, data, errors } = await platform.call({ query: mutation(payment(id)), token });
    expect([status, data]).toEqual([200, null]);
    expect(errors).toMatchObject([{ path: ["no"], extensions: { code: "FORBIDDEN", retryable: false } }]);
    expect(await statusOf(bill)).toBe("DUE");
  });

  it("but for what is skipped", async () => {
    const bill = row({ amount: "30.00" });
    const id = textAt((await biller.submit(bill))[0] ?? null, "id");
    const token = await platform.tokens.citizen();
    const query = `mutation ($x: Boolean!) { pay: ${payment(id)} no: ${notTheirs("@include(if: $x)")}
      other: ${notTheirs("@skip(if: true)")} }`;
    const { data, errors } = await platform.call({ query, token, variables: { x: false } });
    expect(errors).toEqual([]);
    expect(data).toEqual({ pay: { status: "SUCCEEDED" } });
    expect(await statusOf(bill)).toBe("PAID");
  });

  it("with status 401 for callers who have not signed in", async () => {
    const { status, errors } = await platform.call({ query: `mutation { no: ${notTheirs()} }` });
    expect([status, errors[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
  });
});

it("a query answers what is the caller's, whatever stands beside it", async () => {
  const token = await platform.tokens.citizen();
  const query = `{ viewer { kind } me { id }
    workQueue(region: "110105", department: "BJ-SCJG") { edges { cursor } } }`;
  const { data, errors } = await platform.call({ query, token });
  expect(data).toMatchObject({
    viewer: { kind: "CITIZEN" },
    workQueue: null,
    me: { id: expect.any(String) },
  });
  expect(errors).toMatchObject([{ path: ["workQueue"], extensions: { code: "FORBIDDEN" } }]);
});
