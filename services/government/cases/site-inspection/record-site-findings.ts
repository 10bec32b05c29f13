import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "../desk/change-desk-case.ts";
import { type Observed, type PointUnknown, recordFindings } from "./inspection-case.ts";

/** Keeps what one of the two inspectors has found. */
export const recordSiteFindings = (
  ports: OfficerPorts,
  id: string,
  observed: readonly Observed[],
): DeskResult<PointUnknown> =>
  changeDeskCase<PointUnknown>(ports, id, ({ application }, by) =>
    changeOf(recordFindings(application, observed, by), { action: "findings-recorded" }),
  );
