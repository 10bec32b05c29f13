import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler } from "../../services/app/compose.ts";
import type { CitizenId } from "../../services/kernel/ids.ts";
import {
  type Call,
  eventOf,
  httpEvent,
  type LogLine,
  startPlatform,
  type TestPlatform,
} from "../support/platform.ts";
import { schema } from "../support/schema.ts";
import { type LivePartner, seedPartner } from "../support/seed-partner.ts";

let platform: TestPlatform;
let partner: LivePartner;
let citizen: CitizenId;
let tokens: { readonly citizen: string; readonly officer: string };
beforeAll(async () => {
  platform = await startPlatform();
  citizen = platform.newCitizen();
  partner = await seedPartner(platform, { scopes: ["PROFILE_READ", "OWN_ACCOUNTS"] });
  tokens = { citizen: await platform.tokens.citizen(citizen), officer: await platform.tokens.officer() };
});
afterAll(() => platform.stop());

const lastLine = (): LogLine =>
  platform.logs.findLast(({ message }) => message === "request") ?? expect.fail("no line");

async function lineOf(call: Call): Promise<LogLine> {
  const before = platform.logs.filter(({ message }) => message === "request").length;
  await platform.call(call);
  expect(platform.logs.filter(({ message }) => message === "request")).toHaveLength(before + 1);
  return lastLine();
}

const COUNTS = ["Requests", "Refusals", "Forbidden", "Faults"] as const;
const counts = (line: LogLine): readonly unknown[] => COUNTS.map((name) => line[name]);

describe("the line of a request", () => {
  it("tells operation, root fields, caller, cost and duration", async () => {
    const query = `query FrontPage { who: viewer { kind } ...More } fragment More on Query { types: viewer { id } node(id: "x") { id } }`;
    expect(await lineOf({ query, token: tokens.citizen })).toMatchObject({
      level: "INFO",
      requestId: expect.any(String),
      status: 200,
      operation: "FrontPage",
      rootFields: ["viewer", "node"],
      caller: "CITIZEN",
      codes: [],
      durationMs: expect.any(Number),
      cost: 54,
      callsAtMost: 16,
      writeUnitsAtMost: 10,
      calls: expect.any(Number),
      readUnits: expect.any(Number),
      writeUnits: 0,
    });
  });

  it("tells a partner and its key, and of people and officers only which they are", async () => {
    const query = "{ viewer { kind } }";
    const ofPartner = await lineOf({ query, apiKey: partner.liveKey });
    expect(ofPartner).toMatchObject({
      caller: "PARTNER",
      partnerId: partner.partnerId,
      keyId: expect.stringMatching(/^[0-9a-z]+$/),
    });
    expect(await lineOf({ query })).toMatchObject({ caller: "ANONYMOUS" });
    for (const kind of ["citizen", "officer"] as const) {
      const line = await lineOf({ query, token: tokens[kind] });
      expect(line["caller"]).toBe(kind.toUpperCase());
      expect(JSON.stringify(line)).not.toMatch(/ctz_|ofc_/);
    }
  });

  const FORBIDDEN = "{ trialBalance { asOf } }";
  const REJECT = `mutation { rejectPartner(id: "ptn_0000000000000000", reason: "no") { __typename } }`;
  const WITHDRAW = `mutation { withdrawApplication(id: "app_0000000000000000", reason: "no longer needed") { __typename } }`;
  it.each<[string, Call, readonly string[], readonly number[]]>([
    ["an answer", { query: "{ viewer { kind } }" }, [], [1, 0, 0, 0]],
    ["no sign-in", { query: "{ me { name } }" }, ["UNAUTHENTICATED"], [1, 1, 0, 0]],
    [
      "a token that is none",
      { query: "{ viewer { kind } }", token: "x.y.z" },
      ["UNAUTHENTICATED"],
      [1, 1, 0, 0],
    ],
    ["no GraphQL", { query: "{" }, ["GRAPHQL_PARSE_FAILED"], [1, 1, 0, 0]],
    ["no such field", { query: "{ nothing }" }, ["GRAPHQL_VALIDATION_FAILED"], [1, 1, 0, 0]],
    ["a limit", { query: `{ ${"viewer { kind } ".repeat(21)} }` }, ["LIMIT_EXCEEDED"], [1, 1, 0, 0]],
    ["a wrong value", { query: "{ node(id: 1.5) { id } }" }, ["GRAPHQL_VALIDATION_FAILED"], [1, 1, 0, 0]],
  ])("tells codes and counts of %s", async (_, call, codes, counted) => {
    const line = await lineOf(call);
    expect(line["codes"]).toEqual(codes);
    expect(counts(line)).toEqual(counted);
  });

  it("tells what is forbidden, and what a rule refuses although that is data", async () => {
    const forbidden = await lineOf({ query: FORBIDDEN, token: tokens.citizen });
    expect([forbidden["codes"], counts(forbidden)]).toEqual([["FORBIDDEN"], [1, 1, 1, 0]]);
    const whole = await lineOf({ query: REJECT, token: tokens.citizen });
    expect([whole["codes"], counts(whole)]).toEqual([["FORBIDDEN"], [1, 1, 1, 0]]);
    const refused = await lineOf({ query: WITHDRAW, token: tokens.citizen });
    expect([refused["codes"], counts(refused)]).toEqual([["APPLICATION_NOT_FOUND"], [1, 1, 0, 0]]);
  });

  it("tells a fault, and a body that is no request at all", async () => {
    const client = () => Promise.reject(new Error("no"));
    const handler = createGraphqlHandler({ ...platform.ports, client }, api, schema);
    await handler(eventOf({ query: "{ me { name } }", token: tokens.citizen }));
    expect([lastLine()["codes"], counts(lastLine())]).toEqual([["INTERNAL"], [1, 0, 0, 1]]);
    await platform.handler(httpEvent("{", { headers: { "content-type": "application/json" } }));
    expect(lastLine()).toMatchObject({
      status: 400,
      caller: "UNKNOWN",
      codes: ["BAD_USER_INPUT"],
      rootFields: [],
    });
  });
});

