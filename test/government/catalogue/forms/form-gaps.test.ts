import { describe, expect, it } from "vitest";
import { formProblems } from "../../../../services/government/catalogue/form-schema.ts";
import { formGaps } from "../../../../services/government/catalogue/forms/form-gaps.ts";
import type { HeldStatements } from "../../../../services/government/catalogue/held-value.ts";
import { forPeople } from "../items.ts";

type Json = Readonly<Record<string, unknown>>;

const HELD: HeldStatements = new Map([
  ["PERSON_NAME", { source: "PERSON_NAME" }],
  ["PERSON_MOBILE", { source: "PERSON_MOBILE", format: "mobile-cn" }],
]);
const SAID = { zh: "甲", en: "A" };
const field = (schema: Json, more: Json = {}): Json =>
  forPeople({ type: "object", properties: { a: schema, b: { type: "boolean" } }, ...more });
const text = (more: Json): Json => field({ type: "string", ...more });
const gapsOf = (form: Json): string[] => {
  expect(formProblems(form)).toEqual([]);
  return formGaps(form, HELD).map(({ code, path }) => `${code} ${path.join(".")}`);
};
const when = (test: Json, then: Json, more: Json = {}): Json => ({ if: test, then, ...more });
const A_IS_X = { properties: { a: { type: "string", const: "x" } }, required: ["a"] };
const CHOICE = { type: "string", enum: ["x", "y"], "x-choices": { x: SAID, y: SAID } };

