import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { attendanceReason, findApplication, hasEndedMeanwhile } from "../../cases/index.ts";
import { writeEvaluation } from "./change-evaluation.ts";
import {
  checkWords,
  counterOf,
  type Evaluation,
  evaluationId,
  evaluationOf,
  isBad,
  type Level,
  type NotAllowed,
  refusalFor,
  type Tag,
  type WordsProblem,
} from "./evaluation.ts";
import { findEvaluation } from "./evaluation-store.ts";
import {
  CLERK_HANDLED_IT,
  type ClerkHandledIt,
  type EvaluatorPorts,
  isByHandler,
  isOwn,
} from "./evaluator.ts";

export type EvaluationWish = {
  readonly level: Level;
  /** One that is named twice counts once. */
  readonly tags: readonly Tag[];
  readonly comment: string | undefined;
  readonly idempotencyKey: string;
};

export type EvaluateRefusal =
  | { readonly code: "APPLICATION_NOT_FOUND" | "ATTENDANCE_OVER" | "IDEMPOTENCY_MISMATCH" }
  | { readonly code: "NOTHING_DECIDED"; readonly path: readonly string[] }
  | { readonly code: "COMMENT_MISSING"; readonly path: readonly string[] }
  | ClerkHandledIt
  | NotAllowed
  | WordsProblem;

/**
 * The applicant evaluates the latest decision of a case, once. A bad evaluation says what was bad, and opens the loop in
 * which it is put right. A clerk does it for the person present, but where they have handled the case. Errors:
 * APPLICATION_NOT_FOUND, CLERK_HANDLED_IT, NOTHING_DECIDED, COMMENT_MISSING, IDEMPOTENCY_MISMATCH, and NOT_ALLOWED_NOW
 * where this decision is evaluated already; besides, a comment that cannot be kept.
 */
export async function evaluateApplication(
  ports: EvaluatorPorts,
  application: string,
  { level, idempotencyKey, ...said }: EvaluationWish,
): Promise<Result<Evaluation, EvaluateRefusal>> {
  const checked = said.comment === undefined ? ok(undefined) : checkWords(said.comment, "input", "comment");
  if (!checked.ok) return checked;
  const [comment, tags] = [checked.value, [...new Set(said.tags)]];
  const found = await findApplication(ports, application);
  if (!found || !(await isOwn(ports, found))) return err({ code: "APPLICATION_NOT_FOUND" });
  if (isByHandler(ports, found)) return err(CLERK_HANDLED_IT);
  const { id, region, department, item, stage, decision } = found;
  if (!decision) return err({ code: "NOTHING_DECIDED", path: ["id"] });
  if (isBad(level) && comment === undefined)
    return err({ code: "COMMENT_MISSING", path: ["input", "comment"] });
  const evaluation = evaluationOf(
    {
      ...{
        application: id,
        citizenId: ports.acting.citizen,
        region,
        department,
        item: item.code,
        stage,
        level,
        tags,
        comment,
      },
      ...{ decidedAt: decision.at, decidedBy: decision.by, deciderPerson: decision.person },
      ...{
        submission: fingerprintOf([idempotencyKey]),
        input: fingerprintOf([level, tags, comment ?? null]),
      },
    },
    ports.now,
  );
  const earlier = await findEvaluation(ports, evaluationId(id, decision.at));
  if (earlier) return sameAs(earlier, evaluation);
  // The trail, which the officers of the case read, does not say how it was evaluated.
  const counts = { [counterOf(level)]: 1 };
  const changed = { evaluation, action: "evaluated", ...attendanceReason(ports.acting), counts };
  const written = await writeEvaluation(ports, changed, undefined);
  if (written.ok) return ok(evaluation);
  ports.database.forget();
  const other = await findEvaluation(ports, evaluation.id);
  if (!other && (await hasEndedMeanwhile(ports, ports.acting))) return err({ code: "ATTENDANCE_OVER" });
  if (!other) throw new Error("an evaluation was refused and is not there");
  return sameAs(other, evaluation);
}

function sameAs(earlier: Evaluation, { submission, input }: Evaluation): Result<Evaluation, EvaluateRefusal> {
  if (earlier.submission !== submission) return err(refusalFor(earlier, { kind: "APPLICANT" }));
  return earlier.input === input ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
}
