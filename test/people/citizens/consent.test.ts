import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAIMS } from "../../../services/api/oidc.ts";
import { identityCheck } from "../../../services/field/identity-document.ts";
import { addDays, addMonths, dateAt } from "../../../services/kernel/civil-date.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";

let platform: TestPlatform;
let partner: LivePartner;
beforeAll(async () => {
  platform = await startPlatform();
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ", "HOUSING_FUND_READ"] });
});
afterAll(() => platform.stop());

const READ = "query ($ref: ID!) { citizen(ref: $ref) { id name } }";

/** A partner's request for scopes, as it comes back: the token for the link and the request's id. */
async function ask(
  scopes: readonly string[],
  apiKey = partner.liveKey,
  key: string = randomUUID(),
): Promise<{ token: string; id: string }> {
  const { data, errors } = await platform.call({
    apiKey,
    query: `mutation ($key: ID!, $input: RequestConsentInput!) { result: requestConsent(idempotencyKey: $key, input: $input) {
      __typename ... on RequestedConsent { token request { id status } } ... on InvalidInput { code path } } }`,
    variables: { key, input: { scopes, purpose: "贷款预审", days: 30 } },
  });
  expect(errors).toEqual([]);
  return { token: textAt(data, "result", "token"), id: textAt(data, "result", "request", "id") };
}

async function as(citizen: CitizenId, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const { data, errors } = await platform.call({
    token: await platform.tokens.citizen(citizen),
    query,
    variables,
  });
  expect(errors).toEqual([]);
  return data;
}

const grant = (citizen: CitizenId, token: string, scopes: readonly string[]): Promise<Json> =>
  as(
    citizen,
    `mutation ($token: String!, $scopes: [Scope!]!) { result: grantConsent(token: $token, scopes: $scopes) {
      __typename ... on Refusal { code } ... on GrantedConsent { consent { id scopes purpose status expiresAt } } } }`,
    { token, scopes },
  );

async function refOf(id: string, apiKey = partner.liveKey): Promise<string> {
  const query = "query ($id: ID!) { myConsentRequest(id: $id) { status grantedScopes citizenRef } }";
  const { data } = await platform.call({ apiKey, query, variables: { id } });
  return textAt(data, "myConsentRequest", "citizenRef");
}

async function giveConsent(): Promise<{ citizen: CitizenId; ref: string; consent: string }> {
  const citizen = platform.newCitizen();
  const { token, id } = await ask(["PROFILE_READ"]);
  const granted = await grant(citizen, token, ["PROFILE_READ"]);
  return { citizen, ref: await refOf(id), consent: textAt(granted, "result", "consent", "id") };
}

const codeOf = async (ref: string, apiKey = partner.liveKey): Promise<unknown> => {
  const { errors } = await platform.call({ apiKey, query: READ, variables: { ref } });
  return errors[0]?.extensions["code"];
};

