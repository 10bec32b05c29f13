import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DraftInput } from "../../../services/government/catalogue/index.ts";
import { startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { catalogueOf } from "./api.ts";
import { draftOf, publishItem, region, type Stages } from "./items.ts";

let platform: TestPlatform;
let catalogue: ReturnType<typeof catalogueOf>;
beforeAll(async () => {
  platform = await startPlatform();
  catalogue = catalogueOf(platform, () => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }));
});
afterAll(() => platform.stop());

let code = "";
let count = 0;
beforeEach(() => {
  count += 1;
  code = `ITEM-${String(count).padStart(4, "0")}`;
});

const publish = (draft: DraftInput, stages: Stages): Promise<void> => publishItem(platform, draft, stages);

describe("each region sees what is rolled out to it", () => {
  const seenIn = async (...regions: string[]): Promise<string[]> => {
    const seen = await Promise.all(
      regions.map(async (where) => {
        const listed = (await catalogue.listed(where)).includes(code);
        expect((await catalogue.item(code, { region: where })) !== null).toBe(listed);
        return listed ? [where] : [];
      }),
    );
    return seen.flat();
  };
  const EVERYWHERE = ["110000", "110100", "110101", "110105", "310000"];

  it("a published item that is on nowhere is in no list, but can be read", async () => {
    await publish(draftOf({ code }), {});
    expect(await seenIn(...EVERYWHERE)).toEqual([]);
    expect(await catalogue.item(code)).toMatchObject({ code });
  });
  it("what is on in the city is on in its districts, and not beyond", async () => {
    await publish(draftOf({ code }), { "110000": "GENERAL" });
    expect(await seenIn(...EVERYWHERE)).toEqual(["110000", "110100", "110101", "110105"]);
  });
  it("a pilot in a district is on there only", async () => {
    await publish(draftOf({ code }), { "110105": "PILOT" });
    expect(await seenIn(...EVERYWHERE)).toEqual(["110105"]);
  });
  it("a district that is off does not see what the city has on", async () => {
    await publish(draftOf({ code }), { "110000": "GENERAL", "110105": "OFF" });
    expect(await seenIn(...EVERYWHERE)).toEqual(["110000", "110100", "110101"]);
  });
  it("a district that is on sees what the city has off", async () => {
    await publish(draftOf({ code }), { "110000": "OFF", "110105": "PILOT" });
    expect(await seenIn(...EVERYWHERE)).toEqual(["110105"]);
  });
  it("what is switched off is gone at once, and back at once", async () => {
    await publish(draftOf({ code }), { "110000": "GENERAL" });
    await catalogue.rollOut(code, "110000", "OFF");
    expect(await seenIn("110105")).toEqual([]);
    await catalogue.rollOut(code, "110000", "GENERAL");
    expect(await seenIn("110105")).toEqual(["110105"]);
  });
  it("a new version that a region is no longer offered is off there", async () => {
    await publish(draftOf({ code, regions: ["110000", "310000"].map(region) }), {
      "110000": "GENERAL",
      "310000": "GENERAL",
    });
    expect(await seenIn(...EVERYWHERE)).toContain("310000");
    await publish(draftOf({ code, regions: [region("110000")] }), {});
    expect(await seenIn(...EVERYWHERE)).toEqual(["110000", "110100", "110101", "110105"]);
  });
});

