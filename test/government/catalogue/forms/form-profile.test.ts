import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formProblems as problemsOfCase } from "../../../../services/government/cases/applicant/form-check.ts";
import { checkForm } from "../../../../services/government/cases/applicant/form-limits.ts";
import { compileForm, formProblems } from "../../../../services/government/catalogue/form-schema.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { startAnswerTime } from "../../../support/answer-time.ts";

type Json = Readonly<Record<string, unknown>>;

const TODAY = date("2026-03-02");
const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const TIME_MAX_MS = 1_500;

const formOf = (properties: Json, more: Json = {}): Json => ({ type: "object", properties, ...more });
const field = (schema: Json): Json => formOf({ a: schema });
const text = (more: Json): Json => field({ type: "string", ...more });
const many = <T>(length: number, one: (i: number) => T): T[] => Array.from({ length }, (_, i) => one(i));
const fields = (count: number, schema: unknown): Json =>
  Object.fromEntries(many(count, (i) => [`f${i}`, schema] as const));

/** Each refers twice to the next: two words more, and twice as much to judge. */
const doubling = (levels: number): Json =>
  formOf(
    { a: { $ref: "#/$defs/d0" } },
    {
      $defs: {
        ...Object.fromEntries(
          many(levels, (i) => {
            const $ref = `#/$defs/d${i + 1}`;
            return [`d${i}`, { type: "string", allOf: [{ $ref }, { $ref }] }] as const;
          }),
        ),
        [`d${levels}`]: { type: "string" },
      },
    },
  );

const placesIn = (form: Json): string[] => formProblems(form).map(({ path }) => path.join("."));

