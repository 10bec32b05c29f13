import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checklistOf, notAllowed } from "../actions.ts";
import type { Application, NotAllowed } from "../application.ts";
import { openPause, start } from "../clock.ts";
import type { OfficerFacts, Outcome } from "../desk/desk-case.ts";
import {
  type Finding,
  isReported,
  mergeFindings,
  openInspection,
  outcomeOf,
  type SiteInspection,
  withLatest,
} from "../inspection-on-site.ts";
import { act, transition } from "../transition.ts";

/**
 * Appoints the two who look at the site (Administrative Licensing Law, art. 34 (3)): part of the review, so the limit runs on,
 * for art. 45 does not name it. Appointed again before they have reported, others take over what was found so far.
 */
export function appoint(
  application: Application,
  step: string,
  inspectors: readonly OfficerId[],
  by: OfficerFacts,
): Outcome {
  const open = openInspection(application);
  const isTheirs = application.tasks.some(
    (task) =>
      task.step === step && (by.caller.roles.includes("SUPERVISOR") || task.claimedBy === by.caller.id),
  );
  if (!checklistOf(step, by) || !isTheirs || (open && open.step !== step)) {
    return err(notAllowed(application, by.caller, by));
  }
  const appointed = { inspectors, appointedBy: by.caller.id, appointedAt: by.now, signedBy: [] };
  if (open) {
    return act(application, "APPOINT_INSPECTORS", by, { inspections: withLatest(application, appointed) });
  }
  const inspection: SiteInspection = { step, findings: [], ...appointed };
  return act(application, "APPOINT_INSPECTORS", by, {
    inspections: [...(application.inspections ?? []), inspection],
  });
}

export type Observed = Pick<Finding, "point" | "result" | "note">;

export type PointUnknown = {
  readonly code: "POINT_UNKNOWN" | "POINT_TWICE";
  readonly values: { readonly name: string };
  readonly path: readonly string[];
};

/** Keeps what one of the two has found, of all points or some; those who have signed before sign again. */
export function recordFindings(
  application: Application,
  observed: readonly Observed[],
  by: OfficerFacts,
): Result<Application, NotAllowed | PointUnknown> {
  const open = openInspection(application);
  if (!open) return err(notAllowed(application, by.caller, by));
  const known = checklistOf(open.step, by) ?? [];
  const points = observed.map(({ point }) => point);
  const wrong = points.findIndex(
    (point, i) => points.indexOf(point) < i || !known.some(({ code }) => code === point),
  );
  const name = points[wrong];
  if (name !== undefined) {
    const code = points.indexOf(name) < wrong ? "POINT_TWICE" : "POINT_UNKNOWN";
    return err({ code, values: { name }, path: ["findings", String(wrong), "point"] });
  }
  const found = observed.map((one) => ({ ...one, by: by.caller.id, at: by.now }));
  const findings = mergeFindings(open.findings, found);
  return act(application, "RECORD_FINDINGS", by, {
    inspections: withLatest(application, { findings, signedBy: [] }),
  });
}

/**
 * One of the two stands for the findings. With the second the report is complete, and the step is finished with its outcome;
 * a clock that the appointment itself had stopped, as was done before, goes on.
 */
export function signReport(application: Application, by: OfficerFacts): Outcome {
  const open = openInspection(application);
  if (!open) return err(notAllowed(application, by.caller, by));
  const points = checklistOf(open.step, by) ?? [];
  const signedBy = [...open.signedBy, by.caller.id];
  const signed = act(application, "SIGN_REPORT", by, { inspections: withLatest(application, { signedBy }) });
  const isWhole = isReported(open, points) && open.inspectors.every((one) => signedBy.includes(one));
  if (!signed.ok || !isWhole) return signed;
  const outcome = outcomeOf(open.findings, points);
  const task = application.tasks.find(({ step }) => step === open.step);
  const { role, department } = task ?? { role: "inspector" as const, department: application.department };
  const { id, person } = by.caller;
  const finished = { step: open.step, role, department, by: id, person, at: by.now, opinion: outcome };
  const report = { signedBy, outcome, completedAt: by.now };
  const reported = transition(
    application,
    "FINISH_INSPECTION",
    { inspections: withLatest(application, report), finished: [...application.finished, finished] },
    by,
  );
  return ok(
    isStoppedByAppointment(application, open)
      ? transition(reported, "RESUME", { clock: start(reported.clock, by.now) }, by)
      : reported,
  );
}

/** Cases from before keep a pause for the inspection itself: with its step for a note, and no expected end. */
function isStoppedByAppointment({ clock }: Application, { step }: SiteInspection): boolean {
  const pause = openPause(clock);
  return pause?.reason === "INSPECTION" && pause.until === undefined && pause.note === step;
}

/** After a report that keeps the case from being granted: what has to be put right on site, and then inspected again. */
export function orderReinspection(application: Application, note: string, by: OfficerFacts): Outcome {
  const step = application.inspections?.at(-1)?.step;
  return act(application, "ORDER_REINSPECTION", by, {
    inspections: withLatest(application, { ordered: { note, by: by.caller.id, at: by.now } }),
    finished: application.finished.filter((one) => one.step !== step),
  });
}
