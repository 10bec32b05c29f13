import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type AppealAnswer, answerAppeal } from "./desk-case.ts";

/** Upholds a refusal that was appealed against, or overturns it; the applicant is told. */
export async function decideAppeal(
  ports: OfficerPorts,
  id: string,
  { outcome, ...said }: AppealAnswer,
): Promise<DeskResult<TextNotTaken>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const { answer } = texts.value;
  return changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(answerAppeal(application, { outcome, answer }, by), {
      action: `appeal-${outcome.toLowerCase()}`,
      ...{ reason: answer, event: "application.appeal-answered" },
    }),
  );
}
