import { describe, expect, it } from "vitest";
import type { LicenceTerms } from "../../../../services/government/catalogue/index.ts";
import { contentBy, endOfTerm } from "../../../../services/government/licences/repository/licence-content.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { forPeople } from "../../catalogue/items.ts";

const TODAY = date("2026-03-02");
const TYPE = {
  content: forPeople({
    type: "object",
    properties: {
      name: { type: "string", maxLength: 5 },
      until: { type: "string", format: "date" },
      constructor: { type: "string" },
    },
    required: ["name"],
    additionalProperties: false,
  }),
};

const by = (content: LicenceTerms["content"], inputs: Readonly<Record<string, unknown>>, before = {}) =>
  contentBy({ act: "CHANGE", type: "any", content }, TYPE, inputs, { before, on: TODAY });

describe("what a licence says", () => {
  it.each([
    ["a field of the form", { name: { var: "form.a" } }, { form: { a: "王" } }, {}, { name: "王" }],
    ["a fact", { name: { var: "facts.licence.x" } }, { facts: { licence: { x: "李" } } }, {}, { name: "李" }],
    ["a constant", { name: "张" }, {}, {}, { name: "张" }],
    [
      "one of two",
      { name: { if: [{ "===": [{ var: "form.a" }, "x"] }, "甲", "乙"] } },
      { form: { a: "x" } },
      {},
      { name: "甲" },
    ],
    [
      "what it said before, where nothing is filled in",
      { name: { var: "form.a" } },
      { form: {} },
      { name: "王" },
      { name: "王" },
    ],
    [
      "a field that is called as what every object has",
      { name: "张", constructor: "甲" },
      {},
      {},
      { name: "张", constructor: "甲" },
    ],
  ])("can be %s", (_, content, inputs, before, said) => {
    expect(by(content, inputs, before)).toEqual({ ok: true, value: said });
  });

  it.each([
    ["lacks what the type asks for", {}, "name"],
    ["is of another kind", { name: { "+": [1, 2] } }, "name"],
    ["is longer than the type lets it be", { name: "一二三四五六" }, "name"],
    ["is no day", { name: "王", until: "2026-02-30" }, "until"],
  ])("is refused where it %s", (_, content, field) => {
    expect(by(content, {})).toEqual({
      ok: false,
      error: { code: "LICENCE_CONTENT_UNFIT", values: { field } },
    });
  });
});

describe("the last day of a licence", () => {
  const months = { validity: { kind: "MONTHS", months: 24 } } as const;
  const stated = { validity: { kind: "STATED", field: "until" } } as const;
  const always = { validity: { kind: "PERMANENT" } } as const;

  it.each([
    ["is never, of one that is always valid", always, {}, undefined, undefined],
    ["ends the months that begin with the day of the decision", months, {}, undefined, "2028-03-01"],
    ["is the one that the licence states", stated, { until: "2027-01-31" }, undefined, "2027-01-31"],
    ["is the item's, where the type sets none", always, {}, "2026-12-31", "2026-12-31"],
    ["is the item's, where it comes before the type's", months, {}, "2026-12-31", "2026-12-31"],
    ["is the type's, where it comes before the item's", months, {}, "2030-12-31", "2028-03-01"],
    ["can be today", stated, { until: TODAY }, undefined, TODAY],
  ])("%s", (_, type, content, given, last) => {
    expect(endOfTerm(type, content, given, TODAY)).toEqual({ ok: true, value: last });
  });

  it.each([
    ["is over", stated, { until: "2026-03-01" }, undefined, "2026-03-01"],
    ["is not stated", stated, {}, undefined, "undefined"],
    ["is no day", months, {}, "soon", "soon"],
    ["that the item gives is over", months, {}, "2026-03-01", "2026-03-01"],
  ])("is refused where it %s", (_, type, content, given, told) => {
    const error = { code: "LICENCE_END_UNFIT", values: { date: told } };
    expect(endOfTerm(type, content, given, TODAY)).toEqual({ ok: false, error });
  });
});
