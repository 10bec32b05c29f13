import { describe, expect, it } from "vitest";
import { checkDraft, type DraftInput } from "../../../services/government/catalogue/draft.ts";
import { formProblems } from "../../../services/government/catalogue/form-schema.ts";
import {
  itemId,
  mayEdit,
  parseItemId,
  publishable,
} from "../../../services/government/catalogue/service-item.ts";
import { withdrawalEffects } from "../../../services/government/housing-fund/withdrawals/effects.ts";
import { FUND_FACTS } from "../../../services/government/housing-fund/withdrawals/withdrawal-facts.ts";
import { licenceEffect } from "../../../services/government/licences/repository/effect.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { fen } from "../../../services/kernel/money.ts";
import { must } from "../../support/must.ts";
import { draftOf, region } from "./items.ts";

/** The gaps of a form are tested with forms themselves. */
const REVIEW = { problems: formProblems, gaps: () => [] };
const EFFECTS = new Map([...withdrawalEffects, licenceEffect].map((effect) => [effect.code, effect]));

/** The rules that a draft breaks, with their places. */
function broken(changes: Partial<DraftInput>): string[] {
  const result = publishable(must(checkDraft(draftOf(changes))), REVIEW, EFFECTS);
  return result.ok ? [] : result.error.violations.map(({ code, path }) => `${code} ${path.join(".")}`);
}

/** The terms of an effect that pays nobody. */
const LICENCE = { act: "CANCEL", type: "test-licence", number: { var: "form.number" } } as const;

const step = (workingDays: number, code = "decide", role = "decider") => ({
  ...{ code, name: { zh: "决定", en: "Decision" }, role, workingDays },
});
const point = (code: string) => ({ code, name: { zh: "场所整洁", en: "Clean premises" }, critical: true });
const ACCOUNT = { type: "string", title: "收款账户", format: "payout-account" };
const PAYING_FORM = { type: "object", properties: { payoutAccount: ACCOUNT }, required: ["payoutAccount"] };
const ACCEPT = step(0, "accept", "acceptor");

