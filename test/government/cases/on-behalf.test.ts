import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  BY_HAND,
  caseOf,
  FOR_ENTERPRISES,
  fileCase,
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  PERMIT,
  RENT_FORM,
  revokeAuthority,
  saveCase,
  startCase,
  startCasework,
  submitCase,
} from "./casework.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

const ask = async (token: string, query: string): Promise<Json> => {
  const answer = await platform.call({ token, query });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "me");
};

/** The agent's own reference for the only person whom they may act for. */
const principalOf = async ({ token }: Applicant): Promise<string> =>
  textAt(await ask(token, "{ me { principals { ref } } }"), "principals", 0, "ref");

const idsIn = (list: Json): Json[] => {
  const edges = at(list, "edges");
  return Array.isArray(edges) ? edges.map((edge) => at(edge, "node", "id")) : [];
};

const enterpriseCases = async ({ token }: Applicant): Promise<Json[]> =>
  idsIn(
    at(
      await ask(token, "{ me { enterprises { applications { edges { node { id } } } } } }"),
      "enterprises",
      0,
      "applications",
    ),
  );

/** An enterprise with an agent for these items. */
async function enterpriseWithAgent(items: readonly string[] = []) {
  const { creditCode: enterprise, representative } = await newEnterprise(platform);
  const agent = await newApplicant(platform);
  const id = textAt(await authorise(platform, representative, agent, { enterprise, items }), "id");
  return { enterprise, representative, agent, authority: id, for: { enterprise } };
}

/** A person with an agent for these items. */
async function personWithAgent(items: readonly string[] = []) {
  const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
  const authority = textAt(await authorise(platform, principal, agent, { items }), "id");
  return { principal, agent, authority, for: { person: await principalOf(agent) } };
}