describe("a form that could stop the process, or checks nothing, is refused with its place:", () => {
  it.each<[string, Json, string]>([
    ["one that is judged later", { ...text({}), $async: true }, "$async"],
    ["a field that is judged later", text({ $async: true }), "properties.a.$async"],
    ["a pattern that looks around", text({ pattern: "^(?=a)" }), "properties.a.pattern"],
    ["a pattern that looks back", text({ pattern: "(a)\\1" }), "properties.a.pattern"],
    ["a pattern of too many states", text({ pattern: "(a{50}){50}" }), "properties.a.pattern"],
    ["a reference to nowhere", field({ $ref: "#/nowhere" }), "properties.a.$ref"],
    ["a reference to another place", field({ $ref: "https://example.com/form" }), "properties.a.$ref"],
    ["a reference to what is no schema", field({ $ref: "#/properties" }), "properties.a.$ref"],
    ["a reference to itself", field({ $ref: "#/properties/a" }), "properties.a.$ref"],
    ["a reference to the whole", field({ $ref: "#" }), "properties.a.$ref"],
    [
      "references that lead round",
      formOf({ a: { $ref: "#/$defs/a" } }, { $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } }),
      "$defs.b.$ref",
    ],
    [
      "a value that holds its own kind",
      formOf(
        { a: { $ref: "#/$defs/a" } },
        { $defs: { a: { type: "object", properties: { b: { $ref: "#/$defs/a" } } } } },
      ),
      "$defs.a.properties.b.$ref",
    ],
    ["a reference that is found while judging", text({ $dynamicRef: "#a" }), "properties.a.$dynamicRef"],
    ["an anchor for one", text({ $dynamicAnchor: "a" }), "properties.a.$dynamicAnchor"],
    ["a name of its own", { ...text({}), $id: "https://example.com/form" }, "$id"],
    ["a vocabulary", { ...text({}), $vocabulary: {} }, "$vocabulary"],
    ["a format that nobody knows", text({ format: "emial" }), "properties.a.format"],
    ["a format that is a name of everything", text({ format: "toString" }), "properties.a.format"],
    ["a format of what is no text", field({ type: "number", format: "date" }), ""],
    ["a keyword that nobody knows", text({ maxLenght: 3 }), "properties.a.maxLenght"],
    [
      "fields by patterns",
      { type: "object", patternProperties: { "^a": { type: "string" } } },
      "patternProperties",
    ],
    ["fields that are not named", formOf({}, { additionalProperties: true }), "additionalProperties"],
    ["a field without a type", field({ minLength: 2 }), "properties.a"],
    ["a field that takes anything", formOf({ a: true }), "properties.a"],
    ["a list of anything", field({ type: "array" }), "properties.a"],
    ["entries without a type", field({ type: "array", items: {} }), "properties.a.items"],
    [
      "a field within that has none",
      field({ type: "object", properties: { b: {} } }),
      "properties.a.properties.b",
    ],
    ["a type that asks for what it has not", field({ type: "string", minimum: 3 }), ""],
    ["a form that is a list", { type: "array", items: { type: "string" } }, "type"],
    ["a field that is asked for and is not there", formOf({}, { required: ["b"] }), "required"],
    [
      "a condition on a field that is not there",
      formOf({}, { allOf: [{ properties: { b: { type: "string" } } }] }),
      "allOf.0.properties.b",
    ],
    ["a name of 10,000 characters", formOf({ ["n".repeat(10_000)]: { type: "string" } }), "properties"],
    ["half a character as a name", formOf({ "\ud800": { type: "string" } }), "properties"],
    ["an empty name", formOf({ "": { type: "string" } }), "properties"],
    ["a name that is none", JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'), "properties"],
    [
      "a definition's name of 10,000 characters",
      { $defs: { ["n".repeat(10_000)]: { type: "string" } } },
      "$defs",
    ],
    ["too many fields", formOf(fields(201, { type: "string" })), ""],
    ["too many choices", text({ enum: many(301, String) }), "properties.a.enum"],
    ["too many conditions", text({ allOf: many(500, () => ({ minLength: 1 })) }), ""],
    ["too many conditions that say nothing", text({ allOf: many(501, () => true) }), ""],
    [
      "too many conditions on each entry of a list",
      field({ type: "array", items: { type: "string", allOf: many(60, () => ({ minLength: 1 })) } }),
      "",
    ],
    [
      "patterns that are too many together",
      formOf(fields(40, { type: "string", pattern: "^[a-z]{90}$" })),
      "",
    ],
    ["few words that come to much", doubling(20), ""],
    ["references that nest too deep", doubling(33), ""],
  ])("%s", (_, form, place) => expect(placesIn(form)).toContain(place));

  it.each<[string, Json]>([
    ["conditions that are none", { allOf: many(30_000, () => 3) }],
    ["conditions that say nothing", { allOf: many(20_000, () => ({})) }],
    ["fields that are none", formOf(fields(5_000, 3))],
    [
      "references that follow each other",
      { $defs: Object.fromEntries(many(1_500, (i) => [`d${i}`, { $ref: `#/$defs/d${i + 1}` }] as const)) },
    ],
    ["patterns", formOf(fields(900, { type: "string", pattern: "^(a{0,20}){0,20}$" }))],
    [
      "names that are asked for",
      {
        ...formOf(fields(30, { type: "string" })),
        allOf: many(250, () => ({ required: many(30, (i) => `f${i}`) })),
      },
    ],
    ["keywords", fields(6_000, {})],
  ])("%s, as many as fit into a form, are refused within a bounded time", (_, form) => {
    const takenMs = startAnswerTime();
    expect(formProblems(form)).not.toEqual([]);
    expect(takenMs()).toBeLessThan(TIME_MAX_MS);
  });

  it("and no problem repeats what is too long to be read", () => {
    for (const name of ["n".repeat(10_000), "\ud800"]) {
      for (const form of [formOf({ [name]: { type: "string" } }), { [name]: 1 }, text({ [name]: 1 })]) {
        expect(JSON.stringify(formProblems(form)).length).toBeLessThan(1_000);
      }
    }
  });
});

