import { saidBy } from "../../../kernel/four-eyes.ts";
import { ok } from "../../../kernel/result.ts";
import { checkWords, type WordsProblem } from "./evaluation.ts";
import { type Handled, type HandlerPorts, handleEvaluation } from "./handle-evaluation.ts";

/** The officer to whom it was assigned tells what was put right. */
export async function putEvaluationRight(
  ports: HandlerPorts,
  id: string,
  stated: string,
): Handled<WordsProblem> {
  const measures = checkWords(stated, "measures");
  if (!measures.ok) return measures;
  return handleEvaluation(
    ports,
    id,
    {
      act: "PUT_RIGHT",
      action: "evaluation-put-right",
      reason: measures.value,
      event: "evaluation.put-right",
    },
    () => ok({ measures: saidBy(ports.actor, measures.value, ports.now) }),
  );
}
