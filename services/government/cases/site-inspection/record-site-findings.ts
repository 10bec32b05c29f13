import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "../desk/change-desk-case.ts";
import { type PointUnknown, recordFindings } from "./inspection-case.ts";
import { type FindingProblem, readFindings, type SentFinding } from "./read-findings.ts";

/** Keeps what one of the two inspectors has found. */
export async function recordSiteFindings(
  ports: OfficerPorts,
  id: string,
  findings: readonly SentFinding[],
): Promise<DeskResult<FindingProblem | PointUnknown>> {
  const observed = readFindings(findings);
  if (!observed.ok) return observed;
  return changeDeskCase<PointUnknown>(ports, id, ({ application }, by) =>
    changeOf(recordFindings(application, observed.value, by), { action: "findings-recorded" }),
  );
}
