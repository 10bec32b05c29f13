import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../services/api/limits.ts";
import { httpEvent, startPlatform, type TestPlatform } from "../support/platform.ts";

let platform: TestPlatform;
let token: string;
beforeAll(async () => {
  platform = await startPlatform();
  token = await platform.tokens.citizen();
});
afterAll(() => platform.stop());

const MANY = LIMITS.ERRORS_MAX + 40;
const many = (make: (i: number) => string): string =>
  Array.from({ length: MANY }, (_, i) => make(i)).join(" ");
const nodes = (type: string) =>
  `query (${many((i) => `$v${i}: ${type}`)}) { nodes(ids: [${many((i) => `$v${i}`)}]) { id } }`;
const deep = (open: string, close: string): string => `${open.repeat(60_000)}1${close.repeat(60_000)}`;

type Sent = {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
};
const post = (sent: Sent): string => JSON.stringify(sent);

/** A request that a caller can send on its own account; most of it no client ever sends. */
const SENT: Readonly<Record<string, string>> = {
  "60 variables of another type": post({
    query: nodes("ID!"),
    variables: Object.fromEntries(Array.from({ length: MANY }, (_, i) => [`v${i}`, {}])),
  }),
  "60 variables that are not there": post({ query: nodes("ID!") }),
  "60 wrong entries of one list": post({
    query: "query ($v: [ID!]!) { nodes(ids: $v) { id } }",
    variables: { v: Array.from({ length: MANY }, () => ({})) },
  }),
  "60 unknown fields of an input": post({
    query:
      'mutation ($v: PayBillsInput!) { payBills(idempotencyKey: "k-12345678", input: $v) { __typename } }',
    variables: { v: Object.fromEntries(Array.from({ length: MANY }, (_, i) => [`f${i}`, i])) },
  }),
  "null for what may not be null, in an argument with a default": post({
    query: "query ($m: Mode = LIVE) { rideCodeKeys(mode: $m) { __typename } }",
    variables: { m: null },
  }),
  "null for it, deep in the answer": post({
    query: "query ($n: Boolean = true) { me { payments(first: 1) { edges { node @skip(if: $n) { id } } } } }",
    variables: { n: null },
  }),
  "null for whether a field is included": post({
    query: "query ($n: Boolean = true) { viewer @include(if: $n) { kind } }",
    variables: { n: null },
  }),
  "null for money with a default": post({
    query: `query ($m: Money = "1.00") { transitRoute(region: "110000", from: "x", to: "y", on: "2026-01-01", monthSpend: $m) { __typename } }`,
    variables: { m: null },
  }),
  "an operation that is not there": post({ query: "query A { viewer { kind } }", operationName: "B" }),
  "an operation's name that objects have": post({
    query: "query A { viewer { kind } }",
    operationName: "__proto__",
  }),
  "a number for the operation's name": post({ query: "query A { viewer { kind } }", operationName: 5 }),
  "two operations and no name": post({ query: "query A { viewer { kind } } query B { viewer { kind } }" }),
  "a number for a document": post({ query: 5 }),
  "no document": post({}),
  "a document of nothing but a fragment": post({ query: "fragment A on Query { viewer { kind } }" }),
  "fragments in a circle": post({
    query: "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
  }),
  "a text for variables": post({ query: "{ viewer { kind } }", variables: "x" }),
  "a list for variables": post({ query: "{ viewer { kind } }", variables: [1] }),
  "a text for extensions": post({ query: "{ viewer { kind } }", extensions: "x" }),
  "a persisted query": post({ extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } }),
  "lists without end in a variable": `{"query":"query ($v: [ID!]!) { nodes(ids: $v) { id } }","variables":{"v":${deep("[", "]")}}}`,
  "lists without end for a date": `{"query":"query ($v: Date!) { hall(code: \\"x\\") { slots(item: \\"y\\", day: $v) { from } } }","variables":{"v":${deep("[", "]")}}}`,
  "objects without end": `{"query":"mutation ($v: JSONObject!) { saveApplication(id: \\"x\\", form: $v) { __typename } }","variables":{"v":${deep('{"a":', "}")}}}`,
  "objects without end that nothing asks for": `{"query":"{ viewer { kind } }","variables":{"v":${deep('{"a":', "}")}}}`,
  "an object that cannot be made a text": post({
    query: 'query ($v: Date!) { hall(code: "x") { slots(item: "y", day: $v) { from } } }',
    variables: { v: { toString: 1, valueOf: 2, toJSON: 3 } },
  }),
  "variables with a prototype":
    '{"query":"query ($v: ID!) { node(id: $v) { id } }","variables":{"__proto__":{"v":1}}}',
  "a cursor that was made up": post({
    query: '{ serviceItems(region: "110000", after: "AAAA") { edges { cursor } } }',
  }),
  "half a character in a document": post({ query: '{ node(id: "\uD800") { id } }' }),
  "no JSON": "{",
  nothing: "",
};

