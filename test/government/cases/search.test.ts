import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isIdentityNumber } from "../../../services/field/identity-document.ts";
import { caseNumber, DRAWN_MAX, parseCaseNumber } from "../../../services/government/cases/case-number.ts";
import { date, LAST_DAY } from "../../../services/kernel/civil-date.ts";
import { profileOf, putProfile } from "../../../services/people/citizens/index.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { giveTelephone } from "../../support/telephones.ts";
import {
  type Applicant,
  allRounder,
  CHAOYANG,
  FOR_ENTERPRISES,
  fileCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitAsIs,
  type TestOfficer,
} from "./casework.ts";

const PLACE = `region: "${CHAOYANG}", department: "BJ-GJJ"`;

let platform: TestPlatform;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  officer = await allRounder(platform);
});
afterAll(() => platform.stop());

/** An applicant whose name the register knows. */
async function named(name: string): Promise<Applicant> {
  const applicant = await newApplicant(platform);
  const database = platform.database();
  const { id: citizenId, idNumber } = applicant;
  if (!isIdentityNumber(idNumber, LAST_DAY)) throw new Error(`${idNumber} is no identity number`);
  const profile = profileOf({ citizenId, name, idNumber }, platform.ports.secrets);
  await database.transact([putProfile(database, "live", profile)], applicant.id);
  await giveTelephone(platform, applicant.token, "13800138000");
  return applicant;
}

const HELD = ["applicantName", "idNumber", "mobile"];
/** The rest of the form: what the platform holds it fills in itself. */
const REST = Object.fromEntries(Object.entries(RENT_FORM).filter(([field]) => !HELD.includes(field)));
const fileNamed = (applicant: Applicant) => fileCase(platform, applicant, { form: REST });

async function numberOf(id: string, { token }: { readonly token: string }): Promise<string | null> {
  const query = `{ node(id: "${id}") { ... on Application { number } } }`;
  const number = at((await platform.call({ token, query })).data, "node", "number");
  return number === null ? null : String(number);
}

async function search(told: string, by = officer): Promise<Json> {
  const query = `{ found: searchApplications(${told}) {
    edges { node { id number } } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await platform.call({ token: by.token, query });
  if (errors.length > 0) throw new Error(`${errors[0]?.extensions["code"]} ${errors[0]?.message}`);
  return at(data, "found");
}

const idsIn = (found: Json): readonly string[] =>
  Object.values(Object(at(found, "edges"))).map((edge) => textAt(edge as Json, "node", "id"));
const found = async (told: string, by = officer) => idsIn(await search(told, by));

describe("a case's number", () => {
  it("is given with its receipt, and not before", async () => {
    const { token } = await newApplicant(platform);
    const id = textAt(await startCase(platform, token), "id");
    await saveCase(platform, token, id, RENT_FORM);
    expect(await numberOf(id, { token })).toBeNull();
    await submitAsIs(platform, token, id, { key: "submitted-once" });
    const number = await numberOf(id, { token });
    expect(number).toMatch(/^260302\d{8}$/);
    await submitAsIs(platform, token, id, { key: "submitted-once" });
    expect(await numberOf(id, officer)).toBe(number);
  });

  it("leads officers of its jurisdiction to it, in groups as well, and nobody else", async () => {
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant);
    const number = String(await numberOf(id, applicant));
    expect(await search(`number: "${number}"`)).toEqual({
      edges: [{ node: { id, number } }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
    const grouped = `${number.slice(0, 6)} ${number.slice(6, 10)}-${number.slice(10)}`;
    expect(await found(`number: "${grouped}"`)).toEqual([id]);
    const elsewhere = await newOfficer(platform, { roles: ["REVIEWER"], region: "31" });
    expect(await found(`number: "${number}"`, elsewhere)).toEqual([]);
    const own = await newOfficer(platform, { roles: ["REVIEWER"], person: applicant.id });
    expect(await found(`number: "${number}"`, own)).toEqual([]);
    const { errors } = await platform.call({
      token: applicant.token,
      query: `{ searchApplications(number: "${number}") { edges { node { id } } } }`,
    });
    expect(errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  it("is refused where its check digit does not hold, and finds nothing where nobody has it", async () => {
    const number = caseNumber(date("2020-01-01"), 4_711);
    expect(await found(`number: "${number}"`)).toEqual([]);
    const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    await expect(search(`number: "${wrong}"`)).rejects.toThrow("BAD_USER_INPUT");
  });

  const drawn = fc.nat({ max: DRAWN_MAX - 1 });
  it("is read as it was given, and not with any one digit wrong", () =>
    fc.assert(
      fc.property(drawn, fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }), (some, place, by) => {
        const number = caseNumber(date("2026-03-02"), some);
        expect(parseCaseNumber(number)).toEqual({ ok: true, value: number });
        const digit = (Number(number[place]) + by) % 10;
        expect(parseCaseNumber(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`).ok).toBe(false);
      }),
    ));

  it.each(["", "1", "2603024711032", "260302471103256", "app_0123456789abcdef"])("is not %j", (text) => {
    expect(parseCaseNumber(text)).toEqual({ ok: false, error: { code: "CASE_NUMBER_WRONG" } });
  });
});

