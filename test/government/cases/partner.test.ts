import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCreditCode } from "../../support/made-up.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import {
  type Applicant,
  act,
  authorise,
  BY_HAND,
  CHAOYANG,
  caseOf,
  FOR_ENTERPRISES,
  fileCase,
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitCase,
} from "./casework.ts";

const SCOPES = ["CONSENT_REQUEST", "APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;
const BOTH = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;

let platform: TestPlatform;
let partner: LivePartner;
let creditCode: string;
beforeAll(async () => {
  platform = await startCasework();
  creditCode = newCreditCode();
  partner = await seedPartner(platform, { scopes: SCOPES, creditCode });
});
afterAll(() => platform.stop());

type Outcome = { readonly done: Json; readonly codes: readonly Json[] };

/** A partner's mutation: what it came to, and the codes of what was thrown. */
async function call(apiKey: string, body: string, variables: object): Promise<Outcome> {
  const answer = await platform.call({
    apiKey,
    query: `mutation ($input: StartApplicationInput, $id: ID, $form: JSONObject, $key: ID) { done: ${body} {
      __typename ... on Refusal { code message } ... on InvalidInput { path }
      ... on NotAllowedNow { state availableActions } ... on DuplicateApplication { open { id } }
      ... on Application { id status channel capacity availableActions form subject { kind creditCode } } } }`
      .replace(
        "$input: StartApplicationInput,",
        body.includes("$input") ? "$input: StartApplicationInput!," : "",
      )
      .replace("$id: ID,", body.includes("$id") ? "$id: ID!," : "")
      .replace("$form: JSONObject,", body.includes("$form") ? "$form: JSONObject!," : "")
      .replace("$key: ID)", body.includes("$key") ? "$key: ID!)" : ")")
      .replace("mutation ()", "mutation"),
    variables: { ...variables },
  });
  return {
    done: answer.data === null ? null : at(answer.data, "done"),
    codes: answer.errors.map(({ extensions }) => extensions["code"] ?? null),
  };
}

const start = (input: object, apiKey = partner.liveKey, key: string = randomUUID()) =>
  call(apiKey, "startApplication(input: $input, idempotencyKey: $key)", {
    input: { region: CHAOYANG, ...input },
    key,
  });
const save = (id: string, form: object = RENT_FORM, apiKey = partner.liveKey) =>
  call(apiKey, "saveApplication(id: $id, form: $form)", { id, form });
const submit = (id: string, apiKey = partner.liveKey) =>
  call(apiKey, "submitApplication(id: $id, idempotencyKey: $key)", { id, key: randomUUID() });

/** A citizen who consented to these scopes, and the partner's reference of them. */
async function newConsent(scopes: readonly (typeof SCOPES)[number][] = BOTH) {
  const citizen = await newApplicant(platform);
  return { citizen, ref: await seedConsent(platform, partner, citizen.id, scopes) };
}

async function revokeConsents({ token }: Applicant): Promise<void> {
  const { data } = await platform.call({ token, query: "{ me { consents { id } } }" });
  const consents = at(data, "me", "consents");
  for (const consent of Array.isArray(consents) ? consents : []) {
    const query = `mutation { revokeConsent(id: "${textAt(consent, "id")}") { __typename } }`;
    await platform.call({ token, query });
  }
}

const listCases = async (apiKey: string, ref: string): Promise<Json> => {
  const query = `query ($ref: ID!) { citizen(ref: $ref) { applications { edges { node { id status } } } } }`;
  const { data } = await platform.call({ apiKey, query, variables: { ref } });
  return at(data, "citizen", "applications", "edges");
};

describe("a partner for a citizen who consents", () => {
  it("begins, fills in and hands in a case in their name, and follows it; the citizen goes on with the same one", async () => {
    const { citizen, ref } = await newConsent();
    const begun = (await start({ item: BY_HAND, for: { citizen: ref } })).done;
    expect(begun).toMatchObject({
      channel: "PARTNER",
      capacity: "PARTNER",
      subject: { kind: "PERSON" },
      availableActions: ["SAVE", "SUBMIT", "WITHDRAW"],
    });
    const id = textAt(begun, "id");
    expect((await save(id)).done).toMatchObject({ form: RENT_FORM });
    const mine = await platform.call({
      token: citizen.token,
      query: "{ me { applications { edges { node { id partner { creditCode } } } } } }",
    });
    const own = at(mine.data, "me", "applications", "edges", 0, "node");
    expect(own).toMatchObject({ partner: { creditCode } });
    expect(textAt(own, "id")).not.toBe(id);
    await saveCase(platform, citizen.token, textAt(own, "id"), { mobile: "13900139000" });
    expect((await submit(id)).done).toMatchObject({ status: "SUBMITTED", form: { mobile: "13900139000" } });
    expect(await listCases(partner.liveKey, ref)).toMatchObject([{ node: { id, status: "SUBMITTED" } }]);
    expect(
      (await call(partner.liveKey, 'withdrawApplication(id: $id, reason: "客户不再需要")', { id })).done,
    ).toMatchObject({ status: "WITHDRAWN" });
  });

  it("goes on record with all that it reads of the case", async () => {
    const { citizen, ref } = await newConsent();
    await start({ item: BY_HAND, for: { citizen: ref } });
    const query = "{ me { accesses { edges { node { fields scopes } } } } }";
    const { data } = await platform.call({ token: citizen.token, query });
    expect(at(data, "me", "accesses", "edges", 0, "node", "fields")).toContain("Application.form");
  });

  it.each([
    ["to reading alone", ["APPLICATIONS_READ"] as const],
    ["to writing alone", ["APPLICATIONS_WRITE"] as const],
  ])("is forbidden with a consent %s, and told which scopes it takes", async (_, scopes) => {
    const { ref } = await newConsent(scopes);
    expect((await start({ item: BY_HAND, for: { citizen: ref } })).codes).toEqual(["FORBIDDEN"]);
  });

  it("does nothing without a consent, for a reference that is another partner's, or for one that never was", async () => {
    const other = await seedPartner(platform, { scopes: SCOPES, creditCode: newCreditCode() });
    const { citizen, ref } = await newConsent();
    await revokeConsents(citizen);
    const elsewhere = await seedConsent(platform, other, citizen.id, BOTH);
    for (const citizenRef of [ref, elsewhere, "ctz_0000000000000000", "nonsense"]) {
      expect((await start({ item: BY_HAND, for: { citizen: citizenRef } })).codes).toEqual([
        "CONSENT_REQUIRED",
      ]);
    }
  });

  it("whose consent is taken back in the middle of a case changes nothing of it from the next request on", async () => {
    const { citizen, ref } = await newConsent();
    const key = randomUUID();
    const id = textAt(
      (await start({ item: BY_HAND, for: { citizen: ref } }, partner.liveKey, key)).done,
      "id",
    );
    await save(id);
    await revokeConsents(citizen);
    expect((await save(id, { mobile: "13900139000" })).codes).toEqual(["CONSENT_REQUIRED"]);
    expect((await submit(id)).codes).toEqual(["CONSENT_REQUIRED"]);
    expect((await start({ item: BY_HAND, for: { citizen: ref } }, partner.liveKey, key)).codes).toEqual([
      "CONSENT_REQUIRED",
    ]);
    const node = await platform.call({
      apiKey: partner.liveKey,
      query: "query ($id: ID!) { node(id: $id) { id } }",
      variables: { id },
    });
    expect(at(node.data, "node")).toBeNull();
  });

  it("changes no case that the citizen began, though it may follow it", async () => {
    const { citizen, ref } = await newConsent();
    await fileCase(platform, citizen);
    const edges = await listCases(partner.liveKey, ref);
    const id = textAt(edges, 0, "node", "id");
    expect(
      (await call(partner.liveKey, 'withdrawApplication(id: $id, reason: "客户不再需要")', { id })).done,
    ).toMatchObject({ __typename: "NotAllowedNow", state: "SUBMITTED", availableActions: [] });
    const node = await platform.call({
      apiKey: partner.liveKey,
      query: "query ($id: ID!) { node(id: $id) { ... on Application { availableActions } } }",
      variables: { id },
    });
    expect(at(node.data, "node")).toEqual({ availableActions: [] });
  });

  it("uses no id of the citizen's own, nor one that was sealed for another partner", async () => {
    const { citizen, ref } = await newConsent();
    const other = await seedPartner(platform, { scopes: SCOPES, creditCode: newCreditCode() });
    const otherRef = await seedConsent(platform, other, citizen.id, BOTH);
    const sealed = textAt(
      (await start({ item: BY_HAND, for: { citizen: otherRef } }, other.liveKey)).done,
      "id",
    );
    const plain = textAt(await startCase(platform, citizen.token), "id");
    expect(await listCases(partner.liveKey, ref)).toHaveLength(2);
    for (const id of [sealed, plain]) {
      expect((await save(id)).done).toMatchObject({ __typename: "NotFound", code: "APPLICATION_NOT_FOUND" });
    }
  });

  it("shows a duplicate, as it does to the citizen", async () => {
    const { ref } = await newConsent();
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      ids.push(textAt((await start({ item: BY_HAND, for: { citizen: ref } })).done, "id"));
      await save(ids[i] ?? "");
    }
    await submit(ids[0] ?? "");
    expect((await submit(ids[1] ?? "")).done).toMatchObject({
      __typename: "DuplicateApplication",
      open: [{ id: ids[0] }],
    });
  });

  it("does not fight a refusal for them", async () => {
    const { citizen, ref } = await newConsent();
    const id = textAt((await start({ item: BY_HAND, for: { citizen: ref } })).done, "id");
    await save(id);
    await submit(id);
    const mine = await platform.call({
      token: citizen.token,
      query: "{ me { applications { edges { node { id } } } } }",
    });
    const own = textAt(mine.data, "me", "applications", "edges", 0, "node", "id");
    const officer = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    const ground = 'ground: { law: "住房公积金管理条例", article: "第二十四条" }';
    await act(
      platform,
      officer,
      own,
      "accept",
      `rejectApplication(id: "${own}", reason: "不符合条件", ${ground})`,
    );
    expect(await caseOf(platform, citizen.token, own)).toMatchObject({ availableActions: ["APPEAL"] });
    const node = await platform.call({
      apiKey: partner.liveKey,
      query: "query ($id: ID!) { node(id: $id) { ... on Application { status availableActions } } }",
      variables: { id },
    });
    expect(at(node.data, "node")).toEqual({ status: "REJECTED", availableActions: [] });
    expect((await submit(id)).done).toMatchObject({ __typename: "NotAllowedNow", availableActions: [] });
    expect((await call(partner.liveKey, 'appealDecision(id: $id, reason: "不服")', { id })).codes).toEqual([
      "FORBIDDEN",
    ]);
  });
});

