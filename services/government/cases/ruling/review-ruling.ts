import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
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

const DECISIONS_MAX = 5;

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
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const review = await findReview(ports, id);
    const application = review && (await getApplication(ports, review.application));
    if (!application || !handles(actor, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    if (await isOwnCase(ports, application.id)) {
      return err({ code: "NOT_ALLOWED_NOW", state: review.status, availableActions: [] });
    }
    const next = takeAction(review, action, { officer: actor, text, now });
    if (!next.ok) return next;
    const done = await ports.commit({
      ...{ actor, at: now, requestId, aggregate: review.application, table: recordsTable(mode) },
      ...{ action: WRITTEN[action], reason: text, writes: [putReview(ports, next.value, review)] },
    });
    if (done.ok) return next;
    database.forget();
  }
  throw new Error(`the review of ${id} changed ${DECISIONS_MAX} times while it was decided on`);
}
