import { err } from "../../../kernel/result.ts";
import { actionsFor } from "../actions.ts";
import { changeOf } from "../change-case.ts";
import type { AskPorts } from "../materials/find-held.ts";
import { type Answers, lookAgain, type ToAsk, withAnswers } from "../materials/look-again.ts";
import { type MaterialOver, overToCorrect } from "../materials/material-over.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { accept } from "./desk-case.ts";

/**
 * Accepts what was handed in; the applicant is told. A licence that stands for a material and has ended is named in the correction
 * notice, as long as none has been sent; later the decision waits for it. One of which nobody could tell stands, with that on record.
 * Errors: MATERIAL_OVER_TO_CORRECT.
 */
export const acceptApplication = (
  ports: OfficerPorts & AskPorts,
  id: string,
): Promise<DeskResult<MaterialOver>> => withAnswers((answers) => acceptWith(ports, id, answers));

const acceptWith = (
  ports: OfficerPorts & AskPorts,
  id: string,
  answers: Answers,
): Promise<DeskResult<MaterialOver | ToAsk>> =>
  changeDeskCase<MaterialOver | ToAsk>(ports, id, async ({ application, item }, by) => {
    const accepted = accept(application, by);
    if (!accepted.ok) return accepted;
    const looked = await lookAgain(ports, application, item, answers);
    if (!looked.ok) return looked;
    const { over, isNews, writes } = looked.value;
    const [first] = over;
    if (first && actionsFor(application, by.caller, by).includes("REQUEST_CORRECTION")) {
      return err(overToCorrect(first, item));
    }
    // The applicant is told of news together with the step that finds them.
    const how = { action: "accepted", event: "application.accepted" } as const;
    return changeOf(accepted, { ...how, writes: isNews ? [] : writes });
  });
