import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { claim } from "./step-holder.ts";

/** Takes a step on. */
export const claimStep = (ports: OfficerPorts, id: string, step: string): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(claim(application, step, by), { action: "step-claimed", reason: step }),
  );
