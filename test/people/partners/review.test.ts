import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Officer } from "../../../services/kernel/actor.ts";
import { applyForPartnership, reviewPartner } from "../../../services/people/partners/index.ts";
import type { Partner } from "../../../services/people/partners/partner.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { stateEnterprise } from "../../support/seed-enterprise.ts";
import { partnerManager, seedPartner } from "../../support/seed-partner.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const APPLICATION = {
  name: "京城便民科技有限公司",
  creditCode: "11100000000013338W",
  contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
  purpose: "便民服务",
  scopes: ["PROFILE_READ", "HOUSING_FUND_READ"],
} as const;

const APPLY = `mutation ($key: ID!, $input: ApplyForPartnershipInput!) {
  applyForPartnership(idempotencyKey: $key, input: $input) {
    __typename
    ... on Partner { id name status requestedScopes scopes apiKeys { id } }
    ... on Refusal { code message }
    ... on InvalidInput { path }
  }
}`;

/** The legal representative of an enterprise of their own, and the application for it. */
async function newApplicant() {
  const { creditCode, representative: id } = await stateEnterprise(platform);
  return { id, token: await platform.tokens.citizen(id), application: { ...APPLICATION, creditCode } };
}

const applyAs = async (token: string, key: string, input: object) => {
  const answer = await platform.call({ query: APPLY, token, variables: { key, input } });
  expect(answer.errors).toEqual([]);
  return at(answer.data, "applyForPartnership");
};

async function pendingPartner(): Promise<Partner> {
  const { id, application } = await newApplicant();
  const actor = { kind: "CITIZEN", mode: "live", id } as const;
  const context = platform.context(actor);
  return must(await applyForPartnership("the-first-key", application, { actor, now: context.now }, context));
}

type Decision = Parameters<typeof reviewPartner>[1];
const reviewAs = (actor: Officer, id: string, decision: Decision) => {
  const context = platform.context(actor);
  return reviewPartner(id, decision, { actor, now: context.now }, context);
};
const approval: Decision = { action: "approve", scopes: ["PROFILE_READ"], reason: "资料齐全" };

const auditOf = async (aggregate: string) =>
  (await platform.database().query({ table: "registry", pk: `audit#${aggregate}`, limit: 50 })).items;

describe("an application", () => {
  it("repeated with its key has the same outcome, rendered afresh", async () => {
    const { token, application } = await newApplicant();
    const first = await applyAs(token, "my-key-0001", application);
    expect(first).toMatchObject({ __typename: "Partner", status: "PENDING", scopes: [], apiKeys: [] });
    expect(await applyAs(token, "my-key-0001", application)).toEqual(first);
    must(await reviewAs(partnerManager(), textAt(first, "id"), approval));
    expect(await applyAs(token, "my-key-0001", application)).toMatchObject({
      id: textAt(first, "id"),
      status: "APPROVED",
    });
    expect(await auditOf(textAt(first, "id"))).toHaveLength(2);
  });

  it("sent several times at once makes one partner", async () => {
    const { token, application } = await newApplicant();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => applyAs(token, "my-key-0002", application)),
    );
    const ids = new Set(answers.map((answer) => textAt(answer, "id")));
    expect(ids.size).toBe(1);
    expect(await auditOf([...ids][0] ?? "")).toHaveLength(1);
  });

  it("with the key of another application is refused", async () => {
    const { token, application } = await newApplicant();
    await applyAs(token, "my-key-0003", application);
    const other = await applyAs(token, "my-key-0003", { ...application, purpose: "另一个用途" });
    expect(other).toMatchObject({ __typename: "IdempotencyMismatch", code: "IDEMPOTENCY_MISMATCH" });
  });

  it("is the applicant's own: another person's same key is another application", async () => {
    const [one, two] = [await newApplicant(), await newApplicant()];
    const mine = await applyAs(one.token, "my-key-0004", one.application);
    const other = await applyAs(two.token, "my-key-0004", two.application);
    expect(textAt(mine, "id")).not.toBe(textAt(other, "id"));
  });

  it.each([
    ["short", APPLICATION, "IDEMPOTENCY_KEY_INVALID", ["idempotencyKey"]],
    ["with spaces", APPLICATION, "IDEMPOTENCY_KEY_INVALID", ["idempotencyKey"]],
    [
      "my-key-0005",
      { ...APPLICATION, creditCode: "111000000000133380" },
      "CREDIT_CODE_INVALID",
      ["input", "creditCode"],
    ],
    [
      "my-key-0005",
      { ...APPLICATION, contact: { ...APPLICATION.contact, email: "x" } },
      "TEXT_LENGTH",
      ["input", "contact", "email"],
    ],
  ])("with the key %j and a wrong value is told what and where", async (key, input, code, path) => {
    const refused = await applyAs(await platform.tokens.citizen(), key, input);
    expect(refused).toMatchObject({ __typename: "InvalidInput", code, path });
  });

  it("shows among the applicant's partners, and in nobody else's", async () => {
    const { id: citizen, token, application } = await newApplicant();
    const id = textAt(await applyAs(token, "my-key-0006", application), "id");
    const query = "{ me { partners { id name } } }";
    const mine = await platform.call({ query, token });
    expect(at(mine.data, "me", "partners")).toEqual([{ id, name: APPLICATION.name }]);
    const sandbox = await platform.tokens.citizen(citizen, { mode: "test" });
    for (const stranger of [await platform.tokens.citizen(), sandbox]) {
      expect(at((await platform.call({ query, token: stranger })).data, "me", "partners")).toEqual([]);
    }
  });
});

