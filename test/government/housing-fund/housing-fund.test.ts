import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putAccount } from "../../../services/government/housing-fund/account-store.ts";
import {
  putContribution,
  putLoan,
  putSettledInterest,
} from "../../../services/government/housing-fund/store.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, partnerManager, seedPartner } from "../../support/seed-partner.ts";
import { account, contribution, loan, yuan } from "./records.ts";

let platform: TestPlatform;
let partner: LivePartner;
let wang: CitizenId;
beforeAll(async () => {
  platform = await startPlatform();
  partner = await seedPartner(platform, {
    scopes: ["CONSENT_REQUEST", "PROFILE_READ", "HOUSING_FUND_READ", "HOUSING_FUND_LOANS_READ"],
  });
  wang = platform.newCitizen();
  await record(wang);
});
afterAll(() => platform.stop());

/** An account with three contributions, a settlement and a loan whose rate has changed once. */
async function record(citizenId: CitizenId, mode: "live" | "test" = "live"): Promise<void> {
  const actor = partnerManager();
  const { commit, database, now, requestId } = platform.context(actor);
  const startedOn = date("2024-09-15");
  const rates = [
    { effectiveFrom: startedOn, rate: decimal("0.0285") },
    { effectiveFrom: date("2026-01-01"), rate: decimal("0.026") },
  ];
  const settled = { citizenId, on: date("2026-06-30"), amount: yuan("1402.50") };
  must(
    await commit({
      actor,
      action: "housing-fund.file.imported",
      aggregate: "test",
      table: recordsTable(mode),
      at: now,
      requestId,
      writes: [
        putAccount(database, mode, account({ citizenId, balance: yuan("102880.00") })),
        ...["2026-08", "2026-09", "2026-10"].map((month) =>
          putContribution(database, mode, { ...contribution(month), citizenId }),
        ),
        putSettledInterest(database, mode, settled),
        putLoan(database, mode, loan({ citizenId, startedOn, rates })),
      ],
    }),
  );
}

const EVERYTHING = `housingFund {
  id employer { name creditCode } region contributionBase employerRate employeeRate status openedOn
  balance balanceOn
  contributions(first: 2) { edges { node { month paidOn employer employee total } } pageInfo { hasNextPage endCursor } }
  loans {
    id principal rate rates { effectiveFrom rate } termMonths home method startedOn outstanding outstandingOn
    instalmentPlan(first: 1) {
      edges { node { number dueOn principal interest amount outstandingAfter } } pageInfo { hasNextPage }
    }
  }
  interest {
    settled { on amount }
    projection { settlesOn amount formula dayBasis periods { from to days balance rate } }
  }
}`;

const asCitizen = async (citizen: CitizenId, query: string, variables = {}) =>
  platform.call({ token: await platform.tokens.citizen(citizen), query, variables });

