import { dateAt } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  type FactGroup,
  holds,
  type LocalizedText,
  newStepBudget,
  type RuleCheck,
  type RuleInputs,
  readsOf,
  type StepBudget,
  sentenceOf,
  valueAt,
} from "../../catalogue/index.ts";
import type { Facts } from "../actions.ts";
import type { Application } from "../application.ts";
import { deliverIfOnline, transition } from "../transition.ts";

/** Bounds of what a trace says of the values that were read, each and together: it has to fit into one record. */
const SHOWN_LENGTH_MAX = 1_000;
const SHOWN_TOTAL_MAX = 100_000;

export type CheckedInput = { readonly path: string; readonly value: string };

/** The result of a check, and its inputs. */
export type CheckTrace = Pick<RuleCheck, "code" | "name" | "ground"> & {
  /** UNCLEAR where a value was missing or not of its kind; OVER_BUDGET where the rule took too many steps. */
  readonly result: "PASSED" | "FAILED" | "UNCLEAR" | "OVER_BUDGET";
  readonly inputs: readonly CheckedInput[];
  /** The result as the person reads it: where it failed what was found, what the rule wants, and what they can do. */
  readonly finding: LocalizedText;
  /** Tells what they can do where it failed, whatever was found. */
  readonly advice: LocalizedText;
};

export type RuleOutcome = "APPROVED" | "REJECTED" | "ROUTED";

/** A decision by rule with all that it stands on, so that it can be explained and reviewed. */
export type Ruling = {
  readonly outcome: RuleOutcome;
  readonly at: Instant;
  /** The item's version is the rule's. */
  readonly version: number;
  readonly checks: readonly CheckTrace[];
  /** Drawn for review by a person. */
  readonly isSampled: boolean;
};

/**
 * Approval by rule (秒批): granted if every check passes. A case of which a check is unclear, or takes more steps than
 * the rule has left, or fails and asks for a person, is routed to one; so a case is refused only where a check that
 * rejects fails, and all others are clear.
 */
export function ruleOn(
  checks: readonly RuleCheck[],
  inputs: RuleInputs,
  words: FactWords = {},
): { readonly outcome: RuleOutcome; readonly checks: readonly CheckTrace[] } {
  const bounds = { words, steps: newStepBudget(), shown: { left: SHOWN_TOTAL_MAX } };
  const traces = checks.map((check) => ({ ...traceOf(check, inputs, bounds), otherwise: check.otherwise }));
  const needsPerson = traces.some(
    ({ result, otherwise }) =>
      result === "UNCLEAR" || result === "OVER_BUDGET" || (result === "FAILED" && otherwise === "ROUTE"),
  );
  const isRefused = traces.some(({ result }) => result === "FAILED");
  return {
    outcome: needsPerson ? "ROUTED" : isRefused ? "REJECTED" : "APPROVED",
    checks: traces.map(({ otherwise: _, ...trace }) => trace),
  };
}

type FactWords = Pick<FactGroup, "words">;

/** Words and bounds that all checks of a rule share. */
type Bounds = {
  readonly words: FactWords;
  readonly steps: StepBudget;
  readonly shown: { left: number };
};

function traceOf(check: RuleCheck, inputs: RuleInputs, bounds: Bounds): CheckTrace {
  const { code, name, advice, holds: expression, ground } = check;
  const value = holds(expression, inputs, bounds.steps);
  const result =
    value === undefined ? "UNCLEAR" : typeof value === "string" ? value : value ? "PASSED" : "FAILED";
  return {
    ...{ code, name, ground, result, advice },
    finding: findingOf(check, result, inputs, bounds),
    inputs: readsOf(expression).map((path) => ({ path, value: show(valueAt(inputs, path), bounds) })),
  };
}

