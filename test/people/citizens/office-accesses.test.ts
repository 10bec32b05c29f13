import { execute, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERSONS_READ_MAX, tooManyPersons } from "../../../services/api/consents.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { openAccessLog, openConsentBook } from "../../../services/people/citizens/index.ts";
import {
  type Applicant,
  CHAOYANG,
  FOR_ENTERPRISES,
  fileCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  receive,
  startCasework,
  type TestOfficer,
} from "../../government/cases/casework.ts";
import { nodesAt } from "../../support/asking.ts";
import { at, type Json, type TestPlatform } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { seedPartner } from "../../support/seed-partner.ts";

const FUND = "BJ-GJJ";
const ACCESSES = `{ me { accesses(first: 100) { edges { node {
  at fields scopes purposes partner { id } office { department name { zh en } roles applications } requestId
} } } } }`;

/** An officer of the whole country, whom no token has to name. */
const officerOf = (): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id: newId("ofc", systemRuntime), roles: ["REVIEWER"] },
  person: platform.newCitizen(),
  jurisdiction: { regionPrefix: "", departments: [] },
});

let platform: TestPlatform;
let reviewer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  reviewer = await newOfficer(platform, { roles: ["REVIEWER", "ACCEPTOR"], departments: [FUND] });
});
afterAll(() => platform.stop());

async function accessesOf({ token }: Pick<Applicant, "token">): Promise<readonly Json[]> {
  const { data, errors } = await platform.call({ token, query: ACCESSES });
  expect(errors).toEqual([]);
  return nodesAt(data, "me", "accesses");
}

const readCase = (id: string, fields: string, by: TestOfficer = reviewer) =>
  platform.call({
    token: by.token,
    query: `query ($id: ID!) { node(id: $id) { ... on Application { ${fields} } } }`,
    variables: { id },
  });

describe("an officer's reading of personal data", () => {
  it("is told to the person: which department, in which role, which case, and what; not who it was", async () => {
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant);
    platform.clock.advance(1_000);
    const { errors, headers } = await readCase(id, "status form subject { name }");
    expect(errors).toEqual([]);
    const accesses = await accessesOf(applicant);
    expect(accesses).toEqual([
      {
        at: platform.clock.now(),
        fields: ["Application.form", "ApplicationSubject.name"],
        ...{ scopes: [], purposes: [], partner: null },
        office: {
          department: FUND,
          name: { zh: "北京住房公积金管理中心", en: expect.any(String) },
          roles: expect.arrayContaining(["REVIEWER", "ACCEPTOR"]),
          applications: [id],
        },
        requestId: headers["x-request-id"],
      },
    ]);
    expect(JSON.stringify(accesses)).not.toContain(reviewer.id);
  });

  it("is one record for each person and request, which says who it was to whoever has to look into it", async () => {
    const applicant = await newApplicant(platform);
    const [first, second] = [
      await fileCase(platform, applicant),
      await fileCase(platform, applicant, { item: FOR_ENTERPRISES }),
    ];
    await platform.call({
      token: reviewer.token,
      query: `query ($first: ID!, $second: ID!) { a: node(id: $first) { ... on Application { form materials { code } } }
        b: node(id: $second) { ... on Application { form } } }`,
      variables: { first, second },
    });
    const { items } = await platform
      .database()
      .query({ table: "records-live", pk: applicant.id, skPrefix: "access#", limit: 10 });
    expect(items).toEqual([
      expect.objectContaining({ officerId: reviewer.id, applications: [first, second], department: FUND }),
    ]);
    expect(await accessesOf(applicant)).toHaveLength(1);
  });

  it("is on record in what a mutation answers, and at a window", async () => {
    const handled = await newApplicant(platform);
    const id = await fileCase(platform, handled);
    const claimed = await platform.call({
      token: reviewer.token,
      query: `mutation ($id: ID!) { claimStep(id: $id, step: "accept") { __typename ... on Application { form } } }`,
      variables: { id },
    });
    expect(at(claimed.data, "claimStep", "__typename")).toBe("Application");
    expect(await accessesOf(handled)).toMatchObject([{ fields: ["Application.form"] }]);
    const applicant = await newApplicant(platform);
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const attendance = await receive(platform, clerk, applicant.idNumber);
    expect(at(attendance, "__typename")).toBe("Attendance");
    expect(await accessesOf(applicant)).toEqual([]);
    const { errors } = await platform.call({
      token: clerk.token,
      query: "query ($id: ID!) { attendance(id: $id) { name } }",
      variables: { id: at(attendance, "id") },
    });
    expect(errors).toEqual([]);
    expect(await accessesOf(applicant)).toMatchObject([
      { fields: ["Attendance.name"], office: { name: null, roles: ["WINDOW_CLERK"], applications: [] } },
    ]);
  });

  it("stands beside what partners have read, whose entries are as they were", async () => {
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant);
    const partner = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const ref = await seedConsent(platform, partner, applicant.id, ["PROFILE_READ"]);
    const query = "query ($ref: ID!) { citizen(ref: $ref) { name } }";
    platform.clock.advance(1_000);
    await platform.call({ query, apiKey: partner.liveKey, variables: { ref } });
    platform.clock.advance(1_000);
    await readCase(id, "form");
    expect(await accessesOf(applicant)).toMatchObject([
      { fields: ["Application.form"], partner: null, office: { department: FUND } },
      {
        fields: ["Citizen.name"],
        scopes: ["PROFILE_READ"],
        partner: { id: partner.partnerId },
        office: null,
      },
    ]);
  });
});

