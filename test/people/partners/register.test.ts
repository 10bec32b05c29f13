import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENTERPRISE_STANDINGS } from "../../../services/field/enterprise-standing.ts";
import { region } from "../../../services/field/region.ts";
import type { Citizen, Mode, Officer } from "../../../services/kernel/actor.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { endAuthorities } from "../../../services/people/enterprises/index.ts";
import { recordEnterprise } from "../../../services/people/enterprises/record-enterprise.ts";
import { newCreditCode, newIdNumber } from "../../support/made-up.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { stateEnterprise } from "../../support/seed-enterprise.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const PARTNER = `__typename ... on Refusal { code message } ... on InvalidInput { path }
  ... on Partner { id name status capacity lapseReason contact { name }
    statement { name standing legalRepresentative recordedAt }
    registeredNow { name standing legalRepresentative recordedAt } }`;
const APPLICATION = {
  name: "京城便民科技有限公司",
  contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
  purpose: "便民服务",
  scopes: ["PROFILE_READ", "APPLICATIONS_READ"],
};

type Person = { readonly id: CitizenId; readonly idNumber: string };

function newPerson(): Person {
  const idNumber = newIdNumber();
  return { idNumber, id: `ctz_${platform.ports.secrets.citizenDigest(idNumber)}` };
}

async function as(token: string, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const { data, errors } = await platform.call({ token, query, variables });
  expect(errors).toEqual([]);
  return data;
}

const run = async (who: CitizenId, mutation: string, mode: Mode = "live"): Promise<Json> =>
  at(await as(await platform.tokens.citizen(who, { mode }), `mutation { done: ${mutation} }`), "done");

const apply = async (
  who: CitizenId,
  creditCode: string,
  mode: Mode = "live",
  name = APPLICATION.name,
): Promise<Json> => {
  const query = `mutation ($key: ID!, $input: ApplyForPartnershipInput!) {
    done: applyForPartnership(idempotencyKey: $key, input: $input) { ${PARTNER} } }`;
  const variables = { key: randomUUID(), input: { ...APPLICATION, name, creditCode } };
  return at(await as(await platform.tokens.citizen(who, { mode }), query, variables), "done");
};

const renew = (who: CitizenId, id: string): Promise<Json> =>
  run(who, `renewPartnership(id: "${id}") { ${PARTNER} ... on NotAllowedNow { state availableActions } }`);

const reviewed = async (mutation: string): Promise<Json> => {
  const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
  return at(await as(token, `mutation { done: ${mutation} { ${PARTNER} } }`), "done");
};
const decide = (action: string, id: string): Promise<Json> =>
  reviewed(`${action}(id: "${id}", reason: "已核对登记")`);
const approve = (id: string): Promise<Json> =>
  reviewed(`approvePartner(id: "${id}", scopes: [PROFILE_READ], reason: "已核对登记")`);

/** The HTTP status and the message that a key gets. */
const use = async (apiKey: string): Promise<readonly [number, string | undefined]> => {
  const { status, errors } = await platform.call({ query: "{ viewer { kind } }", apiKey });
  return [status, errors[0]?.message];
};

const authorise = async (
  representative: CitizenId,
  agent: Person,
  enterprise: string,
  items: readonly string[],
  until = "2026-12-31",
): Promise<string> => {
  const query = `mutation ($input: GrantAuthorityInput!, $key: ID!) {
    done: grantAuthority(input: $input, idempotencyKey: $key) { ... on Authority { id } } }`;
  const named = { name: "李代办", idNumber: agent.idNumber };
  const variables = { key: randomUUID(), input: { enterprise, agent: named, items, until } };
  return textAt(await as(await platform.tokens.citizen(representative), query, variables), "done", "id");
};

const notificationsOf = async (who: CitizenId): Promise<readonly string[]> => {
  const data = await as(
    await platform.tokens.citizen(who),
    "{ me { notifications { edges { node { type } } } } }",
  );
  const edges = at(data, "me", "notifications", "edges");
  if (!Array.isArray(edges)) throw new Error("no edges");
  return edges.map((edge) => textAt(edge, "node", "type"));
};

type Seeded = LivePartner & { readonly creditCode: string; readonly idNumber: string };