describe("a consent", () => {
  it("opens a person's data to the partner it was given to, under that partner's own reference", async () => {
    const { ref, citizen } = await giveConsent();
    const { data, errors } = await platform.call({
      apiKey: partner.liveKey,
      query: READ,
      variables: { ref },
    });
    expect(errors).toEqual([]);
    expect(at(data, "citizen", "id")).toBe(ref);
    expect(ref).not.toContain(citizen.slice("ctz_".length));
  });

  it("opens nothing to another partner that got hold of the reference", async () => {
    const { ref } = await giveConsent();
    const other = await seedPartner(platform, { scopes: ["PROFILE_READ"], creditCode: "91350100M000100Y43" });
    expect(await codeOf(ref, other.liveKey)).toBe("CONSENT_REQUIRED");
  });

  it("opens nothing to the same partner's test key", async () => {
    const { ref } = await giveConsent();
    expect(await codeOf(ref, partner.testKey)).toBe("CONSENT_REQUIRED");
  });

  it("covers only the scopes that the citizen granted; the refusal names what is required and what is granted", async () => {
    const citizen = platform.newCitizen();
    const { token, id } = await ask(["PROFILE_READ", "HOUSING_FUND_READ"]);
    await grant(citizen, token, ["HOUSING_FUND_READ"]);
    const variables = { ref: await refOf(id) };
    const { errors } = await platform.call({ apiKey: partner.liveKey, query: READ, variables });
    expect(errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN", requiredScopes: ["PROFILE_READ"] });
    expect(errors[0]?.extensions["grantedScopes"]).toEqual(["CONSENT_REQUEST", "HOUSING_FUND_READ"]);
  });

  it("holds no longer than it says", async () => {
    const { ref } = await giveConsent();
    platform.clock.advance(30 * DAY_MS);
    expect(await codeOf(ref)).toBe("CONSENT_REQUIRED");
  });

  it("ends with the next request once it is revoked, and cannot be revoked twice", async () => {
    const { ref, citizen, consent } = await giveConsent();
    expect(await codeOf(ref)).toBeUndefined();
    const REVOKE = `mutation ($id: ID!) { result: revokeConsent(id: $id) {
      __typename ... on Consent { status } ... on NotAllowedNow { state } } }`;
    const revoked = await as(citizen, REVOKE, { id: consent });
    expect(at(revoked, "result", "status")).toBe("REVOKED");
    expect(await codeOf(ref)).toBe("CONSENT_REQUIRED");
    const again = await as(citizen, REVOKE, { id: consent });
    expect(at(again, "result", "state")).toBe("REVOKED");
  });

  it("is revoked by nobody but the citizen who gave it", async () => {
    const { consent, ref } = await giveConsent();
    const stranger = await as(
      platform.newCitizen(),
      "mutation ($id: ID!) { result: revokeConsent(id: $id) { __typename } }",
      { id: consent },
    );
    expect(at(stranger, "result", "__typename")).toBe("NotFound");
    expect(await codeOf(ref)).toBeUndefined();
  });
});

describe("a request for consent", () => {
  it("is answered once: two answers at the same moment leave one consent", async () => {
    const citizen = platform.newCitizen();
    const { token } = await ask(["PROFILE_READ"]);
    const answers = await Promise.all([1, 2].map(() => grant(citizen, token, ["PROFILE_READ"])));
    const types = answers.map((answer) => at(answer, "result", "__typename"));
    expect(types.toSorted()).toEqual(["GrantedConsent", "NotAllowedNow"]);
    const mine = await as(citizen, "{ me { consents { status } } }");
    expect(at(mine, "me", "consents")).toHaveLength(1);
  });

  it("cannot be granted wider than it asked", async () => {
    const { token } = await ask(["PROFILE_READ"]);
    const granted = await grant(platform.newCitizen(), token, ["PROFILE_READ", "HOUSING_FUND_READ"]);
    expect(at(granted, "result", "code")).toBe("SCOPES_NOT_GRANTED");
  });

  it("is found by nobody with a token that was guessed", async () => {
    const { token } = await ask(["PROFILE_READ"]);
    const guessed = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    const granted = await grant(platform.newCitizen(), guessed, ["PROFILE_READ"]);
    expect(at(granted, "result", "code")).toBe("NOT_FOUND");
  });

  it("opens nothing when it is refused", async () => {
    const { token, id } = await ask(["PROFILE_READ"]);
    await as(platform.newCitizen(), "mutation ($t: String!) { refuseConsent(token: $t) { __typename } }", {
      t: token,
    });
    await expect(refOf(id)).rejects.toThrow("no text");
  });
});

describe("the record of who read what", () => {
  it("shows the citizen each reading with partner, fields, scopes and purpose, newest first, page by page", async () => {
    const { ref, citizen } = await giveConsent();
    for (let i = 0; i < 3; i += 1) {
      platform.clock.advance(1_000);
      await codeOf(ref);
    }
    const LIST = `query ($after: String) { me { accesses(first: 2, after: $after) {
      edges { node { at fields reads { field name { zh en } } scopes purposes partner { id } } } pageInfo { hasNextPage endCursor } } } }`;
    const first = await as(citizen, LIST);
    expect(at(first, "me", "accesses", "edges", 0, "node")).toEqual({
      at: platform.clock.now(),
      fields: ["Citizen.name"],
      reads: [{ field: "Citizen.name", name: { zh: "个人信息：姓名", en: "Person: Name" } }],
      scopes: ["PROFILE_READ"],
      purposes: ["贷款预审"],
      partner: { id: partner.partnerId },
    });
    const after = at(first, "me", "accesses", "pageInfo", "endCursor");
    const second = await as(citizen, LIST, { after });
    expect(at(second, "me", "accesses", "edges")).toHaveLength(1);
    expect(at(second, "me", "accesses", "pageInfo", "hasNextPage")).toBe(false);
  });

  it("does not let a cursor of one citizen be used by another", async () => {
    const { ref, citizen } = await giveConsent();
    await codeOf(ref);
    const page = await as(citizen, "{ me { accesses { pageInfo { endCursor } } } }");
    const { errors } = await platform.call({
      token: await platform.tokens.citizen(platform.newCitizen()),
      query: "query ($after: String) { me { accesses(after: $after) { edges { cursor } } } }",
      variables: { after: at(page, "me", "accesses", "pageInfo", "endCursor") },
    });
    expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("a minor's consent", () => {
  /** The answer to somebody who reaches an age today, or in so many days. */
  async function consented(age: number, inDays: number, scope: string): Promise<Json> {
    const born = addDays(addMonths(dateAt(platform.clock.now()), -12 * age), inDays).replaceAll("-", "");
    const scopes = ["CONSENT_REQUEST", "PROFILE_READ", "APPLICATIONS_WRITE"] as const;
    const { liveKey } = await seedPartner(platform, { scopes });
    const first17 = `110105${born}007`;
    const claims = { [CLAIMS.name]: "王小宝", [CLAIMS.idNumber]: first17 + identityCheck(first17) };
    const { data } = await platform.call({
      token: await platform.tokens.sign(claims),
      query: `mutation ($token: String!, $scopes: [Scope!]!) { done: grantConsent(token: $token, scopes: $scopes) {
        __typename ... on InvalidInput { code path } } }`,
      variables: { token: (await ask([scope], liveKey)).token, scopes: [scope] },
    });
    return at(data, "done");
  }

  it.each([
    [14, 1, "PROFILE_READ", false],
    [14, 0, "PROFILE_READ", true],
    [18, 1, "APPLICATIONS_WRITE", false],
    [18, 0, "APPLICATIONS_WRITE", true],
  ])("is theirs to give at %i, less %i days, for %s: %s", async (age, inDays, scope, isGranted) => {
    expect(await consented(age, inDays, scope)).toEqual(
      isGranted
        ? { __typename: "GrantedConsent" }
        : { __typename: "InvalidInput", code: "CONSENT_OF_GUARDIAN", path: ["scopes"] },
    );
  });
});
