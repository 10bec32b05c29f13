import { describe, expect, it } from "vitest";
import { askIf } from "../../../../local/demo/items/fields.ts";
import { foodBusinessLicence } from "../../../../local/demo/items/food-business-licence.ts";
import { rentWithdrawal } from "../../../../local/demo/items/rent-withdrawal.ts";
import { soleTraderRegistration } from "../../../../local/demo/items/sole-trader-registration.ts";
import { DEMO_ITEMS } from "../../../../local/demo/service-items.ts";
import { exampleOf, FORMAT_EXAMPLES } from "../../../../services/government/catalogue/forms/form-examples.ts";
import { FORMAT_NAMES, findFormat } from "../../../../services/government/catalogue/forms/form-formats.ts";
import { formPages } from "../../../../services/government/catalogue/forms/form-pages.ts";
import { date } from "../../../../services/kernel/civil-date.ts";

type Json = Readonly<Record<string, unknown>>;

const pagesOf = (form: Json) =>
  formPages(form).map(({ title, fields }) => [title.en, ...fields.map(({ path }) => path.join("."))]);

const fieldOf = (form: Json, ...path: readonly string[]) =>
  formPages(form)
    .flatMap(({ fields }) => fields)
    .find((field) => field.path.join(".") === path.join("."));

describe("the pages of a form", () => {
  it("are those that its editor states, with a group's fields behind it", () =>
    expect(pagesOf(rentWithdrawal.draft.form)).toEqual([
      ["Applicant", "applicantName", "idNumber", "mobile", "fundAccount"],
      ["Household", "maritalStatus", "spouse", "spouse.name", "spouse.idNumber", "hasHomeInCity"],
      ["Rented home", "rentalAddress", "rentalRegion", "leaseKind", "leaseStart", "leaseEnd", "monthlyRent"],
      ["Payment", "payoutAccount"],
    ]));

  it("show what an entry of a list consists of; a list of choices is one field", () => {
    expect(pagesOf(soleTraderRegistration.draft.form)[1]).toEqual([
      ...["Business", "tradeName", "composition", "familyMembers"],
      ...["familyMembers.*.name", "familyMembers.*.idNumber", "scope"],
    ]);
    expect(fieldOf(foodBusinessLicence.draft.form, "activities")).toMatchObject({
      widget: "choices",
      choices: [
        { value: "食品销售", label: { zh: "食品销售", en: "Selling food" } },
        { value: "餐饮服务", label: { zh: "餐饮服务", en: "Catering" } },
        { value: "食品经营管理", label: { zh: "食品经营管理", en: "Managing food businesses" } },
      ],
    });
    expect(pagesOf({ properties: { tags: { type: "array", items: { type: "string" } } } })).toEqual([
      ["Application form", "tags", "tags.*"],
    ]);
  });

  it("say of each field its label and hint, its widget and choices, whether it is required, and an example", () => {
    expect(fieldOf(rentWithdrawal.draft.form, "monthlyRent")).toMatchObject({
      label: { zh: "月租金（元）", en: "Rent a month (yuan)" },
      hint: { en: "In yuan, with both decimals, for example 4500.00." },
      ...{ widget: "money", isRequired: true, choices: [], when: [], example: "4500.00" },
    });
    expect(fieldOf(rentWithdrawal.draft.form, "maritalStatus")).toMatchObject({
      widget: "choice",
      choices: [{ value: "未婚", label: { zh: "未婚", en: "Single" } }, {}, {}, {}],
    });
    expect(fieldOf(rentWithdrawal.draft.form, "leaseEnd")).toMatchObject({
      widget: "date",
      isRequired: false,
    });
    expect(fieldOf(rentWithdrawal.draft.form, "hasHomeInCity")).toMatchObject({ widget: "confirm" });
    expect(fieldOf(soleTraderRegistration.draft.form, "scope")).toMatchObject({ widget: "long-text" });
    expect(fieldOf(rentWithdrawal.draft.form, "mobile")).toMatchObject({ example: "13800138000" });
  });

  it("say when a field is asked: a front-end shows and hides it by one value beside it", () => {
    expect(fieldOf(rentWithdrawal.draft.form, "spouse")).toMatchObject({
      ...{ isRequired: true, when: [{ field: "maritalStatus", is: ["已婚"] }] },
    });
    const pet = { type: "string", enum: ["cat", "dog"] };
    const either = {
      "x-pages": [],
      properties: { pet, owned: { type: "boolean" }, name: { type: "string" } },
      allOf: [
        {
          ...askIf("pet", "string", "dog", "name"),
          if: { properties: { pet: { type: "string", enum: ["dog"] } }, required: ["pet"] },
        },
        askIf("owned", "boolean", true, "name"),
      ],
    };
    expect(fieldOf(either, "name")).toMatchObject({
      when: [
        { field: "pet", is: ["dog"] },
        { field: "owned", is: [true] },
      ],
    });
  });

  it("of a form of older shape are one, with its titles and values as they are, and nothing that is asked under conditions", () => {
    const older = {
      ...{ type: "object", title: "旧表" },
      properties: {
        a: { type: "string", title: "甲", enum: ["x"] },
        b: { $ref: "#/$defs/b" },
        c: { type: "string" },
      },
      $defs: { b: { type: "object", properties: { d: { type: "integer", title: "丁" } } } },
      ...askIf("a", "string", "x", "c"),
    };
    expect(pagesOf(older)).toEqual([["旧表", "a", "b", "b.d", "c"]]);
    expect(fieldOf(older, "a")).toMatchObject({
      ...{
        label: { zh: "甲", en: "甲" },
        widget: "choice",
        choices: [{ value: "x", label: { zh: "x", en: "x" } }],
      },
    });
    expect(fieldOf(older, "c")).toMatchObject({ label: { zh: "c", en: "c" }, when: [] });
    expect(fieldOf(older, "b", "d")).toMatchObject({ widget: "number" });
  });

  it("of a form that was never checked are read to an end", () => {
    const endless = {
      properties: { a: { type: "object", properties: { b: { $ref: "#/properties/a" }, c: { $ref: "#" } } } },
    };
    expect(formPages(endless).flatMap(({ fields }) => fields).length).toBeLessThanOrEqual(500);
    for (const form of [{}, { properties: 3 }, { "x-pages": 3 }, { "x-pages": [3] }, { type: "array" }])
      expect(formPages(form).flatMap(({ fields }) => fields)).toEqual([]);
  });

  it("of each item of the demo city say everything in both languages", () => {
    for (const { draft } of DEMO_ITEMS) {
      for (const { title, fields } of formPages(draft.form)) {
        const texts = fields.flatMap(({ label, choices, hint = label }) => [
          label,
          hint,
          ...choices.map((one) => one.label),
        ]);
        for (const { zh, en } of [title, ...texts]) {
          expect(zh).toMatch(/\p{Script=Han}/u);
          expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
        }
      }
    }
  });
});

describe("an example", () => {
  it("there is for each format but the one whose values are the platform's own, and its format takes it", () => {
    expect(Object.keys(FORMAT_EXAMPLES).sort()).toEqual(
      FORMAT_NAMES.filter((name) => name !== "payout-account").toSorted(),
    );
    for (const [format, example] of Object.entries(FORMAT_EXAMPLES)) {
      expect(exampleOf({ type: "string", format })).toBe(example);
      expect(findFormat(format)?.(example, date("2026-03-02"))).toBe(true);
    }
  });
});
