import { saidBy } from "../../../kernel/four-eyes.ts";
import { ok } from "../../../kernel/result.ts";
import { checkWords, renewHandling, type WordsProblem } from "./evaluation.ts";
import { type Handled, type HandlerPorts, handleEvaluation } from "./handle-evaluation.ts";

export type AppealAnswer = { readonly outcome: "UPHELD" | "OVERTURNED"; readonly answer: string };

/** A supervisor answers the appeal: the handling stands, or begins anew with fifteen working days. */
export async function answerEvaluationAppeal(
  ports: HandlerPorts,
  id: string,
  { outcome, answer: stated }: AppealAnswer,
): Handled<WordsProblem> {
  const answer = checkWords(stated, "answer");
  if (!answer.ok) return answer;
  return handleEvaluation(
    ports,
    id,
    {
      act: outcome === "UPHELD" ? "UPHOLD" : "REOPEN",
      ...{ action: "evaluation-answered", reason: answer.value, event: "evaluation.appeal-answered" },
    },
    ({ appeal }) =>
      ok({
        ...(outcome === "UPHELD" ? {} : renewHandling(ports.now)),
        ...(appeal ? { appeal: { ...appeal, answer: saidBy(ports.actor, answer.value, ports.now) } } : {}),
      }),
  );
}
