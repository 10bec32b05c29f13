import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inputOf, valuesOf } from "../../web/desk/catalogue/item-values.ts";
import { differencesBetween } from "../../web/desk/drafts/differences.ts";
import type { ItemContentFragment } from "../../web/shared/generated/graphql.ts";

const name = { zh: "名称", en: "Name" };
const ground = { law: "某某法", article: "第一条" };

/** An item that says something in each place. */
/** Terms that a renewal does not have. */
const OF_ISSUE = { region: null, counted: null };

/** All that is said, where null says nothing. */
const said = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => one ?? undefined));

const ITEM: ItemContentFragment = {
  ...{ code: "BJ-TEST-001", name, department: { code: "BJ-GA", name }, regions: ["110000"] },
  ...{
    legalBasis: [ground],
    audiences: ["NATURAL_PERSON"],
    lifeEvents: ["BIRTH"],
    channels: ["ONLINE", "HALL"],
  },
  ...{ visits: 1, promisedWorkingDays: 3, statutoryDays: "CALENDAR", statutoryWorkingDays: 5 },
  limitCoversDelivery: true,
  handedInAt: [{ region: "220000", from: "2026-01-01", until: "2027-12-31", basis: ground }],
  ...{ handling: "JOINT", extensionWorkingDays: 15, ownFromAge: 14 },
  form: { type: "object", properties: { a: { type: "string" } } },
  materials: [
    {
      ...{ code: "paper", name, required: true, replacedByLicence: "food-business-licence" },
      ...{ licenceOf: "HOUSEHOLD", licenceFields: ["name", "grade"] },
      filledBy: "HOUSING_FUND_LOANS",
    },
  ],
  steps: [
    {
      ...{ code: "inspect", name, role: "inspector", workingDays: 2, department: "BJ-SCJG" },
      ...{ jointly: true, fourEyes: true, checklist: [{ code: "sink", name, critical: true }] },
    },
  ],
  fee: { amount: "12.50", basis: "某某收费标准" },
  rule: {
    samplePercent: 5,
    checks: [
      {
        code: "enough",
        name,
        failed: name,
        advice: name,
        holds: { "===": [1, 1] },
        otherwise: "REJECT",
        ground,
      },
    ],
  },
  effect: "LICENCE",
  licence: {
    ...{ act: "RENEW", window: { opensWorkingDays: 90, inTimeWorkingDays: 15 } },
    ...{ type: "residence-permit", content: { name: { var: "form.name" } } },
    ...{ number: { var: "form.number" }, until: { var: "form.until" } },
    holderCreditCode: { var: "form.creditCode" },
    ...OF_ISSUE,
  },
};

it("an item that is opened and saved says all that it said", () => {
  expect(inputOf(valuesOf(ITEM))).toEqual(said(ITEM));
});

it("an item that issues licences says the place and the numbers of them again", () => {
  const licence: ItemContentFragment["licence"] = {
    ...{ act: "ISSUE", type: "food-business-licence", content: {}, number: null, until: null, window: null },
    ...{ region: { var: "form.region" }, holderCreditCode: { var: "form.creditCode" } },
    counted: {
      ...{ prefix: "JY", digits: 6, check: "MOD_11_10" },
      series: [{ if: [{ var: "form.isCanteen" }, "3", "2"] }, { var: "form.region" }],
    },
  };
  expect(inputOf(valuesOf({ ...ITEM, licence })).licence).toEqual(said(licence));
});

it("whatever else a page knows of the version in force is no difference of the draft", () => {
  const known = { ...ITEM, id: "itm_1", version: 3, publishedAt: "2026-01-01T00:00:00Z", rollOut: [] };
  expect(differencesBetween(inputOf(valuesOf(known)), inputOf(valuesOf(ITEM)))).toEqual([]);
});

it("an item without a rule, an effect and what may be left out is saved without them", () => {
  const { rule: _, effect: __, licence: ___, ...rest } = ITEM;
  const plain = {
    ...rest,
    fee: { amount: "0.00", basis: null },
    materials: [
      {
        ...{ code: "paper", name, required: false, replacedByLicence: null, filledBy: null },
        ...({ licenceOf: "OWN", licenceFields: [] } as const),
      },
    ],
  };
  expect(inputOf(valuesOf({ ...plain, rule: null, effect: null, licence: null }))).toEqual({
    ...{ ...rest, fee: { amount: "0.00" } },
    materials: [{ code: "paper", name, required: false, licenceOf: "OWN", licenceFields: [] }],
  });
});

it("nothing that an item can say is left out by its editor", () => {
  const schema = readFileSync(new URL("../../schema/catalogue.graphql", import.meta.url), "utf8");
  const [, body = ""] = /^input ServiceItemInput \{\n(.*?)^\}/ms.exec(schema) ?? [];
  const names = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, field]) => field);
  expect(names.length).toBeGreaterThan(10);
  expect(Object.keys(inputOf(valuesOf(ITEM))).sort()).toEqual(names.sort());
});
