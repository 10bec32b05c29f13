import { ACTION_DAYS, ACTION_MONTHS, APPEAL_DAYS } from "../../field/licensing-law.ts";
import { isPublished } from "../../field/working-days.ts";
import { addDays, addMonths, type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Appeal, Application, Decision } from "./application.ts";
import { appealDue, deliveryDue, isStopped, limitsOf, openPause } from "./clock.ts";
import { DRAFT_DAYS } from "./tick.ts";

/** Until when an answer is due, and why; `code` and `values` make the sentence that the applicant reads. */
export type Answer = {
  readonly dueOn?: CivilDate;
  readonly code: MessageCode;
  readonly values: Readonly<Record<string, string>>;
  readonly isOverdue: boolean;
  readonly isProvisional: boolean;
};

/** What the applicant can expect by when, `today`. */
export function answerOf(application: Application, today: CivilDate): Answer {
  const { status, clock, correction, decision, appeal, savedAt } = application;
  const waiting = (code: MessageCode, values: Answer["values"] = {}) => ({
    ...{ code, values, isOverdue: false, isProvisional: false },
  });
  const due = (code: MessageCode, dueOn: CivilDate, values: Answer["values"]) => ({
    ...{ dueOn, code, values, isOverdue: dueOn < today, isProvisional: !isPublished(dueOn) },
  });
  const limits = limitsOf(clock);
  const { extension } = clock;
  switch (status) {
    case "DRAFT":
      return waiting("ANSWER_DRAFT", { date: addDays(dateAt(savedAt), DRAFT_DAYS) });
    case "SUBMITTED":
      return limits.acceptance
        ? due("ANSWER_ACCEPTANCE", limits.acceptance, { receivedOn: clock.receivedOn ?? "" })
        : waiting("ANSWER_ENDED");
    case "CORRECTION":
      return waiting("ANSWER_CORRECTION", { date: correction?.answerBy ?? "" });
    case "PAUSED":
      return waiting(`ANSWER_PAUSED_${openPause(clock)?.reason ?? "HEARING"}`);
    case "IN_REVIEW": {
      if (isStopped(clock) || !limits.promised) return waiting("ANSWER_ENDED");
      const values = {
        acceptedOn: clock.acceptedOn ?? "",
        days: String(clock.promisedWorkingDays),
        statutory: limits.statutory ?? "",
        more: String(extension?.workingDays ?? 0),
      };
      const code = extension
        ? "ANSWER_EXTENDED"
        : clock.isDeemedAccepted
          ? "ANSWER_DEEMED"
          : "ANSWER_DECISION";
      return due(code, limits.promised, values);
    }
    case "APPROVED":
      return decision
        ? due("ANSWER_DELIVERY", deliveryDue(decision.at), { decidedOn: dateAt(decision.at) })
        : waiting("ANSWER_ENDED");
    case "APPEALED":
      return appeal
        ? // Calendar days, which no notice of holidays moves.
          {
            ...due("ANSWER_APPEALED", appealDue(appeal.at), { appealedOn: dateAt(appeal.at) }),
            isProvisional: false,
          }
        : waiting("ANSWER_ENDED");
    default:
      return waiting("ANSWER_ENDED");
  }
}

export type Remedy = { readonly code: "REMEDY" | "REMEDY_COURT"; readonly until: CivilDate };

/**
 * What can be done against a refusal, and until when: an appeal once, and after it the court (Administrative Litigation
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
