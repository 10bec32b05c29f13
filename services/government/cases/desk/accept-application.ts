import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { accept } from "./desk-case.ts";

/** Accepts what was handed in; the applicant is told. */
export const acceptApplication = (ports: OfficerPorts, id: string): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(accept(application, by), { action: "accepted", event: "application.accepted" }),
  );