async function livePartner(): Promise<Seeded> {
  const stated = await stateEnterprise(platform);
  const { creditCode, idNumber } = stated;
  const seeded = await seedPartner(platform, { scopes: ["PROFILE_READ"], creditCode });
  return { ...seeded, creditCode, idNumber };
}

describe("who may apply for an enterprise", () => {
  it("is not any citizen with the company's credit code", async () => {
    const { creditCode } = await stateEnterprise(platform);
    expect(await apply(platform.newCitizen(), creditCode)).toMatchObject({
      __typename: "InvalidInput",
      code: "NOT_ENTITLED",
      path: ["input", "creditCode"],
    });
  });

  it("is not who applies under another name than the register's, which is the partner's however it was typed", async () => {
    const { creditCode, representative } = await stateEnterprise(platform, {
      name: "京城便民（北京）科技有限公司",
    });
    expect(await apply(representative, creditCode)).toMatchObject({
      __typename: "InvalidInput",
      code: "NAME_NOT_REGISTERED",
      message: "An enterprise takes part under its registered name, 京城便民（北京）科技有限公司.",
      path: ["input", "name"],
    });
    const applied = await apply(representative, creditCode, "live", "京城便民(北京)科技有限公司 ");
    expect(applied).toMatchObject({ __typename: "Partner", name: "京城便民（北京）科技有限公司" });
    // A stranger does not hear it from here.
    expect(await apply(platform.newCitizen(), creditCode)).toMatchObject({ code: "NOT_ENTITLED" });
  });

  it("is nobody where the register is not known to state it, and they are told how to get it recorded", async () => {
    const refused = await apply(platform.newCitizen(), newCreditCode());
    expect(refused).toMatchObject({ code: "ENTERPRISE_NOT_ON_RECORD", path: ["input", "creditCode"] });
    expect(textAt(refused, "message")).toContain("recordEnterprise");
  });

  it.each(ENTERPRISE_STANDINGS.filter((standing) => standing !== "IN_BUSINESS"))(
    "is nobody where it stands as %s",
    async (standing) => {
      const { creditCode, representative } = await stateEnterprise(platform, { standing });
      expect(await apply(representative, creditCode)).toMatchObject({ code: "ENTERPRISE_NOT_IN_BUSINESS" });
    },
  );

  it("is its legal representative, and what the register stated is kept with the application", async () => {
    const { creditCode, representative } = await stateEnterprise(platform, { name: "登记名称有限公司" });
    const recordedAt = platform.clock.now();
    platform.clock.advance(DAY_MS);
    const statement = {
      ...{ name: "登记名称有限公司", standing: "IN_BUSINESS", legalRepresentative: "李明", recordedAt },
    };
    expect(await apply(representative, creditCode, "live", "登记名称有限公司")).toMatchObject({
      ...{ __typename: "Partner", status: "PENDING", capacity: "LEGAL_REPRESENTATIVE", statement },
    });
  });

  it("is an agent whose authority names PARTNERSHIP, while it is in force; one for all items does not", async () => {
    const { creditCode, representative } = await stateEnterprise(platform);
    const agent = newPerson();
    await authorise(representative, agent, creditCode, []);
    expect(await apply(agent.id, creditCode)).toMatchObject({ code: "NOT_ENTITLED" });
    const id = await authorise(representative, agent, creditCode, ["PARTNERSHIP"]);
    expect(await apply(agent.id, creditCode)).toMatchObject({ __typename: "Partner", capacity: "AGENT" });
    await run(representative, `revokeAuthority(id: "${id}") { __typename }`);
    expect(await apply(agent.id, creditCode)).toMatchObject({ code: "NOT_ENTITLED" });
    const short = newPerson();
    await authorise(representative, short, creditCode, ["PARTNERSHIP"], platform.clock.now().slice(0, 10));
    expect(await apply(short.id, creditCode)).toMatchObject({ __typename: "Partner" });
    platform.clock.advance(DAY_MS);
    expect(await apply(short.id, creditCode)).toMatchObject({ code: "NOT_ENTITLED" });
  });

  it("is by the register of the mode that they signed in to", async () => {
    const live = await stateEnterprise(platform);
    expect(await apply(live.representative, live.creditCode, "test")).toMatchObject({
      code: "ENTERPRISE_NOT_ON_RECORD",
    });
    const sandbox = await stateEnterprise(platform, { mode: "test" });
    const applied = await apply(sandbox.representative, sandbox.creditCode, "test");
    expect(applied).toMatchObject({ __typename: "Partner" });
    const id = textAt(applied, "id");
    expect(await approve(id)).toMatchObject({ status: "APPROVED" });
    expect(await decide("grantLiveAccess", id)).toMatchObject({ code: "PARTNER_OF_THE_SANDBOX" });
  });
});

