import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type ApplicantPorts,
  type Application,
  attendedBy,
  findApplication,
  hasHandled,
  lookUpActing,
} from "../../cases/index.ts";
import {
  changeEvaluation,
  type EvaluationPorts,
  type NoSuchEvaluation,
  writeEvaluation,
} from "./change-evaluation.ts";
import {
  counterOf,
  type Evaluation,
  evaluated,
  evaluationId,
  isBad,
  type Level,
  moved,
  type NotAllowed,
  notAllowed,
  type Tag,
} from "./evaluation.ts";
import { findEvaluation } from "./evaluation-store.ts";

export type EvaluatorPorts = EvaluationPorts & Pick<ApplicantPorts, "acting">;

export type EvaluationWish = {
  readonly level: Level;
  readonly tags: readonly Tag[];
  readonly comment: string | undefined;
  readonly idempotencyKey: string;
};

export type EvaluateRefusal =
  | { readonly code: "APPLICATION_NOT_FOUND" | "IDEMPOTENCY_MISMATCH" }
  | { readonly code: "NOTHING_DECIDED"; readonly path: readonly string[] }
  | { readonly code: "COMMENT_MISSING"; readonly path: readonly string[] }
  | ClerkHandledIt
  | NotAllowed;

/** What is said of an officer's work is not taken down by that officer. */
export type ClerkHandledIt = { readonly code: "CLERK_HANDLED_IT"; readonly path: readonly string[] };

const CLERK_HANDLED_IT = { code: "CLERK_HANDLED_IT", path: ["attendance"] } as const;

/** Who may act in a case as of today speaks about it; to anybody else it is an unknown one. */
const isOwn = async (ports: EvaluatorPorts, application: Application): Promise<boolean> =>
  (await lookUpActing(ports, ports.acting, application)) !== undefined;

const isByHandler = ({ acting }: EvaluatorPorts, application: Application): boolean =>
  acting.kind === "CLERK" && hasHandled(acting.clerk, application);

/**
 * The applicant evaluates the latest decision of a case, once. A bad evaluation says what was bad, and opens the loop in
 * which it is put right. A clerk does it for the person present, but where they have handled the case. Errors:
 * APPLICATION_NOT_FOUND, CLERK_HANDLED_IT, NOTHING_DECIDED, COMMENT_MISSING, IDEMPOTENCY_MISMATCH, and NOT_ALLOWED_NOW
 * where this decision is evaluated already.
 */
export async function evaluateApplication(
  ports: EvaluatorPorts,
  application: string,
  { level, tags, comment, idempotencyKey }: EvaluationWish,
): Promise<Result<Evaluation, EvaluateRefusal>> {
  const found = await findApplication(ports, application);
  if (!found || !(await isOwn(ports, found))) return err({ code: "APPLICATION_NOT_FOUND" });
  if (isByHandler(ports, found)) return err(CLERK_HANDLED_IT);
  const { id, region, department, item, stage, decision } = found;
  if (!decision) return err({ code: "NOTHING_DECIDED", path: ["id"] });
  if (isBad(level) && comment === undefined)
    return err({ code: "COMMENT_MISSING", path: ["input", "comment"] });
  const evaluation = evaluated(
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
      ...{ decidedAt: decision.at, decidedBy: decision.by },
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
  const changed = { evaluation, action: "evaluated", ...attendedBy(ports.acting), counts };
  if (await writeEvaluation(ports, changed, undefined)) return ok(evaluation);
  ports.database.forget();
  const other = await findEvaluation(ports, evaluation.id);
  if (!other) throw new Error("an evaluation was refused and is not there");
  return sameAs(other, evaluation);
}

function sameAs(earlier: Evaluation, { submission, input }: Evaluation): Result<Evaluation, EvaluateRefusal> {
  if (earlier.submission !== submission) return err(notAllowed(earlier, { kind: "APPLICANT" }));
  return earlier.input === input ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
}

/**
 * Whoever may act in the case appeals, once, against how a bad evaluation was handled, when they were called back.
 * Errors: EVALUATION_NOT_FOUND, CLERK_HANDLED_IT, NOT_ALLOWED_NOW.
 */
export async function appealHandling(
  ports: EvaluatorPorts,
  id: string,
  reason: string,
): Promise<Result<Evaluation, NoSuchEvaluation | ClerkHandledIt | NotAllowed>> {
  const application = await findEvaluated(ports, id);
  if (!application || !(await isOwn(ports, application))) return err({ code: "EVALUATION_NOT_FOUND" });
  if (isByHandler(ports, application)) return err(CLERK_HANDLED_IT);
  return changeEvaluation<NoSuchEvaluation | ClerkHandledIt | NotAllowed>(ports, id, (found) => {
    if (ports.acting.kind === "CLERK" && hadPart(ports.acting.clerk.id, found)) return err(CLERK_HANDLED_IT);
    const appeal = { reason, at: ports.now };
    const appealed = moved(found, "APPEAL", { kind: "APPLICANT" }, { appeal });
    return appealed.ok ? ok({ evaluation: appealed.value, action: "evaluation-appealed", reason }) : appealed;
  });
}

/** The case that an evaluation is about. */
async function findEvaluated(ports: EvaluatorPorts, id: string): Promise<Application | undefined> {
  const evaluation = await findEvaluation(ports, id);
  return evaluation && findApplication(ports, evaluation.application);
}

const hadPart = (officer: OfficerId, { assignee, measures, callBack }: Evaluation): boolean =>
  [assignee, measures?.by, callBack?.by].includes(officer);
