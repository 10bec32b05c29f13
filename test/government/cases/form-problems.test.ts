import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askIf, choice, choices, said, textField, yesNo } from "../../../local/demo/items/fields.ts";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { sayIn } from "../../../services/app/messages.ts";
import { formProblems } from "../../../services/government/cases/applicant/form-check.ts";
import { nameProblems } from "../../../services/government/cases/form-problem.ts";
import { applicationResolvers } from "../../../services/government/cases/resolvers.ts";
import { formProblems as problemsOfForm } from "../../../services/government/catalogue/form-schema.ts";
import { FORMAT_EXAMPLES } from "../../../services/government/catalogue/forms/form-examples.ts";
import { formGaps } from "../../../services/government/catalogue/forms/form-gaps.ts";
import { nearestNames } from "../../../services/government/catalogue/forms/nearest-names.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

type Json = Readonly<Record<string, unknown>>;

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
let version = 0;

/** Each problem of a form as people read it: its place, its label, and what to do, in both languages. */
function readProblems(form: Json, filledIn: Json) {
  version += 1;
  const found = formProblems({ code: "PROBLEMS", version, form }, filledIn, { now: NOW, log: () => {} });
  const texts = applicationResolvers.FormProblem;
  return nameProblems({ form, materials: [] }, found).map((problem) => {
    const { hint, message } = texts as Record<"hint" | "message", (...given: unknown[]) => unknown>;
    const context = { sayIn, say: sayIn("en") };
    return {
      ...{ code: problem.code, path: problem.path.join("."), label: problem.label },
      hint: hint(problem, {}, context) as { zh: string; en: string },
      zh: message(problem, {}, { ...context, language: "zh" }) as string,
      en: message(problem, {}, { ...context, language: "en" }) as string,
    };
  });
}

const one = (schema: Json, value: unknown) => {
  const form = { "x-pages": [], type: "object", properties: { a: schema } };
  return readProblems(form, { a: value })[0];
};
const A = said("甲项", "Field A");

describe("a problem names its field, and says what to write instead:", () => {
  it.each<[string, Json, unknown, string, string]>([
    [
      "a mobile number, by an example of its digits",
      textField(A, { format: "mobile-cn" }),
      "138",
      "甲项：手机号码应为 1 开头的 11 位数字。例如 13800138000。",
      "Field A: A mobile number has 11 digits and begins with 1. For example 13800138000.",
    ],
    [
      "a choice, by its choices as people read them",
      choice(A, { 未婚: "Single", 已婚: "Married" }),
      "x",
      "甲项：只能填写：未婚、已婚。",
      "Field A: This has to be one of: Single, Married.",
    ],
    [
      "a pattern, by its editor's words, which have the example",
      textField(A, {
        pattern: "^\\d{4}$",
        "x-hint": said("四位数字，例如 2026", "Four digits, for example 2026"),
        examples: ["2026"],
      }),
      "x",
      "甲项：格式不正确，请检查。四位数字，例如 2026。",
      "Field A: This is not written as it has to be; check it. Four digits, for example 2026.",
    ],
    [
      "a bound, by its number",
      textField(A, { minLength: 5 }),
      "x",
      "甲项：至少 5 个字符。",
      "Field A: At least 5 characters.",
    ],
    [
      "a day, by today's date",
      textField(A, { format: "date", "x-notAfter": "today" }),
      "2026-03-03",
      "甲项：日期不能晚于今天（2026-03-02）。",
      "Field A: The date cannot be after today, 2026-03-02.",
    ],
    [
      "a yes or no",
      yesNo(A),
      "x",
      "甲项：应填写是（true）或否（false）。",
      "Field A: This has to be yes (true) or no (false).",
    ],
    [
      "an entry of a list, by the list's name",
      choices(A, { 甲: "One", 乙: "Two" }),
      ["x"],
      "甲项：只能填写：甲、乙。",
      "Field A: This has to be one of: One, Two.",
    ],
    [
      "a number in steps",
      { type: "number", "x-label": A, multipleOf: 0.5 },
      0.3,
      "甲项：应为 0.5 的整数倍。",
      "Field A: In steps of 0.5.",
    ],
  ])("%s", (_, schema, value, zh, en) => expect(one(schema, value)).toMatchObject({ zh, en, label: A }));

  it("what has to be confirmed, by the value that does so", () => {
    const form = {
      "x-pages": [],
      type: "object",
      properties: { a: yesNo(A, { const: false }) },
      required: ["a"],
    };
    expect(readProblems(form, {})).toMatchObject([
      {
        zh: "甲项：请填写此项。须确认（false）。",
        en: "Field A: Fill this in. It takes a confirmation (false).",
      },
    ]);
  });

  it("a field beside it, by its label, and never by its day", () => {
    const form = {
      ...{ "x-pages": [], type: "object" },
      properties: {
        from: textField(said("开始", "Begins"), { format: "date" }),
        to: textField(said("结束", "Ends"), { format: "date", "x-notBefore": "from" }),
      },
    };
    expect(readProblems(form, { from: "2026-05-02", to: "2026-05-01" })).toMatchObject([
      { path: "to", zh: "结束：日期不能早于“开始”。", en: 'Ends: The date cannot be before "Begins".' },
    ]);
  });

  it("a field that the form does not have, by those that may be meant", () => {
    const found = readProblems(rentWithdrawal.draft.form, { monthlyrent: "1.00" });
    expect(found.find(({ code }) => code === "FORM_FIELD_UNKNOWN")).toMatchObject({
      label: { en: "Application to draw from the housing fund for rent" },
      hint: {
        en: 'The form has no field "monthlyrent"; leave it out. Did you mean one of these: monthlyRent?',
      },
    });
    expect(nearestNames("adress", ["address", "name", "addressRegion"])).toEqual(["address"]);
    expect(nearestNames("zzzzzzz", ["a", "b", "c", "d", "e", "f"])).toEqual(["a", "b", "c", "d", "e"]);
  });
});

