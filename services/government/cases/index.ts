import type { Appeal, Application, Decision } from "./application.ts";

export type { Answer } from "./answer-due.ts";
export type { FormProblem } from "./applicant/form-check.ts";
export { type ApplicantPorts, attendedBy } from "./applicant/submit-case.ts";
export type {
  Appeal,
  Application,
  Complaint,
  Correction,
  Decision,
} from "./application.ts";
export { toldOf } from "./change-case.ts";
export { handles, hasHandled } from "./circle.ts";
export type { Clock, Pause } from "./clock.ts";
export { runCaseClocks } from "./deadlines/run-case-clocks.ts";
export { type Effect, type EffectPorts, effectsFrom, type Granted } from "./effects.ts";
export { dutiesInCases } from "./lists/to-do.ts";
export type { Attendance } from "./mandate/attendance.ts";
export { findActing, lookUpActing, NEEDED_SCOPES, type NotActing } from "./mandate/mandate.ts";
export type { HeldProvider } from "./materials/find-held.ts";
export type { Note } from "./notes/note.ts";
export type { StepProgress } from "./progress.ts";
export { isOwnCase, readCase } from "./read-case.ts";
export type { Ruling } from "./ruling/ruling.ts";
export type { SampleReview } from "./ruling/sample-review.ts";
export { findApplication, getApplication } from "./store.ts";
export { visitWrites } from "./window/count-visit.ts";
export { type ReceivePorts, type ReceiveRefusal, receivePerson } from "./window/receive-person.ts";

/** A decision with the appeal against it, as the resolvers pass it on. */
export type DecisionView = Decision & { readonly appeal: Appeal | undefined };

/** A case as the resolvers pass it on. */
export type ApplicationView = Application & {
  /** A clerk serves its applicant at their window, and does what the applicant may do. */
  readonly isServed?: true;
};
export type { InspectionView } from "./inspection-on-site.ts";
export { hasEnded } from "./life.ts";
export { getOpenCases } from "./open-cases-store.ts";
