import type { LegalBasis, LocalizedText, Violation } from "./item-terms.ts";
import { type FactGroup, gapsIn, readableFacts } from "./rule-facts.ts";
import { expressionProblem, readsOf } from "./rule-language.ts";

/** The fate of an application that does not pass a check: it is refused, or a person decides. */
export const OTHERWISE = ["REJECT", "ROUTE"] as const;
export type Otherwise = (typeof OTHERWISE)[number];

/** One condition of an approval by rule, with the law that asks for it. */
export type RuleCheck = {
  readonly code: string;
  /** The sentence that holds where it is passed. */
  readonly name: LocalizedText;
  /**
   * The sentence where it is not: what was found, and what the rule wants. A fact that the check reads stands in it as
   * `{facts.housingFund.unbrokenMonths}`.
   */
  readonly failed: LocalizedText;
  /** Tells the applicant what they can do then, whatever was found. */
  readonly advice: LocalizedText;
  /** A JSON expression (services/government/catalogue/rule-language.ts) over `form` and `facts`. */
  readonly holds: Readonly<Record<string, unknown>>;
  readonly otherwise: Otherwise;
  readonly ground: LegalBasis;
};

/**
 * Approval by rule (秒批), as data of the item: what passes all checks is granted, what fails one that rejects is
 * refused, and all else is routed to a person. People review a random share of what a rule has decided.
 */
export type ApprovalRule = {
  readonly checks: readonly RuleCheck[];
  readonly samplePercent: number;
};

const PERCENT_MAX = 100;
/** Of the expressions of all checks together. */
const RULE_BYTES_MAX = 32_768;

/** The violations that keep a rule from being published; `ofEffect` has the facts of its item's effect. */
export function ruleViolations(
  { checks, samplePercent }: ApprovalRule,
  ofEffect: FactGroup | undefined,
): Violation[] {
  const path = ["rule"];
  const isShare = Number.isInteger(samplePercent) && samplePercent >= 1 && samplePercent <= PERCENT_MAX;
  const codes = checks.map(({ code }) => code);
  const bytes = Buffer.byteLength(JSON.stringify(checks.map((check) => check.holds)));
  const max = String(RULE_BYTES_MAX);
  return [
    ...(checks.length > 0 ? [] : [{ code: "RULE_WITHOUT_CHECKS" as const, path: [...path, "checks"] }]),
    // A decision by rule is never wholly unsupervised.
    ...(isShare ? [] : [{ code: "SAMPLE_OUT_OF_RANGE" as const, path: [...path, "samplePercent"] }]),
    ...(bytes > RULE_BYTES_MAX ? [{ code: "RULE_TOO_LARGE" as const, values: { max }, path }] : []),
    ...checks.flatMap((check, i) => {
      const here = [...path, "checks", String(i)];
      const problem = expressionProblem(check.holds);
      return [
        ...(problem
          ? [{ code: `EXPRESSION_${problem}` as const, path: [...here, "holds"] }]
          : unknownReads(check, ofEffect, [...here, "holds"])),
        ...(codes.indexOf(check.code) < i
          ? [{ code: "CODE_NOT_UNIQUE" as const, values: { value: check.code }, path: [...here, "code"] }]
          : []),
        ...(isSaid(check) ? [] : [{ code: "TEXT_MISSING" as const, path: here }]),
        ...unknownGaps(check, here),
      ];
    }),
  ];
}

/** Both sentences, what to do, and the law, each in both languages. */
const isSaid = ({ name, failed, advice, ground }: RuleCheck): boolean =>
  [name.zh, name.en, failed.zh, failed.en, advice.zh, advice.en, ground.law, ground.article].every(
    (text) => text !== "",
  );

/** A sentence says the facts that its check reads, and no other: a form's values may be masked. */
function unknownGaps({ failed, advice, holds }: RuleCheck, path: readonly string[]): readonly Violation[] {
  const read = readsOf(holds).filter((one) => one.startsWith("facts."));
  const unknown = (name: string, { zh, en }: LocalizedText, known: readonly string[]): readonly Violation[] =>
    [...new Set([...gapsIn(zh), ...gapsIn(en)])]
      .filter((gap) => !known.includes(gap))
      .map((value) => ({
        ...{ code: "GAP_UNKNOWN", path: [...path, name] },
        values: { value, known: known.join(", ") },
      }));
  return [...unknown("failed", failed, read), ...unknown("advice", advice, [])];
}

/** A fact that nobody provides is never there, and would send every case to people without a word. */
function unknownReads(
  { holds }: RuleCheck,
  ofEffect: FactGroup | undefined,
  path: readonly string[],
): Violation[] {
  const known = readableFacts(ofEffect);
  return readsOf(holds)
    .filter((read) => !read.startsWith("form.") && !known.includes(read))
    .map((value) => ({ code: "FACT_UNKNOWN", values: { value, known: known.join(", ") }, path }));
}
