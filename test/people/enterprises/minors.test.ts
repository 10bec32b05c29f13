import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { identityCheck } from "../../../services/field/identity-document.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import {
  type Applicant,
  authorise,
  BY_HAND,
  caseOf,
  newApplicant,
  newOfficer,
  receive,
  revokeAuthority,
  saveCase,
  startCase,
  startCasework,
  type TestOfficer,
} from "../../government/cases/casework.ts";
import { draftOf, publishItem } from "../../government/catalogue/items.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import type { Numbered } from "./family.ts";
import * as family from "./family.ts";

/** An item that is fit for those of 14 and older. */
const FIT_FOR_14 = "BJ-TEST-FIT-14";

let platform: TestPlatform;
let clerk: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  await publishItem(
    platform,
    draftOf({ code: FIT_FOR_14, channels: ["ONLINE", "HALL"], materials: [], ownFromAge: 14 }),
    {
      "110000": "GENERAL",
    },
  );
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
});
afterAll(() => platform.stop());

const bornOn = (day: string): Promise<Applicant> => family.bornOn(platform, day);

const ask = (token: string, query: string, variables: object = {}): Promise<Json> =>
  family.ask(platform, token, query, variables);

const recordGuardian = (
  officer: TestOfficer,
  ward: Numbered,
  guardian: Numbered,
  more: { readonly present?: Numbered; readonly bornOn?: string } = {},
  key?: string,
): Promise<Json> => family.recordGuardian(platform, officer, ward, guardian, more, key);

const wardsOf = (guardian: Pick<Applicant, "token">) => family.wardsOf(platform, guardian);

async function familyOf(day: string) {
  const [child, parent] = [await bornOn(day), await newApplicant(platform)];
  const kept = await recordGuardian(clerk, child, parent, { present: parent });
  expect(kept).toMatchObject({ __typename: "Authority" });
  return { child, parent, id: textAt(kept, "id") };
}

const WRITTEN = `mutation ($input: RecordWrittenAuthorityInput!, $attendance: ID!, $key: ID!) {
  done: recordWrittenAuthority(input: $input, attendance: $attendance, idempotencyKey: $key) { __typename
    ... on Refusal { code } } }`;

describe("an authority", () => {
  it.each([
    ["2020-02-28", "AGENT_UNDER_AGE"],
    ["2008-03-03", "AGENT_UNDER_AGE"],
    ["2008-03-02", undefined],
  ])("is held by nobody who is a minor: born on %s, on 2 March 2026", async (day, code) => {
    const granted = await authorise(platform, await newApplicant(platform), await bornOn(day));
    expect(granted).toMatchObject(
      code
        ? { __typename: "InvalidInput", code, path: ["input", "agent", "idNumber"] }
        : { status: "IN_FORCE" },
    );
  });

  it.each([
    ["2020-02-28", "PRINCIPAL_UNDER_AGE"],
    ["2008-03-03", "PRINCIPAL_UNDER_AGE"],
    ["2008-03-02", undefined],
  ])("is given by nobody who is a minor: born on %s, on 2 March 2026", async (day, code) => {
    const granted = await authorise(platform, await bornOn(day), await newApplicant(platform));
    expect(granted).toMatchObject(code ? { __typename: "InvalidInput", code } : { status: "IN_FORCE" });
  });

  it.each([
    ["gives", "PRINCIPAL_UNDER_AGE"],
    ["holds", "AGENT_UNDER_AGE"],
  ])("is not kept from a paper by which a minor %s one", async (side, code) => {
    const [child, adult] = [await bornOn("2020-02-28"), await newApplicant(platform)];
    const [principal, agent] = side === "gives" ? [child, adult] : [adult, child];
    const attendance = textAt(await receive(platform, clerk, adult.idNumber), "id");
    const input = {
      ...{ person: principal.idNumber, agent: { name: "李代办", idNumber: agent.idNumber } },
      ...{ until: "2026-12-31", paper: "委托书 1 号" },
    };
    const kept = await ask(clerk.token, WRITTEN, { input, attendance, key: randomUUID() });
    expect(at(kept, "done")).toMatchObject({ __typename: "InvalidInput", code });
  });

  it("is not needed of a minor, who represents no enterprise", async () => {
    const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const child = await bornOn("2010-01-01");
    const query = `mutation ($input: RecordEnterpriseInput!) { done: recordEnterprise(input: $input) {
      __typename ... on Refusal { code } } }`;
    const legalRepresentative = { name: "王小宝", idNumber: child.idNumber };
    const of = { creditCode: newCreditCode(), name: "北京好味道餐饮有限公司", region: "110105" };
    expect(at(await ask(token, query, { input: { ...of, legalRepresentative } }), "done")).toMatchObject({
      code: "REPRESENTATIVE_UNDER_AGE",
    });
  });
});