describe("a list is filtered", () => {
  const WHERE = "440106";
  const guangzhou = [region(WHERE)];
  const item = (code: string, zh: string, en: string, ...audiences: DraftInput["audiences"]): DraftInput =>
    draftOf({ code, name: { zh, en }, regions: guangzhou, audiences });
  const RENT = item("GZ-RENT-1", "租房提取住房公积金", "Rent withdrawal", "NATURAL_PERSON");
  const FOOD = item("GZ-FOOD-1", "食品经营许可", "Food licence", "LEGAL_PERSON", "NATURAL_PERSON");
  const events = (): Promise<unknown> =>
    catalogue.run(`{ result: lifeEvents(region: "${WHERE}") { event items } }`);

  beforeAll(async () => {
    await publish({ ...RENT, lifeEvents: ["HOME", "WORK", "HOME"] }, { [WHERE]: "GENERAL" });
    await publish({ ...FOOD, lifeEvents: ["STARTING_A_BUSINESS", "WORK"] }, { [WHERE]: "GENERAL" });
    await publish(item("GZ-TAX-01", "纳税证明", "Tax certificate", "LEGAL_PERSON"), { [WHERE]: "PILOT" });
    const subsidy = item("GZ-OFF-01", "租房补贴", "Rent subsidy", "NATURAL_PERSON");
    await publish({ ...subsidy, lifeEvents: ["HOME", "RELIEF"] }, { [WHERE]: "OFF" });
  });

  it("by audience", async () => {
    expect(await catalogue.listed(WHERE, { audience: "NATURAL_PERSON" })).toEqual(["GZ-FOOD-1", "GZ-RENT-1"]);
    expect(await catalogue.listed(WHERE, { audience: "LEGAL_PERSON" })).toEqual(["GZ-FOOD-1", "GZ-TAX-01"]);
  });
  it("by Chinese words in any order, English words and codes", async () => {
    expect(await catalogue.listed(WHERE, { search: "公积金租房" })).toEqual(["GZ-RENT-1"]);
    expect(await catalogue.listed(WHERE, { search: "租房" })).toEqual(["GZ-RENT-1"]);
    expect(await catalogue.listed(WHERE, { search: "FOOD" })).toEqual(["GZ-FOOD-1"]);
    expect(await catalogue.listed(WHERE, { search: "gz-tax" })).toEqual(["GZ-TAX-01"]);
    expect(await catalogue.listed(WHERE, { search: "水费" })).toEqual([]);
    expect(await catalogue.listed(WHERE, { search: " " })).toHaveLength(3);
  });
  it("by both at once", async () =>
    expect(await catalogue.listed(WHERE, { audience: "LEGAL_PERSON", search: "许可" })).toEqual([
      "GZ-FOOD-1",
    ]));
  it("by a turn of life, with those told for which there is something, in the order of life", async () => {
    expect(await catalogue.listed(WHERE, { lifeEvent: "WORK" })).toEqual(["GZ-FOOD-1", "GZ-RENT-1"]);
    expect(await catalogue.listed(WHERE, { lifeEvent: "WORK", search: "许可" })).toEqual(["GZ-FOOD-1"]);
    expect(await catalogue.listed(WHERE, { lifeEvent: "RELIEF" })).toEqual([]);
    expect(await events()).toEqual([
      { event: "WORK", items: 2 },
      { event: "HOME", items: 1 },
      { event: "STARTING_A_BUSINESS", items: 1 },
    ]);
  });
  it("by the turns of life that its latest version names, if any", async () => {
    await publish({ ...RENT, lifeEvents: ["HOME", "DAILY_LIFE"] }, {});
    expect(await catalogue.listed(WHERE, { lifeEvent: "WORK" })).toEqual(["GZ-FOOD-1"]);
    expect(await catalogue.listed(WHERE, { lifeEvent: "DAILY_LIFE" })).toEqual(["GZ-RENT-1"]);
    await publish(RENT, {});
    expect(await catalogue.listed(WHERE, { lifeEvent: "HOME" })).toEqual([]);
    expect(JSON.stringify(await events())).not.toContain("HOME");
  });
  it("anew after each version: the words of an old one find nothing", async () => {
    await publish(item("GZ-TAX-01", "完税证明", "Tax certificate", "NATURAL_PERSON"), {});
    expect(await catalogue.listed(WHERE, { search: "纳税" })).toEqual([]);
    expect(await catalogue.listed(WHERE, { search: "完税", audience: "NATURAL_PERSON" })).toEqual([
      "GZ-TAX-01",
    ]);
  });
  it("for anybody: without signing in, citizens, officers, partners", async () => {
    const query = `{ serviceItems(region: "${WHERE}", search: "食品") { edges { node { code } } } }`;
    const { testKey } = await seedPartner(platform, { scopes: ["CONSENT_REQUEST"], live: false });
    const callers = [
      {},
      { token: await platform.tokens.citizen() },
      { token: await platform.tokens.citizen(platform.newCitizen(), { mode: "test" }) },
      { token: await platform.tokens.officer({}) },
      { apiKey: testKey },
    ];
    for (const caller of callers) {
      const { data, errors } = await platform.call({ query, ...caller });
      expect(errors).toEqual([]);
      expect(textAt(data, "serviceItems", "edges", 0, "node", "code")).toBe("GZ-FOOD-1");
    }
  });
  it("never by a region that does not exist, or a search that is too long or holds control characters", async () => {
    const refusal = async (args: string): Promise<unknown> => {
      const { errors, data } = await platform.call({
        query: `{ serviceItems(${args}) { edges { cursor } } }`,
      });
      return [errors[0]?.extensions.code, data];
    };
    // No value of its type: nothing was executed.
    expect(await refusal(`region: "110199"`)).toEqual(["BAD_USER_INPUT", null]);
    const ofList = ["BAD_USER_INPUT", { serviceItems: null }];
    expect(await refusal(`region: "110000", search: "${"租".repeat(101)}"`)).toEqual(ofList);
    expect(await refusal(`region: "110000", search: "a\\u0000"`)).toEqual(ofList);
  });
});
