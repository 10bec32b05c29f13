import type { Appeal, Application, Decision } from "./application.ts";

export type { Answer } from "./answer.ts";
export type {
  Appeal,
  Application,
  Complaint,
  Correction,
  Decision,
} from "./application.ts";
export { type ApplicantPorts, attendedBy } from "./apply.ts";
export type { Attendance } from "./attendance.ts";
export { handles, hasHandled } from "./case-circle.ts";
export type { Clock, Pause } from "./case-clock.ts";
export { toldOf } from "./change-case.ts";
export { visitWrites } from "./count-visit.ts";
export type { FormProblem } from "./form-check.ts";
export { listDueApplications } from "./list-due-applications.ts";
export type { Note } from "./note.ts";
export type { StepProgress } from "./progress.ts";
export { isOwnCase, readCase } from "./read-case.ts";
export { type ReceivePorts, type ReceiveRefusal, receivePerson } from "./receive-person.ts";
export type { Ruling } from "./ruling.ts";
export { runCaseClocks } from "./run-case-clocks.ts";
export type { SampleReview } from "./sample-review.ts";
export { findApplication, getApplication } from "./store.ts";
export { findActing, lookUpActing, NEEDED_SCOPES, type NotActing } from "./who-acts.ts";

/** A decision with the appeal against it, as the resolvers pass it on. */
export type DecisionView = Decision & { readonly appeal: Appeal | undefined };

/** A case as the resolvers pass it on. */
export type ApplicationView = Application & {
  /** A clerk serves its applicant at their window, and does what the applicant may do. */
  readonly isServed?: true;
};
export { hasEnded } from "./case-life.ts";
export { getOpenCases } from "./open-cases-store.ts";
export type { InspectionView } from "./site-inspection.ts";
