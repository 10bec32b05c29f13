import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expressionProblem,
  holds,
  newStepBudget,
  readsOf,
} from "../../../services/government/catalogue/rule-language.ts";
import { startAnswerTime } from "../../support/answer-time.ts";

const INPUTS = {
  form: { monthlyRent: "4500.00", kinds: ["a", "b"] },
  facts: { months: 5, balance: "12000.00" },
};

describe("an expression", () => {
  it.each([
    [{ "<=": [{ fen: { var: "form.monthlyRent" } }, { fen: { var: "facts.balance" } }] }, true],
    [{ ">=": [{ var: "facts.months" }, 6] }, false],
    [{ and: [{ ">": [{ var: "facts.months" }, 3] }, { in: ["a", { var: "form.kinds" }] }] }, true],
    [{ all: [{ var: "form.kinds" }, { in: [{ var: "" }, ["a", "b", "c"]] }] }, true],
    [{ "===": [{ "+": [{ fen: "0.10" }, { fen: "0.20" }] }, { fen: "0.30" }] }, true],
  ])("%j is %j", (expression, value) => {
    expect(expressionProblem(expression)).toBeUndefined();
    expect(holds(expression, INPUTS)).toBe(value);
  });

  it.each([
    ["a value that nobody has given", { ">": [{ var: "facts.nothing" }, 1] }],
    ["an amount that is none", { ">": [{ fen: { var: "form.kinds.0" } }, 1] }],
    ["an answer that is neither yes nor no", { "+": [1, 2] }],
  ])("cannot be told over %s", (_, expression) => expect(holds(expression, INPUTS)).toBeUndefined());

  it.each([
    ["UNKNOWN_OPERATOR", { throw: "x" }],
    ["UNKNOWN_OPERATOR", { "/": [1, 3] }],
    ["UNKNOWN_OPERATOR", { and: [{ reduce: [[], {}, 0] }] }],
    ["UNKNOWN_OPERATOR", { "<": [1, 2], ">": [1, 2] }],
    ["TOO_LONG", { in: ["x", "y".repeat(9_000)] }],
    ["TOO_DEEP", Array.from({ length: 20 }).reduce<unknown>((inner) => ({ "!": [inner] }), true)],
  ])("is refused as %s", (problem, expression) => {
    expect(expressionProblem(expression)).toBe(problem);
    expect(holds(expression, INPUTS)).toBeUndefined();
  });

  it("names what it reads", () => {
    const expression = { and: [{ "<": [{ fen: { var: "form.monthlyRent" } }, 1] }, { var: "facts.months" }] };
    expect(readsOf(expression)).toEqual(["form.monthlyRent", "facts.months"]);
    expect(readsOf({ some: [{ var: "form.kinds" }, { "===": [{ var: "" }, "a"] }] })).toEqual(["form.kinds"]);
  });
});

describe("a rule ends, whatever it says:", () => {
  const TIME_MAX_MS = 500;
  const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i + 1);
  const each = (operator: string, over: unknown, of: unknown): Readonly<Record<string, unknown>> => ({
    [operator]: [over, of],
  });
  const LONG = {
    form: { list: numbers(1_000), path: "a.".repeat(1_999), text: "x".repeat(4_000) },
    facts: {},
  };
  const list = { var: "form.list" };
  const never = { "<": [{ var: "" }, 0] };
  const always = { ">": [{ var: "" }, 0] };

  it.each<[string, Readonly<Record<string, unknown>>]>([
    [
      "three nested all over 230 constants",
      each("all", numbers(230), each("all", numbers(230), each("all", numbers(230), always))),
    ],
    [
      "three nested some over what was filled in",
      each("some", list, each("some", list, each("some", list, never))),
    ],
    ["none over lists of lists", each("none", list, each("some", list, each("in", { var: "" }, [])))],
    [
      "a search for each of many",
      each("all", list, { all: [numbers(900), { in: ["y", { var: "../../../form.text" }] }] }),
    ],
    ["sums of sums", { ">": [{ "+": numbers(1_500).map(() => ({ "+": [1, 2, 3, 4] })) }, 0] }],
    [
      "paths that are made anew for each",
      each("all", numbers(900), { "!": { var: [{ var: "../../form.path" }, 1] } }),
    ],
    [
      "the same over conditions",
      each("all", numbers(230), {
        if: [each("all", numbers(230), { and: [always, { or: [always, never] }] }), true, false],
      }),
    ],
  ])("%s", (_, expression) => {
    const takenMs = startAnswerTime();
    holds(expression, LONG);
    expect(takenMs()).toBeLessThan(TIME_MAX_MS);
  });

  it("what takes too many steps is said to, and so is what comes after it in the same rule", () => {
    const budget = newStepBudget();
    const three = each("all", numbers(230), each("all", numbers(230), each("all", numbers(230), always)));
    expect(holds({ ">": [{ var: "form.months" }, 3] }, { form: { months: 5 } }, budget)).toBe(true);
    expect(expressionProblem(three)).toBeUndefined();
    expect(holds(three, LONG, budget)).toBe("OVER_BUDGET");
    expect(holds({ ">": [{ var: "form.months" }, 3] }, { form: { months: 5 } }, budget)).toBe("OVER_BUDGET");
  });

  it("and what a form's list holds is looked through well within it", () => {
    const members = numbers(20).map((i) => ({ name: `m${i}`, share: `${i}.00` }));
    const check = each(
      "all",
      { var: "form.members" },
      {
        and: [{ "!==": [{ var: "name" }, ""] }, { ">": [{ fen: { var: "share" } }, { fen: "0.50" }] }],
      },
    );
    expect(holds(check, { form: { members } })).toBe(true);
  });

  it("for expressions by chance", () => {
    const { expression } = fc.letrec<{ expression: unknown }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom<unknown>(
          1,
          "x",
          true,
          { var: "form.list" },
          { var: "form.text" },
          { var: "" },
          numbers(100),
        ),
        fc
          .tuple(
            fc.constantFrom(
              "and",
              "or",
              "!",
              "if",
              "===",
              "<",
              "+",
              "*",
              "min",
              "in",
              "length",
              "some",
              "all",
              "none",
              "var",
            ),
            fc.array(tie("expression"), { minLength: 1, maxLength: 3 }),
          )
          .map(([operator, operands]) => ({ [operator]: operands })),
      ),
    }));
    fc.assert(
      fc.property(expression, (one) => {
        const takenMs = startAnswerTime();
        holds(one, LONG);
        expect(takenMs()).toBeLessThan(TIME_MAX_MS);
      }),
      { numRuns: 1_000 },
    );
  });
});
