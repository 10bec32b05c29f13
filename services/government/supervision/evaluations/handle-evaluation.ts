import type { Officer } from "../../../kernel/actor.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { isOwnCase } from "../../cases/index.ts";
import {
  type ChangedEvaluation,
  changeEvaluation,
  type EvaluationPorts,
  type NoSuchEvaluation,
} from "./change-evaluation.ts";
import { type Evaluation, type EvaluationAction, type NotAllowed, takeAction } from "./evaluation.ts";

export type HandlerPorts = EvaluationPorts & { readonly actor: Officer };

/** An evaluation that was handled; `R` is what the act itself refuses. */
export type Handled<R = never> = Promise<Result<Evaluation, NoSuchEvaluation | NotAllowed | R>>;

/** The act of an officer on an evaluation of their jurisdiction; any other answers as an unknown one. */
export function handleEvaluation<R extends { readonly code: string } = NotAllowed>(
  ports: HandlerPorts,
  id: string,
  how: Omit<ChangedEvaluation, "evaluation"> & { readonly act: EvaluationAction },
  change: (found: Evaluation) => Result<Parameters<typeof takeAction>[3], R>,
): Handled<R> {
  return changeEvaluation<NoSuchEvaluation | NotAllowed | R>(ports, id, async (found) => {
    if (!covers(ports.actor, found)) return err({ code: "EVALUATION_NOT_FOUND" });
    if (await isOwnCase(ports, found.application)) {
      return err({ code: "NOT_ALLOWED_NOW", state: found.status, availableActions: [] });
    }
    const changed = change(found);
    if (!changed.ok) return changed;
    const { act, ...written } = how;
    const evaluation = takeAction(found, act, ports.actor, changed.value);
    return evaluation.ok ? ok({ ...written, evaluation: evaluation.value }) : evaluation;
  });
}
