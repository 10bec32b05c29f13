import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../services/api/limits.ts";
import { at, httpEvent, startPlatform, type TestPlatform } from "../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const VIEWER = "{ viewer { kind } }";

async function refusalOf(
  body: string,
  headers: Record<string, string> = { "content-type": "application/json" },
) {
  const result = await platform.handler(
    httpEvent(body, { headers: { "accept-language": "en", ...headers } }),
  );
  const { errors } = JSON.parse(result.body ?? "{}") as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: result.statusCode, ...errors[0] };
}

describe("a request that is wrong as such", () => {
  it.each([
    ["is no JSON", "{", "BAD_USER_INPUT"],
    ["is no object", '"x"', "BAD_USER_INPUT"],
    ["is a batch", '[{"query":"{ viewer { kind } }"}]', "LIMIT_EXCEEDED"],
    ["is too long", JSON.stringify({ query: " ".repeat(LIMITS.BODY_BYTES_MAX) }), "LIMIT_EXCEEDED"],
  ])("that %s is refused with a code and the request id", async (_, body, code) => {
    const { status, extensions } = await refusalOf(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(extensions).toMatchObject({ code, retryable: false, requestId: expect.any(String) });
  });

  it("names the limit that a document breaks, and its value", async () => {
    const deep = `{ viewer ${"{ a ".repeat(LIMITS.DEPTH_MAX)} ${"}".repeat(LIMITS.DEPTH_MAX)} }`;
    const renamed = Array.from({ length: LIMITS.ALIASES_MAX + 1 }, (_, i) => `a${i}: types { name }`).join(
      " ",
    );
    const broken: readonly [string, string, number][] = [
      [`{ viewer { ${"kind ".repeat(LIMITS.TOKENS_MAX)} } }`, "tokens", LIMITS.TOKENS_MAX],
      [`{ viewer ${"{ ... ".repeat(1_000)} { kind } ${"}".repeat(1_000)} }`, "nesting", LIMITS.NESTING_MAX],
      [`{ node(id: ${"[".repeat(1_900)} ${"]".repeat(1_900)}) { id } }`, "nesting", LIMITS.NESTING_MAX],
      [deep, "depth", LIMITS.DEPTH_MAX],
      [`{ viewer { ${"__typename ".repeat(LIMITS.ALIASES_MAX + 2)} } }`, "aliases", LIMITS.ALIASES_MAX],
      [`{ __schema { ${renamed} } }`, "aliases", LIMITS.ALIASES_MAX],
      [`{ ${"viewer { kind } ".repeat(LIMITS.ROOT_FIELDS_MAX + 1)} }`, "root fields", LIMITS.ROOT_FIELDS_MAX],
      [
        `{ viewer { kind ${"@include(if: true) ".repeat(LIMITS.DIRECTIVES_MAX + 1)} } }`,
        "directives",
        LIMITS.DIRECTIVES_MAX,
      ],
    ];
    for (const [query, limit, max] of broken) {
      const { status, errors } = await platform.call({ query });
      expect(status).toBe(400);
      expect(errors.map(({ extensions }) => extensions)).toContainEqual({
        code: "LIMIT_EXCEEDED",
        limit,
        max,
        retryable: false,
        requestId: expect.any(String),
      });
    }
  });

  it("may nest as deep as the limit, and brackets in texts and comments do not count", async () => {
    const levels = LIMITS.NESTING_MAX - 2;
    const query = `# ((((
      { viewer ${"{ ... ".repeat(levels)} { kind } ${"}".repeat(levels)} }`;
    expect((await platform.call({ query })).errors).toEqual([]);
    const text = `{ serviceItem(code: "${"[{(".repeat(100)}") { code } }`;
    expect((await platform.call({ query: text })).errors).toEqual([]);
  });

  it("is counted in no time where fragments multiply one another", async () => {
    const levels = 21; // Spread out they are two million fields: seconds of work for anybody's one request.
    const fragments = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const query = `{ ...F0 } ${fragments.join(" ")} fragment F${levels} on Query { viewer { kind } }`;
    const before = process.cpuUsage();
    const { errors } = await platform.call({ query });
    expect(errors.map(({ extensions }) => extensions["limit"])).toEqual(["root fields"]);
    // The processor's time, which is the same however much else goes on.
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(1_000_000);
  });

  it("shows no more errors than the limit", async () => {
    const { errors } = await platform.call({
      query: `{ ${Array.from({ length: 200 }, (_, i) => `x${i} `).join("")} }`,
    });
    expect(errors.length).toBeLessThanOrEqual(LIMITS.ERRORS_MAX + 1);
  });
});

describe("the schema", () => {
  it("is hidden from anonymous callers, also in typing errors", async () => {
    const introspection = await platform.call({ query: getIntrospectionQuery() });
    expect(introspection.errors[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    const typo = await platform.call({ query: "{ viewr { kind } }" });
    expect(typo.text).not.toContain("Did you mean");
  });

  it.each([
    ["{ viewr { kind } }", {}],
    ["{ viewer }", {}],
    ["{ viewer { knd } }", {}],
    ["{ node(di: 1) { id } }", {}],
    ["{ node(id: 1) { scopes } }", {}],
    ["query ($s: PartnerStatu) { partners(status: $s) { edges { cursor } } }", {}],
    ["{ partners(status: SUSPENDET) { edges { cursor } } }", {}],
    [
      "query ($s: PartnerStatus!) { partners(status: $s) { edges { cursor } } }",
      { variables: { s: "SUSPENDET" } },
    ],
    [
      'mutation ($i: RequestConsentInput!) { requestConsent(idempotencyKey: "k", input: $i) { __typename } }',
      { variables: { i: { scope: [] } } },
    ],
  ])("is not suggested to callers whose credential does not hold: %s", async (query, variables) => {
    const suggested = async (as: object): Promise<boolean> =>
      (await platform.call({ query, ...variables, ...as })).text.includes("Did you mean");
    const token = await platform.tokens.citizen();
    const old = await platform.tokens.citizen(undefined, { exp: 1 });
    expect(await suggested({ token })).toBe(true);
    const invalid = [
      {},
      { token: "no token" },
      { token: "x".repeat(40) },
      { token: old },
      { apiKey: "cvg_live_x" },
      { apiKey: "anything" },
      { token, apiKey: "cvg_live_x" },
      { headers: { authorization: "Basic eA==" } },
    ];
    for (const as of invalid) expect(await suggested(as), JSON.stringify(as)).toBe(false);
  });

  it("can be asked for by those who are signed in", async () => {
    const token = await platform.tokens.citizen();
    const { data, errors } = await platform.call({ query: getIntrospectionQuery(), token });
    expect(errors).toEqual([]);
    expect(at(data, "__schema", "queryType", "name")).toBe("Query");
  });
});

describe("a sign-in token", () => {
  it("makes a citizen or an officer of its bearer", async () => {
    const kinds = await Promise.all(
      [await platform.tokens.citizen(), await platform.tokens.officer()].map((token) =>
        platform.call({ query: VIEWER, token }),
      ),
    );
    expect(kinds.map(({ data }) => at(data, "viewer", "kind"))).toEqual(["CITIZEN", "OFFICER"]);
  });

  it("that has expired says so", async () => {
    const token = await platform.tokens.citizen();
    platform.clock.advance(2 * 3_600_000);
    const { status, errors } = await platform.call({ query: VIEWER, token });
    expect([status, errors[0]?.message]).toEqual([401, "The sign-in token has expired; sign in again."]);
  });

  it("beside an API key is refused: one request, one credential", async () => {
    const token = await platform.tokens.citizen();
    const { status } = await platform.call({ query: VIEWER, token, apiKey: "cvg_live_x" });
    expect(status).toBe(401);
  });
});
