import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type AppealAnswer, answerAppeal } from "./desk-case.ts";

/** Upholds a refusal that was appealed against, or overturns it; the applicant is told. */
export const decideAppeal = (ports: OfficerPorts, id: string, answer: AppealAnswer): DeskResult =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(answerAppeal(application, answer, by), {
      action: `appeal-${answer.outcome.toLowerCase()}`,
      ...{ reason: answer.answer, event: "application.appeal-answered" },
    }),
  );