describe("an officer's list", () => {
  const list = (fields: string): string =>
    `{ workQueue(region: "${CHAOYANG}", department: "${FUND}", first: 100) { edges { node { step dueOn application { ${fields} } } } } }`;

  it("of cases by number, item and day is no reading of anybody's data, and costs no write", async () => {
    const applicant = await newApplicant(platform);
    await fileCase(platform, applicant);
    const { errors } = await platform.call({
      token: reviewer.token,
      query: list("id status region item { code }"),
    });
    expect(errors).toEqual([]);
    const line = platform.logs.findLast(({ message }) => message === "request");
    expect(line?.["writeUnits"]).toBe(0);
    expect(await accessesOf(applicant)).toEqual([]);
  });

  it("that shows names is a reading of each person's on it, at a write each", async () => {
    const people = [await newApplicant(platform), await newApplicant(platform)];
    for (const person of people) await fileCase(platform, person);
    const { errors } = await platform.call({ token: reviewer.token, query: list("id subject { name }") });
    expect(errors).toEqual([]);
    for (const person of people) {
      expect(await accessesOf(person)).toMatchObject([{ fields: ["ApplicationSubject.name"] }]);
    }
  });

  it("opens no more people's data than can be put on record in one request", () => {
    const { accessLog } = platform.context(officerOf());
    const note = () => accessLog.note(platform.newCitizen(), "Application.form", []);
    for (let i = 0; i < PERSONS_READ_MAX; i += 1) note();
    expect(note).toThrow("LIMIT_EXCEEDED");
  });

  it("and what one person more is asked of answers the rest all the same", async () => {
    const cases = [
      await fileCase(platform, await newApplicant(platform)),
      await fileCase(platform, await newApplicant(platform)),
    ];
    const actor = officerOf();
    const context = platform.context(actor);
    const { database, now, requestId } = context;
    const reader = { database, now, actor: () => actor };
    const sources = { ...reader, requestId, consents: openConsentBook(reader) };
    const accessLog = openAccessLog({ ...sources, personsMax: 1, tooMany: tooManyPersons });
    const document = parse(`{ nodes(ids: ${JSON.stringify(cases)}) { ... on Application {
      id status form materials { code } decision { outcome } subject { kind name } } } }`);
    const answer = await execute({ schema, document, contextValue: { ...context, accessLog } });
    const { data, errors = [] } = JSON.parse(JSON.stringify(answer));
    const rest = { status: "SUBMITTED", decision: null };
    expect(data).toMatchObject({
      nodes: [
        { id: cases[0], ...rest, form: {}, materials: expect.any(Array), subject: { kind: "PERSON" } },
        { id: cases[1], ...rest, form: null, materials: null, subject: { kind: "PERSON", name: null } },
      ],
    });
    expect(errors.length).toBe(4);
  });
});

describe("what is no person's reading", () => {
  it("is the applicant's own, and an enterprise's matter", async () => {
    const applicant = await newApplicant(platform);
    const own = await fileCase(platform, applicant);
    await readCase(own, "form subject { name }", { id: reviewer.id, token: applicant.token });
    const { creditCode, representative } = await newEnterprise(platform);
    const id = await fileCase(platform, representative, {
      item: FOR_ENTERPRISES,
      for: { enterprise: creditCode },
    });
    await readCase(id, "form subject { name }");
    expect(await accessesOf(applicant)).toEqual([]);
    expect(await accessesOf(representative)).toEqual([]);
  });

  it("leaves no record where the officer may not read the case at all", async () => {
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant);
    const elsewhere = await newOfficer(platform, { roles: ["REVIEWER"], region: "31" });
    expect((await readCase(id, "form", elsewhere)).data).toEqual({ node: null });
    expect(await accessesOf(applicant)).toEqual([]);
  });
});