describe("a minor's own application", () => {
  it.each([
    ["2018-03-03", BY_HAND, "GUARDIAN_ACTS"],
    ["2018-03-03", FIT_FOR_14, "GUARDIAN_ACTS"],
    ["2018-03-02", FIT_FOR_14, "GUARDIAN_ACTS"],
    ["2012-03-03", FIT_FOR_14, "GUARDIAN_ACTS"],
    ["2012-03-02", FIT_FOR_14, undefined],
    ["2012-03-02", BY_HAND, "GUARDIAN_ACTS"],
    ["2008-03-03", BY_HAND, "GUARDIAN_ACTS"],
    ["2008-03-02", BY_HAND, undefined],
  ])("of one born on %s, on 2 March 2026, for %s", async (day, item, code) => {
    const { token, idNumber } = await bornOn(day);
    const expected = code
      ? { __typename: "InvalidInput", code, path: ["input", "for"] }
      : { __typename: "Application", status: "DRAFT" };
    const query = `query ($item: ID!) { me { cannotApplyAlone(item: $item, region: "110105") { code } } }`;
    const told = at(await ask(token, query, { item }), "me", "cannotApplyAlone");
    expect(told).toEqual(code ? { code } : null);
    expect(await startCase(platform, token, { item })).toMatchObject(expected);
    const attendance = textAt(await receive(platform, clerk, idNumber), "id");
    expect(await startCase(platform, clerk.token, { item, attendance })).toMatchObject(expected);
  });

  it("is known at a window by their card alone, whoever has never signed in", async () => {
    const first17 = "11010520200102007";
    const idNumber = first17 + identityCheck(first17);
    const attendance = textAt(await receive(platform, clerk, idNumber), "id");
    expect(await startCase(platform, clerk.token, { attendance })).toMatchObject({ code: "GUARDIAN_ACTS" });
  });
});

