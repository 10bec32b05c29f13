import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { err, ok } from "../../../kernel/result.ts";
import { REASON_LENGTH, readTexts, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { complain } from "./applicant-case.ts";

export type ComplaintWish = { readonly text: string; readonly idempotencyKey: string };

type KeyTaken = { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * The applicant complains about delay: the case goes to its supervisor's list until it is answered, and counts in the
 * figures. Said again with the same key it changes nothing.
 */
export async function complainAboutDelay(
  ports: ApplicantPorts,
  id: string,
  { idempotencyKey, ...said }: ComplaintWish,
): Promise<OwnCaseResult<TextNotTaken | KeyTaken>> {
  const texts = readTexts(said, REASON_LENGTH);
  if (!texts.ok) return texts;
  const { text } = texts.value;
  const submission = fingerprintOf([idempotencyKey]);
  return changeOwnCase<KeyTaken>(ports, id, ({ application, by }) => {
    const earlier = application.complaints?.find((one) => one.submission === submission);
    if (earlier && earlier.text !== text) return err({ code: "IDEMPOTENCY_MISMATCH" });
    if (earlier) return ok({ application, action: "complained" });
    return changeOf(complain(application, { text, submission }, by), {
      ...{ action: "complained", reason: text },
    });
  });
}