describe("an item is published only if", () => {
  it("nothing is wrong with it", () => expect(broken({})).toEqual([]));
  it("it has a legal basis", () =>
    expect(broken({ legalBasis: [] })).toEqual(["LEGAL_BASIS_MISSING legalBasis"]));
  it("each legal basis names its law and article", () =>
    expect(broken({ legalBasis: [{ law: " ", article: "" }] })).toEqual([
      "TEXT_MISSING legalBasis.0.law",
      "TEXT_MISSING legalBasis.0.article",
    ]));
  it.each([
    ["outside of where it is offered", "220000", undefined, []],
    ["not in the region itself", "110000", undefined, ["TAKEN_IN_WHERE_OFFERED handedInAt.0.region"]],
    ["not in a part of it", "110105", undefined, ["TAKEN_IN_WHERE_OFFERED handedInAt.0.region"]],
    ["until its first day or later", "220000", "2025-12-31", ["AGREEMENT_ENDS_FIRST handedInAt.0.until"]],
  ])("windows take it in %s", (_, where, until, problems) => {
    const agreement = {
      region: region(where),
      from: date("2026-01-01"),
      basis: { law: "协议", article: "一" },
    };
    const ends = until === undefined ? {} : { until: date(until) };
    expect(broken({ channels: ["HALL"], handedInAt: [{ ...agreement, ...ends }] })).toEqual(problems);
  });
  it("windows elsewhere take it in by an agreement that is named, and it is offered at halls", () => {
    const agreement = {
      region: region("220000"),
      from: date("2026-01-01"),
      basis: { law: "", article: " " },
    };
    expect(broken({ channels: ["ONLINE"], handedInAt: [agreement] })).toEqual([
      "TAKEN_IN_WITHOUT_HALL channels",
      "TEXT_MISSING handedInAt.0.basis.law",
      "TEXT_MISSING handedInAt.0.basis.article",
    ]);
  });
  it("it promises no more than the statutory time", () => {
    expect(broken({ promisedWorkingDays: 4 })).toEqual(["PROMISED_ABOVE_STATUTORY promisedWorkingDays"]);
    expect(broken({ promisedWorkingDays: 3 })).toEqual([]);
  });
  it.each([
    [
      "a role that nobody has",
      [ACCEPT, step(0, "pay", "cashier"), step(0)],
      "STEP_ROLE_UNKNOWN steps.1.role",
    ],
    ["no acceptance", [step(0)], "ONE_ACCEPTANCE steps"],
    ["no decision", [ACCEPT, step(0, "review", "reviewer")], "ONE_DECISION steps"],
    ["two decisions", [ACCEPT, step(0), step(0, "again")], "ONE_DECISION steps"],
    [
      "a review after the decision",
      [ACCEPT, step(0), step(0, "review", "reviewer")],
      "STEP_OUT_OF_ORDER steps.2",
    ],
    [
      "a decision that runs jointly with a review",
      [ACCEPT, step(0, "review", "reviewer"), { ...step(0), jointly: true }],
      "STEP_NOT_JOINT steps.2.jointly",
    ],
    [
      "a checklist for somebody who inspects nothing",
      [ACCEPT, { ...step(0), checklist: [point("site")] }],
      "CHECKLIST_WITHOUT_INSPECTOR steps.1.checklist",
    ],
    [
      "a checklist that names a point twice",
      [ACCEPT, { ...step(0, "inspect", "inspector"), checklist: [point("site"), point("site")] }, step(0)],
      "CODE_NOT_UNIQUE steps.1.checklist.1.code",
    ],
  ])("its workflow has not %s", (_, steps, violation) => expect(broken({ steps })).toEqual([violation]));
  it("its times are whole days, none of them negative", () => {
    expect(broken({ promisedWorkingDays: -1 })).toEqual(["WORKING_DAYS_OUT_OF_RANGE promisedWorkingDays"]);
    expect(broken({ statutoryWorkingDays: 366 })).toEqual(["WORKING_DAYS_OUT_OF_RANGE statutoryWorkingDays"]);
    expect(broken({ promisedWorkingDays: 0, steps: [ACCEPT, step(0)] })).toEqual([]);
  });
  it("its steps fit into the statutory time together, and a negative one does not make room", () => {
    expect(broken({ steps: [ACCEPT, step(2, "review", "reviewer"), step(2)] })).toEqual([
      "STEPS_ABOVE_STATUTORY steps",
    ]);
    expect(broken({ steps: [ACCEPT, step(4, "review", "reviewer"), step(-1)] })).toEqual([
      "WORKING_DAYS_OUT_OF_RANGE steps.2.workingDays",
    ]);
  });
  it("parallel steps take no longer than the longest, and acceptance and delivery have times of their own", () => {
    const parallel = { ...step(2, "fire", "reviewer"), jointly: true };
    expect(broken({ steps: [ACCEPT, step(2, "review", "reviewer"), parallel, step(1)] })).toEqual([]);
    const [accepting, sending] = [step(5, "accept", "acceptor"), step(10, "send", "issuer")];
    expect(broken({ steps: [accepting, step(3), sending] })).toEqual([]);
    expect(broken({ steps: [{ ...accepting, workingDays: 6 }, step(3)] })).toEqual([
      "ACCEPTANCE_ABOVE_LAW steps",
    ]);
    expect(broken({ steps: [ACCEPT, step(3), { ...sending, workingDays: 11 }] })).toEqual([
      "DELIVERY_ABOVE_LAW steps",
    ]);
  });
  it.each([
    // The most working days that so many calendar days hold in any week: those that end on a Saturday or Sunday go on until Monday.
    [1, 1],
    [3, 3],
    [5, 5],
    [6, 6],
    [7, 6],
    [10, 8],
    [15, 11],
    [30, 22],
  ])("%i calendar days hold %i working days at most, of what is promised and of its steps", (days, most) => {
    const lawful = { statutoryDays: "CALENDAR", statutoryWorkingDays: days } as const;
    const taking = (promised: number, steps = promised) =>
      broken({ ...lawful, promisedWorkingDays: promised, steps: [ACCEPT, step(steps)] });
    expect(taking(most)).toEqual([]);
    expect(taking(most + 1, most)).toEqual(["PROMISED_ABOVE_STATUTORY promisedWorkingDays"]);
    expect(taking(most, most + 1)).toEqual(["STEPS_ABOVE_STATUTORY steps"]);
  });
  it("a step of its own department names none, so that it is of the department to which a case is handed on", () => {
    const steps = [
      { ...ACCEPT, department: "BJ-GJJ" },
      { ...step(1, "fire", "reviewer"), department: "BJ-XF" },
      step(1),
    ];
    const { steps: kept } = must(checkDraft(draftOf({ steps })));
    expect(kept.map(({ department }) => department)).toEqual([undefined, "BJ-XF", undefined]);
  });
  it("where its limit is for the delivery as well, the delivery's steps count into it", () => {
    const steps = [ACCEPT, step(2), step(2, "issue", "issuer")];
    expect(broken({ steps })).toEqual([]);
    expect(broken({ steps, limitCoversDelivery: true })).toEqual(["STEPS_ABOVE_STATUTORY steps"]);
    expect(broken({ steps, limitCoversDelivery: true, statutoryWorkingDays: 4 })).toEqual([]);
  });
  it("joint handling is of several departments, in the times of the law", () => {
    const steps = [ACCEPT, { ...step(2, "fire", "reviewer"), department: "BJ-XF" }, step(1)];
    const joint = { handling: "JOINT", steps, promisedWorkingDays: 2 } as const;
    expect(broken({ ...joint, statutoryWorkingDays: 45, extensionWorkingDays: 15 })).toEqual([]);
    expect(broken({ ...joint, statutoryWorkingDays: 46 })).toEqual(["JOINT_ABOVE_LAW statutoryWorkingDays"]);
    expect(broken({ ...joint, extensionWorkingDays: 16 })).toEqual([
      "WORKING_DAYS_OUT_OF_RANGE extensionWorkingDays",
    ]);
    expect(broken({ handling: "JOINT" })).toEqual(["JOINT_OF_ONE handling"]);
    // Other laws have other times for one authority.
    expect(broken({ statutoryWorkingDays: 60, extensionWorkingDays: 30 })).toEqual([]);
  });
  it("it has names in Chinese and English, all the way down", () =>
    expect(
      broken({
        name: { zh: "", en: "Rent" },
        department: { code: "BJ-GJJ", name: { zh: "中心", en: "" } },
        materials: [{ code: "id", name: { zh: "身份证", en: "" }, required: true }],
        steps: [ACCEPT, { ...step(1), name: { zh: "", en: "Decision" } }],
      }),
    ).toEqual([
      "TEXT_MISSING name.zh",
      "TEXT_MISSING department.name.en",
      "TEXT_MISSING materials.0.name.en",
      "TEXT_MISSING steps.1.name.zh",
    ]));
  it("it is offered somewhere, to somebody, over some channel, in some step", () =>
    expect(broken({ regions: [], audiences: [], channels: [], steps: [] })).toEqual([
      "REGION_MISSING regions",
      "AUDIENCE_MISSING audiences",
      "CHANNEL_MISSING channels",
      "STEP_MISSING steps",
    ]));
  it("it asks for 0 to 9 visits", () => {
    expect(broken({ visits: 10 })).toEqual(["VISITS_OUT_OF_RANGE visits"]);
    expect(broken({ visits: -1 })).toEqual(["VISITS_OUT_OF_RANGE visits"]);
    expect(broken({ visits: 9 })).toEqual([]);
  });
  it("the codes of its materials and of its steps are each their own", () => {
    const [material] = draftOf().materials;
    if (!material) throw new Error("no material");
    expect(
      broken({
        materials: [material, material],
        steps: [ACCEPT, step(1, "review", "reviewer"), step(1, "review", "reviewer"), step(0)],
      }),
    ).toEqual(["CODE_NOT_UNIQUE materials.1.code", "CODE_NOT_UNIQUE steps.2.code"]);
  });
  it("a material names the type of the licence of which it says whose it is, or which fields it needs", () => {
    const paper = { code: "paper", name: { zh: "材料", en: "Material" }, required: true };
    const unnamed = ["MATERIAL_LICENCE_UNNAMED materials.0.replacedByLicence"];
    expect(broken({ materials: [{ ...paper, licenceOf: "HOUSEHOLD" }] })).toEqual(unnamed);
    expect(broken({ materials: [{ ...paper, licenceFields: ["name"] }] })).toEqual(unnamed);
    expect(broken({ materials: [{ ...paper, licenceOf: "OWN" }] })).toEqual([]);
    const named = { ...paper, replacedByLicence: "permit", licenceFields: ["name"] };
    expect(broken({ materials: [{ ...named, licenceOf: "HOUSEHOLD" }] })).toEqual([]);
  });
  it("none of several rules is broken: all are named at once", () =>
    expect(broken({ legalBasis: [], promisedWorkingDays: 9, visits: 10, form: { type: 3 } })).toHaveLength(
      4,
    ));
});

