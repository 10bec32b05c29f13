import { LogicEngine } from "json-logic-engine";
import { parseMoney } from "../../kernel/money.ts";

/** A JSON Logic expression, as an item carries it. */
export type Expression = unknown;

/** The values that an expression is evaluated over: the form, and the facts of the platform's records. */
export type RuleInputs = Readonly<Record<string, unknown>>;

/**
 * The parts of an expression. No division: amounts are whole fen ("fen" reads one from its decimal text), and so
 * nothing is ever rounded. Nothing that loops over what it makes itself, and nothing that throws.
 */
const OPERATORS = [
  ...["var", "and", "or", "!", "if", "===", "!==", "<", "<=", ">", ">="],
  ...["+", "-", "*", "min", "max", "in", "length", "some", "all", "none", "fen"],
] as const;

const DEPTH_MAX = 16;
const BYTES_MAX = 8_192;

/** Of all checks of a rule together. An expression over a form's lists takes some hundreds. */
const STEPS_MAX = 10_000;
/** A path that an expression makes itself may be as long as a text is. */
const STEPS_OF_MADE_PATH = 64;

/** How many steps a rule may still take: one for each part of an expression, as often as it is evaluated. */
export type StepBudget = { left: number };

export const newStepBudget = (): StepBudget => ({ left: STEPS_MAX });

class OverBudget extends Error {}

function makeEngine(budget: StepBudget): LogicEngine {
  const made = new LogicEngine(undefined, { disableInline: true, disableInterpretedOptimization: true });
  const run = made.run.bind(made);
  // Each part is evaluated by the engine's own `run`, lists and loops part by part, so that none escapes the count.
  made.run = (logic: unknown, data?: unknown, options?: { readonly above?: unknown }) => {
    budget.left -= stepsOf(logic);
    if (budget.left < 0) throw new OverBudget("the rule takes too many steps");
    return run(logic, data, options);
  };
  made.addMethod("fen", ([text]: readonly unknown[]) => {
    const amount = typeof text === "string" ? parseMoney(text) : undefined;
    if (!amount?.ok) throw new Error("fen reads an amount");
    return Number(amount.value);
  });
  return made;
}

function stepsOf(logic: unknown): number {
  const path = typeof logic === "object" && logic !== null && "var" in logic ? logic.var : "";
  return typeof path === "string" ? 1 + Math.floor(path.length / STEPS_OF_MADE_PATH) : STEPS_OF_MADE_PATH;
}

/** The mistake that keeps a value from being an expression of this language; undefined for one. */
export function expressionProblem(
  expression: Expression,
): "TOO_LONG" | "TOO_DEEP" | "UNKNOWN_OPERATOR" | undefined {
  if (Buffer.byteLength(JSON.stringify(expression) ?? "") > BYTES_MAX) return "TOO_LONG";
  return problemIn(expression, DEPTH_MAX);
}

function problemIn(value: unknown, depth: number): "TOO_DEEP" | "UNKNOWN_OPERATOR" | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === 0) return "TOO_DEEP";
  if (!Array.isArray(value)) {
    const names = Object.keys(value);
    if (names.length !== 1 || !OPERATORS.some((known) => known === names[0])) return "UNKNOWN_OPERATOR";
  }
  for (const inner of Object.values(value)) {
    const problem = problemIn(inner, depth - 1);
    if (problem) return problem;
  }
  return undefined;
}

/**
 * Whether an expression holds; undefined where it cannot be told: a value is missing, or is not of its kind. OVER_BUDGET
 * where it takes more steps than the rule may still take; they are counted while it runs.
 */
export function holds(
  expression: Expression,
  inputs: RuleInputs,
  budget: StepBudget = newStepBudget(),
): boolean | "OVER_BUDGET" | undefined {
  const found = evaluate(expression, inputs, budget);
  if (found === OVER_BUDGET) return "OVER_BUDGET";
  return typeof found === "boolean" ? found : undefined;
}

const OVER_BUDGET = Symbol("over budget");

/**
 * The value of an expression, as a licence's content is made of; undefined where it cannot be told: something that it reads
 * is missing or not of its kind, or it takes more steps than it may.
 */
export function evaluateExpression(expression: Expression, inputs: RuleInputs): unknown {
  const found = evaluate(expression, inputs, newStepBudget());
  return found === OVER_BUDGET ? undefined : found;
}

function evaluate(expression: Expression, inputs: RuleInputs, budget: StepBudget): unknown {
  if (expressionProblem(expression)) return undefined;
  if (readsOf(expression).some((path) => valueAt(inputs, path) === undefined)) return undefined;
  try {
    return makeEngine(budget).run(expression, inputs);
  } catch (error) {
    if (error instanceof OverBudget) return OVER_BUDGET;
    // An amount that is none, a comparison of things that cannot be compared: then a person looks.
    return undefined;
  }
}

/** The paths that an expression reads, for its trace: `form.monthlyRent`. Inside some, all, none they are the element's. */
export function readsOf(expression: Expression): readonly string[] {
  if (typeof expression !== "object" || expression === null) return [];
  if (Array.isArray(expression)) return [...new Set(expression.flatMap(readsOf))];
  return [
    ...new Set(
      Object.entries(expression).flatMap(([operator, operand]: [string, unknown]) => {
        if (operator === "var") return typeof operand === "string" ? [operand] : [];
        const overEach = ["some", "all", "none"].includes(operator) && Array.isArray(operand);
        return readsOf(overEach ? operand.slice(0, 1) : operand);
      }),
    ),
  ];
}

/** The value at a path of the inputs; undefined where there is none. */
export function valueAt(inputs: RuleInputs, path: string): unknown {
  let here: unknown = inputs;
  for (const step of path.split(".")) {
    here =
      typeof here === "object" && here !== null && Object.hasOwn(here, step)
        ? Object.entries(here).find(([name]) => name === step)?.[1]
        : undefined;
  }
  return here;
}
