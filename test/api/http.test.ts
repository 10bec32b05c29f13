import { gunzipSync } from "node:zlib";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isLoopback } from "../../local/cors.ts";
import { prefersGzip } from "../../services/api/content-coding.ts";
import { startHttpServer } from "../support/http-server.ts";
import { eventOf, startPlatform, type TestPlatform } from "../support/platform.ts";

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof startHttpServer>>;
beforeAll(async () => {
  platform = await startPlatform();
  server = await startHttpServer(platform);
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

const VIEWER = "{ viewer { kind } }";
const KIND = { data: { viewer: { kind: "ANONYMOUS" } } };

describe("an answer is gzip'd when that is asked for", () => {
  it.each([
    [undefined, false],
    ["", false],
    ["gzip", true],
    ["GZip", true],
    ["x-gzip", true],
    ["gzip, deflate, br, zstd", true],
    ["deflate, br", false],
    ["*", true],
    ["gzip;q=0", false],
    ["gzip; q=0.000, *", false],
    ["*;q=0", false],
    ["br;q=1, *;q=0.1", true],
    ["gzip;q=0.5", true],
    ["identity;q=1, gzip;q=0.5", false],
    ["identity;q=0.5, gzip ; q=1.0", true],
    ["identity;q=0, gzip;q=0.1", true],
    ["gzip;q=2", false],
    ["gzip;q=x", false],
    ["gzipped", false],
  ])("Accept-Encoding: %s → %s", async (header, isWanted) => {
    expect(prefersGzip(header)).toBe(isWanted);
    const headers: Record<string, string> = header === undefined ? {} : { "accept-encoding": header };
    const result = await platform.handler(eventOf({ query: VIEWER, headers }));
    expect(result.isBase64Encoded ?? false).toBe(isWanted);
    expect(result.headers?.["content-encoding"]).toBe(isWanted ? "gzip" : undefined);
    expect(result.headers?.["vary"]).toContain("accept-encoding");
    const bytes = Buffer.from(result.body ?? "", isWanted ? "base64" : "utf8");
    expect(JSON.parse(String(isWanted ? gunzipSync(bytes) : bytes))).toEqual(KIND);
  });

  it("by the whole schema, which is a tenth then", async () => {
    const token = await platform.tokens.citizen();
    const query = getIntrospectionQuery();
    const plain = await platform.handler(eventOf({ query, token }));
    const small = await platform.handler(eventOf({ query, token, headers: { "accept-encoding": "gzip" } }));
    const bytes = Buffer.from(small.body ?? "", "base64");
    expect(String(gunzipSync(bytes))).toBe(plain.body);
    expect(bytes.length * 8).toBeLessThan(plain.body?.length ?? 0);
  });

  it("by refusals and by npm start, too", async () => {
    const headers = { "accept-encoding": "gzip", "content-type": "text/plain" };
    const refused = await platform.handler(eventOf({ query: VIEWER, headers }));
    expect(String(gunzipSync(Buffer.from(refused.body ?? "", "base64")))).toContain("BAD_USER_INPUT");
    // fetch asks for gzip and undoes it.
    const answer = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-encoding": "gzip" },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(await answer.json()).toEqual(KIND);
  });
});

describe("every 401 says how to sign in", () => {
  const PAID = 'mutation { grantConsent(token: "x", scopes: []) { __typename } }';

  it.each([
    ["nobody asks for what is not theirs", "{ me { id } }", {}, ""],
    ["nobody asks for the schema", "{ __schema { queryType { name } } }", {}, ""],
    ["nobody writes", PAID, {}, ""],
    ["a token is none", VIEWER, { authorization: "Bearer x" }, ', error="invalid_token"'],
    ["a scheme is another", VIEWER, { authorization: "Basic eA==" }, ', error="invalid_token"'],
    ["a key is none", VIEWER, { "x-api-key": "cvg_live_x" }, ', error="invalid_token"'],
    ["there are two", VIEWER, { "x-api-key": "a", authorization: "Bearer x" }, ', error="invalid_token"'],
  ])("where %s", async (_, query, headers: Record<string, string>, error) => {
    const { status, headers: given } = await platform.call({ query, headers });
    expect(status).toBe(401);
    expect(given["www-authenticate"]).toBe(`Bearer realm="civigraph"${error}`);
  });

  it("and nothing else does", async () => {
    const { status, headers } = await platform.call({ query: VIEWER });
    expect([status, headers["www-authenticate"]]).toEqual([200, undefined]);
  });
});

describe("a path prefix of a custom domain or a stage", () => {
  const at = async (rawPath: string): Promise<number | undefined> =>
    (await platform.handler({ ...eventOf({ query: VIEWER }), rawPath })).statusCode;

  it.each(["/graphql", "/api/graphql", "/prod/graphql", "/v1/api/graphql"])("works: %s", async (path) => {
    expect(await at(path)).toBe(200);
    const answer = await fetch(server.origin + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(await answer.json()).toEqual(KIND);
  });

  it.each(["/", "/graphqlx", "/xgraphql", "/graphql/x", "graphql", "//graphql", "/graphql/"])(
    "is not taken for another path: %s",
    async (path) => {
      expect(await at(path)).toBe(404);
    },
  );

  it("works for what payment gateways tell", async () => {
    const post = async (path: string) => (await fetch(server.origin + path, { method: "POST" })).status;
    const [plain, prefixed] = [
      await post("/payment-notifications/live"),
      await post("/api/payment-notifications/live"),
    ];
    expect(prefixed).toBe(plain);
  });
});

describe("a browser's page of this machine may call npm start", () => {
  const preflight = (origin: string, path = "/graphql", method = "POST") =>
    fetch(server.origin + path, {
      method: "OPTIONS",
      headers: {
        ...{ origin, "access-control-request-method": method },
        "access-control-request-headers": "authorization,content-type",
      },
    });

  const LOOPBACKS = [
    "http://localhost:3000",
    "http://localhost",
    "https://localhost:5173",
    "http://127.0.0.1:8080",
    "http://127.1.2.3:1",
    "http://[::1]:3000",
    "http://app.localhost:4200",
  ];
  const OTHERS = [
    "https://example.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://notlocalhost:3000",
    "http://10.0.0.1",
    "null",
    "file://",
    "http://localhost:3000/",
    "chrome-extension://localhost",
  ];

  it.each(LOOPBACKS)("whatever its port: %s", async (origin) => {
    expect(isLoopback(origin)).toBe(true);
    const asked = await preflight(origin);
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe(origin);
    expect(asked.headers.get("access-control-allow-methods")).toBe("GET, POST");
    const allowed = asked.headers.get("access-control-allow-headers")?.split(", ") ?? [];
    expect(allowed).toEqual(expect.arrayContaining(["authorization", "content-type", "x-api-key"]));
    const answer = await fetch(server.url, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
    expect(answer.headers.get("access-control-expose-headers")).toContain("x-request-id");
    expect(await answer.json()).toEqual(KIND);
  });

  it.each(OTHERS)("and no other: %s", async (origin) => {
    expect(isLoopback(origin)).toBe(false);
    const asked = await preflight(origin);
    expect(asked.ok).toBe(false);
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("and send files, but not read the page that holds the demo keys", async () => {
    const [origin = ""] = LOOPBACKS;
    const files = await preflight(origin, "/files/uploads/x", "PUT");
    expect(files.headers.get("access-control-allow-methods")).toBe("GET, PUT");
    expect(files.headers.get("access-control-allow-headers")).toContain("x-amz-checksum-sha256");
    const page = await preflight(origin, "/", "GET");
    expect(page.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("an ordinary client's request", () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${server.url}?query=${encodeURIComponent(VIEWER)}`, { headers });

  it("by GET, as urql sends queries, is answered", async () => {
    const accept = "application/graphql-response+json, application/graphql+json, application/json";
    const answer = await ask({ accept: `${accept}, text/event-stream, multipart/mixed` });
    expect([answer.status, await answer.json()]).toEqual([200, KIND]);
  });

  it("by GET writes nothing", async () => {
    const query = 'mutation { revokeConsent(id: "x") { __typename } }';
    const answer = await fetch(`${server.url}?query=${encodeURIComponent(query)}`);
    expect(answer.status).toBe(405);
  });

  it("of a form of another site is none", async () => {
    const answer = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(answer.status).toBe(415);
  });
});
