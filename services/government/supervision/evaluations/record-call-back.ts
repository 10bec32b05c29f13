import { saidBy } from "../../../kernel/four-eyes.ts";
import { ok } from "../../../kernel/result.ts";
import { checkWords, type WordsProblem } from "./evaluation.ts";
import { type Handled, type HandlerPorts, handleEvaluation } from "./handle-evaluation.ts";

export type CallBack = { readonly isSatisfied: boolean; readonly note: string };

/** A supervisor records what the applicant said of it when they were called back (回访). */
export async function recordCallBack(
  ports: HandlerPorts,
  id: string,
  { isSatisfied, note: stated }: CallBack,
): Handled<WordsProblem> {
  const note = checkWords(stated, "note");
  if (!note.ok) return note;
  return handleEvaluation(
    ports,
    id,
    { act: "CALL_BACK", action: "evaluation-called-back", reason: note.value },
    () => ok({ callBack: { ...saidBy(ports.actor, note.value, ports.now), isSatisfied } }),
  );
}
