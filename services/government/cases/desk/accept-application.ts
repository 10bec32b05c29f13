import { err } from "../../../kernel/result.ts";
import { actionsFor } from "../actions.ts";
import { changeOf } from "../change-case.ts";
import { type LookParts, lookAgain, type MaterialOver, materialOver } from "../materials/look-again.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { accept } from "./desk-case.ts";

/**
 * Accepts what was handed in; the applicant is told. A licence that stands for a material and has ended is named in the correction
 * notice, as long as none has been sent; later the decision waits for it. Errors: MATERIAL_OVER_TO_CORRECT.
 */
export const acceptApplication = (
  ports: OfficerPorts & LookParts,
  id: string,
): Promise<DeskResult<MaterialOver>> =>
  changeDeskCase<MaterialOver>(ports, id, async ({ application, item }, by) => {
    const accepted = accept(application, by);
    if (!accepted.ok) return accepted;
    const { over, isNews, writes } = await lookAgain(ports, application, item);
    const [first] = over;
    if (first && actionsFor(application, by.caller, by).includes("REQUEST_CORRECTION")) {
      return err(materialOver("MATERIAL_OVER_TO_CORRECT", first, item));
    }
    // The applicant is told of news together with the step that finds them.
    const how = { action: "accepted", event: "application.accepted" } as const;
    return changeOf(accepted, { ...how, writes: isNews ? [] : writes });
  });
