import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { answerDelay } from "./desk-case.ts";

/** A supervisor answers a complaint about delay; the applicant is told. */
export const answerComplaint = (ports: OfficerPorts, id: string, answer: string): DeskResult =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(answerDelay(application, answer, by), {
      ...{ action: "complaint-answered", reason: answer, event: "application.complaint-answered" },
    }),
  );
