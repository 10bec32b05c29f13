import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCreditCode, newIdNumber } from "../../support/made-up.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { stateEnterprise } from "../../support/seed-enterprise.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function as(token: string, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const { data, errors } = await platform.call({ token, query, variables });
  expect(errors).toEqual([]);
  return data;
}

const SCOPES = ["CONSENT_REQUEST", "OWN_ACCOUNTS", "PROFILE_READ", "UTILITIES_READ"] as const;
const seed = (): Promise<LivePartner> => seedPartner(platform, { scopes: SCOPES });
const tokenOf = ({ representative }: LivePartner): Promise<string> => platform.tokens.citizen(representative);

const OF_PARTNER = (fields: string): string =>
  `query ($id: ID!) { node(id: $id) { ... on Partner { ${fields} } } }`;
const show = async (token: string, { partnerId: id }: LivePartner, fields: string): Promise<Json> =>
  at(await as(token, OF_PARTNER(fields), { id }), "node");

describe("the contact of a partner", () => {
  const CHANGE = `mutation ($id: ID!, $contact: PartnerContactInput!) {
    done: changePartnerContact(id: $id, contact: $contact) {
      __typename ... on Partner { status contact { name phone email } }
      ... on Refusal { code } ... on InvalidInput { path } } }`;
  const contact = { name: "赵敏", phone: "13900139000", email: "zhaomin@example.cn" };

  it("is changed by its representative in any state, without a review", async () => {
    const partner = await seed();
    const token = await tokenOf(partner);
    const { done } = (await as(token, CHANGE, { id: partner.partnerId, contact })) as { done: Json };
    expect(done).toEqual({ __typename: "Partner", status: "LIVE", contact });
    expect(await as(token, CHANGE, { id: partner.partnerId, contact })).toEqual({ done });
  });

  it("that breaks a rule is refused at its place, and to a stranger there is no partner", async () => {
    const partner = await seed();
    const wrong = { id: partner.partnerId, contact: { ...contact, phone: "12" } };
    expect(await as(await tokenOf(partner), CHANGE, wrong)).toMatchObject({
      done: { __typename: "InvalidInput", path: ["contact", "phone"] },
    });
    expect(await as(await tokenOf(await seed()), CHANGE, { id: partner.partnerId, contact })).toMatchObject({
      done: { __typename: "NotFound" },
    });
  });
});

describe("a manager's decision", () => {
  it("is there for the representative with its reason, the last one alone", async () => {
    const partner = await seed();
    const fields = "status openModes review { decision reason } region { code }";
    const token = await tokenOf(partner);
    expect(await show(token, partner, fields)).toMatchObject({
      ...{ status: "LIVE", openModes: ["TEST", "LIVE"] },
      review: { decision: "LIVE_GRANTED", reason: "资料齐全" },
    });
    const manager = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const suspend = `mutation ($id: ID!) { suspendPartner(id: $id, reason: "密钥外泄") { __typename } }`;
    await as(manager, suspend, { id: partner.partnerId });
    expect(await show(token, partner, fields)).toMatchObject({
      ...{ status: "SUSPENDED", openModes: [] },
      review: { decision: "SUSPENDED", reason: "密钥外泄" },
    });
  });
});

describe("the legal remedies against a manager's decision", () => {
  const remediesAfter = async (mutation: string, region: string): Promise<Json> => {
    const partner = await seed();
    const manager = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"], region });
    await as(manager, `mutation ($id: ID!) { ${mutation} { __typename } }`, { id: partner.partnerId });
    const fields = "remedies { against isTold authority { name { zh } } text }";
    return at(await show(await tokenOf(partner), partner, fields), "remedies");
  };

  it("are those of the manager's government, where it goes against the enterprise", async () => {
    expect(await remediesAfter('suspendPartner(id: $id, reason: "密钥外泄")', "11")).toMatchObject({
      ...{ against: "PARTNERSHIP_REFUSAL", isTold: true, authority: { name: { zh: "北京市人民政府" } } },
    });
    expect(await remediesAfter('suspendPartner(id: $id, reason: "密钥外泄")', "1301")).toMatchObject({
      authority: { name: { zh: "石家庄市人民政府" } },
    });
  });

  it("are those of the body itself where the manager decides for the whole country", async () => {
    // Administrative Reconsideration Law, art. 25.
    expect(await remediesAfter('suspendPartner(id: $id, reason: "密钥外泄")', "")).toMatchObject({
      ...{
        isTold: true,
        authority: { name: { zh: "作出决定的机关" } },
        text: expect.stringContaining("at the authority that has decided"),
      },
    });
  });

  it("are none where it does not", async () => {
    expect(await remediesAfter('reinstatePartner(id: $id, reason: "已整改")', "11")).toBeNull();
  });
});

