import { isId } from "../../../kernel/ids.ts";
import { err, ok } from "../../../kernel/result.ts";
import { lookUpStanding } from "../../../people/enterprises/index.ts";
import { checkInspector, getInspector, hasInterest, inspectsIn } from "../../inspectors/index.ts";
import { hasCheckedElsewhere } from "../actions.ts";
import type { Application, FormData } from "../application.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "../desk/change-desk-case.ts";
import { INSPECTORS, withLatest } from "../inspection-on-site.ts";
import { appoint } from "./inspection-case.ts";

export type InspectorUnfit = {
  readonly code: "TWO_INSPECTORS" | "INSPECTOR_NOT_ON_ROLL" | "INSPECTOR_HAS_INTEREST" | "HAS_CHECKED_BEFORE";
  readonly path: readonly string[];
};

/**
 * Appoints two inspectors from the roll of the step's department: not one person twice, not the applicant, nobody who
 * represents it or may act for it, none who has declared an interest in the enterprise, and where the item asks for other eyes
 * none who has checked the case in another step. It stands only while they
 * have declared nothing new.
 */
export const appointInspectors = (
  ports: OfficerPorts,
  id: string,
  { step, inspectors }: { readonly step: string; readonly inspectors: readonly string[] },
): Promise<DeskResult<InspectorUnfit>> =>
  changeDeskCase<InspectorUnfit>(ports, id, async ({ application, form }, by) => {
    const ids = inspectors.filter((one) => isId("ofc", one));
    const appointed = appoint(application, step, ids, by);
    if (!appointed.ok) return appointed;
    const fit = await findFit(ports, application, { form, step, inspectors });
    if (!fit.ok) return fit;
    const again = fit.value.findIndex(({ officer, person }) =>
      hasCheckedElsewhere({ id: officer, person }, application, step, by),
    );
    if (again >= 0) return err({ code: "HAS_CHECKED_BEFORE", path: ["inspectors", String(again)] });
    const writes = fit.value.map((one) => checkInspector(ports, one));
    const persons = fit.value.map(({ person }) => person);
    const known = { ...appointed.value, inspections: withLatest(appointed.value, { persons }) };
    return changeOf(ok(known), {
      ...{ action: "inspectors-appointed", event: "application.inspection-appointed", writes },
    });
  });

/** The entries of those who are to be appointed, if the roll has them and nothing speaks against them. */
async function findFit(
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