const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a huge language": { "accept-language": "zh,".repeat(100_000) },
  "a huge credential": { authorization: `Bearer ${"x".repeat(100_000)}` },
  "a credential of other characters": { authorization: "\u0000\uD800" },
  "a token that is none": { authorization: `Bearer ${btoa('{"alg":"ES256","kid":{"a":1}}')}.e30.AAAA` },
  "a huge key": { "x-api-key": `cvg_live_ptn_${"0".repeat(50_000)}_${"a".repeat(50_000)}` },
  "half a character in a key": { "x-api-key": "cvg_live_\uD800" },
  "another content type": { "content-type": "text/plain" },
  "a content type like ours": { "content-type": "application/jsonx" },
  "no content type": { "content-type": "" },
  "names that objects have": JSON.parse('{"__proto__":"x","constructor":"y"}'),
};

async function answerTo(body: string, headers: Readonly<Record<string, string>>) {
  const logged = platform.logs.length;
  const answer = await platform.handler(
    httpEvent(body, { headers: { "content-type": "application/json", "accept-language": "en", ...headers } }),
  );
  const levels = platform.logs.slice(logged).map(({ level }) => level);
  return { status: answer.statusCode ?? 0, text: answer.body ?? "", levels };
}

describe("what a caller can cause alone is never logged as a fault, nor answered as one", () => {
  it.each(Object.entries(SENT))("%s", async (_, body) => {
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      const { status, text, levels } = await answerTo(body, headers);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain("INTERNAL");
      expect(levels).toEqual(["INFO"]);
    }
  });

  it.each(Object.entries(HEADERS))("%s in a header", async (_, headers) => {
    const { status, text, levels } = await answerTo(post({ query: "{ viewer { kind } }" }), headers);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain("INTERNAL");
    expect(levels).toEqual(["INFO"]);
  });

  it("errors without end are told of as one, and 20 each with its place", async () => {
    const variables = (count: number) => ({ v: Array.from({ length: count }, () => ({})) });
    const query = "query ($v: [ID!]!) { nodes(ids: $v) { id } }";
    const some = await platform.call({ query, variables: variables(LIMITS.ERRORS_MAX) });
    expect([some.status, some.errors.length]).toEqual([400, LIMITS.ERRORS_MAX]);
    const { status, errors } = await platform.call({ query, variables: variables(LIMITS.ERRORS_MAX + 1) });
    expect([status, errors.map(({ extensions }) => extensions["code"])]).toEqual([400, ["BAD_USER_INPUT"]]);
    expect(errors[0]?.message).toContain(String(LIMITS.ERRORS_MAX));
  });

  it("a wrong value is repeated no further than it helps", async () => {
    const query = "query ($s: PartnerStatus!) { partners(status: $s) { edges { cursor } } }";
    const { text } = await platform.call({ query, variables: { s: "x".repeat(100_000) }, token });
    expect(text.length).toBeLessThan(2_000);
  });
});