describe("the managers who review", () => {
  it("see what was stated, and what is stated now", async () => {
    const { creditCode, representative } = await stateEnterprise(platform);
    const id = textAt(await apply(representative, creditCode), "id");
    await stateEnterprise(platform, { creditCode, standing: "LICENCE_REVOKED" });
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const fields = PARTNER.slice(PARTNER.indexOf("... on Partner"));
    const seen = at(await as(token, `{ node(id: "${id}") { ${fields} } }`), "node");
    expect(seen).toMatchObject({
      ...{ status: "PENDING", lapseReason: "NOT_IN_BUSINESS" },
      statement: { standing: "IN_BUSINESS" },
      registeredNow: { standing: "LICENCE_REVOKED" },
    });
  });

  it("review no partner whose enterprise they represent themselves", async () => {
    const { creditCode, representative: person } = await stateEnterprise(platform);
    const id = textAt(await apply(person, creditCode), "id");
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"], person });
    const query = `mutation { done: approvePartner(id: "${id}", scopes: [PROFILE_READ], reason: "本人") { ${PARTNER} } }`;
    expect(at(await as(token, query), "done")).toMatchObject({ code: "OFFICERS_OWN_MATTER" });
  });

  it("open no access on a statement that is outdated, but on the renewed one", async () => {
    const first = await stateEnterprise(platform);
    const { creditCode } = first;
    const id = textAt(await apply(first.representative, creditCode), "id");
    const second = await stateEnterprise(platform, { creditCode });
    const outdated = { __typename: "InvalidInput", code: "STATEMENT_OUTDATED", path: ["id"] };
    expect(await approve(id)).toMatchObject(outdated);
    expect(await renew(first.representative, id)).toMatchObject({ code: "NOT_ENTITLED" });
    expect(await renew(second.representative, id)).toMatchObject({ status: "PENDING", lapseReason: null });
    expect(await approve(id)).toMatchObject({ status: "APPROVED" });
    const third = await stateEnterprise(platform, { creditCode });
    expect(await decide("grantLiveAccess", id)).toMatchObject(outdated);
    expect(await renew(third.representative, id)).toMatchObject({ status: "APPROVED" });
    expect(await decide("grantLiveAccess", id)).toMatchObject({ status: "LIVE" });
  });

  it("reinstate a partner whose enterprise changed meanwhile without its live access", async () => {
    const { partnerId: id, creditCode, liveKey, testKey } = await livePartner();
    await decide("suspendPartner", id);
    const { representative } = await stateEnterprise(platform, { creditCode });
    expect(await decide("reinstatePartner", id)).toMatchObject({ status: "LAPSED" });
    expect((await use(liveKey))[0]).toBe(401);
    expect((await use(testKey))[0]).toBe(200);
    expect(await renew(representative, id)).toMatchObject({ status: "RENEWING" });
  });

  it("never leave live access behind that the register does not carry, whichever came first", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { creditCode, representative } = await stateEnterprise(platform);
      const id = textAt(await apply(representative, creditCode), "id");
      await approve(id);
      const key = textAt(
        await run(
          representative,
          `createApiKey(idempotencyKey: "${randomUUID()}", input: { partnerId: "${id}", name: "k", mode: TEST, scopes: [PROFILE_READ] })
             { ... on IssuedApiKey { secret } }`,
        ),
        "secret",
      );
      await Promise.all([decide("grantLiveAccess", id), stateEnterprise(platform, { creditCode })]);
      const { data } = await platform.call({
        token: await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] }),
        query: `{ node(id: "${id}") { ... on Partner { status } } }`,
      });
      expect(["APPROVED", "LAPSED"]).toContain(textAt(data, "node", "status"));
      expect((await use(key))[0]).toBe(200);
    }
  });
});

