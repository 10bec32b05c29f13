import { describe, expect, it } from "vitest";
import { differencesBetween } from "../../web/desk/drafts/differences.ts";
import {
  movedTo,
  movedUp,
  pagesOf,
  renamed,
  strayFields,
  withField,
  withoutField,
  withoutPage,
  withPage,
  withRequired,
} from "../../web/desk/drafts/form-edit.ts";
import { choiceLines, KINDS, kindOf, madeOf, withChoices } from "../../web/desk/drafts/form-kinds.ts";

const title = { zh: "页", en: "Page" };
const FORM = {
  type: "object",
  "x-pages": [
    { title, fields: ["name", "city"] },
    { title, fields: [] },
  ],
  properties: { name: { type: "string" }, city: { type: "string" } },
  required: ["name"],
};

describe("a form that is edited", () => {
  it("keeps a renamed field's place, its page and whether it is required", () => {
    const form = renamed(FORM, "name", "fullName");
    expect(pagesOf(form)[0]?.fields).toEqual(["fullName", "city"]);
    expect(form).toMatchObject({ required: ["fullName"] });
    expect(Object.keys(form["properties"] ?? {})).toEqual(["fullName", "city"]);
  });

  it("lets no field take the name of another, or none", () => {
    for (const name of ["city", ""]) expect(renamed(FORM, "name", name)).toBe(FORM);
  });

  it("takes a removed field out of its page and of what is required", () => {
    const form = withoutField(FORM, "name");
    expect(form).toMatchObject({ required: [], properties: { city: { type: "string" } } });
    expect(pagesOf(form)[0]?.fields).toEqual(["city"]);
  });

  it("keeps the fields of a page that is removed, on no page", () => {
    expect(strayFields(withoutPage(FORM, 0))).toEqual(["name", "city"]);
  });

  it("moves a field up, and to the end of another page", () => {
    expect(pagesOf(movedUp(FORM, "city"))[0]?.fields).toEqual(["city", "name"]);
    expect(movedUp(FORM, "name")).toEqual(FORM);
    expect(pagesOf(movedTo(FORM, "name", 1)).map(({ fields }) => fields)).toEqual([["city"], ["name"]]);
  });

  it("gives a new field a name that is free, at the end of its page", () => {
    const twice = withField(withField(withPage(FORM), 2), 2);
    expect(pagesOf(twice)[2]?.fields).toEqual(["field3", "field4"]);
  });

  it("requires a field once", () => {
    expect(withRequired(withRequired(FORM, "city", true), "city", true)).toMatchObject({
      required: ["name", "city"],
    });
    expect(withRequired(FORM, "name", false)).toMatchObject({ required: [] });
  });
});

describe("the kind of a field", () => {
  it("is told from its shape, for each that can be chosen", () => {
    for (const [kind, { schema }] of Object.entries(KINDS)) expect(kindOf(schema), kind).toBe(kind);
    expect(kindOf({ type: "object", properties: {} })).toBeUndefined();
    expect(kindOf({ type: "array", items: { type: "object" } })).toBeUndefined();
  });

  it("changes without what people read of it", () => {
    const words = { "x-label": { zh: "租金", en: "Rent" } };
    expect(madeOf("MONEY", { ...words, type: "string", enum: ["a"] })).toEqual({
      ...words,
      ...{ type: "string", format: "money" },
    });
  });

  it("has choices as lines, which say the same when they are read", () => {
    const lines = "是 = 是 = Yes\n否 = 否 = No";
    for (const kind of ["CHOICE", "CHOICES"] as const)
      expect(choiceLines(withChoices(KINDS[kind].schema, lines)), kind).toBe(lines);
    expect(choiceLines({ type: "string" })).toBeUndefined();
  });
});

describe("the differences of two items", () => {
  it("are told at the deepest place, with places in lists counted from 1", () => {
    const before = { name: { zh: "甲", en: "A" }, steps: [{ days: 1 }, { days: 2 }] };
    const after = { name: { zh: "甲", en: "B" }, steps: [{ days: 1 }], fee: "1.00" };
    expect(differencesBetween(before, after)).toEqual([
      { place: "name / en", path: ["name", "en"], before: "A", after: "B" },
      { place: "steps / 2", path: ["steps", "1"], before: '{"days":2}', after: undefined },
      { place: "fee", path: ["fee"], before: undefined, after: "1.00" },
    ]);
    expect(differencesBetween(before, before)).toEqual([]);
  });
});
