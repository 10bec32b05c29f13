import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { type LookParts, lookAgain } from "../materials/look-again.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { finishReview, type Review, type StepNotNamed } from "./desk-case.ts";

/** Ends a step of the review with an opinion. An applicant whose licence has ended meanwhile is told, before it is decided. */
export async function finishStep(
  ports: OfficerPorts & LookParts,
  id: string,
  { step, ...said }: Review,
): Promise<DeskResult<TextNotTaken | StepNotNamed>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return changeDeskCase<StepNotNamed>(ports, id, async ({ application, item }, by) => {
    const finished = finishReview(application, { step, ...texts.value }, by);
    if (!finished.ok) return finished;
    const { isNews, writes } = await lookAgain(ports, application, item);
    const told = isNews ? ({ event: "application.material-over" } as const) : {};
    return changeOf(finished, { action: "step-finished", writes, ...told });
  });
}