describe("another legal representative", () => {
  it("suspends live keys at once, tells both, and renews; a manager's review opens them again", async () => {
    const { partnerId: id, creditCode, liveKey, testKey, representative: former } = await livePartner();
    expect((await use(liveKey))[0]).toBe(200);
    const { representative: next } = await stateEnterprise(platform, { creditCode });
    const [status, message] = await use(liveKey);
    expect(status).toBe(401);
    expect(message).toContain("renewPartnership");
    expect((await use(testKey))[0]).toBe(200);
    await sweep(platform);
    for (const told of [former, next]) {
      expect(await notificationsOf(told)).toEqual(
        expect.arrayContaining(["partner.lapsed", "enterprise.changed"]),
      );
    }

    const found = await run(former, `renewPartnership(id: "${id}") { ${PARTNER} }`);
    expect(found).toMatchObject({ code: "NOT_ENTITLED", path: ["id"] });
    const mine = await as(
      await platform.tokens.citizen(next),
      "{ me { enterprises { creditCode partners { id status lapseReason } } } }",
    );
    expect(at(mine, "me", "enterprises")).toEqual([
      { creditCode, partners: [{ id, status: "LAPSED", lapseReason: "REPRESENTATIVE_CHANGED" }] },
    ]);
    const renewed = await renew(next, id);
    expect(renewed).toMatchObject({ status: "RENEWING", capacity: "LEGAL_REPRESENTATIVE" });
    expect(await renew(next, id)).toEqual(renewed);
    expect((await use(liveKey))[0]).toBe(401);
    expect(await decide("refuseRenewal", id)).toMatchObject({ status: "LAPSED" });
    expect((await use(liveKey))[0]).toBe(401);
    await renew(next, id);
    expect(await decide("confirmRenewal", id)).toMatchObject({ status: "LIVE", lapseReason: null });
    expect((await use(liveKey))[0]).toBe(200);
    await sweep(platform);
    expect(await notificationsOf(next)).toEqual(
      expect.arrayContaining(["partner.renewal-requested", "partner.renewal-refused", "partner.renewed"]),
    );
  });

  it("leaves the one before nothing to do with the partner's keys, in either mode", async () => {
    const { partnerId: id, creditCode, liveKey, testKey, representative: former } = await livePartner();
    const { representative: next } = await stateEnterprise(platform, { creditCode });
    const code = "... on Refusal { code }";
    const create = `createApiKey(idempotencyKey: "${randomUUID()}", input: { partnerId: "${id}", name: "k", mode: TEST, scopes: [PROFILE_READ] }) { ${code} }`;
    const refused = { code: "NOT_ENTITLED" };
    expect(await run(former, create)).toEqual(refused);
    for (const key of [liveKey, testKey]) {
      const keyId = key.split("_")[2];
      const rotate = `rotateApiKey(idempotencyKey: "${randomUUID()}", id: "${keyId}", graceHours: 0) { ${code} }`;
      expect(await run(former, rotate)).toEqual(refused);
      expect(await run(former, `revokeApiKey(id: "${keyId}") { ${code} }`)).toEqual(refused);
      expect(await run(next, `revokeApiKey(id: "${keyId}") { ... on ApiKey { status } }`)).toEqual({
        status: "REVOKED",
      });
    }
  });

  it("does not reach what is another enterprise's, and a stranger learns of nothing", async () => {
    const [one, other] = [await livePartner(), await livePartner()];
    await stateEnterprise(platform, { creditCode: one.creditCode });
    expect((await use(other.liveKey))[0]).toBe(200);
    const unknown = await renew(other.representative, "ptn_0000000000000000");
    expect(await renew(other.representative, one.partnerId)).toEqual(unknown);
    expect(unknown).toMatchObject({ __typename: "NotFound" });
  });

  it("stated twice, or another name stated, suspends nothing", async () => {
    const { creditCode, idNumber, liveKey, representative } = await livePartner();
    await stateEnterprise(platform, { creditCode, idNumber });
    await stateEnterprise(platform, { creditCode, idNumber, name: "另一个名称有限公司" });
    expect((await use(liveKey))[0]).toBe(200);
    await sweep(platform);
    expect(await notificationsOf(representative)).not.toContain("partner.lapsed");
  });

  it("is heard of by the event where the request that stated it died before anything followed", async () => {
    const { creditCode, liveKey, representative } = await livePartner();
    const person = newPerson();
    const actor: Officer = {
      ...{ kind: "OFFICER", mode: "live", id: "ofc_registrar00", roles: ["REGISTRAR"] },
      ...{ person: platform.newCitizen(), jurisdiction: { regionPrefix: "", departments: [] } },
    };
    const context = platform.context(actor);
    const dying = { ...context, mode: "live", actor, parts: { enterpriseFollowers: [] } } as const;
    const legalRepresentative = { name: "李新任", idNumber: person.idNumber };
    const stated = { creditCode, name: "京城便民科技有限公司", region: region("110105") };
    must(await recordEnterprise(dying, { ...stated, standing: "IN_BUSINESS", legalRepresentative }));
    expect((await use(liveKey))[0]).toBe(200);
    await sweep(platform);
    expect((await use(liveKey))[0]).toBe(401);
    await sweep(platform);
    const told = (await notificationsOf(representative)).filter((type) => type === "partner.lapsed");
    expect(told).toHaveLength(1);
  });
});

