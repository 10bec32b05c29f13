import type { Officer } from "../../../kernel/actor.ts";
import { isHandOf } from "../../../kernel/four-eyes.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Application, findApplication, hasEndedMeanwhile } from "../../cases/index.ts";
import { changeEvaluation, type NoSuchEvaluation } from "./change-evaluation.ts";
import { checkWords, type Evaluation, type NotAllowed, takeAction, type WordsProblem } from "./evaluation.ts";
import { findEvaluation } from "./evaluation-store.ts";
import {
  CLERK_HANDLED_IT,
  type ClerkHandledIt,
  type EvaluatorPorts,
  isByHandler,
  isOwn,
} from "./evaluator.ts";

type AttendanceOver = { readonly code: "ATTENDANCE_OVER" };
export type AppealRefusal = NoSuchEvaluation | ClerkHandledIt | NotAllowed | WordsProblem | AttendanceOver;

/**
 * Anybody who may act in the case appeals, once, against how a bad evaluation was handled, when they were called back.
 * Errors: EVALUATION_NOT_FOUND, CLERK_HANDLED_IT, NOT_ALLOWED_NOW; besides, a reason that cannot be kept.
 */
export async function appealEvaluation(
  ports: EvaluatorPorts,
  id: string,
  stated: string,
): Promise<Result<Evaluation, AppealRefusal>> {
  const checked = checkWords(stated, "reason");
  if (!checked.ok) return checked;
  const reason = checked.value;
  const application = await findEvaluatedCase(ports, id);
  if (!application || !(await isOwn(ports, application))) return err({ code: "EVALUATION_NOT_FOUND" });
  if (isByHandler(ports, application)) return err(CLERK_HANDLED_IT);
  return changeEvaluation<Exclude<AppealRefusal, WordsProblem>>(ports, id, async (found) => {
    if (await hasEndedMeanwhile(ports, ports.acting)) return err({ code: "ATTENDANCE_OVER" });
    if (ports.acting.kind === "CLERK" && hadPart(ports.acting.clerk, found)) return err(CLERK_HANDLED_IT);
    const appeal = { reason, at: ports.now };
    const appealed = takeAction(found, "APPEAL", { kind: "APPLICANT" }, { appeal });
    return appealed.ok ? ok({ evaluation: appealed.value, action: "evaluation-appealed", reason }) : appealed;
  });
}

/** The case that an evaluation is about. */
async function findEvaluatedCase(ports: EvaluatorPorts, id: string): Promise<Application | undefined> {
  const evaluation = await findEvaluation(ports, id);
  return evaluation && findApplication(ports, evaluation.application);
}

const hadPart = (officer: Officer, { assignee, assigneePerson, measures, callBack }: Evaluation): boolean =>
  [{ by: assignee, person: assigneePerson }, measures, callBack].some((hand) => isHandOf(officer, hand));
