import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { finishReview, type Review, type StepNotNamed } from "./desk-case.ts";

/** Ends a step of the review with an opinion. */
export const finishStep = (ports: OfficerPorts, id: string, review: Review): DeskResult<StepNotNamed> =>
  changeDeskCase<StepNotNamed>(ports, id, ({ application }, by) =>
    changeOf(finishReview(application, review, by), { action: "step-finished" }),
  );