describe("a key without its secret", () => {
  it("says how it begins, and after its rotation that it holds for a while and can be revoked alone", async () => {
    const partner = await seed();
    const token = await tokenOf(partner);
    const KEYS = "apiKeys { id prefix mode isRotated availableActions }";
    const live = async (): Promise<readonly Json[]> => {
      const keys = at(await show(token, partner, KEYS), "apiKeys") as readonly Json[];
      return keys.filter((key) => textAt(key, "mode") === "LIVE");
    };
    const [key] = await live();
    if (!key) throw new Error("there is no live key");
    expect(key).toMatchObject({ isRotated: false, availableActions: ["rotateApiKey", "revokeApiKey"] });
    expect(partner.liveKey.startsWith(`${textAt(key, "prefix")}_`)).toBe(true);
    const rotate = `mutation ($id: ID!, $key: ID!) {
      rotateApiKey(idempotencyKey: $key, id: $id, graceHours: 1) { __typename } }`;
    await as(token, rotate, { id: textAt(key, "id"), key: randomUUID() });
    expect((await live()).find((each) => textAt(each, "id") === textAt(key, "id"))).toMatchObject({
      ...{ isRotated: true, availableActions: ["revokeApiKey"] },
    });
  });
});

const ASK = `mutation ($key: ID!, $partner: ID!, $input: RequestConsentInput!) {
  done: askForConsent(idempotencyKey: $key, partner: $partner, input: $input) {
    __typename ... on RequestedConsent { token request { id status } }
    ... on Refusal { code } ... on InvalidInput { path } } }`;
const WISH = { scopes: ["PROFILE_READ", "UTILITIES_READ"], purpose: "贷款预审", days: 30 };
const REQUESTS = `consentRequests { edges { node {
  purpose status scopes grantedScopes consentStatus consentEndsAt } } pageInfo { hasNextPage } }`;

const askAs = async (token: string, partner: LivePartner, input = WISH, key = randomUUID()): Promise<Json> =>
  at(await as(token, ASK, { key, partner: partner.partnerId, input }), "done");
const requestsOf = async (token: string, partner: LivePartner): Promise<Json> =>
  at(await show(token, partner, REQUESTS), "consentRequests");