describe("an effect that pays a person is published only with a form that asks for their payout account:", () => {
  const effects = withdrawalEffects.map(({ code }) => code);
  const refused = ["EFFECT_FIELD_MISSING form.properties.payoutAccount"];
  const DIGITS = { type: "string", title: "账号", format: "bank-account" };
  it.each(effects)("%s", (effect) => {
    expect(broken({ effect, form: PAYING_FORM })).toEqual([]);
    expect(broken({ effect, form: { type: "object", properties: {} } })).toEqual(refused);
  });
  it("and one that pays nobody asks for none", () =>
    expect(broken({ effect: "LICENCE", licence: LICENCE })).toEqual([]));
  it.each([
    ["digits", { properties: { payoutAccount: DIGITS } }],
    ["another name", { properties: { account: ACCOUNT }, required: ["account"] }],
    ["one that may be left out", { required: [] }],
    ["one that is asked for on a condition", { required: [], allOf: [{ required: ["payoutAccount"] }] }],
    [
      "one that may be a number",
      { properties: { payoutAccount: { ...ACCOUNT, type: ["string", "integer"] } } },
    ],
    ["one within another field", { properties: { bank: PAYING_FORM }, required: ["bank"] }],
  ])("not %s", (_, change) =>
    expect(broken({ effect: "HOUSING_FUND_RENT", form: { ...PAYING_FORM, ...change } })).toContain(
      refused[0],
    ),
  );
});

