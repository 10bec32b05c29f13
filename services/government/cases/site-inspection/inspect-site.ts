import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { lookUpStanding } from "../../../people/enterprises/index.ts";
import { checkInspector, getInspector, hasInterest, inspectsIn } from "../../inspectors/index.ts";
import type { Application, FormData, NotAllowed } from "../application.ts";
import { changeCase, type NoSuchCase } from "../change-case.ts";
import { handle, isOnDesk, type OfficerPorts } from "../desk/change-desk-case.ts";
import { INSPECTORS } from "../inspection-on-site.ts";
import {
  appoint,
  type Observed,
  orderReinspection,
  type PointUnknown,
  recordFindings,
  signReport,
} from "./inspection-case.ts";

type Handled<R = never> = Promise<Result<Application, R | NotAllowed | NoSuchCase>>;

export type InspectorUnfit = {
  readonly code: "TWO_INSPECTORS" | "INSPECTOR_NOT_ON_ROLL" | "INSPECTOR_HAS_INTEREST";
  readonly path: readonly string[];
};

/**
 * Appoints two inspectors from the roll of the step's department: not one person twice, not the applicant, nobody who
 * represents it or may act for it, and none who has declared an interest in the enterprise. It stands only while they have declared nothing new.
 */
export const appointInspectors = (
  ports: OfficerPorts,
  id: string,
  { step, inspectors }: { readonly step: string; readonly inspectors: readonly string[] },
): Handled<InspectorUnfit> =>
  changeCase<InspectorUnfit | NotAllowed | NoSuchCase>(ports, id, async ({ application, form, facts }) => {
    if (!isOnDesk(ports, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    const ids = inspectors.filter((one) => isId("ofc", one));
    const appointed = appoint(application, step, ids, { ...facts, caller: ports.actor });
    if (!appointed.ok) return appointed;
    const fit = await fitFor(ports, application, { form, step, inspectors });
    if (!fit.ok) return fit;
    const writes = fit.value.map((one) => checkInspector(ports, one));
    const event = "application.inspection-appointed";
    return ok({ application: appointed.value, action: "inspectors-appointed", event, writes });
  });

async function fitFor(
  ports: OfficerPorts,
  application: Application,
  { form, step, inspectors }: { form: FormData; step: string; inspectors: readonly string[] },
) {
  const department = application.tasks.find((task) => task.step === step)?.department ?? "";
  const entries = await Promise.all(
    inspectors.map((one) => (isId("ofc", one) ? getInspector(ports, department, one) : undefined)),
  );
  const missing = entries.findIndex((entry) => !entry || !inspectsIn(entry, application.region));
  if (missing >= 0) {
    return err({ code: "INSPECTOR_NOT_ON_ROLL", path: ["inspectors", String(missing)] } as const);
  }
  const found = entries.flatMap((entry) => entry ?? []);
  // One person may have two sign-ins.
  const isTwo = new Set(found.map(({ person }) => person)).size === INSPECTORS && found.length === INSPECTORS;
  if (!isTwo) return err({ code: "TWO_INSPECTORS", path: ["inspectors"] } as const);
  const { subject, citizenId } = application;
  const concerned = {
    persons: [citizenId, ...(subject.kind === "PERSON" ? [subject.citizenId] : [])],
    enterprise: subject.kind === "ENTERPRISE" ? subject.creditCode : String(form["creditCode"] ?? ""),
  };
  const standings = await Promise.all(
    found.map(({ person }) => lookUpStanding(ports, person, subject, ports.now)),
  );
  const partial = found.findIndex((one, i) => standings[i] !== undefined || hasInterest(one, concerned));
  return partial >= 0
    ? err({ code: "INSPECTOR_HAS_INTEREST", path: ["inspectors", String(partial)] } as const)
    : ok(found);
}

export const recordSiteFindings = (
  ports: OfficerPorts,
  id: string,
  observed: readonly Observed[],
): Handled<PointUnknown> =>
  handle<PointUnknown>(ports, id, { action: "findings-recorded" }, (application, by) =>
    recordFindings(application, observed, by),
  );

/** The second signature ends the inspection: report, clock and step in one commit. */
export const signSiteReport = (ports: OfficerPorts, id: string): Handled =>
  changeCase<NotAllowed | NoSuchCase>(ports, id, ({ application, facts }) => {
    if (!isOnDesk(ports, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    const signed = signReport(application, { ...facts, caller: ports.actor });
    if (!signed.ok) return signed;
    const isWhole = signed.value.inspections?.at(-1)?.completedAt !== undefined;
    const event = isWhole ? ({ event: "application.inspection-reported" } as const) : {};
    return ok({ application: signed.value, action: isWhole ? "inspected" : "report-signed", ...event });
  });

export const orderSiteReinspection = (ports: OfficerPorts, id: string, note: string): Handled =>
  handle(
    ports,
    id,
    { action: "reinspection-ordered", reason: note, event: "application.reinspection-ordered" },
    (application, by) => orderReinspection(application, note, by),
  );
