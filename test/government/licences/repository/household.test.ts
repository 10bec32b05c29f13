import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAsksOf } from "../../../../services/government/cases/household/store.ts";
import { family } from "../../../people/enterprises/family.ts";
import { askerOf } from "../../../support/asking.ts";
import { sendMaterial } from "../../../support/material-files.ts";
import { typesTold } from "../../../support/notifications.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  type Applicant,
  act,
  allRounder,
  newApplicant,
  startCase,
  startCasework,
  submitAsIs,
} from "../../cases/casework.ts";
import { draftOf, publishItem } from "../../catalogue/items.ts";
import { done, HOLDER, itemOf, licenceOf, publishTypeWithItems } from "./repository-world.ts";

const TYPE = "household-permit";
const ITEM = "TEST-HOUSEHOLD";
/** It asks for as many licences of a household as an application may ask members for. */
const ITEM_OF_MANY = "TEST-HOUSEHOLD-MANY";
const MANY = Array.from({ length: 20 }, (_, i) => `licence-${i + 1}`);
const material = (code: string, more = {}) => ({
  ...{ code, name: { zh: "家人的证照", en: "A licence" }, required: true, replacedByLicence: TYPE },
  ...more,
});
const OF_HOUSEHOLD = { licenceOf: "HOUSEHOLD", licenceFields: ["grade"] } as const;

let platform: TestPlatform;
let applicant: Applicant;
let member: Applicant;
beforeAll(async () => {
  platform = await startCasework();
  await publishTypeWithItems(platform, TYPE);
  const materials = [material("licence", OF_HOUSEHOLD), material("own", { required: false })];
  await publishItem(platform, draftOf({ code: ITEM, materials }), { "110000": "GENERAL" });
  const many = MANY.map((code) => material(code, OF_HOUSEHOLD));
  await publishItem(platform, draftOf({ code: ITEM_OF_MANY, materials: many }), { "110000": "GENERAL" });
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  applicant = await newApplicant(platform);
  member = await newApplicant(platform);
  await done(platform, member, itemOf(TYPE, "ISSUE"), HOLDER);
});
afterAll(() => platform.stop());

const REFUSED = "__typename ... on Refusal { code } ... on InvalidInput { path }";

const begun = async (item = ITEM): Promise<string> =>
  textAt(await startCase(platform, applicant.token, { item }), "id");

/** Names a member for a material of a case. */
const askFor = (application: string, of: Pick<Applicant, "idNumber"> = member, code = "licence") =>
  askerOf(platform)(
    `mutation ($application: ID!, $code: String!, $member: NamedPersonInput!) {
      result: askHouseholdMember(application: $application, material: $code, member: $member) { ${REFUSED}
        ... on Application { id materials { code ask { name maskedIdNumber state } } } } }`,
    { application, code, member: { name: "王小红", idNumber: of.idNumber } },
    { token: applicant.token },
  );

const answer = (application: string, give: boolean, by: Pick<Applicant, "token"> = member) =>
  askerOf(platform)(
    `mutation ($application: ID!, $give: Boolean!) {
      result: answerHouseholdAsk(application: $application, material: "licence", give: $give) { ${REFUSED}
        ... on HouseholdAsk { state isOpen } } }`,
    { application, give },
    { token: by.token },
  );

const FILLED = `state filled { source isOfHousehold reference over { how }
  licence { licence version issuedOn validUntil status FIELDS } }`;

async function materialOf(token: string, id: string, fields = ""): Promise<Json> {
  const query = `query ($id: ID!) { result: node(id: $id) { ... on Application {
    materials { ${FILLED.replace("FIELDS", fields)} } } } }`;
  return at(await askerOf(platform)(query, { id }, { token }), "materials", 0);
}

const ASKS = `householdAsks { application itemName { zh } material materialName { zh } licenceFields
  licenceType { code } state isOpen }`;
const asksOf = async ({ token }: Pick<Applicant, "token">): Promise<Json> =>
  at(await askerOf(platform)(`{ result: me { ${ASKS} } }`, {}, { token }), "householdAsks");

const toldTo = (person: Pick<Applicant, "token">) => typesTold(platform, person);