describe("a rule is published only if every fact that it reads is provided:", () => {
  const ruleThat = (...reads: readonly string[]): NonNullable<DraftInput["rule"]> => ({
    samplePercent: 5,
    checks: reads.map((read, i) => ({
      ...{
        code: `check-${i}`,
        name: { zh: "检查", en: "Check" },
        failed: { zh: "不符合。", en: "Not so." },
        advice: { zh: "请更正。", en: "Put it right." },
        otherwise: "ROUTE",
      },
      holds: { "===": [{ var: read }, true] },
      ground: { law: "住房公积金管理条例", article: "第二十四条" },
    })),
  });
  const refusals = (rule: DraftInput["rule"], effect?: DraftInput["effect"]) => {
    const draft = must(
      checkDraft(
        draftOf({
          ...{ rule, effect, form: PAYING_FORM },
          ...(effect === "LICENCE" ? { licence: LICENCE } : {}),
        }),
      ),
    );
    const result = publishable(draft, REVIEW, EFFECTS);
    return result.ok ? [] : result.error.violations;
  };

  it("fields of the form and identity in every item, the housing fund where a grant pays out of it", () => {
    const all = Object.keys(FUND_FACTS.facts).map((name) => `facts.housingFund.${name}`);
    expect(refusals(ruleThat("form.name", "facts.identity.isOwn"))).toEqual([]);
    expect(refusals(ruleThat("facts.identity.isOwn", ...all), "HOUSING_FUND_RENT")).toEqual([]);
  });

  it.each([
    ["a group that nobody provides", "facts.marriage.isMarried"],
    ["a fact that its group does not hold", "facts.identity.age"],
    ["a whole group", "facts.identity"],
    ["what is neither form nor fact", "fact.identity.isOwn"],
  ])("not %s, and the refusal names it and those that there are", (_, value) =>
    expect(refusals(ruleThat("form.name", value))).toEqual([
      {
        ...{ code: "FACT_UNKNOWN", path: ["rule", "checks", "1", "holds"] },
        values: { value, known: "facts.identity.isOwn" },
      },
    ]),
  );

  it("not the housing fund in an item that pays nothing out of it", () => {
    const value = "facts.housingFund.balanceFen";
    const refused = [{ code: "FACT_UNKNOWN", values: { value } }];
    expect(refusals(ruleThat(value))).toMatchObject(refused);
    expect(refusals(ruleThat(value), "LICENCE")).toMatchObject(refused);
  });

  it("and only if its effect is one that a service brings", () => {
    const draft = must(checkDraft(draftOf({ effect: "HOUSING_FUND_RENT", form: PAYING_FORM })));
    expect(publishable(draft, REVIEW, EFFECTS)).toMatchObject({ ok: true });
    expect(publishable(draft, REVIEW, new Map())).toMatchObject({
      error: {
        violations: [{ code: "EFFECT_UNKNOWN", path: ["effect"], values: { value: "HOUSING_FUND_RENT" } }],
      },
    });
  });
});

