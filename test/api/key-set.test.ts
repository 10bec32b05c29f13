import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openKeySet } from "../../services/api/key-set.ts";
import { CLAIMS, tokenVerifier } from "../../services/api/oidc.ts";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler } from "../../services/app/compose.ts";
import { type Call, eventOf, type LogLine, startPlatform, type TestPlatform } from "../support/platform.ts";
import { schema } from "../support/schema.ts";

const CITIZEN = "ctz_0123456789abcdef";
const MINUTES = 60_000;

type Answer = (response: ServerResponse) => void;
const json =
  (body: unknown, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

type Signer = { readonly jwk: JWK; readonly sign: (kid?: string) => Promise<string> };

async function newSigner(kid: string, issuer: string, now: () => string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  return {
    jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256" },
    sign: (named = kid) =>
      new SignJWT({ sub: "somebody", [CLAIMS.citizen]: CITIZEN })
        .setProtectedHeader({ alg: "ES256", kid: named })
        .setIssuer(issuer)
        .setAudience("the-client")
        .setExpirationTime(Date.parse(now()) / 1_000 + 600)
        .sign(privateKey),
  };
}

let platform: TestPlatform;
let url: URL;
let answer: Answer;
let asked = 0;
let first: Signer;
let second: Signer;
const server = createServer((_, response) => {
  asked += 1;
  answer(response);
});
beforeAll(async () => {
  platform = await startPlatform();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
  first = await newSigner("1", "https://issuer.test", platform.clock.now);
  second = await newSigner("2", "https://issuer.test", platform.clock.now);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await platform.stop();
});
beforeEach(() => {
  asked = 0;
});

/** A process that has just begun, whose clock for its keys the test moves. */
function newProcess(at: URL = url) {
  const lines: LogLine[] = [];
  let elapsed = 0;
  const keySet = openKeySet(at, {
    log: (level, message, fields = {}) => void lines.push({ level, message, ...fields }),
    clock: () => elapsed,
  });
  const clients = [{ id: "the-client", signsIn: ["CITIZEN" as const] }];
  const trusted = [{ issuer: "https://issuer.test", jwksUrl: at.href, clients, claims: undefined }];
  const verifyToken = tokenVerifier(trusted, platform.ports.secrets, () => keySet);
  const handler = createGraphqlHandler({ ...platform.ports, verifyToken }, api, schema);
  return {
    lines,
    pass: (ms: number): void => {
      elapsed += ms;
    },
    ask: async (credentials: Pick<Call, "token" | "apiKey">) => {
      const result = await handler(eventOf({ query: "{ viewer { kind } }", ...credentials }));
      const { data, errors } = JSON.parse(result.body ?? "");
      return { status: result.statusCode, kind: data?.viewer.kind, extensions: errors?.[0].extensions };
    },
  };
}

const UNAVAILABLE = { status: 503, extensions: { code: "UNAVAILABLE", retryable: true } };
const REFUSED = { status: 401, extensions: { code: "UNAUTHENTICATED", retryable: false } };
const SIGNED_IN = { status: 200, kind: "CITIZEN" };

const noAnswer: Answer = () => undefined;
const halfAnAnswer: Answer = (response) => void response.writeHead(200).write('{"keys":');
const FAILURES: readonly (readonly [string, Answer, string])[] = [
  ["answers 500", json({ message: "Internal Server Error" }, 500), "STATUS_500"],
  ["answers 429", json({ keys: [] }, 429), "STATUS_429"],
  ["answers 404", json({}, 404), "STATUS_404"],
  ["sends elsewhere", (response) => response.writeHead(302, { location: "/login" }).end(), "STATUS_302"],
  ["answers a page", (response) => response.end("<html>maintenance</html>"), "NOT_A_KEY_SET"],
  ["answers nothing", (response) => response.end(), "NOT_A_KEY_SET"],
  ["answers null", json(null), "NOT_A_KEY_SET"],
  ["answers another object", json({ message: "ok" }), "NOT_A_KEY_SET"],
  ["answers keys that are none", json({ keys: [1, null, "key"] }), "NOT_A_KEY_SET"],
  ["answers no keys at all", json({ keys: [] }), "NO_KEYS"],
  ["hangs up", (response) => response.destroy(), "UNREACHABLE"],
  ["never answers", noAnswer, "TIMEOUT"],
  ["stops in the middle", halfAnAnswer, "TIMEOUT"],
];

describe.each(FAILURES)("an issuer whose key set %s", (_, failure, problem) => {
  it("makes a good token a retryable 503 and an alarm, until it recovers", async () => {
    const process = newProcess();
    answer = failure;
    expect(await process.ask({ token: await first.sign() })).toMatchObject(UNAVAILABLE);
    expect(process.lines).toEqual([{ level: "ERROR", message: "sign-in keys", problem, isHeld: false }]);
    answer = json({ keys: [first.jwk] });
    expect(await process.ask({ token: await first.sign() })).toMatchObject(SIGNED_IN);
  });

  it("does not end the service of keys that were fetched before, and is asked again now and then", async () => {
    const process = newProcess();
    answer = json({ keys: [first.jwk] });
    expect(await process.ask({ token: await first.sign() })).toMatchObject(SIGNED_IN);
    answer = failure;
    process.pass(24 * 60 * MINUTES);
    for (const _ of [1, 2, 3]) {
      expect(await process.ask({ token: await first.sign() })).toMatchObject(SIGNED_IN);
    }
    expect(process.lines).toEqual([{ level: "WARN", message: "sign-in keys", problem, isHeld: true }]);
    process.pass(MINUTES);
    answer = json({ keys: [second.jwk] });
    expect(await process.ask({ token: await second.sign() })).toMatchObject(SIGNED_IN);
    // A key that the issuer has withdrawn ends with the first fetch that succeeds.
    expect(await process.ask({ token: await first.sign() })).toMatchObject(REFUSED);
    expect(process.lines).toHaveLength(1);
  });

  it("leaves open what a key that is not held would say", async () => {
    const process = newProcess();
    answer = json({ keys: [first.jwk] });
    await process.ask({ token: await first.sign() });
    process.pass(MINUTES);
    answer = failure;
    expect(await process.ask({ token: await second.sign() })).toMatchObject(UNAVAILABLE);
    expect(await process.ask({ token: await first.sign() })).toMatchObject(SIGNED_IN);
    answer = json({ keys: [first.jwk, second.jwk] });
    expect(await process.ask({ token: await second.sign() })).toMatchObject(SIGNED_IN);
  });

  it("is no matter of those who come without a token, and excuses none that is no token", async () => {
    const process = newProcess();
    answer = failure;
    expect(await process.ask({})).toMatchObject({ status: 200, kind: "ANONYMOUS" });
    expect(await process.ask({ apiKey: "cvg_live_x" })).toMatchObject(REFUSED);
    expect(await process.ask({ token: "not.a.token" })).toMatchObject(REFUSED);
    expect(process.lines).toEqual([]);
    expect(asked).toBe(0);
  });
});

describe("an issuer's key set", () => {
  it("that nobody listens for is as one that fails", async () => {
    const process = newProcess(new URL("http://127.0.0.1:1/jwks"));
    expect(await process.ask({ token: await first.sign() })).toMatchObject(UNAVAILABLE);
    expect(process.lines).toMatchObject([{ level: "ERROR", problem: "UNREACHABLE" }]);
  });

  it("with a key that cannot be read is as one that fails, for tokens of that key", async () => {
    const process = newProcess();
    answer = json({ keys: [{ ...first.jwk, x: "AAAA" }, second.jwk] });
    expect(await process.ask({ token: await first.sign() })).toMatchObject(UNAVAILABLE);
    expect(process.lines).toMatchObject([{ level: "ERROR", problem: "KEY_UNREADABLE" }]);
    expect(await process.ask({ token: await second.sign() })).toMatchObject(SIGNED_IN);
  });

  it("is asked once more where it fails once: that is weather, and no alarm", async () => {
    const process = newProcess();
    answer = (response) => {
      answer = json({ keys: [first.jwk] });
      response.destroy();
    };
    expect(await process.ask({ token: await first.sign() })).toMatchObject(SIGNED_IN);
    expect(process.lines).toEqual([]);
  });

  it("is asked once for all who wait, and once in ten minutes", async () => {
    const process = newProcess();
    answer = json({ keys: [first.jwk] });
    const token = await first.sign();
    await Promise.all(Array.from({ length: 10 }, () => process.ask({ token })));
    process.pass(9 * MINUTES);
    await process.ask({ token });
    expect(asked).toBe(1);
    process.pass(2 * MINUTES);
    await process.ask({ token });
    expect(asked).toBe(2);
  });

  it("is not asked because of key ids that somebody makes up, more than twice a minute", async () => {
    const process = newProcess();
    answer = json({ keys: [first.jwk] });
    for (let i = 0; i < 20; i += 1) {
      expect(await process.ask({ token: await first.sign(`forged-${i}`) })).toMatchObject(REFUSED);
      process.pass(3_000);
    }
    expect(asked).toBe(2);
    expect(process.lines).toEqual([]);
  });
});