describe("whatever the form and whatever is filled in,", () => {
  const HINT = said("请按说明填写", "As it is explained");
  const label = fc.constantFrom(said("姓名", "Name"), said("地址", "Address"), said("日期", "Date"));
  const field: fc.Arbitrary<Json> = label.chain((name) =>
    fc.constantFrom<Json>(
      textField(name, { minLength: 3, maxLength: 5 }),
      textField(name, { pattern: "^[a-z]{2}$", "x-hint": HINT, examples: ["ab"] }),
      ...[
        "citizen-id",
        "credit-code",
        "region",
        "mobile-cn",
        "bank-account",
        "payout-account",
        "money",
        "date",
        "time",
        "date-time",
        "email",
        "uri",
      ].map((format) => textField(name, { format })),
      textField(name, { format: "date", "x-notAfter": "today" }),
      choice(name, { 一: "One", 二: "Two" }),
      choices(name, { 一: "One", 二: "Two" }, { minItems: 1 }),
      yesNo(name),
      yesNo(name, { const: true }),
      { type: "integer", "x-label": name, minimum: 3, exclusiveMaximum: 9 },
      { type: "number", "x-label": name, multipleOf: 0.5, maximum: 7 },
      {
        type: "array",
        "x-label": name,
        items: { type: "string", format: "date" },
        maxItems: 2,
        uniqueItems: true,
      },
    ),
  );
  const fields = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), field, { minKeys: 1 });
  const group = fields.map((properties) => ({
    ...{ type: "object", "x-label": said("一组", "Group"), properties, required: Object.keys(properties) },
    additionalProperties: false,
  }));
  const form = fc.tuple(fields, group, fc.boolean()).map(([own, inner, isAsked]) => {
    const properties: Json = {
      kind: choice(said("种类", "Kind"), { 甲: "A", 乙: "B" }),
      group: inner,
      ...own,
    };
    return {
      ...{ type: "object", "x-label": said("申请", "Application"), properties },
      "x-pages": [{ title: said("一", "One"), fields: Object.keys(properties) }],
      required: Object.keys(properties).filter((name) => !isAsked || name !== "group"),
      ...(isAsked ? { allOf: [askIf("kind", "string", "甲", "group")] } : {}),
      additionalProperties: false,
    };
  });
  /** Nobody's message says it by chance. */
  const typed = fc.oneof(
    fc.string({ minLength: 12, maxLength: 30, unit: fc.constantFrom(..."QXZJVK0987") }),
    fc.constantFrom("11010519491231002Q", "13800138999", "2031-07-19", "98765.4321"),
    fc.integer({ min: 10_000_000 }),
  );
  const value: fc.Arbitrary<unknown> = fc.oneof(
    typed,
    fc.array(typed, { maxLength: 3 }),
    fc.constant(null),
    fc.boolean(),
  );
  const filledIn = fc.dictionary(
    fc.constantFrom("a", "b", "c", "d", "e", "kind", "group"),
    fc.oneof(value, fc.constant("甲"), fc.dictionary(fc.constantFrom("a", "b", "x"), value)),
  );

  const textsIn = (one: unknown): readonly string[] =>
    typeof one === "object" && one !== null
      ? Object.values(one).flatMap(textsIn)
      : typeof one === "string" || typeof one === "number"
        ? [String(one)]
        : [];

  it("every problem has a label and a hint in both languages, and repeats nothing that a person has typed", () => {
    let problems = 0;
    fc.assert(
      fc.property(form, filledIn, (supplied, given) => {
        expect([...problemsOfForm(supplied), ...formGaps(supplied, new Map())]).toEqual([]);
        // Letters that a form's own words have, in an example say, tell nothing of a person.
        const own = JSON.stringify(Object.values(FORMAT_EXAMPLES));
        const secrets = textsIn(given).filter((text) => text.length > 1 && !own.includes(text));
        for (const { label: name, hint, zh, en } of readProblems(supplied, given)) {
          problems += 1;
          for (const text of [name.zh, hint.zh]) expect(text).toMatch(/\p{Script=Han}/u);
          for (const text of [name.en, hint.en]) expect(text).toMatch(/^[A-Z]/);
          for (const text of [hint.zh, hint.en, zh, en]) {
            expect(text).not.toMatch(/\{\w+\}|undefined/);
            for (const secret of secrets) expect(text).not.toContain(secret);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(problems).toBeGreaterThan(500);
  });
});
