import { addDays, type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { Application } from "./application.ts";
import { DRAFT_DAYS } from "./tick.ts";

export const APPLICANT_DUTIES = ["FINISH_APPLICATION", "CONFIRM_APPLICATION", "CORRECT_APPLICATION"] as const;
/** The duty of an applicant for which an application waits. */
export type ApplicantDuty = (typeof APPLICANT_DUTIES)[number];

/** The duty of the applicant, and the last day on which it counts; undefined where others have to, or nobody. */
export function dutyOf({
  status,
  savedAt,
  correction,
  confirmation,
}: Pick<Application, "status" | "savedAt" | "correction" | "confirmation">):
  | { readonly duty: ApplicantDuty; readonly dueOn: CivilDate }
  | undefined {
  if (status === "DRAFT") return { duty: "FINISH_APPLICATION", dueOn: addDays(dateAt(savedAt), DRAFT_DAYS) };
  if (status === "AWAITING_CONFIRMATION" && confirmation) {
    return { duty: "CONFIRM_APPLICATION", dueOn: confirmation.until };
  }
  return status === "CORRECTION" && correction
    ? { duty: "CORRECT_APPLICATION", dueOn: correction.answerBy }
    : undefined;
}
