import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRendering } from "../../../../services/government/licences/repository/licence-rendering.ts";
import { getElectronicLicence } from "../../../../services/government/licences/repository/repository-store.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  type Applicant,
  allRounder,
  authorise,
  newApplicant,
  newEnterprise,
  startCasework,
} from "../../cases/casework.ts";
import {
  ask,
  decide,
  done,
  HOLDER,
  itemOf,
  licenceOf,
  publishAgain,
  publishTypeWithItems,
} from "./repository-world.ts";

const TYPE = "welder";
let platform: TestPlatform;
let holder: Applicant;
let id: string;
let number: string;
beforeAll(async () => {
  platform = await startCasework();
  platform.clock.set("2026-03-02T02:00:00.000Z");
  await publishTypeWithItems(platform, TYPE, {
    disclosures: [
      { field: "name", disclosure: "MINIMAL" },
      { field: "trade", disclosure: "ORDINARY" },
      { field: "grade", disclosure: "ORDINARY" },
      { field: "remark", disclosure: "SENSITIVE" },
    ],
  });
  holder = await newApplicant(platform);
  await done(platform, holder, itemOf(TYPE, "ISSUE"), { ...HOLDER, remark: "曾用名王大明" });
  const licence = await licenceOf(platform, holder);
  [id, number] = [textAt(licence, "id"), textAt(licence, "number")];
});
afterAll(() => platform.stop());

async function shown(token: string, fields: string, of = id): Promise<Json> {
  const query = `query ($id: ID!) { node(id: $id) { ... on ElectronicLicence { ${fields} } } }`;
  const { data, errors } = await platform.call({ token, query, variables: { id: of } });
  expect(errors).toEqual([]);
  return at(data, "node");
}

/** The words of a page, without the ends of its lines. */
const wordsOf = (svg: string): string => svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

const PAGES = "svg(language: ZH) pdf(language: EN)";

describe("a licence, as people read it", () => {
  it("has its fields in the order of its type, in both languages, choices in words, and says how much each tells", async () => {
    const fields = "fields { name label { zh en } text { zh en } disclosure }";
    const same = (text: string) => ({ zh: text, en: text });
    expect(await shown(holder.token, fields)).toEqual({
      fields: [
        { name: "name", label: same("姓名"), text: same("王小明"), disclosure: "MINIMAL" },
        { name: "trade", label: same("行业"), text: same("电工"), disclosure: "ORDINARY" },
        { name: "grade", label: same("等级"), text: { zh: "甲", en: "A" }, disclosure: "ORDINARY" },
        { name: "remark", label: same("备注"), text: same("曾用名王大明"), disclosure: "SENSITIVE" },
      ],
    });
  });

  it("is a page that says all but what is sensitive, how it stands, where it is checked, and that the signed data prevails", async () => {
    const svg = textAt(await shown(holder.token, "svg(language: ZH) identifier"), "svg");
    for (const said of ["王小明", "电工", number, "状态：有效", "以该数据为准", "仅显示选定的内容"])
      expect(svg).toContain(said);
    expect(svg).not.toContain("曾用名");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    const english = textAt(await shown(holder.token, "svg(language: EN)"), "svg");
    expect(wordsOf(english)).toContain("the signed data of the licence, the signed data prevails");
  });

  it("leads by its code to the page on which anybody verifies it, and names its identifier where a stage has no pages", async () => {
    const { svg, identifier } = Object(await shown(holder.token, "svg(language: ZH) identifier"));
    expect(svg).toContain(`https://city.test/verify#${identifier}</title>`);
    const { database, mode } = { database: platform.database(), mode: "live" } as const;
    const licence = await getElectronicLicence({ database, mode }, `lic_${id.slice("lic_".length)}`);
    const ports = { database, now: platform.clock.now(), config: { siteOrigin: undefined } };
    expect(await findRendering(ports, licence ?? expect.fail("it was issued"), "zh")).toMatchObject({
      verify: identifier,
    });
  });

  it("is the same page as a PDF, in base64", async () => {
    const pdf = Buffer.from(textAt(await shown(holder.token, "pdf(language: ZH)"), "pdf"), "base64");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.subarray(-6).toString()).toContain("%%EOF");
  });

  it("stands on its page as it does on the day: suspended, and valid again", async () => {
    const whose = await newApplicant(platform);
    await done(platform, whose, itemOf(TYPE, "ISSUE"), HOLDER);
    const licence = await licenceOf(platform, whose);
    const [own, form] = [textAt(licence, "id"), { number: textAt(licence, "number") }];
    const page = async () => textAt(await shown(whose.token, "svg(language: ZH)", own), "svg");
    const issue = at(await shown(whose.token, "decidedIn { id }", own), "decidedIn", "id");
    const suspension = await done(platform, whose, itemOf(TYPE, "SUSPEND"), form);
    expect(await page()).toContain("状态：已暂停，现在无效");
    expect(await shown(whose.token, "status decidedIn { id decision { reason } }", own)).toEqual({
      status: "SUSPENDED",
      decidedIn: { id: suspension, decision: { reason: "符合条件" } },
    });
    await done(platform, whose, itemOf(TYPE, "RESUME"), form);
    expect(await page()).toContain("状态：有效");
    expect(at(await shown(whose.token, "decidedIn { id }", own), "decidedIn", "id")).toBe(issue);
    await done(platform, whose, itemOf(TYPE, "CANCEL"), form);
    expect(await page()).toContain("状态：已注销或者撤销，无效");
  });

  it("of which the time is over says so", async () => {
    platform.clock.set("2028-03-02T02:00:00.000Z");
    expect(textAt(await shown(holder.token, "svg(language: ZH)"), "svg")).toContain(
      "状态：有效期已届满，无效",
    );
    platform.clock.set("2026-03-02T02:00:00.000Z");
  });
});

