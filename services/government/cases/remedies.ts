import { ACTION_DAYS, ACTION_MONTHS, APPEAL_DAYS } from "../../field/licensing-law.ts";
import { addDays, addMonths, type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { Appeal, Decision } from "./application.ts";

/** The remedy against a decision, in the words of `code`, and the last day for it. */
export type Remedy = { readonly code: "REMEDY" | "REMEDY_COURT"; readonly until: CivilDate };

/**
 * The remedies against a refusal, and until when: an appeal once, and after it the court (Administrative Litigation
 * Law, art. 45: 15 days after an appeal was turned down; art. 46: six months after a decision). None against a grant, and
 * none while the appeal is under way.
 */
export function remedyAgainst({ outcome, at }: Decision, appeal: Appeal | undefined): Remedy | undefined {
  if (outcome === "APPROVED") return undefined;
  if (!appeal) return { code: "REMEDY", until: addDays(dateAt(at), APPEAL_DAYS) };
  if (!appeal.decidedAt) return undefined;
  return appeal.outcome === "UPHELD"
    ? { code: "REMEDY_COURT", until: addDays(dateAt(appeal.decidedAt), ACTION_DAYS) }
    : { code: "REMEDY_COURT", until: addMonths(dateAt(at), ACTION_MONTHS) };
}
