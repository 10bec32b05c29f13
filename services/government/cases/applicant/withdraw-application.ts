import { changeOf } from "../change-case.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { withdraw } from "./applicant-case.ts";

/** The applicant takes the application back. */
export const withdrawApplication = (ports: ApplicantPorts, id: string, reason: string): OwnCaseResult =>
  changeOwnCase(ports, id, ({ application, facts }) =>
    changeOf(withdraw(application, facts), { action: "withdrawn", reason }),
  );