describe("a form for people", () => {
  it.each<[string, Json]>([
    ["says what each field is", text({})],
    [
      "explains a pattern, by words and by an example",
      text({ pattern: "^a$", "x-hint": SAID, examples: ["a"] }),
    ],
    ["asks for something under a condition", field(CHOICE, when(A_IS_X, { required: ["b"] }))],
    [
      "asks for something under one of several",
      field(CHOICE, { allOf: [when(A_IS_X, { required: ["b"] })] }),
    ],
    ["lets one write several lines", text({ "x-widget": "long-text" })],
    ["lets the platform fill in what it holds", text({ "x-held": "PERSON_NAME", minLength: 2 })],
    ["has no field at all", { type: "object", properties: {} }],
  ])("%s", (_, form) => expect(gapsOf(form)).toEqual([]));

  it.each<[string, Json, string]>([
    [
      "without pages",
      { properties: { a: { type: "string", "x-label": SAID } } },
      "FORM_PAGES_MISSING form.x-pages",
    ],
    [
      "with a page without a title in English",
      { ...text({}), "x-pages": [{ title: { zh: "甲", en: " " }, fields: ["a", "b"] }] },
      "TEXT_MISSING form.x-pages.0.title",
    ],
    [
      "with a field on no page",
      { ...text({}), "x-pages": [{ title: SAID, fields: ["a"] }] },
      "FORM_FIELD_MISPLACED form.x-pages",
    ],
    [
      "with a field on two pages",
      {
        ...text({}),
        "x-pages": [
          { title: SAID, fields: ["a", "b"] },
          { title: SAID, fields: ["a"] },
        ],
      },
      "FORM_FIELD_MISPLACED form.x-pages",
    ],
    [
      "with a page of a field that there is not",
      { ...text({}), "x-pages": [{ title: SAID, fields: ["a", "b", "c"] }] },
      "FORM_FIELD_MISPLACED form.x-pages",
    ],
    [
      "with a label in Chinese alone",
      text({ "x-label": { zh: "甲", en: "" } }),
      "FORM_LABEL_MISSING form.properties.a",
    ],
    [
      "with a field in a group that has no label",
      field({ type: "object", properties: { c: { type: "string", "x-label": { zh: "", en: "C" } } } }),
      "FORM_LABEL_MISSING form.properties.a.properties.c",
    ],
    [
      "with a field of an entry that has no label",
      field({
        type: "array",
        items: { type: "object", properties: { c: { type: "string", "x-label": { zh: "", en: "" } } } },
      }),
      "FORM_LABEL_MISSING form.properties.a.items.properties.c",
    ],
    [
      "with a choice that nobody can read",
      text({ enum: ["x", "y"], "x-choices": { x: SAID } }),
      "FORM_CHOICE_LABEL_MISSING form.properties.a.x-choices",
    ],
    [
      "with such a choice among several",
      field({ type: "array", items: { type: "string", enum: ["x"] } }),
      "FORM_CHOICE_LABEL_MISSING form.properties.a.items.x-choices",
    ],
    [
      "with choices that are numbers",
      field({ type: "integer", enum: [1, 2] }),
      "FORM_FIELD_UNFILLABLE form.properties.a",
    ],
    ["with a text that is always the same", text({ const: "x" }), "FORM_FIELD_UNFILLABLE form.properties.a"],
    ["with nothing to fill in", field({ type: "null" }), "FORM_FIELD_UNFILLABLE form.properties.a"],
    [
      "with a pattern in no words",
      text({ pattern: "^a$", examples: ["a"] }),
      "FORM_HINT_MISSING form.properties.a.x-hint",
    ],
    [
      "with a hint in one language",
      text({ "x-hint": { zh: "甲", en: "" } }),
      "FORM_HINT_MISSING form.properties.a.x-hint",
    ],
    [
      "with a pattern without an example",
      text({ pattern: "^a$", "x-hint": SAID }),
      "FORM_EXAMPLE_UNFIT form.properties.a.examples",
    ],
    [
      "with an example that it does not take",
      text({ pattern: "^a$", "x-hint": SAID, examples: ["b"] }),
      "FORM_EXAMPLE_UNFIT form.properties.a.examples",
    ],
    [
      "with an example of another format",
      text({ format: "date", examples: ["2 March"] }),
      "FORM_EXAMPLE_UNFIT form.properties.a.examples",
    ],
    [
      "with an example that is too long",
      text({ maxLength: 1, examples: ["ab"] }),
      "FORM_EXAMPLE_UNFIT form.properties.a.examples",
    ],
    [
      "with several lines for a date",
      text({ format: "date", "x-widget": "long-text" }),
      "FORM_WIDGET_UNFIT form.properties.a.x-widget",
    ],
    [
      "with a date for yes or no",
      field({ type: "boolean", "x-widget": "date" }),
      "FORM_WIDGET_UNFIT form.properties.a.x-widget",
    ],
    [
      "with one of several schemas",
      field(CHOICE, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
      "FORM_CONDITION_UNFIT form.anyOf",
    ],
    ["with what may not be", text({ not: { minLength: 3 } }), "FORM_CONDITION_UNFIT form.properties.a.not"],
    [
      "with an otherwise",
      field(CHOICE, when(A_IS_X, { required: ["b"] }, { else: { required: ["b"] } })),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with a condition that judges a value",
      field(CHOICE, when(A_IS_X, { properties: { b: { type: "boolean", const: true } } })),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with a condition on whether something is there",
      field(CHOICE, when({ required: ["a"] }, { required: ["b"] })),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with a condition on what need not be there",
      field(CHOICE, when({ properties: A_IS_X.properties }, { required: ["b"] })),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with a condition on a text that anybody writes",
      field({ type: "string" }, when(A_IS_X, { required: ["b"] })),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with a condition on a choice that there is not",
      field(
        CHOICE,
        when({ properties: { a: { type: "string", const: "z" } }, required: ["a"] }, { required: ["b"] }),
      ),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with a condition for what is always asked for",
      field(CHOICE, { ...when(A_IS_X, { required: ["b"] }), required: ["b"] }),
      "FORM_CONDITION_UNFIT form.if",
    ],
    [
      "with all of what is no condition",
      field(CHOICE, { allOf: [{ required: ["b"] }] }),
      "FORM_CONDITION_UNFIT form.allOf",
    ],
    [
      "with something that the platform does not hold",
      text({ "x-held": "PERSON_SHOE_SIZE" }),
      "FORM_HELD_UNKNOWN form.properties.a.x-held",
    ],
    [
      "with what it holds in another format",
      text({ "x-held": "PERSON_MOBILE", format: "date" }),
      "FORM_HELD_UNFIT form.properties.a.x-held",
    ],
    [
      "with what it holds, and a choice of it",
      text({ "x-held": "PERSON_NAME", enum: ["x"], "x-choices": { x: SAID } }),
      "FORM_HELD_UNFIT form.properties.a.x-held",
    ],
    [
      "with what it holds in a group that may be left out",
      field({ type: "object", properties: { c: { type: "string", "x-held": "PERSON_NAME" } } }),
      "FORM_HELD_UNFIT form.properties.a.properties.c.x-held",
    ],
    [
      "with what it holds in a list",
      field({
        type: "array",
        items: { type: "object", properties: { c: { type: "string", "x-held": "PERSON_NAME" } } },
      }),
      "FORM_HELD_UNFIT form.properties.a.items.properties.c.x-held",
    ],
  ])("is not published %s", (_, form, gap) => expect(gapsOf(form)).toEqual([gap]));
});

describe("what people read of a form is kept only as it can be read:", () => {
  it.each<[string, Json, string]>([
    ["a label in no language", text({ "x-label": "甲" }), "properties.a.x-label"],
    ["a label in one", text({ "x-label": { zh: "甲" } }), "properties.a.x-label"],
    [
      "a label of 1,000 characters",
      text({ "x-label": { zh: "甲".repeat(1_000), en: "A" } }),
      "properties.a.x-label",
    ],
    ["a hint that is a number", text({ "x-hint": 3 }), "properties.a.x-hint"],
    ["labels of choices in a list", text({ enum: ["x"], "x-choices": [SAID] }), "properties.a.x-choices"],
    ["a widget that there is not", text({ "x-widget": "slider" }), "properties.a.x-widget"],
    ["pages within a field", text({ "x-pages": [] }), "properties.a.x-pages"],
    ["pages that are none", { ...text({}), "x-pages": ["a"] }, "x-pages"],
    ["a page without a title", { ...text({}), "x-pages": [{ fields: ["a"] }] }, "x-pages"],
    ["a page of numbers", { ...text({}), "x-pages": [{ title: SAID, fields: [1] }] }, "x-pages"],
  ])("not %s", (_, form, place) =>
    expect(formProblems(form).map(({ path }) => path.join("."))).toEqual([place]),
  );
});