describe("a citizen's consent, asked for by the representative", () => {
  it("is followed to its end: asked for, granted in part, taken back", async () => {
    const partner = await seed();
    const token = await tokenOf(partner);
    const asked = await askAs(token, partner);
    expect(await requestsOf(token, partner)).toMatchObject({
      edges: [{ node: { status: "PENDING", consentStatus: null, consentEndsAt: null } }],
    });
    const citizen = await platform.tokens.citizen(
      `ctz_${platform.ports.secrets.citizenDigest(newIdNumber())}`,
    );
    const grant = `mutation ($token: String!) { grantConsent(token: $token, scopes: [PROFILE_READ]) {
      ... on GrantedConsent { consent { id expiresAt } } } }`;
    const granted = at(
      await as(citizen, grant, { token: textAt(asked, "token") }),
      "grantConsent",
      "consent",
    );
    const told = {
      status: "GRANTED",
      grantedScopes: ["PROFILE_READ"],
      consentEndsAt: textAt(granted, "expiresAt"),
    };
    expect(await requestsOf(token, partner)).toMatchObject({
      edges: [{ node: { ...told, consentStatus: "IN_FORCE" } }],
    });
    await as(citizen, `mutation ($id: ID!) { revokeConsent(id: $id) { __typename } }`, {
      id: textAt(granted, "id"),
    });
    expect(await requestsOf(token, partner)).toMatchObject({
      edges: [{ node: { ...told, consentStatus: "REVOKED" } }],
    });
  });

  it("stands in one list with those of its keys, the latest first, a page at a time", async () => {
    const partner = await seed();
    const token = await tokenOf(partner);
    await askAs(token, partner, { ...WISH, purpose: "第一件" });
    const byKey = `mutation ($key: ID!, $input: RequestConsentInput!) {
      requestConsent(idempotencyKey: $key, input: $input) { __typename } }`;
    const input = { ...WISH, purpose: "第二件" };
    platform.clock.advance(1);
    await platform.call({
      ...{ apiKey: partner.liveKey, query: byKey, variables: { key: randomUUID(), input } },
    });
    const page = async (args: string): Promise<Json> =>
      at(
        await show(
          token,
          partner,
          `consentRequests(${args}) { edges { node { purpose } } pageInfo { hasNextPage endCursor } }`,
        ),
        "consentRequests",
      );
    const first = await page("first: 1");
    expect(first).toMatchObject({
      ...{ edges: [{ node: { purpose: "第二件" } }], pageInfo: { hasNextPage: true } },
    });
    const rest = await page(`first: 1, after: "${textAt(at(first, "pageInfo"), "endCursor")}"`);
    expect(rest).toMatchObject({
      ...{ edges: [{ node: { purpose: "第一件" } }], pageInfo: { hasNextPage: false } },
    });
    expect(await page("mode: TEST")).toMatchObject({ edges: [] });
  });

  it("sent again with its key is the same request, and for another partner another one", async () => {
    const [partner, other] = [await seed(), await seed()];
    const token = await tokenOf(partner);
    const key = randomUUID();
    const first = await askAs(token, partner, WISH, key);
    expect(await askAs(token, partner, WISH, key)).toEqual(first);
    expect(await askAs(token, partner, { ...WISH, days: 31 }, key)).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
    expect(await askAs(token, other)).toMatchObject({ __typename: "NotFound" });
  });

  it("is for what the partner was granted, and not without the scope to ask", async () => {
    const partner = await seed();
    const token = await tokenOf(partner);
    const beyond = { ...WISH, scopes: ["HOUSING_FUND_READ"] };
    expect(await askAs(token, partner, beyond)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "SCOPES_NOT_GRANTED", path: ["input", "scopes"] },
    });
    const mute = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const input = { ...WISH, scopes: ["PROFILE_READ"] };
    expect(await askAs(await tokenOf(mute), mute, input)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "SCOPES_NOT_GRANTED", path: ["partner"] },
    });
  });
});

describe("the accounts of a partner", () => {
  const DEPOSIT = `mutation ($key: ID!, $input: RecordDepositInput!) {
    recordDeposit(idempotencyKey: $key, input: $input) { __typename } }`;
  const pay = async ({ partnerId: partner }: LivePartner): Promise<void> => {
    const treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
    const input = { partner, amount: "100.00", bankReference: randomUUID() };
    await as(treasurer, DEPOSIT, { key: randomUUID(), input });
  };
  const month = (): string =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" })
      .format(new Date(platform.context({ kind: "ANONYMOUS", mode: "live" }).now))
      .slice(0, 7);
  const ACCOUNTS = "accounts { kind balance }";

  it("are its representative's to see, with what was booked, as its key sees them", async () => {
    const partner = await seed();
    await pay(partner);
    const token = await tokenOf(partner);
    expect(await show(token, partner, ACCOUNTS)).toEqual({
      accounts: [{ kind: "PREFUND", balance: "100.00" }],
    });
    const lines = `accounts(kind: PREFUND) { statement(month: "${month()}") { edges { node { amount reason } } } }
      none: accounts(kind: BILLER) { id } test: accounts(mode: TEST) { id }`;
    expect(await show(token, partner, lines)).toMatchObject({
      accounts: [{ statement: { edges: [{ node: { amount: "100.00" } }] } }],
      ...{ none: [], test: [] },
    });
  });

  it("and its requests are nothing that one sees who represented it before", async () => {
    const creditCode = newCreditCode();
    const partner = await seedPartner(platform, { scopes: SCOPES, creditCode });
    await pay(partner);
    const before = await tokenOf(partner);
    await askAs(before, partner);
    await stateEnterprise(platform, { creditCode });
    expect(await show(before, partner, `${ACCOUNTS} consentRequests { edges { cursor } }`)).toEqual({
      ...{ accounts: [], consentRequests: { edges: [] } },
    });
    expect(await askAs(before, partner)).toMatchObject({ code: "NOT_ENTITLED" });
  });
});
