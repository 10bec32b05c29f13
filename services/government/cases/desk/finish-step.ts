import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { finishReview, type Review, type StepNotNamed } from "./desk-case.ts";

/** Ends a step of the review with an opinion. */
export async function finishStep(
  ports: OfficerPorts,
  id: string,
  { step, ...said }: Review,
): Promise<DeskResult<TextNotTaken | StepNotNamed>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return changeDeskCase<StepNotNamed>(ports, id, ({ application }, by) =>
    changeOf(finishReview(application, { step, ...texts.value }, by), { action: "step-finished" }),
  );
}
