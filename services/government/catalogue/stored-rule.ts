import type { ApprovalRule, RuleCheck } from "./approval-rule.ts";

type Sentences = "failed" | "advice";
type StoredCheck = Omit<RuleCheck, Sentences> & Partial<Pick<RuleCheck, Sentences>>;
type StoredRule = Omit<ApprovalRule, "checks"> & { readonly checks: readonly StoredCheck[] };

/** A rule as its item's record has it. */
export function readRule(text: string): ApprovalRule {
  const { checks, ...rule }: StoredRule = JSON.parse(text);
  return { ...rule, checks: checks.map(withSentences) };
}

/**
 * A check of before these sentences were asked for has none: it says that it is not met, until its item is published anew,
 * which wants the advice.
 */
const withSentences = (check: StoredCheck): RuleCheck => ({
  failed: { zh: `未满足“${check.name.zh}”。`, en: `Not met: ${check.name.en}.` },
  advice: { zh: "", en: "" },
  ...check,
});