/**
 * The rules that AWS publishes for the format ("Specification: CloudWatch embedded metric format"), as far as they bind
 * us.
 */
const EMBEDDED_METRICS = {
  type: "object",
  required: ["_aws"],
  properties: {
    _aws: {
      type: "object",
      required: ["Timestamp", "CloudWatchMetrics"],
      properties: {
        Timestamp: { type: "integer", minimum: 1_600_000_000_000 },
        CloudWatchMetrics: {
          type: "array",
          minItems: 1,
          items: {
            type: "object",
            required: ["Namespace", "Dimensions", "Metrics"],
            properties: {
              Namespace: { type: "string", minLength: 1, maxLength: 1_024 },
              Dimensions: {
                type: "array",
                minItems: 1,
                items: {
                  type: "array",
                  minItems: 1,
                  maxItems: 30,
                  items: { type: "string", maxLength: 250 },
                },
              },
              Metrics: {
                type: "array",
                maxItems: 100,
                items: {
                  type: "object",
                  required: ["Name", "Unit"],
                  properties: { Name: { type: "string", maxLength: 1_024 }, Unit: { const: "Count" } },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

describe("the metrics in it", () => {
  it("are in the form that CloudWatch reads, each with its value and the kind of caller beside it", async () => {
    const line = JSON.parse(JSON.stringify(await lineOf({ query: "{ viewer { kind } }" })));
    const validate = new Ajv2020({ strict: true }).compile(EMBEDDED_METRICS);
    expect(validate(line) || validate.errors).toBe(true);
    const [{ Namespace, Dimensions, Metrics }] = line._aws.CloudWatchMetrics;
    expect(Namespace).toBe("civigraph/test");
    expect(Dimensions).toEqual([["caller"]]);
    expect(line.caller).toBe("ANONYMOUS");
    expect(Metrics.map(({ Name }: { Name: string }) => Name)).toEqual(COUNTS);
    for (const { Name } of Metrics) expect(typeof line[Name]).toBe("number");
  });
});

const DIGITS = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 18 })
  .map((all) => all.join(""));
type Secrets = typeof SECRETS extends fc.Arbitrary<infer T> ? T : never;
const SECRETS = fc.record({
  idNumber: DIGITS,
  name: fc.constantFrom("李明华", "ZhangSanfeng", "欧阳晓雯", "o'Neil", "WangXiaoming"),
  phone: DIGITS.map((digits) => `139${digits}`),
  /** Its first character is in no line by chance. */
  free: fc.string({ maxLength: 40, unit: "binary" }).map((text) => `§${text}`),
  /** Where a caller may put it: what is no name in GraphQL makes a document that does not parse. */
  as: fc.constantFrom("operation", "alias", "field", "fragment", "variable", "enum", "type"),
  kind: fc.constantFrom("citizen", "officer", "partner", "none", "wrong"),
});

/** Requests that carry data in each place where a document, its variables or its headers have room. */
function callWith({ idNumber, name, phone, free, as, kind }: Secrets, wrong: string): Call {
  const word = (where: string, otherwise: string): string => (as === where ? `_${idNumber}` : otherwise);
  const query = `query ${as === "operation" ? name.replace(/\W/g, "") || `_${phone}` : "Ask"}($${word("variable", "value")}: ${word("type", "ID")}!) {
    ${word("alias", "it")}: node(id: $${word("variable", "value")}) { id ...${word("fragment", "F")} }
    ${as === "field" ? `_${idNumber}` : ""}
    serviceItem(code: ${as === "enum" ? name : JSON.stringify(name)}) { code }
    again: serviceItem(code: ${JSON.stringify(`${idNumber}-${phone}`)}) { code }
  } fragment ${word("fragment", "F")} on Node { id }`;
  const credentials: Readonly<Record<typeof kind, Partial<Call>>> = {
    citizen: { token: tokens.citizen },
    officer: { token: tokens.officer },
    partner: { apiKey: partner.liveKey },
    none: {},
    wrong: { token: wrong },
  };
  return {
    query,
    variables: { [word("variable", "value")]: free, extra: { deep: [name, { phone }] } },
    ...credentials[kind],
  };
}

it("no argument, name, number or token of a request is in its line, wherever the caller has put it", async () => {
  await fc.assert(
    fc.asyncProperty(SECRETS, async (secrets) => {
      const wrong = `${"eyJhbGciOiJFUzI1NiJ9"}.${secrets.idNumber}.signature`;
      const line = JSON.stringify(await lineOf(callWith(secrets, wrong)));
      // A text may occur by chance in what is not the caller's: in the time, or in the id of the request.
      const { requestId: _, ...told } = JSON.parse(line);
      const text = JSON.stringify({ ...told, _aws: undefined, durationMs: undefined });
      const { idNumber, name, phone, free } = secrets;
      for (const value of [idNumber, name, phone, free, wrong, partner.liveKey, ...Object.values(tokens)]) {
        expect(text).not.toContain(value);
        expect(text).not.toContain(JSON.stringify(value).slice(1, -1));
      }
    }),
    { numRuns: 200 },
  );
});

it.each([
  ["FrontPage", {}, "FrontPage"],
  ["get_bills_v2", {}, "get_bills_v2"],
  ["_110101199003074477", {}, "(withheld)"],
  ["cvg_live_06hkc1fr0g9t6mzq", {}, "(withheld)"],
  ["eyJhbGciOiJFUzI1NiJ9", {}, "(withheld)"],
  ["a".repeat(65), {}, "(withheld)"],
  ["LiMing", { name: "liming" }, "(withheld)"],
  ["PayForLiMing", { input: [{ to: "LiMing" }] }, "(withheld)"],
  ["LiMing", { text: "for LiMing, please" }, "(withheld)"],
])("an operation called %s, with %j, is called %s", async (name, variables, told) => {
  expect((await lineOf({ query: `query ${name} { viewer { kind } }`, variables }))["operation"]).toBe(told);
});

it("a value as deep as a body is long is walked, and no fault", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const body = `{"query":"query Deep { viewer { kind } }","variables":{"x":${deep}}}`;
  const { statusCode } = await platform.handler(
    httpEvent(body, { headers: { "content-type": "application/json" } }),
  );
  expect([statusCode, lastLine()["operation"], lastLine()["Faults"]]).toEqual([200, "Deep", 0]);
});
