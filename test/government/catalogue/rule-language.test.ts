import { describe, expect, it } from "vitest";
import { expressionProblem, holds, readsOf } from "../../../services/government/catalogue/rule-language.ts";

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
