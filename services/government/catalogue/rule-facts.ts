import { type ApprovalEffect, isWithdrawal } from "./approval-effect.ts";

/**
 * What the platform's records can tell an item's rule, read as `facts.{group}.{name}`; amounts are in fen. Of the housing
 * fund only where a grant pays out of it: what can be drawn is told for a reason to draw.
 */
export const RULE_FACTS = {
  identity: ["isOwn"],
  housingFund: [
    "status",
    "balanceFen",
    "unbrokenMonths",
    "isHouseholdAsStated",
    "hasLoan",
    "drawableFen",
    "isOfRetirementAge",
  ],
} as const;

export type FactGroup = keyof typeof RULE_FACTS;

/** The facts of a group as far as they can be told. */
export type FactsOf<G extends FactGroup> = Readonly<Partial<Record<(typeof RULE_FACTS)[G][number], unknown>>>;

/** The paths of all facts that the rule of an item with this effect can read. */
export function readableFacts(effect: ApprovalEffect | undefined): readonly string[] {
  const groups =
    effect && isWithdrawal(effect) ? (["identity", "housingFund"] as const) : (["identity"] as const);
  return groups.flatMap((group) => RULE_FACTS[group].map((name) => `facts.${group}.${name}`));
}
