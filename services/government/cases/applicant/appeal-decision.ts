import { changeOf } from "../change-case.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { appeal } from "./applicant-case.ts";

/** The applicant asks for a refusal to be reconsidered. */
export const appealDecision = (ports: ApplicantPorts, id: string, reason: string): OwnCaseResult =>
  changeOwnCase(ports, id, ({ application, facts }) =>
    changeOf(appeal(application, reason, facts), { action: "appealed", reason }),
  );
