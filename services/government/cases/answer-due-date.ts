import { isPublished } from "../../field/working-days.ts";
import { addDays, type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { Message, MessageCode } from "../../kernel/message.ts";
import type { Application } from "./application.ts";
import { appealDue, deliveryDue, isStopped, limitsOf, openPause } from "./clock.ts";
import type { Status } from "./life.ts";
import { DRAFT_DAYS } from "./tick.ts";

/** Until when an answer is due, and why; `code` and `values` make the sentence that the applicant reads. */
export type AnswerDueDate = {
  readonly dueOn?: CivilDate;
  readonly code: MessageCode;
  readonly values: Readonly<Record<string, string>>;
  /** More sentences. */
  readonly further?: readonly (Pick<AnswerDueDate, "code" | "values"> & {
    /** More values, in the language of the reader. */
    readonly words?: Readonly<Record<string, Message>>;
  })[];
  readonly isOverdue: boolean;
  readonly isProvisional: boolean;
};

/**
 * By when the applicant can expect an answer, as of `today`, and what becomes of a renewal that nobody decides; with it the receipt
 * of a case that was taken in elsewhere.
 */
export function answerDueDate(application: Application, today: CivilDate, takenIn?: Message): AnswerDueDate {
  const own = dueDateOf(application, today);
  const receipt = takenIn && { code: "ANSWER_TAKEN_IN" as const, values: {}, words: { takenIn } };
  const due = receipt ? { ...own, further: [...(own.further ?? []), receipt] } : own;
  const { undecided } = application.clock;
  if (!undecided || !UNDECIDED.includes(application.status)) return due;
  const sentence = { code: `UNDECIDED_${undecided.fate}`, values: { after: undecided.after } } as const;
  return { ...due, further: [...(due.further ?? []), sentence] };
}

const UNDECIDED: readonly Status[] = ["SUBMITTED", "CORRECTION", "IN_REVIEW", "PAUSED"];

function dueDateOf(application: Application, today: CivilDate): AnswerDueDate {
  const { status, clock, correction, confirmation, decision, appeal, savedAt } = application;
  const withoutDay = (code: MessageCode, values: AnswerDueDate["values"] = {}) => ({
    ...{ code, values, isOverdue: false, isProvisional: false },
  });
  const withDay = (code: MessageCode, dueOn: CivilDate, values: AnswerDueDate["values"]) => ({
    ...{ dueOn, code, values, isOverdue: dueOn < today, isProvisional: !isPublished(dueOn) },
  });
  const limits = limitsOf(clock);
  const { extension } = clock;
  switch (status) {
    case "DRAFT":
      return withoutDay("ANSWER_DRAFT", { date: addDays(dateAt(savedAt), DRAFT_DAYS) });
    case "AWAITING_CONFIRMATION":
      return withoutDay("ANSWER_CONFIRMATION", { date: confirmation?.until ?? "" });
    case "SUBMITTED":
      return limits.acceptance
        ? withDay("ANSWER_ACCEPTANCE", limits.acceptance, { receivedOn: clock.receivedOn ?? "" })
        : withoutDay("ANSWER_ENDED");
    case "CORRECTION":
      return withoutDay("ANSWER_CORRECTION", { date: correction?.answerBy ?? "" });
    case "PAUSED": {
      const { reason = "HEARING", until } = openPause(clock) ?? {};
      const still = withoutDay(`ANSWER_PAUSED_${reason}`);
      return until ? { ...still, further: [{ code: "ANSWER_PAUSED_UNTIL", values: { until } }] } : still;
    }
    case "IN_REVIEW": {
      if (isStopped(clock) || !limits.promised) return withoutDay("ANSWER_ENDED");
      const values = {
        acceptedOn: clock.acceptedOn ?? "",
        days: String(clock.promisedWorkingDays),
        statutory: limits.statutory ?? "",
        more: String(extension?.workingDays ?? 0),
      };
      const code = extension
        ? extension.approver === "GOVERNMENT_HEAD"
          ? "ANSWER_EXTENDED_JOINTLY"
          : "ANSWER_EXTENDED"
        : clock.isDeemedAccepted
          ? "ANSWER_DEEMED"
          : "ANSWER_DECISION";
      return withDay(code, limits.promised, values);
    }
    case "APPROVED":
      return decision
        ? withDay("ANSWER_DELIVERY", deliveryDue(clock, decision.at), { decidedOn: dateAt(decision.at) })
        : withoutDay("ANSWER_ENDED");
    case "APPEALED":
      return appeal
        ? // Calendar days, which no notice of holidays moves.
          {
            ...withDay("ANSWER_APPEALED", appealDue(appeal.at), { appealedOn: dateAt(appeal.at) }),
            isProvisional: false,
          }
        : withoutDay("ANSWER_ENDED");
    default:
      return withoutDay("ANSWER_ENDED");
  }
}