describe("a review", () => {
  it("goes through the schema from application to live access, with two officers", async () => {
    const { id } = await pendingPartner();
    const roles = ["PARTNER_MANAGER"] as const;
    const [first, second] = [
      await platform.tokens.officer({ roles }),
      await platform.tokens.officer({ roles }),
    ];
    const run = async (token: string, mutation: string) => {
      const fields = `__typename ... on Partner { id status scopes } ... on Refusal { code }
        ... on NotAllowedNow { state availableActions } ... on InvalidInput { path }`;
      const answer = await platform.call({ token, query: `mutation { result: ${mutation} { ${fields} } }` });
      expect(answer.errors).toEqual([]);
      return at(answer.data, "result");
    };
    const reason = `reason: "资料齐全"`;
    expect(await run(first, `grantLiveAccess(id: "${id}", ${reason})`)).toEqual({
      __typename: "NotAllowedNow",
      code: "NOT_ALLOWED_NOW",
      state: "PENDING",
      availableActions: ["approvePartner", "rejectPartner"],
    });
    expect(await run(first, `approvePartner(id: "${id}", scopes: [CONSENT_REQUEST], ${reason})`)).toEqual({
      __typename: "InvalidInput",
      code: "SCOPES_NOT_REQUESTED",
      path: ["scopes"],
    });
    expect(await run(first, `approvePartner(id: "${id}", scopes: [PROFILE_READ], reason: "")`)).toMatchObject(
      {
        path: ["reason"],
      },
    );
    expect(await run(first, `approvePartner(id: "${id}", scopes: [PROFILE_READ], ${reason})`)).toMatchObject({
      status: "APPROVED",
      scopes: ["PROFILE_READ"],
    });
    expect(await run(first, `grantLiveAccess(id: "${id}", ${reason})`)).toEqual({
      __typename: "SameOfficer",
      code: "SAME_OFFICER",
    });
    expect(await run(second, `grantLiveAccess(id: "${id}", ${reason})`)).toMatchObject({ status: "LIVE" });
    expect(await run(first, `suspendPartner(id: "${id}", ${reason})`)).toMatchObject({ status: "SUSPENDED" });
    expect(await run(first, `reinstatePartner(id: "${id}", ${reason})`)).toMatchObject({ status: "LIVE" });
    expect(await run(first, `rejectPartner(id: "ptn_0000000000000000", ${reason})`)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await auditOf(id)).map(({ action, reason: why }) => [action, why])).toEqual([
      ["partners.partner.applied", ""],
      ["partners.partner.approved", "资料齐全"],
      ["partners.partner.live-granted", "资料齐全"],
      ["partners.partner.suspended", "资料齐全"],
      ["partners.partner.reinstated", "资料齐全"],
    ]);
  });

  it("of two officers who approve at once exactly one stands", async () => {
    const { id } = await pendingPartner();
    const officers = [partnerManager(), partnerManager(), partnerManager()];
    const results = await Promise.all(officers.map((officer) => reviewAs(officer, id, approval)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.error).toMatchObject({ state: "APPROVED" });
    const winner = officers[results.findIndex(({ ok }) => ok)];
    const stored = await platform.database().get("registry", { pk: id, sk: "partner" });
    expect(stored).toMatchObject({ status: "APPROVED", approvedBy: winner?.id, revision: 2 });
    expect(await auditOf(id)).toHaveLength(2);
  });

  it("of approval and rejection at once exactly one stands", async () => {
    const { id } = await pendingPartner();
    const results = await Promise.all([
      reviewAs(partnerManager(), id, approval),
      reviewAs(partnerManager(), id, { action: "reject", reason: "资料不全" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is for partner managers only", async () => {
    const { id } = await pendingPartner();
    const query = `mutation { approvePartner(id: "${id}", scopes: [PROFILE_READ], reason: "ok") { __typename } }`;
    const tokens = [
      await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }),
      await platform.tokens.citizen(),
    ];
    for (const token of tokens) {
      const { errors } = await platform.call({ query, token });
      expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
  });
});

describe("partners by status", () => {
  it("come page by page, the oldest application first, each once", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      platform.clock.advance(1_000);
      const { id } = await pendingPartner();
      must(await reviewAs(partnerManager(), id, { action: "reject", reason: "资料不全" }));
      ids.push(id);
    }
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const query = `query ($after: String) { partners(status: REJECTED, first: 2, after: $after) {
      edges { node { id status contact { phone } } } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const { data } = await platform.call({ query, token, variables: { after } });
      const edges = at(data, "partners", "edges");
      if (!Array.isArray(edges)) throw new Error("no edges");
      seen.push(...edges.map((edge) => textAt(edge, "node", "id")));
      if (at(data, "partners", "pageInfo", "hasNextPage") === false) break;
      after = textAt(data, "partners", "pageInfo", "endCursor");
    }
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    const wrong = await platform.call({
      query: query.replace("REJECTED", "PENDING"),
      token,
      variables: { after },
    });
    expect(wrong.errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("a search of partners", () => {
  const SEARCH = `query ($words: String!) { partners(status: PENDING, search: $words) {
    edges { node { id availableActions approvedBy { id } } } } }`;

  it("finds them by a part of their name or of their credit code, among those of the status alone", async () => {
    const { id, creditCode, name } = await pendingPartner();
    const rejected = await pendingPartner();
    must(await reviewAs(partnerManager(), rejected.id, { action: "reject", reason: "资料不全" }));
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const idsFor = async (words: string): Promise<readonly string[]> => {
      const { data } = await platform.call({ query: SEARCH, token, variables: { words } });
      const edges = at(data, "partners", "edges");
      if (!Array.isArray(edges)) throw new Error("no edges");
      return edges.map((edge) => textAt(edge, "node", "id"));
    };
    expect(await idsFor(creditCode.toLowerCase())).toEqual([id]);
    const named = await idsFor(name.slice(1, 5));
    expect(named).toContain(id);
    expect(named).not.toContain(rejected.id);
    expect(await idsFor("没有这样的企业")).toEqual([]);
  });

  it("refuses a text that is too long", async () => {
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const { errors } = await platform.call({ query: SEARCH, token, variables: { words: "长".repeat(101) } });
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("the totals of partners", () => {
  const TOTALS = "{ partnerTotals { status count isMore } }";

  it("count those of each status", async () => {
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const pending = async (): Promise<Json> => {
      const { data } = await platform.call({ query: TOTALS, token });
      const totals = at(data, "partnerTotals");
      if (!Array.isArray(totals)) throw new Error("no totals");
      expect(totals).toHaveLength(7);
      return totals.find((total) => textAt(total, "status") === "PENDING") ?? null;
    };
    const before = await pending();
    await pendingPartner();
    const count = Number(at(before, "count")) + 1;
    expect(await pending()).toEqual({ status: "PENDING", count, isMore: false });
  });
});

describe("what a manager can ask for", () => {
  const ACTIONS =
    "query ($id: ID!) { node(id: $id) { ... on Partner { availableActions approvedBy { id } } } }";
  const actionsOf = async (id: string, officer: Officer): Promise<Json> => {
    const token = await platform.tokens.officer(officer);
    return at((await platform.call({ query: ACTIONS, token, variables: { id } })).data, "node");
  };

  it("is what the state allows, and live access only where another has approved", async () => {
    const { id } = await pendingPartner();
    const [one, other] = [partnerManager(), partnerManager()];
    expect(await actionsOf(id, one)).toEqual({
      ...{ availableActions: ["approvePartner", "rejectPartner"], approvedBy: null },
    });
    must(await reviewAs(one, id, approval));
    expect(await actionsOf(id, one)).toEqual({
      ...{ availableActions: ["suspendPartner"], approvedBy: { id: one.id } },
    });
    expect(at(await actionsOf(id, other), "availableActions")).toEqual(["grantLiveAccess", "suspendPartner"]);
  });

  it("is nothing in a matter of their own", async () => {
    const { id, representative } = await pendingPartner();
    const applicant = { ...partnerManager(), person: representative };
    expect(at(await actionsOf(id, applicant), "availableActions")).toEqual([]);
  });
});

describe("node", () => {
  it("gives a partner to its representative and to partner managers, and to nobody else", async () => {
    const {
      partnerId: id,
      representative,
      liveKey,
    } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const query = `{ node(id: "${id}") { id ... on Partner { name } } }`;
    const { citizen, officer } = platform.tokens;
    for (const token of [await citizen(representative), await officer({ roles: ["PARTNER_MANAGER"] })]) {
      expect((await platform.call({ query, token })).data).toEqual({ node: { id, name: APPLICATION.name } });
    }
    const others = [
      { token: await citizen() },
      { token: await citizen(representative, { mode: "test" }) },
      { token: await officer() },
      { apiKey: liveKey },
      {},
    ];
    for (const other of others)
      expect((await platform.call({ query, ...other })).data).toEqual({ node: null });
  });
});
