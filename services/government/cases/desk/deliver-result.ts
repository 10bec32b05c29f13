import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { deliver } from "./desk-case.ts";

/** Hands out what was granted. */
export const deliverResult = (ports: OfficerPorts, id: string, note: string): DeskResult =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(deliver(application, note, by), { action: "delivered", event: "application.delivered" }),
  );
