import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type AuthorityTerms,
  authorise,
  BY_HAND,
  CHAOYANG,
  newApplicant,
  newEnterprise,
  newOfficer,
  receive,
  revokeAuthority,
  type TestOfficer,
} from "../../government/cases/casework.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
  platform.clock.set("2026-03-02T02:00:00.000Z");
});
afterAll(() => platform.stop());

const ask = async (token: string, query: string, variables = {}): Promise<Json> => {
  const answer = await platform.call({ token, query, variables });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};

const STATEMENT = {
  ...{ creditCode: "11100000000013338W", name: "北京好味道餐饮有限公司", region: CHAOYANG },
  legalRepresentative: { name: "王小明", idNumber: "11010519491231002X" },
};

const record = async (token: string, changes: object = {}): Promise<Json> => {
  const query = `mutation ($input: RecordEnterpriseInput!) { done: recordEnterprise(input: $input) {
    __typename ... on Refusal { code } ... on InvalidInput { path }
    ... on Enterprise { creditCode name legalRepresentative recordedAt } } }`;
  return at(await ask(token, query, { input: { ...STATEMENT, ...changes } }), "done");
};

const enterprisesOf = async (token: string): Promise<Json> =>
  at(
    await ask(token, "{ me { enterprises { creditCode capacity items authorities { id status } } } }"),
    "me",
    "enterprises",
  );

describe("an enterprise", () => {
  it("is recorded as the register states it, once, by an officer of its region", async () => {
    const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const first = await record(token);
    expect(first).toMatchObject({ __typename: "Enterprise", legalRepresentative: "王小明" });
    platform.clock.advance(60_000);
    expect(await record(token)).toEqual(first);
    const elsewhere = await newOfficer(platform, { roles: ["REGISTRAR"], region: "31" });
    expect(await record(elsewhere.token)).toMatchObject({ __typename: "OutsideJurisdiction" });
  });

  it.each([
    ["a credit code with a wrong check character", { creditCode: "111000000000133380" }, ["creditCode"]],
    [
      "an identity number with a wrong check character",
      { legalRepresentative: { name: "王小明", idNumber: "110105194912310021" } },
      ["legalRepresentative", "idNumber"],
    ],
  ])("is not recorded with %s", async (_, changes, path) => {
    const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
    expect(await record(token, changes)).toMatchObject({ path: ["input", ...path] });
  });

  it("is not recorded by its own legal representative, or by an officer whom nobody knows as a person", async () => {
    const person = await newApplicant(platform);
    const changes = { legalRepresentative: { name: "王小明", idNumber: person.idNumber } };
    for (const own of [person.id, ""] as const) {
      const { token } = await newOfficer(platform, { roles: ["REGISTRAR"], person: own });
      expect(await record(token, changes)).toMatchObject({ code: "OFFICERS_OWN_MATTER" });
    }
  });

  it("is its legal representative's until another is recorded, and then the other's at once", async () => {
    const { creditCode, representative } = await newEnterprise(platform);
    expect(await enterprisesOf(representative.token)).toMatchObject([
      { creditCode, capacity: "LEGAL_REPRESENTATIVE", items: null },
    ]);
    const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const next = await newApplicant(platform);
    await record(token, { creditCode, legalRepresentative: { name: "李新任", idNumber: next.idNumber } });
    expect(await enterprisesOf(representative.token)).toEqual([]);
    expect(await enterprisesOf(next.token)).toMatchObject([{ creditCode }]);
  });
});

