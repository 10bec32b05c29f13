import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../../../services/kernel/decimal.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { type Biller, issueBill, newNumber, pay, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
let reader: LivePartner;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, {
    lateFee: { perMille: decimal("1"), graceDays: 0, capPercent: decimal("50") },
  });
  const scopes = ["CONSENT_REQUEST", "PROFILE_READ", "UTILITIES_READ"] as const;
  reader = await seedPartner(platform, { scopes, creditCode: "11220000013544541J" });
});
afterAll(() => platform.stop());

/** A citizen with an account of one bill. */
async function household() {
  const accountNumber = newNumber();
  await biller.read(reading({ accountNumber }));
  const citizen: CitizenId = platform.newCitizen();
  const token = await platform.tokens.citizen(citizen);
  const query = `mutation ($input: BindUtilityAccountInput!) { bindUtilityAccount(input: $input) {
    ... on UtilityAccount { id } } }`;
  const input = { biller: biller.partnerId, accountNumber, holderName: "王小明", alias: "家" };
  await platform.call({ query, variables: { input }, token });
  const { data } = await platform.call({ query: "{ me { bills { id } utilityAccounts { id } } }", token });
  const [bill, account] = [at(data, "me", "bills", 0, "id"), at(data, "me", "utilityAccounts", 0, "id")];
  return { citizen, token, accountNumber, bill: String(bill), account: String(account) };
}

const OF = `query ($ref: ID!) { citizen(ref: $ref) {
  bills { id number payment payments { payment amount } rating { usage } }
  utilityAccounts { id number usageOfYear(year: 2026) { usage } bills { id } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { __typename id
  ... on Bill { number rating { usage } } ... on UtilityAccount { alias } } }`;

const nodeOf = async (id: string, caller: { token?: string; apiKey?: string }) =>
  at((await platform.call({ query: NODE, variables: { id }, ...caller })).data, "node");

describe("a partner with a citizen's consent to read utilities", () => {
  it("sees what was paid of a bill, and not by which payment", async () => {
    const { citizen, token, bill } = await household();
    const ref = await seedConsent(platform, reader, citizen, ["UTILITIES_READ"]);
    await pay(platform, { token: await platform.tokens.citizen() }, [bill]);
    const { data } = await platform.call({ query: OF, variables: { ref }, apiKey: reader.liveKey });
    expect(at(data, "citizen", "bills", 0)).toMatchObject({
      ...{ payment: null, payments: [{ payment: null, amount: "100.00" }] },
    });
    const query = "{ me { bills { payment payments { payment } } } }";
    const own = at((await platform.call({ query, token })).data, "me", "bills", 0);
    expect(textAt(own, "payments", 0, "payment")).toBe(textAt(own, "payment"));
  });

  it("sees accounts, bills and usage under ids of its own, by which it reads them again", async () => {
    const { citizen, bill, account, accountNumber } = await household();
    const ref = await seedConsent(platform, reader, citizen, ["UTILITIES_READ"]);
    const apiKey = reader.liveKey;
    const { data, errors } = await platform.call({ query: OF, variables: { ref }, apiKey });
    expect(errors).toEqual([]);
    expect(at(data, "citizen")).toMatchObject({
      bills: [{ payment: null, rating: { usage: "20" } }],
      utilityAccounts: [{ number: accountNumber, usageOfYear: { usage: "20" } }],
    });
    const sealedBill = textAt(data, "citizen", "bills", 0, "id");
    const sealedAccount = textAt(data, "citizen", "utilityAccounts", 0, "id");
    expect(at(data, "citizen", "utilityAccounts", 0, "bills", 0, "id")).toBe(sealedBill);
    expect([sealedBill, sealedAccount]).not.toContain(bill);
    expect(await nodeOf(sealedBill, { apiKey })).toMatchObject({ id: sealedBill, rating: { usage: "20" } });
    expect(await nodeOf(sealedAccount, { apiKey })).toEqual({
      ...{ __typename: "UtilityAccount", id: sealedAccount, alias: "家" },
    });
    for (const id of [bill, account]) expect(await nodeOf(id, { apiKey })).toBeNull();
    expect(await nodeOf(sealedBill, { apiKey: biller.liveKey })).toBeNull();
  });

  it("leaves a trace of it with the citizen, also by node", async () => {
    const { citizen, token } = await household();
    const ref = await seedConsent(platform, reader, citizen, ["UTILITIES_READ"]);
    const apiKey = reader.liveKey;
    const { data } = await platform.call({ query: OF, variables: { ref }, apiKey });
    platform.clock.advance(1);
    await nodeOf(textAt(data, "citizen", "bills", 0, "id"), { apiKey });
    const query = "{ me { accesses(first: 10) { edges { node { fields scopes } } } } }";
    const edges = at((await platform.call({ query, token })).data, "me", "accesses", "edges");
    expect(edges).toMatchObject([
      { node: { fields: ["Query.node.Bill"], scopes: ["UTILITIES_READ"] } },
      { node: { fields: ["Citizen.bills", "Citizen.utilityAccounts", ...OF_ACCOUNT] } },
    ]);
  });

  it("sees nothing with a consent to something else", async () => {
    const { citizen } = await household();
    const ref = await seedConsent(platform, reader, citizen, ["PROFILE_READ"]);
    const { errors } = await platform.call({ query: OF, variables: { ref }, apiKey: reader.liveKey });
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });
});

