import { setImmediate } from "node:timers/promises";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAIMS } from "../../services/api/oidc.ts";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler } from "../../services/app/compose.ts";
import type { DatabaseCall } from "../../services/kernel/database/calls.ts";
import { type Call, eventOf, startPlatform, type TestPlatform } from "../support/platform.ts";
import { schema } from "../support/schema.ts";
import { seedConsent } from "../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../support/seed-partner.ts";

const CITIZEN = "ctz_0123456789abcdef";
const OFFICER = "ofc_0123456789abcdef";

let platform: TestPlatform;
let partner: LivePartner;
let citizen: string;
beforeAll(async () => {
  platform = await startPlatform();
  partner = await seedPartner(platform, { scopes: ["PROFILE_READ", "HOUSING_FUND_READ"] });
  citizen = await platform.tokens.citizen(CITIZEN);
});
afterAll(() => platform.stop());

type Credentials = Pick<Call, "token" | "apiKey" | "headers">;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const bearer = (token: string): Credentials => ({ headers: { authorization: `Bearer ${token}` } });

/** The good token's header and claims with a signature that somebody else made, or that stands for none. */
async function forgeTokens(): Promise<readonly string[]> {
  const [header = "", claims = "", signature = ""] = citizen.split(".");
  const { privateKey } = await generateKeyPair("ES256");
  const good = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
  const byStranger = await new SignJWT(good)
    .setProtectedHeader({ alg: "ES256", kid: "test" })
    .sign(privateKey);
  const another = encode({ ...good, [CLAIMS.citizen]: "ctz_fedcba9876543210" });
  return [
    byStranger,
    `${encode({ alg: "none" })}.${claims}.`,
    `${encode({ alg: "none" })}.${claims}.${signature}`,
    `${header}.${another}.${signature}`,
    `${header}.${claims}.`,
  ];
}

async function refusalOf(credentials: Credentials, query = "{ viewer { id } }", variables = {}) {
  const logged = platform.logs.length;
  const answer = await platform.call({ query, variables, ...credentials });
  const { errors, text, data, status } = answer;
  return {
    text,
    data,
    status,
    codes: errors.map(({ extensions }) => extensions["code"]),
    line: platform.logs[logged],
  };
}

const REFUSED = { status: 401, data: null, codes: ["UNAUTHENTICATED"] };

describe("a credential that does not hold", () => {
  it("refuses the whole request, also what anybody may read, and repeats nothing of the credential", async () => {
    const both = { [CLAIMS.citizen]: CITIZEN, [CLAIMS.officer]: OFFICER };
    const tokens = [
      ...(await forgeTokens()),
      await platform.tokens.sign(both),
      await platform.tokens.sign({}),
      "not-a-token",
      "a.b.c",
    ];
    for (const token of tokens) {
      const refusal = await refusalOf(bearer(token));
      expect(refusal).toMatchObject(REFUSED);
      expect(refusal.text).not.toMatch(
        new RegExp(`${token.slice(0, 16)}|${CITIZEN}|signature|claim|alg`, "i"),
      );
    }
  });

  it("lets nothing be written", async () => {
    const suspend = `mutation { suspendPartner(id: "${partner.partnerId}", reason: "伪造令牌") { __typename } }`;
    const claims = {
      [CLAIMS.citizen]: CITIZEN,
      [CLAIMS.officer]: OFFICER,
      [CLAIMS.roles]: "PARTNER_MANAGER",
    };
    const refusal = await refusalOf(bearer(await platform.tokens.sign(claims)), suspend);
    expect(refusal).toMatchObject({ ...REFUSED, line: { calls: 0 } });
  });

  it("is refused under another scheme too, and never taken for no credential at all", async () => {
    for (const authorization of [`Basic ${citizen}`, `Bearer`, `Bearer ${citizen} ${citizen}`, citizen]) {
      expect(await refusalOf({ headers: { authorization } })).toMatchObject(REFUSED);
    }
  });

  it("is what two credentials on one request are, even two good ones", async () => {
    const { liveKey, testKey } = partner;
    const pairs: readonly Credentials[] = [
      { token: citizen, apiKey: liveKey },
      { token: liveKey, apiKey: liveKey },
      { token: testKey, apiKey: liveKey },
    ];
    for (const pair of pairs) {
      expect(await refusalOf(pair)).toMatchObject({ ...REFUSED, line: { calls: 0 } });
    }
  });
});

describe("a partner's key with a wrong checksum", () => {
  it("touches no database, whatever the request asks for", async () => {
    const scopes = ["PROFILE_READ", "HOUSING_FUND_READ"] as const;
    const ref = await seedConsent(platform, partner, platform.newCitizen(), scopes);
    const apiKey = partner.liveKey.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    const query = "query ($ref: ID!) { citizen(ref: $ref) { name housingFund { balance } } }";
    const touched: string[] = [];
    const client: DatabaseCall = (operation, input) => {
      touched.push(operation);
      return platform.ports.client(operation, input);
    };
    const handler = createGraphqlHandler({ ...platform.ports, client }, api, schema);
    for (const credentials of [{ apiKey }, { token: apiKey }]) {
      const { statusCode } = await handler(eventOf({ query, variables: { ref }, ...credentials }));
      // A call that was put off to the end of the turn has happened by then.
      await setImmediate();
      expect([statusCode, touched]).toEqual([401, []]);
    }
    await handler(eventOf({ query, variables: { ref }, apiKey: partner.liveKey }));
    expect(touched).not.toEqual([]);
  });
});

describe("the last use of a key", () => {
  it("is on record before the answer leaves, also where the document is refused", async () => {
    const { liveKey } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const pending = new Set<string>();
    const done: string[] = [];
    const client: DatabaseCall = async (operation, input) => {
      pending.add(operation);
      const answer = await platform.ports.client(operation, input);
      pending.delete(operation);
      done.push(operation);
      return answer;
    };
    const handler = createGraphqlHandler({ ...platform.ports, client }, api, schema);
    const { statusCode } = await handler(eventOf({ query: "{ nothing }", apiKey: liveKey }));
    expect([statusCode, [...pending], done]).toEqual([400, [], ["BatchGetItem", "UpdateItem"]]);
  });
});