describe("a form that comes again", () => {
  const asked = (...names: readonly string[]) =>
    formOf(Object.fromEntries(names.map((name) => [name, { type: "string" }])));

  it("in the same words is compiled once, and in other words anew", () => {
    const compiled = compileForm(asked("a", "b"));
    expect(compileForm(asked("a", "b"))).toBe(compiled);
    expect(compileForm(asked("b", "a"))).not.toBe(compiled);
    expect(compileForm({ ...asked("a", "b"), required: ["a"] })).not.toBe(compiled);
  });

  it("is compiled anew where many others came between, so that no process holds them all", () => {
    const first = compileForm(asked("first"));
    const long = Array.from({ length: 300 }, (_, i) => `${"x".repeat(60)}${i}`);
    for (let other = 0; other < 60; other += 1) compileForm(asked(...long, `of-${other}`));
    expect(compileForm(asked("first"))).not.toBe(first);
  });
});

describe("a form of the profile is compiled, and says what is wrong:", () => {
  const found = (form: Json, filledIn: unknown): string[] => {
    const compiled = compileForm(form);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    return compiled.value(filledIn, TODAY).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };

  it("by references to definitions and to fields, under names of any script", () => {
    const form = formOf(
      {
        a: { $ref: "#/$defs/婚姻" },
        b: { $ref: "#/$defs/%E5%A9%9A%E5%A7%BB" },
        c: { $ref: "#/properties/a" },
      },
      { $defs: { 婚姻: { type: "string", enum: ["已婚"] } } },
    );
    expect(found(form, { a: "已婚", b: "未婚", c: "未婚" })).toEqual(["/b enum", "/c enum"]);
  });

  it("by conditions, which may ask for a field of a field", () => {
    const form = formOf(
      { a: { type: "object", properties: { b: { type: "string" } } }, c: { type: "string" } },
      { if: { required: ["c"] }, else: { properties: { a: { type: "object", required: ["b"] } } } },
    );
    expect(found(form, { a: {} })).toContain("/a required");
    expect(found(form, { a: {}, c: "x" })).toEqual([]);
  });

  it("also for fields whose names every object has", () => {
    const names = ["constructor", "toString", "valueOf"];
    const form = formOf(Object.fromEntries(names.map((name) => [name, { type: "string" }])), {
      required: names,
    });
    expect(found(form, {})).toEqual([" required", " required", " required"]);
  });
});