describe("a citizen", () => {
  it("reads account, contributions, loans and interest in one query", async () => {
    const { data, errors } = await asCitizen(wang, `{ me { ${EVERYTHING} } }`);
    expect(errors).toEqual([]);
    expect(at(data, "me", "housingFund")).toMatchObject({
      employer: { name: "北京示例科技有限公司", creditCode: "11100000000013338W" },
      region: "110000",
      contributionBase: "12000.00",
      employerRate: "0.12",
      status: "ACTIVE",
      openedOn: "2019-07-15",
      balance: "102880.00",
      balanceOn: "2026-10-31",
      contributions: {
        edges: [
          {
            node: {
              month: "2026-10",
              paidOn: "2026-10-20",
              employer: "1440.00",
              employee: "1440.00",
              total: "2880.00",
            },
          },
          { node: { month: "2026-09" } },
        ],
        pageInfo: { hasNextPage: true },
      },
      loans: [
        {
          principal: "1000000.00",
          rate: "0.026",
          rates: [{ rate: "0.0285" }, { effectiveFrom: "2026-01-01", rate: "0.026" }],
          instalmentPlan: {
            edges: [{ node: { number: 1, dueOn: "2024-10-15", amount: "4135.57" } }],
            pageInfo: { hasNextPage: true },
          },
        },
      ],
      interest: {
        settled: [{ on: "2026-06-30", amount: "1402.50" }],
        projection: {
          settlesOn: "2027-06-30",
          dayBasis: 360,
          formula:
            "(94240.00 × 50 + 97120.00 × 31 + 100000.00 × 30 + 102880.00 × 254) × 0.015 ÷ 360 = 1535.59",
        },
      },
    });
  });

  it("pages through the contributions and the instalments without gap or repetition", async () => {
    const query = `query ($after: String) { me { housingFund {
      contributions(first: 2, after: $after) { edges { cursor node { month } } pageInfo { hasNextPage } } } } }`;
    const list = ["me", "housingFund", "contributions"];
    const { data } = await asCitizen(wang, query);
    const after = textAt(data, ...list, "edges", 1, "cursor");
    const { data: rest } = await asCitizen(wang, query, { after });
    expect(at(rest, ...list, "edges", 0, "node", "month")).toBe("2026-08");
    expect(at(rest, ...list, "pageInfo", "hasNextPage")).toBe(false);

    const plan = `query ($after: String) { me { housingFund { loans {
      instalmentPlan(first: 100, after: $after) { edges { cursor node { number } } pageInfo { hasNextPage } } } } } }`;
    const numbers: number[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await asCitizen(wang, plan, { after: cursor });
      const here = at(page.data, "me", "housingFund", "loans", 0, "instalmentPlan");
      const edges = at(here, "edges");
      if (!Array.isArray(edges)) throw new Error("no edges");
      numbers.push(...edges.map((edge) => Number(at(edge, "node", "number"))));
      if (at(here, "pageInfo", "hasNextPage") !== true) break;
      cursor = textAt(edges.at(-1), "cursor");
    }
    expect(numbers).toEqual(Array.from({ length: 360 }, (_, i) => i + 1));
  });

  it("reads a year's instalments of a loan without those before it", async () => {
    const query = `query ($from: Date, $after: String) { me { housingFund { loans {
      instalmentPlan(dueFrom: $from, first: 7, after: $after) {
        edges { cursor node { number dueOn } } pageInfo { hasNextPage } } } } } }`;
    const plan = ["me", "housingFund", "loans", 0, "instalmentPlan"];
    const { data } = await asCitizen(wang, query, { from: "2026-01-01" });
    expect(at(data, ...plan, "edges", 0, "node")).toEqual({ number: 16, dueOn: "2026-01-15" });
    const after = textAt(data, ...plan, "edges", 6, "cursor");
    const { data: next } = await asCitizen(wang, query, { from: "2026-01-01", after });
    expect(at(next, ...plan, "edges", 0, "node", "number")).toBe(23);
    // A cursor is of the list that it was given for.
    const { errors } = await asCitizen(wang, query, { after });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);

    const { data: end } = await asCitizen(wang, query, { from: "2054-09-01" });
    expect(at(end, ...plan, "edges")).toMatchObject([{ node: { number: 360 } }]);
    expect(at(end, ...plan, "pageInfo", "hasNextPage")).toBe(false);
  });

  it("is told what could be drawn today, and why, in the language of the request", async () => {
    const query = "{ me { housingFund { prospects { reason atMost because } } } }";
    const { data, errors } = await asCitizen(wang, query);
    expect(errors).toEqual([]);
    const prospects = at(data, "me", "housingFund", "prospects");
    expect(prospects).toMatchObject([
      { reason: "RENT", atMost: "2000.00" },
      { reason: "RETIREMENT", atMost: "102880.00" },
      { reason: "LOAN_REPAYMENT" },
    ]);
    expect(textAt(prospects, 0, "because")).toMatch(/房租|rent/);
  });

  it("without an account has none", async () => {
    const { data, errors } = await asCitizen(platform.newCitizen(), "{ me { housingFund { balance } } }");
    expect(errors).toEqual([]);
    expect(at(data, "me", "housingFund")).toBeNull();
  });

  it("of the sandbox sees nothing of the live one", async () => {
    const token = await platform.tokens.citizen(wang, { mode: "test" });
    const { data } = await platform.call({ token, query: "{ me { housingFund { balance } } }" });
    expect(at(data, "me", "housingFund")).toBeNull();
  });

  it("finds account and loan by their ids, which are nothing to anybody else", async () => {
    const ids = "{ me { housingFund { id accountNumber loans { id } } } }";
    const { data } = await asCitizen(wang, ids);
    const [accountId, loanId] = [
      textAt(data, "me", "housingFund", "id"),
      textAt(data, "me", "housingFund", "loans", 0, "id"),
    ];
    expect(textAt(data, "me", "housingFund", "accountNumber")).toBe("110105000123");
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
      __typename ... on HousingFundAccount { balance } ... on HousingFundLoan { principal } } }`;
    const variables = { ids: [accountId, loanId, `${loanId}0`] };
    const own = await asCitizen(wang, query, variables);
    expect(own.errors).toEqual([]);
    expect(at(own.data, "nodes")).toEqual([
      { __typename: "HousingFundAccount", balance: "102880.00" },
      { __typename: "HousingFundLoan", principal: "1000000.00" },
      null,
    ]);
    const other = await asCitizen(platform.newCitizen(), query, variables);
    expect(at(other.data, "nodes")).toEqual([null, null, null]);
    const officer = await platform.call({ token: await platform.tokens.officer(), query, variables });
    expect(at(officer.data, "nodes")).toEqual([null, null, null]);
  });
});

describe("a partner with scope and consent", () => {
  const read = (apiKey: string, ref: string, fields: string) =>
    platform.call({
      apiKey,
      query: `query ($ref: ID!) { citizen(ref: $ref) { ${fields} } }`,
      variables: { ref },
    });

  async function accessesOf(citizen: CitizenId): Promise<{ fields: string[]; scopes: string[] }[]> {
    const query = "{ me { accesses(first: 5) { edges { node { fields scopes } } } } }";
    const { data } = await asCitizen(citizen, query);
    const edges = at(data, "me", "accesses", "edges");
    if (!Array.isArray(edges)) throw new Error("no edges");
    const texts = (edge: Json, name: string): string[] => [at(edge, "node", name)].flat().map(String);
    return edges.map((edge) => ({ fields: texts(edge, "fields"), scopes: texts(edge, "scopes") }));
  }

  it("reads the same through its own reference, and the citizen sees that it did", async () => {
    const citizen = platform.newCitizen();
    await record(citizen);
    const ref = await seedConsent(platform, partner, citizen, [
      "HOUSING_FUND_READ",
      "HOUSING_FUND_LOANS_READ",
    ]);
    const { data, errors } = await read(partner.liveKey, ref, EVERYTHING);
    expect(errors).toEqual([]);
    expect(at(data, "citizen", "housingFund", "balance")).toBe("102880.00");
    const [access, ...more] = await accessesOf(citizen);
    expect(more).toEqual([]);
    expect(access?.fields).toEqual(
      expect.arrayContaining([
        "Citizen.housingFund",
        "HousingFundAccount.balance",
        "HousingFundAccount.loans",
        "HousingFundLoan.instalmentPlan",
      ]),
    );
    expect(access?.scopes).toEqual(["HOUSING_FUND_READ", "HOUSING_FUND_LOANS_READ"]);
  });

  it("leaves a trace also where it takes a record by its id", async () => {
    const citizen = platform.newCitizen();
    await record(citizen);
    const ref = await seedConsent(platform, partner, citizen, ["HOUSING_FUND_READ"]);
    const { data } = await read(partner.liveKey, ref, "housingFund { id }");
    const id = textAt(data, "citizen", "housingFund", "id");
    const query = "query ($id: ID!) { node(id: $id) { ... on HousingFundAccount { balance } } }";
    const { errors } = await platform.call({ apiKey: partner.liveKey, query, variables: { id } });
    expect(errors).toEqual([]);
    const accesses = await accessesOf(citizen);
    expect(accesses.map(({ fields }) => fields)).toContainEqual(["HousingFundAccount.balance"]);
  });

  it("does not get the account's own number, by which two partners could join their data", async () => {
    const ref = await seedConsent(platform, partner, wang, ["HOUSING_FUND_READ"]);
    const { data, errors } = await read(partner.liveKey, ref, "housingFund { balance accountNumber }");
    expect(at(data, "citizen", "housingFund")).toEqual({ balance: "102880.00", accountNumber: null });
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN"]);
  });

  it("gets no loans under a consent for the account alone", async () => {
    const citizen = platform.newCitizen();
    await record(citizen);
    const ref = await seedConsent(platform, partner, citizen, ["HOUSING_FUND_READ"]);
    const { data, errors } = await read(partner.liveKey, ref, "housingFund { balance loans { principal } }");
    // A refused root field takes nothing along that is allowed.
    expect(at(data, "citizen", "housingFund")).toEqual({ balance: "102880.00", loans: null });
    expect(errors[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      requiredScopes: ["HOUSING_FUND_LOANS_READ"],
    });
  });

  it("gets no account under a consent for the name alone", async () => {
    const citizen = platform.newCitizen();
    await record(citizen);
    const ref = await seedConsent(platform, partner, citizen, ["PROFILE_READ"]);
    const { data, errors } = await read(partner.liveKey, ref, "housingFund { balance }");
    expect(at(data, "citizen", "housingFund")).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ requiredScopes: ["HOUSING_FUND_READ"] });
  });

  it("knows account and loan under ids of its own, which another partner cannot use", async () => {
    const citizen = platform.newCitizen();
    await record(citizen);
    const scopes = ["HOUSING_FUND_READ", "HOUSING_FUND_LOANS_READ"] as const;
    const other = await seedPartner(platform, {
      scopes: [...scopes, "CONSENT_REQUEST"],
      creditCode: "91350100M000100Y43",
    });
    const ids = "housingFund { id loans { id } }";
    const [mine, theirs] = await Promise.all(
      [partner, other].map(async (reader) => {
        const { data } = await read(
          reader.liveKey,
          await seedConsent(platform, reader, citizen, scopes),
          ids,
        );
        const fund = at(data, "citizen", "housingFund");
        return [textAt(fund, "id"), textAt(fund, "loans", 0, "id")];
      }),
    );
    expect(mine?.some((id) => theirs?.includes(id))).toBe(false);
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }";
    const variables = { ids: mine };
    const own = await platform.call({ apiKey: partner.liveKey, query, variables });
    expect(at(own.data, "nodes")).toEqual([
      { __typename: "HousingFundAccount" },
      { __typename: "HousingFundLoan" },
    ]);
    const stolen = await platform.call({ apiKey: other.liveKey, query, variables });
    expect(at(stolen.data, "nodes")).toEqual([null, null]);
  });

  it("takes at most two round trips, one after the other", async () => {
    const ref = await seedConsent(platform, partner, wang, ["HOUSING_FUND_READ"]);
    const { errors } = await read(partner.liveKey, ref, "housingFund { balance }");
    expect(errors).toEqual([]);
    const line = platform.logs.findLast(({ message }) => message === "request");
    expect(line?.["roundTripsDeep"]).toBe(2);
  });
});

describe("a statement", () => {
  it("replaces one of an earlier day and never one of a later day", async () => {
    const citizenId = platform.newCitizen();
    const actor = partnerManager();
    const state = async (balanceOn: string, balance: bigint) => {
      const { commit, database, now, requestId } = platform.context(actor);
      const writes = [
        putAccount(
          database,
          "live",
          account({ citizenId, balanceOn: date(balanceOn), balance: fen(balance) }),
        ),
      ];
      const change = {
        actor,
        action: "test",
        aggregate: "test",
        table: recordsTable("live"),
        at: now,
        requestId,
        writes,
      };
      return (await commit(change)).ok;
    };
    expect(await state("2026-10-31", 100n)).toBe(true);
    expect(await state("2026-10-31", 200n)).toBe(true);
    expect(await state("2026-09-30", 300n)).toBe(false);
    const { data } = await asCitizen(citizenId, "{ me { housingFund { balance } } }");
    expect(at(data, "me", "housingFund", "balance")).toBe("2.00");
  });
});
