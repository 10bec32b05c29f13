import { ok } from "../../../kernel/result.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "../desk/change-desk-case.ts";
import { signReport } from "./inspection-case.ts";

/** The second signature ends the inspection: report and step in one commit. */
export const signSiteReport = (ports: OfficerPorts, id: string): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) => {
    const signed = signReport(application, by);
    if (!signed.ok) return signed;
    const isWhole = signed.value.inspections?.at(-1)?.completedAt !== undefined;
    const event = isWhole ? ({ event: "application.inspection-reported" } as const) : {};
    return ok({ application: signed.value, action: isWhole ? "inspected" : "report-signed", ...event });
  });