describe("a partner with the consent of an agent", () => {
  it("sees and touches nothing of the principal's", async () => {
    const { citizen: agent, ref } = await newConsent();
    const principal = await newApplicant(platform);
    await authorise(platform, principal, agent);
    const me = await platform.call({ token: agent.token, query: "{ me { principals { ref } } }" });
    const whose = { person: textAt(me.data, "me", "principals", 0, "ref") };
    const id = textAt(await startCase(platform, agent.token, { for: whose }), "id");
    expect(await listCases(partner.liveKey, ref)).toEqual([]);
    expect((await save(id)).done).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
    expect((await start({ item: BY_HAND, for: whose })).done).toMatchObject({ code: "NOT_AUTHORISED" });
  });
});

describe("a partner for its own enterprise", () => {
  const cases = async (apiKey: string): Promise<Json> => {
    const query = "{ ownEnterprise { creditCode name applications { edges { node { id status } } } } }";
    const answer = await platform.call({ apiKey, query });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return at(answer.data, "ownEnterprise");
  };

  it("begins, hands in and follows its own cases", async () => {
    const begun = (await start({ item: FOR_ENTERPRISES })).done;
    expect(begun).toMatchObject({ channel: "PARTNER", subject: { kind: "ENTERPRISE", creditCode } });
    const id = textAt(begun, "id");
    await save(id);
    expect((await submit(id)).done).toMatchObject({ status: "SUBMITTED", availableActions: ["WITHDRAW"] });
    expect(at(await cases(partner.liveKey), "applications", "edges")).toContainEqual({
      node: { id, status: "SUBMITTED" },
    });
  });

  it("works on the same cases as its legal representative, once the enterprise is on record", async () => {
    const { creditCode: code, representative } = await newEnterprise(platform);
    const own = await seedPartner(platform, { scopes: SCOPES, creditCode: code });
    const id = textAt((await start({ item: FOR_ENTERPRISES }, own.liveKey)).done, "id");
    await saveCase(platform, representative.token, id, RENT_FORM);
    expect((await submit(id, own.liveKey)).done).toMatchObject({ status: "SUBMITTED" });
    const theirs = textAt(
      await startCase(platform, representative.token, { item: FOR_ENTERPRISES, for: { enterprise: code } }),
      "id",
    );
    expect((await save(theirs, { mobile: "13900139000" }, own.liveKey)).done).toMatchObject({
      form: { mobile: "13900139000" },
    });
  });

  it("sees and touches no other enterprise's case", async () => {
    const other = await seedPartner(platform, { scopes: SCOPES, creditCode: newCreditCode() });
    const id = textAt((await start({ item: FOR_ENTERPRISES })).done, "id");
    expect((await save(id, RENT_FORM, other.liveKey)).done).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
    const query = "query ($id: ID!) { node(id: $id) { id } }";
    const node = await platform.call({ apiKey: other.liveKey, query, variables: { id } });
    expect(at(node.data, "node")).toBeNull();
    expect(at(await cases(other.liveKey), "applications", "edges")).toEqual([]);
    const forOther = { item: FOR_ENTERPRISES, for: { enterprise: creditCode } };
    expect((await start(forOther, other.liveKey)).done).toMatchObject({ code: "NOT_AUTHORISED" });
  });

  it("needs both scopes of its key: to write, and to read what it has written", async () => {
    const reader = await seedPartner(platform, {
      scopes: ["APPLICATIONS_READ"],
      creditCode: newCreditCode(),
    });
    const writer = await seedPartner(platform, {
      scopes: ["APPLICATIONS_WRITE"],
      creditCode: newCreditCode(),
    });
    for (const { liveKey } of [reader, writer]) {
      expect((await start({ item: FOR_ENTERPRISES }, liveKey)).codes).toEqual(["FORBIDDEN"]);
    }
    await expect(cases(writer.liveKey)).rejects.toThrow("FORBIDDEN");
  });

  it("with a test key works on the sandbox, of which the live key and live citizens see nothing", async () => {
    const id = textAt((await start({ item: FOR_ENTERPRISES }, partner.testKey)).done, "id");
    expect((await save(id, RENT_FORM, partner.testKey)).done).toMatchObject({ status: "DRAFT" });
    expect((await save(id)).done).toMatchObject({ code: "APPLICATION_NOT_FOUND" });
    const sandboxed = await newApplicant(platform, "test");
    const ref = await seedConsent(platform, partner, sandboxed.id, BOTH, "test");
    const theirs = await start({ item: BY_HAND, for: { citizen: ref } }, partner.testKey);
    expect(theirs.done).toMatchObject({ status: "DRAFT" });
    expect((await start({ item: BY_HAND, for: { citizen: ref } })).codes).toEqual(["CONSENT_REQUIRED"]);
  });

  it("is no matter for an officer who represents the partner", async () => {
    const id = textAt((await start({ item: FOR_ENTERPRISES })).done, "id");
    await save(id);
    await call(
      partner.liveKey,
      'submitApplication(id: $id, idempotencyKey: $key, duplicateReason: "另一处经营场所")',
      { id, key: randomUUID() },
    );
    const officer = await newOfficer(platform, { roles: ["ACCEPTOR"], person: partner.representative });
    expect(await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "accept")`)).toMatchObject(
      {
        __typename: "NotAllowedNow",
      },
    );
  });
});

describe("callers among themselves", () => {
  it("a citizen names nobody by a partner's reference, and nobody but a clerk an attendance", async () => {
    const { citizen, ref } = await newConsent();
    const query = `mutation ($input: StartApplicationInput!) {
      done: startApplication(input: $input, idempotencyKey: "12345678") { ... on Refusal { code } } }`;
    const input = { item: BY_HAND, region: CHAOYANG, for: { citizen: ref } };
    const answer = await platform.call({ token: citizen.token, query, variables: { input } });
    expect(at(answer.data, "done")).toEqual({ code: "NOT_AUTHORISED" });
    const attended = await call(
      partner.liveKey,
      'submitApplication(id: $id, idempotencyKey: $key, attendance: "att_0123456789abcdef")',
      { id: "app_0123456789abcdef", key: randomUUID() },
    );
    expect(attended.done).toMatchObject({ code: "ATTENDANCE_NOT_FOUND" });
  });

  it("hands in once, when the partner and the citizen do so at once", async () => {
    const { citizen, ref } = await newConsent();
    const id = textAt((await start({ item: BY_HAND, for: { citizen: ref } })).done, "id");
    await save(id);
    const mine = await platform.call({
      token: citizen.token,
      query: "{ me { applications { edges { node { id } } } } }",
    });
    const own = textAt(mine.data, "me", "applications", "edges", 0, "node", "id");
    const outcomes = await Promise.all([
      submit(id).then(({ done: outcome }) => outcome),
      submitCase(platform, citizen.token, own),
    ]);
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual(["Application", "NotAllowedNow"]);
  });
});
