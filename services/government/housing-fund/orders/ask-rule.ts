import { ruleOn } from "../../cases/index.ts";
import type { RuleCheck, ServiceItem } from "../../catalogue/index.ts";
import { FUND_FACT_WORDS } from "../withdrawals/fact-words.ts";
import type { FundForm } from "../withdrawals/fund-records.ts";
import { OWN_CHECKS } from "../withdrawals/own-checks.ts";
import { FUND_FACTS, type FundFacts } from "../withdrawals/withdrawal-facts.ts";
import type { OrderReason } from "./order.ts";

export type Asked = {
  readonly reason: OrderReason;
  readonly item: Pick<ServiceItem, "rule">;
  readonly form: FundForm;
  readonly facts: FundFacts;
  readonly isOwnNumber: boolean;
};

type Unmet = {
  readonly check: RuleCheck;
  readonly finding: RuleCheck["name"];
  /** A person can grant it all the same. */
  readonly isLeftToPerson: boolean;
};

/** The checks of an order's rule that are not met now, with what was found. */
export function unmetChecks({ reason, item, form, facts, isOwnNumber }: Asked): readonly Unmet[] {
  const checks = [...(item.rule?.checks ?? []), ...OWN_CHECKS[reason]];
  const known = { identity: { isOwn: isOwnNumber }, [FUND_FACTS.name]: facts };
  const { checks: traces } = ruleOn(checks, { form, facts: known }, { words: FUND_FACT_WORDS });
  return checks.flatMap((check, i) => {
    const trace = traces[i];
    if (!trace || trace.result === "PASSED") return [];
    const isLeftToPerson = check.otherwise === "ROUTE" || trace.result !== "FAILED";
    return [{ check, finding: trace.finding, isLeftToPerson }];
  });
}