describe("a licence's page", () => {
  it("is drawn for who binds the enterprise whose it is, and neither for an agent of some items nor for an officer", async () => {
    const type = "welding-shop";
    await publishTypeWithItems(platform, type, { holderKind: "ENTERPRISE" });
    const item = itemOf(type, "ISSUE");
    const { creditCode: enterprise, representative: owner } = await newEnterprise(platform);
    const [agent, proxy] = [await newApplicant(platform), await newApplicant(platform)];
    await authorise(platform, owner, agent, { enterprise, items: [item] });
    await authorise(platform, owner, proxy, { enterprise });
    const application = textAt(await ask(platform, owner, item, HOLDER, enterprise), "id");
    await decide(platform, application);
    const query = `query ($id: ID!) { node(id: $id) { ... on Application { electronicLicence { number ${PAGES} } } } }`;
    const seenBy = async (token: string): Promise<Json> => {
      const { data, errors } = await platform.call({ token, query, variables: { id: application } });
      expect(errors).toEqual([]);
      return at(data, "node", "electronicLicence");
    };
    for (const { token } of [owner, proxy])
      expect(await seenBy(token)).toMatchObject({ svg: expect.any(String), pdf: expect.any(String) });
    expect(await seenBy(agent.token)).toMatchObject({ number: expect.any(String), svg: null, pdf: null });
    const { token } = await allRounder(platform);
    const { errors } = await platform.call({ token, query, variables: { id: application } });
    expect(errors.map((error) => at(error, "extensions", "code"))).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });

  it("of a stranger does not exist, as the licence does not", async () => {
    expect(await shown((await newApplicant(platform)).token, PAGES)).toBeNull();
  });
});

it("a wallet page of 20 licences is two round trips deep, with their types", async () => {
  const person = await newApplicant(platform);
  for (let i = 0; i < 20; i += 1) await done(platform, person, itemOf(TYPE, "ISSUE"), HOLDER);
  const query = `{ me { licences(first: 20) { edges { node {
    id number status issuedOn validUntil type { name { zh en } } issuer { department { name { zh en } } }
  } } pageInfo { hasNextPage endCursor } } } }`;
  const { data, errors } = await platform.call({ token: person.token, query });
  expect(errors).toEqual([]);
  expect(at(data, "me", "licences", "edges")).toHaveLength(20);
  const line = platform.logs.findLast(({ message }) => message === "request");
  expect(line).toMatchObject({ calls: 2, roundTripsDeep: 2 });
});

it("a licence that was changed by another version of its type is read as fast", async () => {
  const type = "fitter";
  await publishTypeWithItems(platform, type);
  const person = await newApplicant(platform);
  await done(platform, person, itemOf(type, "ISSUE"), HOLDER);
  const before = textAt(await licenceOf(platform, person), "number");
  await publishAgain(platform, type);
  await done(platform, person, itemOf(type, "CHANGE"), { ...HOLDER, number: before, trade: "钳工" });
  const query = "{ me { licences(first: 20) { edges { node { type { version } } } } } }";
  const { data } = await platform.call({ token: person.token, query });
  expect(at(data, "me", "licences", "edges")).toEqual([{ node: { type: { version: 2 } } }]);
  const line = platform.logs.findLast(({ message }) => message === "request");
  expect(line).toMatchObject({ calls: 2, roundTripsDeep: 2 });
});