describe("an enterprise that is no longer in business", () => {
  it.each(ENTERPRISE_STANDINGS.filter((standing) => standing !== "IN_BUSINESS"))(
    "has no live keys as %s, and is renewed when the register carries it again",
    async (standing) => {
      const { partnerId: id, creditCode, idNumber, liveKey, representative } = await livePartner();
      await stateEnterprise(platform, { creditCode, idNumber, standing });
      expect((await use(liveKey))[0]).toBe(401);
      expect(await renew(representative, id)).toMatchObject({ code: "ENTERPRISE_NOT_IN_BUSINESS" });
      await stateEnterprise(platform, { creditCode, idNumber });
      expect((await use(liveKey))[0]).toBe(401);
      expect(await renew(representative, id)).toMatchObject({ status: "RENEWING" });
      expect(await decide("confirmRenewal", id)).toMatchObject({ status: "LIVE" });
      expect((await use(liveKey))[0]).toBe(200);
    },
  );
});

describe("an agent whose authority ends", () => {
  async function agentsPartner(until?: string) {
    const { creditCode, representative } = await stateEnterprise(platform);
    const agent = newPerson();
    const authority = await authorise(representative, agent, creditCode, ["PARTNERSHIP"], until);
    const id = textAt(await apply(agent.id, creditCode), "id");
    await approve(id);
    await decide("grantLiveAccess", id);
    const create = (who: CitizenId) =>
      run(
        who,
        `createApiKey(idempotencyKey: "${randomUUID()}", input: { partnerId: "${id}", name: "k", mode: LIVE, scopes: [PROFILE_READ] })
           { ... on IssuedApiKey { secret } ... on Refusal { code } }`,
      );
    return { id, agent, creditCode, representative, authority, create };
  }

  it("by its revocation suspends live keys at once, until its principal renews", async () => {
    const {
      id,
      agent: { id: agent },
      representative,
      authority,
      create,
    } = await agentsPartner();
    const key = textAt(await create(agent), "secret");
    expect((await use(key))[0]).toBe(200);
    await run(representative, `revokeAuthority(id: "${authority}") { __typename }`);
    expect((await use(key))[0]).toBe(401);
    expect(await renew(agent, id)).toMatchObject({ code: "NOT_ENTITLED" });
    expect(await renew(representative, id)).toMatchObject({
      ...{ status: "RENEWING", lapseReason: "AUTHORITY_ENDED", capacity: "LEGAL_REPRESENTATIVE" },
    });
  });

  /** The scheduled run, and the delivery of what it has committed. */
  async function endTerms(mode: Mode = "live"): Promise<number> {
    const open = () => {
      const database = platform.database();
      return { database, commit: commitTo(database) };
    };
    const { now } = platform.clock;
    const { authoritiesEnded } = await endAuthorities({ open, now }, mode, plusMs(now(), 60_000));
    await sweep(platform);
    return authoritiesEnded;
  }

  it("by its term suspends live keys after its last day, and all who have to know are told once", async () => {
    const today = platform.clock.now().slice(0, 10);
    const {
      id,
      agent: { id: agent },
      representative,
      create,
    } = await agentsPartner(today);
    const key = textAt(await create(agent), "secret");
    await endTerms();
    expect((await use(key))[0]).toBe(200);
    platform.clock.advance(DAY_MS);
    expect(await create(agent)).toMatchObject({ code: "NOT_ENTITLED" });
    expect(await endTerms()).toBe(1);
    expect((await use(key))[0]).toBe(401);
    expect(await endTerms()).toBe(0);
    for (const who of [agent, representative]) {
      const told = await notificationsOf(who);
      expect(told.filter((type) => ["partner.lapsed", "authority.ended"].includes(type)).sort()).toEqual([
        "authority.ended",
        "partner.lapsed",
      ]);
    }
    expect(await renew(representative, id)).toMatchObject({
      ...{ status: "RENEWING", lapseReason: "AUTHORITY_ENDED", capacity: "LEGAL_REPRESENTATIVE" },
    });
    expect(await decide("confirmRenewal", id)).toMatchObject({ status: "LIVE" });
    expect((await use(key))[0]).toBe(200);
  });

  it("by its term suspends nothing where the same agent has another authority by then", async () => {
    const today = platform.clock.now().slice(0, 10);
    const { agent, representative, creditCode, create } = await agentsPartner(today);
    const key = textAt(await create(agent.id), "secret");
    await endTerms();
    await authorise(representative, agent, creditCode, ["PARTNERSHIP"]);
    platform.clock.advance(DAY_MS);
    expect(await endTerms()).toBe(1);
    expect((await use(key))[0]).toBe(200);
    expect(textAt(await create(agent.id), "secret")).toMatch(/^cvg_live_/);
  });

  it("by two runs at once is ended by one of them, and one that was revoked before is no more ended", async () => {
    const today = platform.clock.now().slice(0, 10);
    await agentsPartner(today);
    const revoked = await agentsPartner(today);
    await run(revoked.representative, `revokeAuthority(id: "${revoked.authority}") { __typename }`);
    platform.clock.advance(DAY_MS);
    const ended = await Promise.all([endTerms(), endTerms()]);
    expect(ended.toSorted()).toEqual([0, 1]);
  });
});