describe("a search by name", () => {
  it("finds what the department has received of somebody of the whole name, the latest first, page by page", async () => {
    const [one, other] = [await named("诸葛明"), await named("诸葛 明")];
    const namesake = await named("诸葛明");
    const first = await fileNamed(one);
    platform.clock.advance(60_000);
    const second = await fileNamed(namesake);
    await fileNamed(other);
    expect(await found(`name: "诸葛明", ${PLACE}`)).toEqual([second, first]);
    expect(await found(`name: "诸葛明", region: "110000", within: true, department: "BJ-GJJ"`)).toEqual([
      ...[second, first],
    ]);
    const page = await search(`name: "诸葛明", ${PLACE}, first: 1`);
    expect(idsIn(page)).toEqual([second]);
    const after = textAt(page, "pageInfo", "endCursor");
    expect(await found(`name: "诸葛明", ${PLACE}, first: 1, after: "${after}"`)).toEqual([first]);
    expect(await found(`name: "诸葛", ${PLACE}`)).toEqual([]);
    expect(await found(`name: "诸葛明", region: "110101", department: "BJ-GJJ"`)).toEqual([]);
  });

  it("is of the officer's jurisdiction, with region and department", async () => {
    await expect(search('name: "诸葛明"')).rejects.toThrow("BAD_USER_INPUT");
    const elsewhere = await newOfficer(platform, { roles: ["REVIEWER"], region: "31" });
    await expect(search(`name: "诸葛明", ${PLACE}`, elsewhere)).rejects.toThrow("FORBIDDEN");
    await expect(search(`name: "诸葛明", number: "1", ${PLACE}`)).rejects.toThrow("BAD_USER_INPUT");
    await expect(search(PLACE)).rejects.toThrow("BAD_USER_INPUT");
    await expect(search(`name: " ", ${PLACE}`)).rejects.toThrow("BAD_USER_INPUT");
  });

  it("is on record: the person finds which office has looked", async () => {
    const applicant = await named("慕容雪");
    const id = await fileNamed(applicant);
    await found(`name: "慕容雪", ${PLACE}`);
    const query = `{ me { accesses { edges { node { fields office { department roles applications } } } } } }`;
    const { data } = await platform.call({ token: applicant.token, query });
    expect(at(data, "me", "accesses", "edges", 0, "node")).toMatchObject({
      fields: ["Query.searchApplications"],
      office: { department: "BJ-GJJ", applications: [id] },
    });
  });
});

describe("a search by credit code", () => {
  it("finds what was received in an enterprise's name, page by page, and no draft", async () => {
    const { creditCode, representative } = await newEnterprise(platform);
    const filed: string[] = [];
    for (const isFiled of [true, false, true]) {
      platform.clock.advance(60_000);
      const wish = { item: FOR_ENTERPRISES, for: { enterprise: creditCode } };
      const id = textAt(await startCase(platform, representative.token, wish), "id");
      await saveCase(platform, representative.token, id, RENT_FORM);
      if (!isFiled) continue;
      await submitAsIs(platform, representative.token, id, { reason: "另一处门店" });
      filed.unshift(id);
    }
    expect(await found(`creditCode: "${creditCode}"`)).toEqual(filed);
    const page = await search(`creditCode: "${creditCode}", first: 1`);
    expect(idsIn(page)).toEqual(filed.slice(0, 1));
    const after = textAt(page, "pageInfo", "endCursor");
    expect(await found(`creditCode: "${creditCode}", first: 1, after: "${after}"`)).toEqual(filed.slice(1));
    const elsewhere = await newOfficer(platform, { roles: ["REVIEWER"], region: "31" });
    expect(await found(`creditCode: "${creditCode}"`, elsewhere)).toEqual([]);
    await expect(search('creditCode: "11100000000013338X"')).rejects.toThrow("BAD_USER_INPUT");
  });
});