describe("an authority for an enterprise", () => {
  it("that takes an agent's last place is the same one to the same call that comes while it is given", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    for (let given = 1; given < 20; given += 1)
      await authorise(platform, representative, agent, { enterprise });
    const terms = { enterprise, key: randomUUID() };
    const first: Json[] = [];
    platform.gate.tearRead("aut_", "NAMED", async () => {
      first.push(await authorise(platform, representative, agent, terms));
    });
    expect(await authorise(platform, representative, agent, terms)).toEqual(first[0]);
    expect(first[0]).toMatchObject({ __typename: "Authority" });
  });

  it("is given by its legal representative alone; to anybody else, agents too, there is no such enterprise", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const [agent, other] = [await newApplicant(platform), await newApplicant(platform)];
    expect(await authorise(platform, representative, agent, { enterprise })).toMatchObject({
      __typename: "Authority",
      status: "IN_FORCE",
      enterprise,
    });
    for (const stranger of [agent, other]) {
      expect(await authorise(platform, stranger, other, { enterprise })).toMatchObject({
        code: "ENTERPRISE_NOT_FOUND",
      });
    }
    expect(await authorise(platform, representative, agent, { enterprise: "x" })).toMatchObject({
      code: "ENTERPRISE_NOT_FOUND",
    });
  });

  it("is seen by its representative with all others', by an agent alone", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const [one, two] = [await newApplicant(platform), await newApplicant(platform)];
    const id = textAt(await authorise(platform, representative, one, { enterprise, items: [BY_HAND] }), "id");
    await authorise(platform, representative, two, { enterprise });
    expect(at(await enterprisesOf(representative.token), 0, "authorities")).toHaveLength(2);
    expect(await enterprisesOf(one.token)).toMatchObject([
      { capacity: "AGENT", items: [BY_HAND], authorities: [{ id, status: "IN_FORCE" }] },
    ]);
    const node = async (token: string) =>
      at(await ask(token, "query ($id: ID!) { node(id: $id) { id } }", { id }), "node");
    expect(await node(one.token)).toEqual({ id });
    expect(await node(representative.token)).toEqual({ id });
    expect(await node(two.token)).toBeNull();
  });

  it("ends at once by its representative or by the agent; nobody else can, or learns that it is there", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const [agent, stranger] = [await newApplicant(platform), await newApplicant(platform)];
    for (const { token } of [representative, agent]) {
      const id = textAt(await authorise(platform, representative, agent, { enterprise }), "id");
      expect(await revokeAuthority(platform, stranger.token, id)).toMatchObject({ __typename: "NotFound" });
      expect(await revokeAuthority(platform, token, id)).toMatchObject({ status: "REVOKED" });
      expect(await enterprisesOf(agent.token)).toEqual([]);
      expect(await revokeAuthority(platform, token, id)).toMatchObject({ state: "REVOKED" });
    }
  });
});

describe("granting", () => {
  it("is done once for one key, however often it is asked for at once", async () => {
    const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
    const key = randomUUID();
    const all = await Promise.all([1, 2, 3].map(() => authorise(platform, principal, agent, { key })));
    expect(new Set(all.map((one) => textAt(one, "id"))).size).toBe(1);
    const another = await newApplicant(platform);
    expect(await authorise(platform, principal, another, { key })).toMatchObject({
      code: "IDEMPOTENCY_MISMATCH",
    });
    expect(await authorise(platform, principal, agent, { key, items: [BY_HAND] })).toMatchObject({
      code: "IDEMPOTENCY_MISMATCH",
    });
  });

  it("of two at once to one agent neither is lost", async () => {
    const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
    await Promise.all(
      ["A", "B", "C"].map((item) => authorise(platform, principal, agent, { items: [item] })),
    );
    const data = await ask(agent.token, "{ me { principals { items } } }");
    expect(at(data, "me", "principals", 0, "items")).toHaveLength(3);
  });

  it("answers the same whether or not the platform knows the agent", async () => {
    const principal = await newApplicant(platform);
    const known = await newApplicant(platform);
    const first = await authorise(platform, principal, known);
    const unknown = await authorise(platform, principal, { idNumber: "11010519491231002X" });
    const { id: _, ...one } = first as Record<string, Json>;
    const { id: __, ...other } = unknown as Record<string, Json>;
    expect(one).toEqual(other);
  });

  it.each<[string, AuthorityTerms, string]>([
    ["that has ended already", { until: "2026-03-01" }, "until"],
    ["for longer than three years", { until: "2029-03-03" }, "until"],
    [
      "for more items than one keeps in mind",
      { items: Array.from({ length: 21 }, (_, i) => `A${i}`) },
      "items",
    ],
    ["for what is no item's code", { items: ["a b"] }, "items"],
  ])("is refused for one %s", async (_, terms, field) => {
    const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
    const outcome = await authorise(platform, principal, agent, terms);
    expect(outcome).toMatchObject({ __typename: "InvalidInput" });
    expect(at(outcome, "path", 1)).toBe(field);
  });

  it("is refused to oneself", async () => {
    const principal = await newApplicant(platform);
    expect(await authorise(platform, principal, principal)).toMatchObject({ code: "AGENT_IS_PRINCIPAL" });
  });
});