describe("a guardian", () => {
  it("applies, saves and reads for the child, in the child's name, and the child does not", async () => {
    const { child, parent } = await familyOf("2020-02-28");
    const [ward] = await wardsOf(parent);
    expect(ward).toMatchObject({ name: "王小宝", capacity: "GUARDIAN", items: null });
    const person = textAt(ward ?? null, "ref");
    const started = await startCase(platform, parent.token, { for: { person } });
    expect(started).toMatchObject({ status: "DRAFT", capacity: "GUARDIAN", subject: { kind: "PERSON" } });
    const id = textAt(started, "id");
    const form = { rentalAddress: "朝阳区建国路 1 号 2 单元 301" };
    expect(await saveCase(platform, parent.token, id, form)).toMatchObject({ form });
    expect(await caseOf(platform, child.token, id)).toMatchObject({ id });
    expect(await saveCase(platform, child.token, id, form)).toMatchObject({
      ...{ __typename: "NotFound", code: "GUARDIAN_ACTS" },
    });
    const trail = await ask(
      parent.token,
      "query ($id: ID!) { node(id: $id) { ... on Application { auditTrail { edges { node { by } } } } } }",
      { id },
    );
    expect(JSON.stringify(trail)).toContain("GUARDIAN");
  });

  it("does so at the window too, where the clerk sees the child among those for whom they act", async () => {
    const { parent } = await familyOf("2020-02-28");
    const attendance = textAt(await receive(platform, clerk, parent.idNumber), "id");
    const query = "query ($id: ID!) { attendance(id: $id) { represents { person name capacity items } } }";
    const represents = at(await ask(clerk.token, query, { id: attendance }), "attendance", "represents");
    expect(represents).toMatchObject([{ name: "王小宝", capacity: "GUARDIAN", items: null }]);
    const person = textAt(represents, "0", "person");
    expect(await startCase(platform, clerk.token, { attendance, for: { person } })).toMatchObject({
      ...{ status: "DRAFT", capacity: "GUARDIAN" },
    });
  });

  it("is one until the day before the child is 18, and on the birthday the child acts alone", async () => {
    const { child, parent } = await familyOf("2008-04-01");
    platform.clock.set("2026-03-31T02:00:00.000Z");
    expect(await wardsOf(parent)).toHaveLength(1);
    expect(await startCase(platform, child.token)).toMatchObject({ code: "GUARDIAN_ACTS" });
    platform.clock.set("2026-04-01T02:00:00.000Z");
    expect(await wardsOf(parent)).toEqual([]);
    expect(await startCase(platform, child.token)).toMatchObject({ status: "DRAFT" });
  });

  it("is ended neither by themselves nor by the child, but by an officer on paper", async () => {
    const { child, parent, id } = await familyOf("2012-02-28");
    for (const { token } of [parent, child])
      expect(await revokeAuthority(platform, token, id)).toMatchObject({
        ...{ __typename: "NotAllowedNow", state: "IN_FORCE" },
      });
    const query = `mutation ($input: EndGuardianshipInput!) { done: endGuardianship(input: $input) {
      __typename ... on Refusal { code } ... on Authority { id status } } }`;
    const input = {
      ...{ wardIdNumber: child.idNumber, guardianIdNumber: parent.idNumber },
      paper: "（2026）京 0105 民特 1 号",
    };
    expect(at(await ask(clerk.token, query, { input }), "done")).toMatchObject({ id, status: "REVOKED" });
    expect(await wardsOf(parent)).toEqual([]);
    expect(at(await ask(clerk.token, query, { input }), "done")).toMatchObject({
      ...{ __typename: "NotFound", code: "GUARDIANSHIP_NOT_FOUND" },
    });
  });

  it("is recorded by a registrar from the register, with nobody present, and by a clerk with the guardian there", async () => {
    const registrar = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const [child, parent, other] = [
      await bornOn("2020-02-28"),
      await newApplicant(platform),
      await newApplicant(platform),
    ];
    expect(await recordGuardian(registrar, child, parent)).toMatchObject({
      ...{ __typename: "Authority", guardian: "PARENT", until: "2038-02-27", items: [] },
      ...{ paper: "出生医学证明 T110105001", status: "IN_FORCE" },
    });
    expect(await recordGuardian(clerk, child, other)).toMatchObject({ code: "ATTENDANCE_NOT_FOUND" });
    expect(await recordGuardian(clerk, child, other, { present: parent })).toMatchObject({
      code: "GUARDIAN_NOT_PRESENT",
    });
  });

  it("is the same one to the same key, and another input is refused", async () => {
    const registrar = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const [child, parent] = [await bornOn("2020-02-28"), await newApplicant(platform)];
    const key = randomUUID();
    const first = await recordGuardian(registrar, child, parent, {}, key);
    expect(await recordGuardian(registrar, child, parent, {}, key)).toEqual(first);
    expect(await recordGuardian(registrar, await bornOn("2019-02-28"), parent, {}, key)).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
  });

  it("is no minor, of no adult, not oneself, and not the officer", async () => {
    const registrar = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const [child, parent] = [await bornOn("2020-02-28"), await newApplicant(platform)];
    const record = (ward: Numbered, guardian: Numbered) => recordGuardian(registrar, ward, guardian);
    expect(await record(child, await bornOn("2009-01-01"))).toMatchObject({ code: "GUARDIAN_UNDER_AGE" });
    expect(await record(parent, await newApplicant(platform))).toMatchObject({ code: "WARD_OF_AGE" });
    expect(await record(child, child)).toMatchObject({ code: "GUARDIAN_IS_WARD" });
    for (const person of [child.id, parent.id, ""] as const) {
      const own = await newOfficer(platform, { roles: ["REGISTRAR"], person });
      expect(await recordGuardian(own, child, parent)).toMatchObject({ code: "OFFICERS_OWN_MATTER" });
    }
  });

  it("of a child whose number does not tell the birth is one by the date on the card", async () => {
    const registrar = await newOfficer(platform, { roles: ["REGISTRAR"] });
    const child = { idNumber: "CAN110120010105" };
    const parent = await newApplicant(platform);
    const record = (day?: string) =>
      recordGuardian(registrar, child, parent, day === undefined ? {} : { bornOn: day });
    expect(await record()).toMatchObject({ code: "BIRTH_NEEDED", path: ["input", "bornOn"] });
    expect(await record("2027-01-01")).toMatchObject({ code: "BIRTH_NEEDED" });
    expect(await record("2000-01-01")).toMatchObject({ code: "WARD_OF_AGE" });
    expect(await record("2012-01-01")).toMatchObject({ until: "2029-12-31" });
    expect(await record("2013-01-01")).toMatchObject({ code: "BIRTH_KNOWN_OTHERWISE" });
    const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(child.idNumber)}`;
    expect(await startCase(platform, await platform.tokens.citizen(id))).toMatchObject({
      code: "GUARDIAN_ACTS",
    });
    const known = await recordGuardian(registrar, await bornOn("2020-02-28"), parent, {
      bornOn: "2020-02-27",
    });
    expect(known).toMatchObject({ code: "BIRTH_KNOWN_OTHERWISE" });
  });
});

describe("a minor who lives on the income of their own labour", () => {
  const QUERY = `mutation ($input: RecordOwnLabourInput!, $attendance: ID!) {
    done: recordOwnLabour(input: $input, attendance: $attendance) { __typename
      ... on Refusal { code } ... on OwnLabour { paper } } }`;

  async function record(person: Numbered, present: Numbered = person): Promise<Json> {
    const attendance = textAt(await receive(platform, clerk, present.idNumber), "id");
    const input = { idNumber: person.idNumber, paper: "劳动合同 2026-11" };
    return at(await ask(clerk.token, QUERY, { input, attendance }), "done");
  }

  it("acts as an adult does from 16 on, and has no guardian any more", async () => {
    const { child, parent } = await familyOf("2010-03-02");
    expect(await startCase(platform, child.token)).toMatchObject({ code: "GUARDIAN_ACTS" });
    expect(await record(child)).toEqual({ __typename: "OwnLabour", paper: "劳动合同 2026-11" });
    expect(await record(child)).toEqual({ __typename: "OwnLabour", paper: "劳动合同 2026-11" });
    expect(await startCase(platform, child.token)).toMatchObject({ status: "DRAFT" });
    expect(await wardsOf(parent)).toEqual([]);
    expect(await authorise(platform, parent, child)).toMatchObject({ status: "IN_FORCE" });
    expect(await recordGuardian(clerk, child, parent, { present: parent })).toMatchObject({
      code: "WARD_OF_AGE",
    });
  });

  it("is told to no stranger by the answer to an authority, and kept at a window by a paper", async () => {
    const [recorded, other] = [(await familyOf("2009-06-01")).child, await bornOn("2009-06-01")];
    await record(recorded);
    const stranger = await newApplicant(platform);
    const answers = [
      await authorise(platform, stranger, recorded),
      await authorise(platform, stranger, other),
    ];
    expect(answers[0]).toMatchObject({ code: "AGENT_UNDER_AGE" });
    expect(answers[1]).toEqual(answers[0]);
    const attendance = textAt(await receive(platform, clerk, stranger.idNumber), "id");
    const kept = async ({ idNumber }: Numbered) =>
      at(
        await ask(clerk.token, WRITTEN, {
          ...{ attendance, key: randomUUID() },
          input: {
            person: stranger.idNumber,
            agent: { name: "李代办", idNumber },
            until: "2026-12-31",
            paper: "委托书",
          },
        }),
        "done",
      );
    expect(await kept(recorded)).toMatchObject({ __typename: "Authority" });
    expect(await kept(other)).toMatchObject({ code: "AGENT_UNDER_AGE" });
  });

  it("is nobody younger, nobody older and nobody who is not there", async () => {
    expect(await record(await bornOn("2010-03-03"))).toMatchObject({ code: "TOO_YOUNG_FOR_OWN_LABOUR" });
    expect(await record(await bornOn("2008-03-02"))).toMatchObject({ code: "WARD_OF_AGE" });
    expect(await record(await bornOn("2010-03-02"), await newApplicant(platform))).toMatchObject({
      code: "MINOR_NOT_PRESENT",
    });
  });
});