describe("whatever form is supplied, it is refused, or it judges whatever is filled in within a bounded time:", () => {
  const KEYWORDS = [
    ...[
      "type",
      "pattern",
      "format",
      "$ref",
      "$dynamicRef",
      "$async",
      "$id",
      "$anchor",
      "enum",
      "const",
      "minLength",
    ],
    ...[
      "properties",
      "required",
      "items",
      "allOf",
      "anyOf",
      "oneOf",
      "not",
      "if",
      "else",
      "$defs",
      "uniqueItems",
    ],
    ...[
      "x-notAfter",
      "x-notBefore",
      "contains",
      "dependentRequired",
      "dependentSchemas",
      "multipleOf",
      "maximum",
    ],
  ];
  const NAMES = ["a", "b", "constructor", "properties"];
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      "string",
      "object",
      "array",
      "number",
      "boolean",
      "date",
      "email",
      "money",
      "today",
    ),
    fc.constantFrom<unknown>(
      "^(a+)+$",
      "(a|a)*b",
      "#",
      "#/$defs/a",
      "#/properties/a",
      "citizen-id",
      true,
      false,
      0,
      1,
    ),
    fc.constantFrom<unknown>(["a"], ["a", "b"], {}, null),
  );
  /** As an editor's might be, who knows the draft and means harm. */
  const schema = fc.memo((depth): fc.Arbitrary<Json> => {
    const base = fc.constantFrom<Json>(
      { type: "string" },
      { type: "string", pattern: "^(a|aa)+$" },
      { type: "string", format: "date", "x-notAfter": "today" },
      { type: "number", multipleOf: 0.01 },
      { type: "boolean" },
      { $ref: "#/$defs/a" },
    );
    const odd = fc.oneof(
      { weight: 12, arbitrary: fc.constant<Json>({}) },
      { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...KEYWORDS), value, { maxKeys: 1 }) },
    );
    const plain = fc.tuple(base, odd).map(([one, more]): Json => ({ ...one, ...more }));
    if (depth <= 1) return plain;
    const inner = schema(depth - 1);
    const some = fc.dictionary(fc.constantFrom(...NAMES), inner, { maxKeys: 2 });
    return fc.oneof(
      plain,
      fc.tuple(some, odd).map(([properties, more]): Json => ({ type: "object", properties, ...more })),
      fc
        .tuple(inner, fc.boolean())
        .map(([items, uniqueItems]): Json => ({ type: "array", items, uniqueItems })),
      fc
        .tuple(plain, fc.array(inner, { minLength: 1, maxLength: 2 }))
        .map(([one, anyOf]): Json => ({ ...one, anyOf })),
    );
  });
  const form = fc
    .tuple(fc.dictionary(fc.constantFrom(...NAMES), schema(3), { maxKeys: 3 }), schema(2))
    .map(([properties, a]) => ({ type: "object", properties, $defs: { a } }));
  const filledIn = fc.oneof(
    fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.oneof(
        fc.json().map((json): unknown => JSON.parse(json)),
        fc.constantFrom<unknown>(
          "a".repeat(3_999),
          `${"a".repeat(3_998)}!`,
          "2026-02-30",
          many(900, () => "a"),
        ),
        fc.constantFrom<unknown>(
          many(900, () => ({})),
          many(30, () => many(30, String)),
        ),
      ),
    ),
    fc.constant(fields(7, `${"a".repeat(3_999)}!`)),
  );

  let judged = 0;
  it("for forms by chance", () => {
    const log = () => {};
    fc.assert(
      fc.property(form, fc.array(filledIn, { minLength: 1, maxLength: 3 }), (supplied, all) => {
        const takenMs = startAnswerTime();
        const compiled = compileForm(supplied);
        for (const one of compiled.ok ? all : []) {
          const kept = checkForm(one);
          judged += 1;
          if (kept.ok && compiled.ok) compiled.value(kept.value, TODAY);
          problemsOfCase({ code: `FORM-${judged}`, version: 1, form: supplied }, one, { now: NOW, log });
        }
        expect(takenMs()).toBeLessThan(TIME_MAX_MS * all.length);
      }),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThan(50);
  });

  it.each<[string, Json, unknown]>([
    [
      "the largest patterns over the longest texts",
      formOf(fields(8, { type: "string", pattern: "^((a{0,8}){0,20})$" })),
      fields(8, `${"a".repeat(3_990)}!`),
    ],
    [
      "as many conditions on entries as there may be, over as many entries",
      field({ type: "array", items: { type: "string", allOf: many(58, () => ({ minLength: 9 })) } }),
      { a: many(990, () => "a") },
    ],
    [
      "a list whose entries are all alike",
      field({ type: "array", uniqueItems: true, items: { type: "array", items: { type: "string" } } }),
      { a: many(900, () => []) },
    ],
    [
      "choices for each entry",
      field({ type: "array", items: { type: "string", enum: many(300, String) } }),
      { a: many(990, () => "x") },
    ],
    [
      "fields of an address that never ends",
      formOf(fields(8, { type: "string", format: "email" })),
      fields(8, `${"a.".repeat(1_995)}@`),
    ],
  ])("for %s", (_, supplied, all) => {
    const compiled = compileForm(supplied);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const takenMs = startAnswerTime();
    expect(compiled.value(all, TODAY).length).toBeGreaterThan(0);
    expect(takenMs()).toBeLessThan(TIME_MAX_MS);
  });
});
