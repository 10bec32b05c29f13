import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import type { NoSuchCase } from "../change-case.ts";
import { handles } from "../circle.ts";
import { isOwnCase } from "../read-case.ts";
import { getApplication } from "../store.ts";
import { findReview, putReview, type ReviewStore } from "./review-store.ts";
import { type ReviewAction, type ReviewNotAllowed, type SampleReview, takeAction } from "./sample-review.ts";

export type ReviewPorts = ReviewStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

/** As the case's trail names it; the case itself is left as it is. */
const WRITTEN = {
  CONFIRM: "supervision.case.ruling-confirmed",
  OBJECT: "supervision.case.ruling-objected",
  ANSWER: "supervision.case.objection-answered",
} as const satisfies Record<ReviewAction, string>;

/**
 * An officer confirms a decision by rule that was drawn, or objects to it, and a supervisor answers an objection, each
 * with a reason. Errors: APPLICATION_NOT_FOUND, also for what was not drawn or lies elsewhere, and NOT_ALLOWED_NOW.
 */
export async function reviewRuling(
  ports: ReviewPorts,
  id: string,
  { action, ...said }: { readonly action: ReviewAction; readonly text: string },
): Promise<Result<SampleReview, NoSuchCase | ReviewNotAllowed | TextNotTaken>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const { text } = texts.value;
  const { actor, now, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `the review of ${id}`,
    read: () => findReview(ports, id),
    decide: async (review) => {
      const application = review && (await getApplication(ports, review.application));
      if (!application || !handles(actor, application)) return err({ code: "APPLICATION_NOT_FOUND" });
      if (await isOwnCase(ports, application.id)) {
        return err({ code: "NOT_ALLOWED_NOW", state: review.status, availableActions: [] });
      }
      return changeFrom(review, takeAction(review, action, { officer: actor, text, now }));
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.application, table: recordsTable(mode) },
        ...{ action: WRITTEN[action], reason: text, writes: [putReview(ports, after, before)] },
      }),
  });
}
