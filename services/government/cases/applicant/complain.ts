import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import { withAnswer } from "../complaint.ts";
import { handle, type OfficerPorts } from "../desk/change-desk-case.ts";
import { act } from "../transition.ts";
import { type ApplicantPorts, type AuthorityEnded, ofOwn } from "./submit-case.ts";

export type Complaining = { readonly text: string; readonly idempotencyKey: string };

/**
 * The applicant complains about delay: the case goes to its supervisor's list until it is answered, and counts in the
 * figures. Said again with the same key it changes nothing.
 */
export function complainAboutDelay(
  ports: ApplicantPorts,
  id: string,
  { text, idempotencyKey }: Complaining,
): Promise<
  Result<Application, NotAllowed | NoSuchCase | AuthorityEnded | { readonly code: "IDEMPOTENCY_MISMATCH" }>
> {
  const submission = fingerprintOf([idempotencyKey]);
  return ofOwn<NotAllowed | { readonly code: "IDEMPOTENCY_MISMATCH" }>(
    ports,
    id,
    ({ application, facts }) => {
      const earlier = application.complaints?.find((one) => one.submission === submission);
      if (earlier && earlier.text !== text) return err({ code: "IDEMPOTENCY_MISMATCH" });
      if (earlier) return ok({ application, action: "complained" });
      const complaints = [...(application.complaints ?? []), { at: facts.now, text, submission }];
      const complained = act(
        application,
        "COMPLAIN",
        { ...facts, caller: { kind: "APPLICANT" } },
        { complaints },
      );
      return complained.ok
        ? ok({ application: complained.value, action: "complained", reason: text })
        : complained;
    },
  );
}

/** A supervisor answers it; the applicant is told. */
export const answerComplaint = (
  ports: OfficerPorts,
  id: string,
  answer: string,
): Promise<Result<Application, NotAllowed | NoSuchCase>> =>
  handle(
    ports,
    id,
    { action: "complaint-answered", reason: answer, event: "application.complaint-answered" },
    (application, by) =>
      act(application, "ANSWER_COMPLAINT", by, {
        complaints: withAnswer(application.complaints ?? [], {
          ...{ answer, answeredAt: by.now, answeredBy: by.caller.id },
        }),
      }),
  );
