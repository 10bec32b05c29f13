import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { resume } from "./desk-case.ts";

/** Lets the clock of a case go on; the applicant is told. */
export const resumeClock = (ports: OfficerPorts, id: string): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(resume(application, by), { action: "resumed", event: "application.resumed" }),
  );