/** The passed sentence is said of nothing that has not passed. */
function findingOf(
  { name, failed, advice }: RuleCheck,
  result: CheckTrace["result"],
  { facts }: RuleInputs,
  { words }: Bounds,
): LocalizedText {
  if (result === "PASSED") return name;
  if (result === "FAILED") return inSequence([sentenceOf(failed, facts, words), advice]);
  return {
    zh: `系统无法核对是否“${name.zh}”，由工作人员核对。`,
    en: `A person looks, because it could not be told by rule: ${name.en}`,
  };
}

const inSequence = (sentences: readonly LocalizedText[]): LocalizedText => ({
  zh: sentences.map(({ zh }) => zh).join(""),
  en: sentences
    .map(({ en }) => en)
    .join(" ")
    .trim(),
});

/** A value that is too long to be shown stands in the form itself, which does not change any more. */
function show(value: unknown, { shown }: Bounds): string {
  const json = JSON.stringify(value ?? null);
  if (json.length > Math.min(SHOWN_LENGTH_MAX, shown.left)) return UNSAID;
  shown.left -= json.length;
  return json;
}

/** Stands for a value that a trace does not say. */
const UNSAID = JSON.stringify("…");

/** Checks whose traces say nothing of what stands at these places of the form: it is masked wherever the form is read. */
export const withoutSaying = (
  checks: readonly CheckTrace[],
  places: readonly (readonly string[])[],
): readonly CheckTrace[] => {
  const hidden = places.map((path) => ["form", ...path].join("."));
  const isHidden = (read: string): boolean =>
    hidden.some((one) => one === read || one.startsWith(`${read}.`) || read.startsWith(`${one}.`));
  return checks.map(({ inputs, ...check }) => ({
    ...check,
    inputs: inputs.map(({ path, value }) => ({ path, value: isHidden(path) ? UNSAID : value })),
  }));
};

/** The facts that a rule asks for: `housingFund` where one of its checks reads `facts.housingFund.…`. */
export const factsAskedFor = (checks: readonly Pick<RuleCheck, "holds">[]): readonly string[] => [
  ...new Set(
    checks.flatMap((check) =>
      readsOf(check.holds).flatMap((path) => {
        const [root, fact] = path.split(".");
        return root === "facts" && fact !== undefined ? [fact] : [];
      }),
    ),
  ),
];

/** The case after its item's rule was asked. */
export function applyRuling(
  application: Application,
  { outcome, checks }: Pick<Ruling, "outcome" | "checks">,
  facts: Facts,
): Application {
  if (outcome === "ROUTED") return transition(application, "ROUTE", { ruling: outcome }, facts);
  const failed = checks.filter(({ result }) => result === "FAILED");
  const ground = failed[0]?.ground;
  const decision = {
    ...{ outcome, at: facts.now },
    ...(outcome === "APPROVED"
      ? { reason: listed(checks.map(({ name }) => name)) }
      : {
          reason: inSequence(failed.map(({ finding }) => finding)),
          reasonForPartners: inSequence(failed.map(withoutFinding)),
        }),
    ...(ground ? { ground } : {}),
  };
  const clock = { ...application.clock, acceptedOn: dateAt(facts.now) };
  const action = outcome === "APPROVED" ? "APPROVE_BY_RULE" : "REJECT_BY_RULE";
  return deliverIfOnline(transition(application, action, { ruling: outcome, decision, clock }, facts), facts);
}

const listed = (names: readonly LocalizedText[]): LocalizedText => ({
  zh: names.map(({ zh }) => zh).join("；"),
  en: names.map(({ en }) => en).join("; "),
});

const withoutFinding = ({ name, advice }: CheckTrace): LocalizedText => ({
  zh: `未满足“${name.zh}”。${advice.zh}`,
  en: `Not met: ${name.en}. ${advice.en}`,
});

/** Whether a decision is reviewed by a person; `draw` is random, 0 to 255. */
export const isDrawn = (draw: number, samplePercent: number): boolean => draw * 100 < samplePercent * 256;
