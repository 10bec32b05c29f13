import type { Officer } from "../../../kernel/actor.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { isOwnCase } from "../../cases/index.ts";
import {
  type ChangedEvaluation,
  changeEvaluation,
  type EvaluationPorts,
  type NoSuchEvaluation,
} from "./change-evaluation.ts";
import { anew, type Evaluation, type EvaluationAction, moved, type NotAllowed } from "./evaluation.ts";

export type HandlerPorts = EvaluationPorts & { readonly actor: Officer };

type Handled<R = never> = Promise<Result<Evaluation, NoSuchEvaluation | NotAllowed | R>>;

/** What an officer does about an evaluation of their jurisdiction; any other answers as an unknown one. */
function handle<R extends { readonly code: string } = NotAllowed>(
  ports: HandlerPorts,
  id: string,
  how: Omit<ChangedEvaluation, "evaluation"> & { readonly act: EvaluationAction },
  change: (found: Evaluation) => Result<Parameters<typeof moved>[3], R>,
): Handled<R> {
  return changeEvaluation<NoSuchEvaluation | NotAllowed | R>(ports, id, async (found) => {
    if (!covers(ports.actor, found)) return err({ code: "EVALUATION_NOT_FOUND" });
    if (await isOwnCase(ports, found.application)) {
      return err({ code: "NOT_ALLOWED_NOW", state: found.status, availableActions: [] });
    }
    const changed = change(found);
    if (!changed.ok) return changed;
    const { act, ...written } = how;
    const evaluation = moved(found, act, ports.actor, changed.value);
    return evaluation.ok ? ok({ ...written, evaluation: evaluation.value }) : evaluation;
  });
}

export type DecidedIt = { readonly code: "ASSIGNEE_DECIDED"; readonly path: readonly string[] };

/** A supervisor names who puts it right: somebody else than who decided the case. Errors: ASSIGNEE_DECIDED. */
export const assignEvaluation = (ports: HandlerPorts, id: string, to: OfficerId): Handled<DecidedIt> =>
  handle<DecidedIt>(
    ports,
    id,
    { act: "ASSIGN", action: "evaluation-assigned", reason: to },
    ({ decidedBy }) =>
      to === decidedBy ? err({ code: "ASSIGNEE_DECIDED", path: ["to"] }) : ok({ assignee: to }),
  );

const said = ({ actor, now }: HandlerPorts, text: string) => ({ text, by: actor.id, at: now });

/** Whom it was assigned to tells what was put right. */
export const putEvaluationRight = (ports: HandlerPorts, id: string, measures: string): Handled =>
  handle(
    ports,
    id,
    { act: "PUT_RIGHT", action: "evaluation-put-right", reason: measures, event: "evaluation.put-right" },
    () => ok({ measures: said(ports, measures) }),
  );

export type CallBack = { readonly isSatisfied: boolean; readonly note: string };

/** A supervisor records what the applicant said of it when they were called back (回访). */
export const recordCallBack = (ports: HandlerPorts, id: string, { isSatisfied, note }: CallBack): Handled =>
  handle(ports, id, { act: "CALL_BACK", action: "evaluation-called-back", reason: note }, () =>
    ok({ callBack: { ...said(ports, note), isSatisfied } }),
  );

export type AppealAnswer = { readonly outcome: "UPHELD" | "OVERTURNED"; readonly answer: string };

/** A supervisor answers the appeal: the handling stands, or begins anew with fifteen working days. */
export const answerEvaluationAppeal = (
  ports: HandlerPorts,
  id: string,
  { outcome, answer }: AppealAnswer,
): Handled =>
  handle(
    ports,
    id,
    {
      act: outcome === "UPHELD" ? "UPHOLD" : "REOPEN",
      ...{ action: "evaluation-answered", reason: answer, event: "evaluation.appeal-answered" },
    },
    ({ appeal }) =>
      ok({
        ...(outcome === "UPHELD" ? {} : anew(ports.now)),
        ...(appeal ? { appeal: { ...appeal, answer: said(ports, answer) } } : {}),
      }),
  );
