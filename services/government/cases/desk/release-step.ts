import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { release } from "./step-holder.ts";

/** Gives a step back into its queue. */
export const releaseStep = (ports: OfficerPorts, id: string, step: string): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(release(application, step, by), { action: "step-released", reason: step }),
  );
