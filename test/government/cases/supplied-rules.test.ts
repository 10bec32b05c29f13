import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DraftInput } from "../../../services/government/catalogue/index.ts";
import { startAnswerTime } from "../../support/answer-time.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { catalogueOf, inputOf } from "../catalogue/api.ts";
import { draftOf, forPeople, publishItem } from "../catalogue/items.ts";
import { newApplicant, saveCase, startCase, startCasework, submitCase } from "./casework.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

const TIME_MAX_MS = 2_000;
const NUMBERS = Array.from({ length: 230 }, (_, i) => i + 1);
const FORM = forPeople({
  type: "object",
  properties: {
    name: { type: "string" },
    ...Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`f${i}`, { type: "string" }] as const)),
  },
});

type Rule = NonNullable<DraftInput["rule"]>;

const ruleOf = (...expressions: readonly Rule["checks"][number]["holds"][]): Rule => ({
  samplePercent: 1,
  checks: expressions.map((holds, i) => ({
    ...{
      code: `check-${i}`,
      name: { zh: "检查", en: "Check" },
      failed: { zh: "不符合。", en: "Not so." },
      advice: { zh: "请更正。", en: "Put it right." },
      holds,
      otherwise: "REJECT",
    },
    ground: { law: "住房公积金管理条例", article: "第二十四条" },
  })),
});

async function handIn(code: string, rule: Rule, form: Readonly<Record<string, unknown>>): Promise<Json> {
  await publishItem(platform, draftOf({ code, rule, form: FORM, materials: [] }), { "110000": "GENERAL" });
  const { token } = await newApplicant(platform);
  const id = textAt(await startCase(platform, token, { item: code }), "id");
  await saveCase(platform, token, id, form);
  const takenMs = startAnswerTime(platform.engine.pid);
  expect(await submitCase(platform, token, id)).toMatchObject({ status: "SUBMITTED" });
  expect(takenMs()).toBeLessThan(TIME_MAX_MS);
  const query = `query ($id: ID!) { node(id: $id) { ... on Application {
    ruling { outcome checks { code result inputs { path value } } } } } }`;
  return at((await platform.call({ token, query, variables: { id } })).data, "node", "ruling");
}

describe("a rule that takes too many steps", () => {
  it("leaves the decision to a person, and its trace says so", async () => {
    const inner = { all: [NUMBERS, { ">": [{ var: "" }, 0] }] };
    const three = { all: [NUMBERS, { all: [NUMBERS, inner] }] };
    const isNamed = { "!==": [{ var: "form.name" }, ""] };
    expect(await handIn("RULE-0001", ruleOf(isNamed, three, isNamed), { name: "王小明" })).toEqual({
      outcome: "ROUTED",
      checks: [
        { code: "check-0", result: "PASSED", inputs: [{ path: "form.name", value: '"王小明"' }] },
        { code: "check-1", result: "OVER_BUDGET", inputs: [] },
        { code: "check-2", result: "OVER_BUDGET", inputs: [{ path: "form.name", value: '"王小明"' }] },
      ],
    });
  });

  it("is not refused for what it has found before: a person looks", async () => {
    const inner = { all: [NUMBERS, { ">": [{ var: "" }, 0] }] };
    const fails = { "===": [{ var: "form.name" }, "李"] };
    const three = { all: [NUMBERS, { all: [NUMBERS, inner] }] };
    expect(await handIn("RULE-0002", ruleOf(fails, three), { name: "王小明" })).toMatchObject({
      outcome: "ROUTED",
    });
  });

  it("and one that reads more than its trace can hold shows what there is room for", async () => {
    const names = Array.from({ length: 7 }, (_, i) => `f${i}`);
    const form = Object.fromEntries(names.map((name, i) => [name, "x".repeat(i === 0 ? 3_900 : 900)]));
    const reads = { and: names.map((name) => ({ "===": [{ var: `form.${name}` }, "y"] })) };
    const checks = [...Array.from({ length: 29 }, () => ({ "!": [reads] })), { "!": [{ var: "form.name" }] }];
    const ruling = await handIn("RULE-0003", ruleOf(...checks), form);
    expect(at(ruling, "checks", 0, "inputs", 0)).toEqual({ path: "form.f0", value: '"…"' });
    expect(at(ruling, "checks", 0, "inputs", 1)).toEqual({ path: "form.f1", value: `"${"x".repeat(900)}"` });
    expect(at(ruling, "checks", 28, "inputs", 6)).toEqual({ path: "form.f6", value: '"…"' });
    expect(at(ruling, "checks", 29, "result")).toBe("UNCLEAR");
  });
});

describe("the expressions of a rule", () => {
  it("are not published where they are too large together", async () => {
    const catalogue = catalogueOf(platform, () => platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"] }));
    const large = { in: [{ var: "form.name" }, Array.from({ length: 700 }, (_, i) => `name-${i}`)] };
    const rule = ruleOf(...Array.from({ length: 5 }, () => large));
    await catalogue.save(inputOf(draftOf({ code: "RULE-0004", form: FORM, rule })));
    expect(await catalogue.publish("RULE-0004")).toMatchObject({
      violations: [
        {
          code: "RULE_TOO_LARGE",
          path: ["rule"],
          message: "The expressions of a rule may take at most 32768 bytes together.",
        },
      ],
    });
  });
});