describe("a renewal", () => {
  it("is for a partner that has lapsed, and changes whom the platform reaches", async () => {
    const { partnerId: id, creditCode, representative } = await livePartner();
    expect(await renew(representative, id)).toMatchObject({ state: "LIVE", availableActions: [] });
    const { representative: next } = await stateEnterprise(platform, { creditCode });
    const contact = `{ name: "新联系人", phone: "13900139000", email: "new@example.cn" }`;
    expect(
      await run(next, `renewPartnership(id: "${id}", contact: ${contact}) { ${PARTNER} }`),
    ).toMatchObject({
      contact: { name: "新联系人" },
    });
  });

  it("waits among the partners whose status is RENEWING", async () => {
    const { partnerId: id, creditCode } = await livePartner();
    const { representative } = await stateEnterprise(platform, { creditCode });
    await renew(representative, id);
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const data = await as(token, "{ partners(status: RENEWING, first: 100) { edges { node { id } } } }");
    expect(JSON.stringify(data)).toContain(id);
  });
});

/** In the trail of the partner it stands who and why. */
describe("the partner's own trail", () => {
  it("tells of the register's change and of the renewal", async () => {
    const { partnerId: id, creditCode } = await livePartner();
    const { representative } = await stateEnterprise(platform, { creditCode });
    await renew(representative, id);
    const actor: Citizen = { kind: "CITIZEN", mode: "live", id: representative };
    const { items } = await platform
      .context(actor)
      .database.query({ table: "registry", pk: `audit#${id}`, limit: 50 });
    expect(items.map(({ action, reason, actor: by }) => [action, reason, by]).slice(-2)).toEqual([
      ["partners.partner.lapsed", "REPRESENTATIVE_CHANGED", "system/register"],
      ["partners.partner.renewal-requested", "", representative],
    ]);
  });
});
