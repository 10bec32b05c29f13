import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../services/api/limits.ts";
import type { Role } from "../../services/kernel/actor.ts";
import { physicalName, TABLES } from "../../services/kernel/database/tables.ts";
import { inputOf } from "../government/catalogue/api.ts";
import { draftOf } from "../government/catalogue/items.ts";
import { startHttpServer } from "../support/http-server.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";
import { type LivePartner, seedPartner } from "../support/seed-partner.ts";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let partner: LivePartner;
let headersOf: Readonly<Record<Caller, Readonly<Record<string, string>>>>;
beforeAll(async () => {
  platform = await startPlatform();
  server = await startHttpServer(platform);
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ"] });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const officerOf = async (role: Role) => {
    const token = await platform.tokens.officer({ roles: [role] });
    // The words of an officer's sign-in are kept with their first request.
    await platform.call({ token, query: "{ viewer { id } }" });
    return bearer(token);
  };
  headersOf = {
    anybody: {},
    citizen: bearer(await platform.tokens.citizen()),
    editor: await officerOf("CATALOGUE_EDITOR"),
    manager: await officerOf("PARTNER_MANAGER"),
    partner: { "x-api-key": partner.liveKey },
  };
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

type Caller = "anybody" | "citizen" | "editor" | "manager" | "partner";
type Bad = {
  readonly what: string;
  readonly by: Caller;
  /** The body as it is sent; an object as its JSON. */
  readonly body: () => string | { readonly query: string; readonly variables?: object };
  /** The code that says what is wrong, of a thrown error or of a refusal. */
  readonly code: string;
};

const PROBLEM = "__typename ... on Refusal { code message } ... on InvalidInput { path }";

const APPLY = `mutation ($key: ID!, $input: ApplyForPartnershipInput!) {
  result: applyForPartnership(idempotencyKey: $key, input: $input) { ${PROBLEM} } }`;
const application = (change: object, key = "bad-input-1"): ReturnType<Bad["body"]> => ({
  query: APPLY,
  variables: {
    key,
    input: {
      name: "京城便民科技有限公司",
      creditCode: "11100000000013338W",
      contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
      purpose: "便民服务",
      scopes: ["PROFILE_READ"],
      ...change,
    },
  },
});

const draft = (change: object): ReturnType<Bad["body"]> => ({
  query: `mutation ($input: ServiceItemInput!) { result: saveServiceItemDraft(input: $input) { ${PROBLEM} } }`,
  variables: { input: { ...inputOf(draftOf()), ...change } },
});

const key = (change: object): ReturnType<Bad["body"]> => ({
  query: `mutation ($input: CreateApiKeyInput!) { result: createApiKey(idempotencyKey: "bad-input-2", input: $input) { ${PROBLEM} } }`,
  variables: {
    input: { partnerId: partner.partnerId, name: "k", mode: "TEST", scopes: ["PROFILE_READ"], ...change },
  },
});

const consent = (change: object): ReturnType<Bad["body"]> => ({
  query: `mutation ($input: RequestConsentInput!) { result: requestConsent(idempotencyKey: "bad-input-3", input: $input) { ${PROBLEM} } }`,
  variables: { input: { scopes: ["PROFILE_READ"], purpose: "贷款预审", days: 30, ...change } },
});

const items = (region: string): ReturnType<Bad["body"]> => ({
  query: `{ result: serviceItems(region: ${region}) { edges { node { code } } } }`,
});

const BAD: readonly Bad[] = [
  { what: "malformed JSON", by: "anybody", body: () => '{"query": ', code: "BAD_USER_INPUT" },
  {
    what: "a huge body",
    by: "anybody",
    body: () => ({ query: `{ viewer { kind } } #${"x".repeat(LIMITS.BODY_BYTES_MAX)}` }),
    code: "LIMIT_EXCEEDED",
  },
  {
    what: "a document of too many tokens",
    by: "anybody",
    body: () => ({ query: `{ viewer { ${"kind ".repeat(LIMITS.TOKENS_MAX)} } }` }),
    code: "LIMIT_EXCEEDED",
  },
  { what: "no GraphQL", by: "anybody", body: () => ({ query: "SELECT 1" }), code: "GRAPHQL_PARSE_FAILED" },
  {
    what: "an operation of a kind that the schema does not have",
    by: "anybody",
    body: () => ({ query: "subscription { viewer { kind } }" }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "an unknown field",
    by: "anybody",
    body: () => ({ query: "{ nothing }" }),
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  {
    what: "a number for a text",
    by: "citizen",
    body: () => application({ name: 5 }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "a missing field",
    by: "citizen",
    body: () => application({ contact: { name: "李明" } }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "control characters",
    by: "citizen",
    body: () => application({ name: "京城\u0000便民" }),
    code: "CONTROL_CHARACTERS",
  },
  {
    what: "marks that turn the direction of text",
    by: "partner",
    body: () => consent({ purpose: "贷款\u202E审预" }),
    code: "CONTROL_CHARACTERS",
  },
  {
    what: "an idempotency key with a line break",
    by: "citizen",
    body: () => application({}, "bad-input\n1"),
    code: "IDEMPOTENCY_KEY_INVALID",
  },
  {
    what: "a credit code with another check character",
    by: "citizen",
    body: () => application({ creditCode: "11100000000013338X" }),
    code: "CREDIT_CODE_INVALID",
  },
  {
    what: "a region that does not exist",
    by: "anybody",
    body: () => items('"990000"'),
    code: "BAD_USER_INPUT",
  },
  { what: "a region as a number", by: "anybody", body: () => items("110000"), code: "BAD_USER_INPUT" },
  {
    what: "money with a fraction of a fen",
    by: "editor",
    body: () => draft({ fee: { amount: "1.005" } }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "money as a float",
    by: "editor",
    body: () => draft({ fee: { amount: 1.5 } }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "negative money",
    by: "editor",
    body: () => draft({ fee: { amount: "-1.00" } }),
    code: "FEE_NEGATIVE",
  },
  {
    what: "30 February",
    by: "citizen",
    body: () => key({ expiresAt: "2026-02-30T00:00:00Z" }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "a network that is none",
    by: "citizen",
    body: () => key({ networks: ["203.0.113.0/64"] }),
    code: "NOT_FOUND", // Somebody else's partner: what is wrong with the rest is not said.
  },
  {
    what: "days out of their range",
    by: "partner",
    body: () => consent({ days: 0 }),
    code: "DAYS_OUT_OF_RANGE",
  },
  {
    what: "an unknown partner",
    by: "manager",
    body: () => ({
      query: `mutation { result: approvePartner(id: "ptn_0000000000000000", scopes: [PROFILE_READ], reason: "资料齐全") { ${PROBLEM} } }`,
    }),
    code: "NOT_FOUND",
  },
  {
    what: "somebody else's partner",
    by: "citizen",
    body: () => key({}),
    code: "NOT_FOUND",
  },
  {
    what: "somebody else's consent",
    by: "citizen",
    body: () => ({
      query: `mutation { result: revokeConsent(id: "cns_0000000000000000") { ... on Refusal { code message } } }`,
    }),
    code: "NOT_FOUND",
  },
  {
    what: "a person's reference that was made up",
    by: "partner",
    body: () => ({ query: '{ result: citizen(ref: "ctz_0123456789abcdef") { name } }' }),
    code: "CONSENT_REQUIRED",
  },
  {
    what: "a cursor that was made up",
    by: "anybody",
    body: () => ({
      query: '{ result: serviceItems(region: "110000", after: "e30.x") { edges { cursor } } }',
    }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "a page of no entries",
    by: "anybody",
    body: () => ({ query: '{ result: serviceItems(region: "110000", first: 0) { edges { cursor } } }' }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "more ids than a page holds",
    by: "anybody",
    body: () => ({
      query: `{ result: nodes(ids: [${Array.from({ length: 101 }, () => '"x"').join()}]) { id } }`,
    }),
    code: "BAD_USER_INPUT",
  },
];

/** All records, without what a key's mere use writes. */
async function records(): Promise<readonly unknown[]> {
  const tables = TABLES.map(async ({ name }) => {
    const TableName = physicalName(platform.ports.config.tablePrefix, name);
    const { Items = [] } = await platform.documents.send(new ScanCommand({ TableName }));
    return Items.map(({ lastUsedAt: _, ...record }) => record);
  });
  return (await Promise.all(tables)).flat();
}

describe("bad input", () => {
  it.each(BAD)("is refused with a clear error, and nothing is written: $what", async ({ by, body, code }) => {
    const before = await records();
    const sent = body();
    const answer = await fetch(server.url, {
      method: "POST",
      body: typeof sent === "string" ? sent : JSON.stringify(sent),
      headers: { "content-type": "application/json", "accept-language": "en", ...headersOf[by] },
    });
    const text = await answer.text();
    const { data, errors } = JSON.parse(text);
    const requestId = answer.headers.get("x-request-id");

    const problem = errors
      ? { code: errors[0].extensions.code, message: errors[0].message }
      : { code: data.result.code, message: data.result.message };
    expect(problem).toEqual({ code, message: expect.stringMatching(/\w{2,}/) });
    if (errors) expect(errors[0].extensions).toMatchObject({ requestId, retryable: false });
    expect(requestId).toMatch(/^[\w-]{36}$/);
    expect(platform.logs.filter((line) => line["requestId"] === requestId)).toMatchObject([
      { level: "INFO", message: "request" },
    ]);
    expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts\b/);
    expect(await records()).toEqual(before);
  });
});
