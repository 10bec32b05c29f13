import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import type { AskPorts } from "../materials/find-held.ts";
import { type Answers, lookAgain, type ToAsk, withAnswers } from "../materials/look-again.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { finishReview, type Review, type StepNotNamed } from "./desk-case.ts";

/** Ends a step of the review with an opinion. An applicant whose licence has ended meanwhile is told, before it is decided. */
export async function finishStep(
  ports: OfficerPorts & AskPorts,
  id: string,
  { step, ...said }: Review,
): Promise<DeskResult<TextNotTaken | StepNotNamed>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const review = { step, ...texts.value };
  return withAnswers((answers) => finishWith(ports, id, review, answers));
}

const finishWith = (
  ports: OfficerPorts & AskPorts,
  id: string,
  review: Review,
  answers: Answers,
): Promise<DeskResult<StepNotNamed | ToAsk>> =>
  changeDeskCase<StepNotNamed | ToAsk>(ports, id, async ({ application, item }, by) => {
    const finished = finishReview(application, review, by);
    if (!finished.ok) return finished;
    const looked = await lookAgain(ports, application, item, answers);
    if (!looked.ok) return looked;
    const { isNews, writes } = looked.value;
    const told = isNews ? ({ event: "application.material-over" } as const) : {};
    return changeOf(finished, { action: "step-finished", writes, ...told });
  });