describe("a licence of a household member", () => {
  it("stands for a material by their yes, and officers read its version, days, status and the fields asked for", async () => {
    const id = await begun();
    expect(await askFor(id)).toMatchObject({ materials: [{ ask: { name: "王小红", state: "ASKED" } }, {}] });
    expect(await materialOf(applicant.token, id)).toMatchObject({ state: "MISSING", filled: null });
    expect(await toldTo(member)).toContain("household.asked");
    expect(await asksOf(member)).toEqual([
      {
        ...{ application: id, material: "licence", state: "ASKED", isOpen: true, licenceFields: ["grade"] },
        ...{ itemName: { zh: "租房提取住房公积金" }, materialName: { zh: "家人的证照" } },
        licenceType: { code: TYPE },
      },
    ]);
    expect(await answer(id, true)).toMatchObject({ state: "GIVEN", isOpen: true });
    expect(await toldTo(applicant)).toContain("application.household-answered");
    const { id: licence, identifier } = Object(await licenceOf(platform, member));
    const taken = { licence, version: 1, issuedOn: "2026-03-02", validUntil: "2028-03-01", status: "VALID" };
    const filled = { source: "LICENCES", isOfHousehold: true, reference: identifier, licence: taken };
    expect(await materialOf(applicant.token, id)).toMatchObject({ state: "FILLED", filled });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
    const officer = await allRounder(platform);
    const read = await materialOf(officer.token, id, "fields { name text { zh } }");
    const fields = [{ name: "grade", text: { zh: "甲" } }];
    expect(read).toMatchObject({ filled: { ...filled, licence: { ...taken, fields } } });
    const query = "{ result: me { accesses(first: 10) { edges { node { fields } } } } }";
    const accesses = await askerOf(platform)(query, {}, { token: member.token });
    expect(JSON.stringify(accesses)).toContain("FilledMaterial.licence");
  });

  it("stands for nothing by a no, which nobody asks again, nor changes; a file is sent instead", async () => {
    const id = await begun();
    await askFor(id);
    expect(await answer(id, false)).toMatchObject({ state: "REFUSED" });
    expect(await answer(id, true)).toMatchObject({ code: "MEMBER_ASK_CLOSED", path: ["give"] });
    expect(await askFor(id)).toMatchObject({ code: "MEMBER_HAS_ANSWERED", path: ["member"] });
    expect(await materialOf(applicant.token, id)).toMatchObject({ state: "MISSING" });
    await sendMaterial(platform, applicant.token, { application: id, material: "licence" });
    expect(await submitAsIs(platform, applicant.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("is taken back as long as the case is not handed in, and not after", async () => {
    const [first, second] = [await begun(), await begun()];
    for (const id of [first, second]) {
      await askFor(id);
      await answer(id, true);
    }
    expect(await answer(first, false)).toMatchObject({ state: "WITHDRAWN" });
    expect(await materialOf(applicant.token, first)).toMatchObject({ state: "MISSING", filled: null });
    expect(await submitAsIs(platform, applicant.token, second)).toMatchObject({ status: "SUBMITTED" });
    expect(await answer(second, false)).toMatchObject({ code: "MEMBER_ASK_CLOSED" });
    expect(await materialOf(applicant.token, second)).toMatchObject({ state: "FILLED" });
  });

  it("is given for this material of this case alone", async () => {
    const [id, other] = [await begun(), await begun()];
    await askFor(id);
    await answer(id, true);
    expect(await materialOf(applicant.token, other)).toMatchObject({ state: "MISSING" });
    expect(await askFor(id, member, "own")).toMatchObject({ code: "MATERIAL_NOT_OF_HOUSEHOLD" });
  });

  it("is looked at again by the decision, as the applicant's own", async () => {
    const id = await begun();
    await askFor(id);
    await answer(id, true);
    await submitAsIs(platform, applicant.token, id);
    const officer = await allRounder(platform);
    await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
    const number = textAt(await licenceOf(platform, member), "number");
    await done(platform, member, itemOf(TYPE, "SUSPEND"), { number });
    const approval = `approveApplication(id: "${id}", reason: "符合条件")`;
    expect(await act(platform, officer, id, "decide", approval)).toMatchObject({ code: "MATERIAL_OVER" });
    expect(await materialOf(officer.token, id)).toMatchObject({ filled: { over: { how: "SUSPENDED" } } });
  });

  it("fills nothing in where the member has none that is valid", async () => {
    const [id, without] = [await begun(), await newApplicant(platform)];
    await askFor(id, without);
    expect(await answer(id, true, without)).toMatchObject({ state: "GIVEN" });
    expect(await materialOf(applicant.token, id)).toMatchObject({ state: "MISSING" });
  });
});

describe("an ask", () => {
  it("is answered by its member alone, neither by the applicant nor by a stranger, and read by nobody else", async () => {
    const id = await begun();
    await askFor(id);
    const stranger = await newApplicant(platform);
    for (const one of [applicant, stranger]) {
      expect(await answer(id, true, one)).toMatchObject({ code: "MEMBER_ASK_NOT_FOUND" });
      expect(await asksOf(one)).toEqual([]);
    }
    const other = await newApplicant(platform);
    await askFor(id, other);
    expect(await answer(id, true)).toMatchObject({ code: "MEMBER_ASK_NOT_FOUND" });
    expect(await asksOf(member)).toEqual([]);
  });

  it("stands in the list of its member alone, and in none once another takes its place", async () => {
    const [id, other] = [await begun(), await newApplicant(platform)];
    const listed = async () => {
      const store = { database: platform.database(), mode: "live" } as const;
      return Promise.all([member, other].map((one) => listAsksOf(store, one.id)));
    };
    const place = { application: id, material: "licence" };
    await askFor(id);
    expect(await listed()).toEqual([[place], []]);
    await askFor(id, other);
    expect(await listed()).toEqual([[], [place]]);
    await askFor(id);
    expect(await listed()).toEqual([[place], []]);
  });

  it("is listed before all that were made earlier, of which fifty are listed at most", async () => {
    const made: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      applicant = await newApplicant(platform);
      const id = await begun(ITEM_OF_MANY);
      for (const code of MANY) {
        platform.clock.advance(1_000);
        await askFor(id, member, code);
        made.unshift(`${id} ${code}`);
      }
    }
    applicant = await newApplicant(platform);
    const id = await begun();
    platform.clock.advance(1_000);
    await askFor(id);
    const listed = [(await asksOf(member)) ?? []].flat();
    const places = listed.map((one) => `${textAt(one, "application")} ${textAt(one, "material")}`);
    expect(places).toEqual([`${id} licence`, ...made].slice(0, 50));
    expect(await answer(id, true)).toMatchObject({ state: "GIVEN" });
  });

  it("tells a member once, however often two are named in turn, and is made twenty times at most", async () => {
    const [id, other] = [await begun(), await newApplicant(platform)];
    for (let i = 0; i < 20; i += 1) await askFor(id, i % 2 === 0 ? member : other);
    expect(await askFor(id)).toMatchObject({ code: "TOO_MANY_MEMBERS_ASKED", path: ["member"] });
    for (const one of [member, other]) {
      const told = await toldTo(one);
      expect(told.filter((type) => type === "household.asked")).toEqual(["household.asked"]);
    }
  });

  it("is not made of the applicant themselves, nor by a number that is none", async () => {
    const id = await begun();
    expect(await askFor(id, applicant)).toMatchObject({ code: "MEMBER_IS_SUBJECT" });
    const wrong = { idNumber: "110105194912310021" };
    expect(await askFor(id, wrong)).toMatchObject({
      ...{ code: "MEMBER_NUMBER_INVALID", path: ["member", "idNumber"] },
    });
  });

  it("of a child below 14 is read and answered by a guardian, and not by the child", async () => {
    const { child, parent } = await family(platform);
    applicant = parent;
    const id = await begun();
    await askFor(id, child);
    const query = `{ result: me { principals { ${ASKS} } } }`;
    const principals = await askerOf(platform)(query, {}, { token: parent.token });
    expect(at(principals, "principals", 0, "householdAsks")).toMatchObject([
      { application: id, state: "ASKED" },
    ]);
    expect(await answer(id, true, child)).toMatchObject({ code: "MEMBER_ASK_NOT_FOUND" });
    expect(await answer(id, true, parent)).toMatchObject({ state: "GIVEN" });
    expect(await toldTo(parent)).toContain("household.asked");
  });
});
