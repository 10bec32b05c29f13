import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "../desk/change-desk-case.ts";
import { orderReinspection } from "./inspection-case.ts";

/** Orders what has to be put right on site, and that it is inspected again; the applicant is told. */
export const orderSiteReinspection = (ports: OfficerPorts, id: string, note: string): DeskResult =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(orderReinspection(application, note, by), {
      ...{ action: "reinspection-ordered", reason: note, event: "application.reinspection-ordered" },
    }),
  );