describe("an application for an enterprise", () => {
  it("is the enterprise's, begun by its representative or an agent of it", async () => {
    const { enterprise, representative, agent, for: whose } = await enterpriseWithAgent();
    const begin = (who: Applicant) => startCase(platform, who.token, { item: FOR_ENTERPRISES, for: whose });
    const subject = { kind: "ENTERPRISE", creditCode: enterprise };
    expect(await begin(representative)).toMatchObject({ subject, capacity: "LEGAL_REPRESENTATIVE" });
    expect(await begin(agent)).toMatchObject({ subject, capacity: "AGENT" });
  });

  it("is not begun for an item that is for persons only", async () => {
    const { representative, for: whose } = await enterpriseWithAgent();
    expect(await startCase(platform, representative.token, { item: BY_HAND, for: whose })).toMatchObject({
      code: "ITEM_NOT_FOR_ENTERPRISES",
      path: ["input", "item"],
    });
  });

  it("is not begun by a stranger, who learns no more of an enterprise than of one that is not there", async () => {
    const { enterprise } = await enterpriseWithAgent();
    const stranger = await newApplicant(platform);
    const begin = async (code: string) =>
      startCase(platform, stranger.token, { item: FOR_ENTERPRISES, for: { enterprise: code } });
    const refusals = [await begin(enterprise), await begin("91350100M000100Y43"), await begin("nonsense")];
    expect(refusals[0]).toMatchObject({ code: "NOT_AUTHORISED", path: ["input", "for"] });
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it("is not begun by the agent of another enterprise, or for an item that the authority does not name", async () => {
    const one = await enterpriseWithAgent([PERMIT]);
    const other = await enterpriseWithAgent();
    const begin = (who: Applicant) => startCase(platform, who.token, { item: FOR_ENTERPRISES, for: one.for });
    for (const who of [other.agent, other.representative, one.agent]) {
      expect(await begin(who)).toMatchObject({ code: "NOT_AUTHORISED" });
    }
  });

  it("is gone on with by whoever may act for the enterprise, on the same case", async () => {
    const { representative, agent, for: whose } = await enterpriseWithAgent();
    const id = textAt(await startCase(platform, agent.token, { item: FOR_ENTERPRISES, for: whose }), "id");
    await saveCase(platform, agent.token, id, RENT_FORM);
    expect(await caseOf(platform, representative.token, id)).toMatchObject({ form: RENT_FORM });
    expect(await submitCase(platform, representative.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(
      await mutateCase(platform, agent.token, `withdrawApplication(id: "${id}", reason: "改日再办")`),
    ).toMatchObject({ status: "WITHDRAWN" });
  });

  it("stands in the enterprise's list: all for its representative, for an agent those of their items", async () => {
    const { enterprise, representative, agent, for: whose } = await enterpriseWithAgent();
    const limited = await newApplicant(platform);
    await authorise(platform, representative, limited, { enterprise, items: [PERMIT] });
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      platform.clock.advance(1_000);
      const how = { item: FOR_ENTERPRISES, for: whose };
      ids.unshift(textAt(await startCase(platform, agent.token, how), "id"));
    }
    expect(await enterpriseCases(representative)).toEqual(ids);
    expect(await enterpriseCases(agent)).toEqual(ids);
    expect(await enterpriseCases(limited)).toEqual([]);
    expect(await caseOf(platform, limited.token, ids[0] ?? "")).toBeNull();
    const own = at(
      await ask(agent.token, "{ me { applications { edges { node { id } } } } }"),
      "applications",
    );
    expect(idsIn(own)).toEqual([]);
  });

  it("is one beside another of the same enterprise: whoever hands in the second is shown the first", async () => {
    const { representative, agent, for: whose } = await enterpriseWithAgent();
    const how = { item: FOR_ENTERPRISES, for: whose };
    const first = await fileCase(platform, agent, how);
    const id = textAt(await startCase(platform, representative.token, how), "id");
    await saveCase(platform, representative.token, id, RENT_FORM);
    expect(await submitCase(platform, representative.token, id)).toMatchObject({
      __typename: "DuplicateApplication",
      open: [{ id: first }],
    });
    expect(await fileCase(platform, agent, { item: FOR_ENTERPRISES })).toMatch(/^app_/);
  });

  it("is told of to its representative and to who handles it, while they may", async () => {
    const { representative, agent, authority, for: whose } = await enterpriseWithAgent();
    const officer = await allRounder(platform);
    const id = await fileCase(platform, agent, { item: FOR_ENTERPRISES, for: whose });
    const toldOf = async (who: "submitted" | "accepted") => {
      const { items } = await platform.database().query({
        ...{ table: "records-live", pk: `audit#${id}`, limit: 50 },
      });
      const entry = items.find(({ action }) => action === `applications.case.${who}`);
      return JSON.parse(String(entry?.["event"])).to;
    };
    expect(new Set(await toldOf("submitted"))).toEqual(new Set([representative.id, agent.id]));
    await revokeAuthority(platform, representative.token, authority);
    await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
    expect(await toldOf("accepted")).toEqual([representative.id]);
  });
});

describe("a proxy", () => {
  it("begins a case in the principal's name, who sees it and goes on with it", async () => {
    const { principal, agent, for: whose } = await personWithAgent([BY_HAND]);
    const id = textAt(await startCase(platform, agent.token, { for: whose }), "id");
    expect(await caseOf(platform, principal.token, id)).toMatchObject({
      subject: { kind: "PERSON" },
      capacity: "AGENT",
      availableActions: ["SAVE", "SUBMIT", "WITHDRAW"],
    });
    const mine = await ask(principal.token, "{ me { applications { edges { node { id } } } } }");
    expect(idsIn(at(mine, "applications"))).toEqual([id]);
    await saveCase(platform, principal.token, id, RENT_FORM);
    expect(await submitCase(platform, agent.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("uses a reference that is nobody else's", async () => {
    const { for: whose } = await personWithAgent();
    const other = await newApplicant(platform);
    expect(await startCase(platform, other.token, { for: whose })).toMatchObject({ code: "NOT_AUTHORISED" });
    const both = { ...whose, enterprise: "91350100M000100Y43" };
    expect(await startCase(platform, other.token, { for: both })).toMatchObject({ code: "ONE_SUBJECT" });
  });

  it("whose authority is revoked in the middle of a case is told so, and neither sees nor changes it any more", async () => {
    const { principal, agent, authority, for: whose } = await personWithAgent();
    const key = "begun-before-the-end";
    const id = textAt(await startCase(platform, agent.token, { for: whose, key }), "id");
    await saveCase(platform, agent.token, id, RENT_FORM);
    await revokeAuthority(platform, principal.token, authority);
    const ended = { __typename: "NotFound", code: "AUTHORITY_ENDED" };
    expect(await saveCase(platform, agent.token, id, { mobile: "13900139000" })).toMatchObject(ended);
    expect(await submitCase(platform, agent.token, id)).toMatchObject(ended);
    expect(
      await mutateCase(platform, agent.token, `withdrawApplication(id: "${id}", reason: "不办了")`),
    ).toMatchObject(ended);
    expect(await startCase(platform, agent.token, { for: whose, key })).toMatchObject({
      code: "NOT_AUTHORISED",
    });
    expect(await caseOf(platform, agent.token, id)).toBeNull();
    expect(await caseOf(platform, principal.token, id)).toMatchObject({ form: RENT_FORM, status: "DRAFT" });
  });

  it("whose authority is revoked does not read it among what is to be done either", async () => {
    const { principal, agent, authority, for: whose } = await personWithAgent();
    const id = textAt(await startCase(platform, agent.token, { for: whose }), "id");
    const begun = "{ me { todo { kind application { id form } } } }";
    expect(at(await ask(agent.token, begun), "todo")).toMatchObject([{ application: { id } }]);
    await revokeAuthority(platform, principal.token, authority);
    expect(JSON.stringify(await ask(agent.token, begun))).not.toContain(id);
  });

  it("whose authority has run out is refused from the day after its last", async () => {
    const [principal, agent] = [await newApplicant(platform), await newApplicant(platform)];
    await authorise(platform, principal, agent, { until: "2026-03-03" });
    const whose = { person: await principalOf(agent) };
    const id = textAt(await startCase(platform, agent.token, { for: whose }), "id");
    platform.clock.set("2026-03-03T15:59:59.000Z");
    expect(await saveCase(platform, agent.token, id, {})).toMatchObject({ status: "DRAFT" });
    platform.clock.set("2026-03-03T16:00:00.000Z");
    expect(await saveCase(platform, agent.token, id, {})).toMatchObject({ code: "AUTHORITY_ENDED" });
    expect(at(await ask(agent.token, "{ me { principals { ref } } }"), "principals")).toEqual([]);
  });

  it("who acts for somebody in one item knows nothing of that person's others", async () => {
    const { principal, agent } = await personWithAgent([PERMIT]);
    const id = await fileCase(platform, principal);
    expect(await caseOf(platform, agent.token, id)).toBeNull();
    expect(await saveCase(platform, agent.token, id, {})).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
    const data = await ask(
      agent.token,
      "{ me { principals { items applications { edges { node { id } } } } } }",
    );
    expect(data).toMatchObject({ principals: [{ items: [PERMIT], applications: { edges: [] } }] });
  });
});

describe("an agent's page of a principal's cases", () => {
  it("goes through those of all their items by time, and leaves out the others", async () => {
    const { principal, agent } = await personWithAgent([BY_HAND, FOR_ENTERPRISES]);
    const ids: string[] = [];
    for (const item of [BY_HAND, FOR_ENTERPRISES, PERMIT, FOR_ENTERPRISES, BY_HAND]) {
      platform.clock.advance(1_000);
      const id = textAt(await startCase(platform, principal.token, { item }), "id");
      if (item !== PERMIT) ids.unshift(id);
    }
    const seen: Json[] = [];
    let after: Json = null;
    for (let pages = 0; pages < 5; pages += 1) {
      const answer = await platform.call({
        token: agent.token,
        query: `query ($after: String) { me { principals { applications(first: 3, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`,
        variables: { after },
      });
      const page = at(answer.data, "me", "principals", 0, "applications");
      seen.push(...idsIn(page));
      if (at(page, "pageInfo", "hasNextPage") !== true) break;
      after = at(page, "pageInfo", "endCursor");
    }
    expect(seen).toEqual(ids);
  });
});

describe("an officer has no hand in a case", () => {
  const cannotClaim = async (person: Applicant, id: string) => {
    const officer = await newOfficer(platform, { roles: ["ACCEPTOR"], person: person.id });
    const outcome = await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "accept")`);
    expect(outcome).toMatchObject({ __typename: "NotAllowedNow", availableActions: [] });
    expect(await caseOf(platform, officer.token, id)).toBeNull();
  };

  it("of an enterprise that they represent, or are an agent of in any item", async () => {
    const { enterprise, representative, agent, for: whose } = await enterpriseWithAgent();
    const other = await newApplicant(platform);
    await authorise(platform, representative, other, { enterprise, items: [PERMIT] });
    const id = await fileCase(platform, agent, { item: FOR_ENTERPRISES, for: whose });
    for (const person of [representative, agent, other]) await cannotClaim(person, id);
    const stranger = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    expect(
      await mutateCase(platform, stranger.token, `claimStep(id: "${id}", step: "accept")`),
    ).toMatchObject({
      __typename: "Application",
    });
  });

  it("of a person whose proxy they are, or that they began as a proxy", async () => {
    const { principal, agent, authority, for: whose } = await personWithAgent();
    const id = await fileCase(platform, agent, { for: whose });
    for (const person of [principal, agent]) await cannotClaim(person, id);
    await revokeAuthority(platform, principal.token, authority);
    await cannotClaim(agent, id);
  });
});