const OF_ACCOUNT = ["id", "number", "usageOfYear", "bills"].map((field) => `UtilityAccount.${field}`);

describe("a bill by its id", () => {
  it("is there for who has bound its account and for its biller, and for nobody else", async () => {
    const { token, bill, account } = await household();
    const stranger = { token: await platform.tokens.citizen() };
    expect(await nodeOf(bill, { token })).toMatchObject({ __typename: "Bill", rating: { usage: "20" } });
    expect(await nodeOf(account, { token })).toMatchObject({ __typename: "UtilityAccount" });
    expect(await nodeOf(bill, { apiKey: biller.liveKey })).toMatchObject({ rating: { usage: "20" } });
    expect(await nodeOf(bill, stranger)).toBeNull();
    expect(await nodeOf(account, stranger)).toBeNull();
    expect(await nodeOf(bill, {})).toBeNull();
    const query = `mutation { unbindUtilityAccount(id: "${account}") { __typename } }`;
    await platform.call({ query, token });
    expect(await nodeOf(bill, { token })).toBeNull();
  });
});

describe("a citizen's front page", () => {
  it("reads accounts with their usage and bills with their billers in two round trips", async () => {
    const { token } = await household();
    const query = `{ me {
      bills(status: DUE) { number owed biller { name } }
      utilityAccounts { number biller { name } householdSize usageOfYear(year: 2026) { usage tierReached } bills { id } }
    } }`;
    const depths: unknown[] = [];
    for (let i = 0; i < 5; i += 1) {
      expect((await platform.call({ query, token })).errors).toEqual([]);
      depths.push(platform.logs.findLast(({ message }) => message === "request")?.["roundTripsDeep"]);
    }
    // The count can be more than the guesses that were waited for, and never less.
    expect(Math.min(...depths.map(Number))).toBe(2);
  });
});

describe("a biller's rule for late payment", () => {
  it("is shown to anybody, and refused out of bounds", async () => {
    const query = `{ billers(region: "110000") { id partPayments lateFee { perMille graceDays capPercent } } }`;
    const { data } = await platform.call({ query });
    expect(at(data, "billers")).toEqual([
      {
        ...{ id: biller.partnerId, partPayments: false },
        lateFee: { perMille: "1", graceDays: 0, capPercent: "50" },
      },
    ]);
    const set = `mutation { setBillerProfile(partner: "${biller.partnerId}", profile: {
      name: "水务", kind: WATER, region: "110000", lookup: ACCOUNT_NUMBER
      lateFee: { perMille: "11", graceDays: 0, capPercent: "50" }
    }) { ... on InvalidInput { code path message } } }`;
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const refused = await platform.call({ query: set, token, headers: { "accept-language": "en" } });
    expect(at(refused.data, "setBillerProfile")).toEqual({
      ...{ code: "LATE_FEE_OUT_OF_RANGE", message: "This is 0 to 10." },
      path: ["profile", "lateFee", "perMille"],
    });
  });

  it("is charged with the bill, to who pays after the due date", async () => {
    const token = await platform.tokens.citizen();
    const bill = await issueBill(biller, row({ from: "2026-08-01", to: "2026-10-01", dueOn: "2026-11-13" }));
    // Ten days late at 0.1 % a day of 88.20.
    expect(await pay(platform, { token }, [bill])).toMatchObject({ amount: "89.08" });
  });
});