describe("the form has to be a JSON Schema of draft 2020-12:", () => {
  it.each([
    ["an unknown type", { type: "objekt" }, "type"],
    ["a schema that is a number", { properties: { a: 3 } }, "properties.a"],
    ["required, but no list", { required: "a" }, "required"],
    [
      "a name with a slash and a percent sign",
      { properties: { "a/b%": { minLength: -1 } } },
      "properties.a/b%.minLength",
    ],
    ["a pattern that is none", { properties: { a: { pattern: "(" } } }, "properties.a.pattern"],
    [
      "a pattern for names, which is no keyword of the profile",
      { patternProperties: { "[": {} } },
      "patternProperties",
    ],
    ["another draft", { $schema: "http://json-schema.org/draft-07/schema#" }, "$schema"],
    ["a schema for its schema", { $schema: 3 }, "$schema"],
  ])("not %s", (_, form, path) => expect(broken({ form })).toEqual([`FORM_INVALID form.${path}`]));

  it.each([
    ["an empty one", {}],
    ["one that names its draft", { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" }],
    ["a property that is called pattern", { properties: { pattern: { type: "string", pattern: "^a$" } } }],
    [
      "data that looks like a pattern",
      { properties: { a: { type: "object", default: { pattern: "(" }, enum: [{ pattern: "(" }] } } },
    ],
    [
      "references, formats and conditions",
      {
        $defs: { a: { type: "string", format: "date" }, b: { type: "object", required: ["a"] } },
        properties: { a: { $ref: "#/$defs/a" }, b: { type: "boolean" } },
        ...{ if: { $ref: "#/$defs/b" }, else: { required: ["b"] } },
      },
    ],
  ])("%s is one", (_, form) => expect(broken({ form })).toEqual([]));

  it("looks for patterns below a property that is called like data", () =>
    expect(broken({ form: { properties: { default: { pattern: "(" } } } })).toEqual([
      "FORM_INVALID form.properties.default.pattern",
    ]));
});

describe("a draft is kept only if", () => {
  const refused = (changes: Partial<DraftInput>): string => {
    const result = checkDraft(draftOf(changes));
    return result.ok ? "" : `${result.error.code} ${result.error.path.join(".")}`;
  };
  const nested = (levels: number): Record<string, unknown> =>
    Array.from({ length: levels }).reduce<Record<string, unknown>>((inner) => ({ not: inner }), {});
  const many = <T>(length: number, one: (i: number) => T): T[] => Array.from({ length }, (_, i) => one(i));
  const material = (i: number) => ({ code: `m${i}`, name: { zh: "", en: "" }, required: true });

  it("its code is 6 to 31 letters, digits or hyphens", () => {
    for (const code of [
      "ABCDE",
      "A".repeat(32),
      "abc def",
      "事项编码事项",
      "item#1",
      "abcdef~1",
      "abcdef\n",
    ]) {
      expect(refused({ code })).toBe("ITEM_CODE_INVALID code");
    }
    expect(refused({ code: "11110000000021434M2000117010001" })).toBe("");
  });
  it("no text holds control characters, not even inside the form", () => {
    expect(refused({ name: { zh: "租\u0000房", en: "Rent" } })).toBe("CONTROL_CHARACTERS name.zh");
    expect(refused({ form: { title: "\u202Eevil" } })).toBe("CONTROL_CHARACTERS form");
    expect(refused({ form: { "a\u0007": true } })).toBe("CONTROL_CHARACTERS form");
    expect(refused({ fee: { amount: fen(0n), basis: "a\nb" } })).toBe("CONTROL_CHARACTERS fee.basis");
  });
  it("its lists and texts are no longer than the bounds", () => {
    expect(refused({ materials: many(51, material) })).toBe("TOO_MANY materials");
    expect(refused({ materials: many(50, material) })).toBe("");
    expect(refused({ steps: many(31, (i) => step(0, `s${i}`)) })).toBe("TOO_MANY steps");
    expect(refused({ legalBasis: many(21, () => ({ law: "法", article: "一" })) })).toBe(
      "TOO_MANY legalBasis",
    );
    expect(refused({ name: { zh: "租".repeat(61), en: "" } })).toBe("TEXT_LENGTH name.zh");
  });
  it("the fields that it asks of a licence are at most twenty, each once", () => {
    const fields = (count: number) => many(count, (i) => `field${i}`);
    const asking = (licenceFields: readonly string[]) => ({
      ...material(1),
      replacedByLicence: "permit",
      licenceFields,
    });
    expect(refused({ materials: [asking(fields(20))] })).toBe("");
    expect(refused({ materials: [asking(fields(21))] })).toBe("TOO_MANY materials.0.licenceFields");
    expect(refused({ materials: [asking(["a".repeat(61)])] })).toBe(
      "TEXT_LENGTH materials.0.licenceFields.0",
    );
    const twice = must(checkDraft(draftOf({ materials: [asking(["name", "", "name"])] })));
    expect(twice.materials[0]?.licenceFields).toEqual(["name"]);
  });
  it("codes within it are codes", () => {
    expect(refused({ department: { code: "", name: { zh: "", en: "" } } })).toBe(
      "CODE_INVALID department.code",
    );
    expect(refused({ materials: [{ ...material(1), code: "a b" }] })).toBe("CODE_INVALID materials.0.code");
    expect(refused({ materials: [{ ...material(1), replacedByLicence: "身份证" }] })).toBe(
      "CODE_INVALID materials.0.replacedByLicence",
    );
  });
  it("its form is no larger and no deeper than the bounds, however deep it is", () => {
    expect(refused({ form: { title: "a".repeat(64 * 1024) } })).toBe("FORM_TOO_LARGE form");
    expect(refused({ form: nested(32) })).toBe("FORM_TOO_DEEP form");
    expect(refused({ form: nested(31) })).toBe("");
    expect(refused({ form: JSON.parse(`${'{"not":'.repeat(20_000)}{}${"}".repeat(20_000)}`) })).toBe(
      "FORM_TOO_DEEP form",
    );
  });
  it("texts are trimmed and repeated regions, audiences and channels are named once", () => {
    const beijing = region("110000");
    expect(
      must(
        checkDraft(
          draftOf({
            name: { zh: " 租房 ", en: "Rent" },
            regions: [beijing, beijing],
            audiences: ["LEGAL_PERSON", "LEGAL_PERSON"],
            channels: ["POST", "HALL", "POST"],
          }),
        ),
      ),
    ).toMatchObject({
      name: { zh: "租房" },
      regions: [beijing],
      audiences: ["LEGAL_PERSON"],
      channels: ["POST", "HALL"],
    });
  });
  it("it can be kept, even while it lacks what publication asks for", () =>
    expect(refused({ legalBasis: [], regions: [], steps: [], name: { zh: "", en: "" }, visits: 99 })).toBe(
      "",
    ));
});

describe("jurisdiction", () => {
  const item = (code: string, ...regions: string[]) => ({
    department: { code },
    regions: regions.map(region),
  });
  const may = (code: string, regions: string[], regionPrefix: string, ...departments: string[]): boolean =>
    mayEdit(item(code, ...regions), { regionPrefix, departments });

  it("takes the item's department and every one of its regions", () => {
    expect(may("BJ-GJJ", ["110000", "110105"], "11", "BJ-GJJ")).toBe(true);
    expect(may("BJ-GJJ", ["110105"], "110105", "BJ-GA", "BJ-GJJ")).toBe(true);
    expect(may("BJ-GJJ", ["110105"], "11", "BJ-GA")).toBe(false);
    expect(may("BJ-GJJ", ["110105", "310000"], "11")).toBe(false);
    expect(may("BJ-GJJ", ["110000"], "110105")).toBe(false);
  });
  it("without departments is for all of them, and without a region for the whole country", () =>
    expect(may("ANY", ["110105", "310000"], "")).toBe(true));
  it("over an item that names no region yet is the whole country's only", () => {
    expect(may("BJ-GJJ", [], "11")).toBe(false);
    expect(may("BJ-GJJ", [], "")).toBe(true);
  });
});

describe("the id of an item", () => {
  it("names code and version, 0 for the draft", () => {
    expect(itemId({ code: "BJ-GJJ-1", version: 3 })).toBe("itm_BJ-GJJ-1.3");
    expect(parseItemId("itm_BJ-GJJ-1.0")).toEqual({ code: "BJ-GJJ-1", version: 0 });
  });
  it.each([
    "itm_BJ-GJJ-1",
    "itm_BJ-GJJ-1.",
    "itm_BJ-GJJ-1.01",
    "itm_BJ-GJJ-1.-1",
    "itm_BJ.1",
    "itm_事项编码事项.1",
  ])("is not %s", (id) => expect(parseItemId(id)).toBeUndefined());
});