describe("an authority on paper", () => {
  type Present = { readonly idNumber: string };

  /** The authority that a clerk records while somebody is at the window. */
  const keep = async (
    clerk: TestOfficer,
    present: Present | string,
    input: object,
    key: string = randomUUID(),
  ): Promise<Json> => {
    const attendance =
      typeof present === "string" ? present : textAt(await receive(platform, clerk, present.idNumber), "id");
    const query = `mutation ($input: RecordWrittenAuthorityInput!, $attendance: ID!, $key: ID!) {
      done: recordWrittenAuthority(input: $input, attendance: $attendance, idempotencyKey: $key) { __typename
        ... on Refusal { code } ... on InvalidInput { path } ... on Authority { id paper status } } }`;
    const terms = { until: "2026-12-31", paper: "朝委 2026-018", ...input };
    return at(await ask(clerk.token, query, { input: terms, attendance, key }), "done");
  };
  const nameAgent = ({ idNumber }: Present) => ({ name: "李代办", idNumber });
  const newClerk = () => newOfficer(platform, { roles: ["WINDOW_CLERK"] });

  it("is kept by a clerk who has seen it, shown to both, and revoked by the principal online", async () => {
    const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
    const kept = await keep(await newClerk(), agent, { person: principal.idNumber, agent: nameAgent(agent) });
    expect(kept).toMatchObject({ __typename: "Authority", paper: "朝委 2026-018" });
    const mine = at(await ask(principal.token, "{ me { authorities { id } } }"), "me", "authorities");
    expect(mine).toEqual([{ id: textAt(kept, "id") }]);
    expect(await revokeAuthority(platform, principal.token, textAt(kept, "id"))).toMatchObject({
      status: "REVOKED",
    });
  });

  it("is for one principal: an enterprise on record, or a person", async () => {
    const { creditCode: enterprise } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    const clerk = await newClerk();
    const attendance = textAt(await receive(platform, clerk, agent.idNumber), "id");
    const kept = (input: object) => keep(clerk, attendance, { agent: nameAgent(agent), ...input });
    expect(await kept({ enterprise, person: agent.idNumber })).toMatchObject({ code: "ONE_SUBJECT" });
    expect(await kept({})).toMatchObject({ code: "ONE_SUBJECT" });
    expect(await kept({ enterprise })).toMatchObject({ __typename: "Authority" });
    expect(await kept({ enterprise: "91350100M000100Y43" })).toMatchObject({ code: "ENTERPRISE_NOT_FOUND" });
  });

  it("is not kept on numbers that somebody has typed: its agent or its principal is there", async () => {
    const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
    const stranger = await newApplicant(platform);
    const paper = { person: principal.idNumber, agent: nameAgent(agent) };
    const clerk = await newClerk();
    expect(await keep(clerk, stranger, paper)).toMatchObject({
      ...{ code: "AGENT_NOT_PRESENT", path: ["input", "agent"] },
    });
    expect(await keep(clerk, "att_0000000000000000", paper)).toMatchObject({
      ...{ __typename: "NotFound", code: "ATTENDANCE_NOT_FOUND" },
    });
    const colleagues = textAt(await receive(platform, await newClerk(), agent.idNumber), "id");
    expect(await keep(clerk, colleagues, paper)).toMatchObject({ code: "ATTENDANCE_NOT_FOUND" });
    expect(await ask(principal.token, "{ me { authorities { id } } }")).toEqual({ me: { authorities: [] } });
    expect(await keep(clerk, principal, paper)).toMatchObject({ __typename: "Authority" });
  });

  it("lets nobody bind an enterprise for long but where its representative is there", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    const clerk = await newClerk();
    const paper = { enterprise, agent: nameAgent(agent), items: ["PARTNERSHIP"] };
    expect(await keep(clerk, agent, paper)).toMatchObject({
      ...{ code: "REPRESENTATIVE_NOT_PRESENT", path: ["input", "items"] },
    });
    expect(await keep(clerk, representative, paper)).toMatchObject({ __typename: "Authority" });
  });

  it("is not kept by a clerk who is its principal, its representative or its agent", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    const clerkWho = (person: typeof agent) =>
      newOfficer(platform, { roles: ["WINDOW_CLERK"], person: person.id });
    const own = { code: "OFFICERS_OWN_MATTER" };
    const [asAgent, asRepresentative] = [await clerkWho(agent), await clerkWho(representative)];
    const paper = { enterprise, agent: nameAgent(agent) };
    expect(await keep(asAgent, representative, paper)).toMatchObject(own);
    expect(await keep(asRepresentative, agent, paper)).toMatchObject(own);
    const unknown = await newOfficer(platform, { roles: ["WINDOW_CLERK"], person: "" });
    expect(await keep(unknown, "att_0000000000000000", paper)).toMatchObject(own);
  });
});
