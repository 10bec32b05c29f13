import type { Application } from "./application.ts";

export type { Answer } from "./answer.ts";
export type { Appeal, Correction, Decision } from "./application.ts";
export type { Attendance } from "./attendance.ts";
export type { Clock, Pause } from "./case-clock.ts";
export type { FormProblem } from "./form-check.ts";
export type { StepProgress } from "./progress.ts";
export type { Ruling } from "./ruling.ts";
export { runCaseClocks } from "./run-case-clocks.ts";

/** A case as the resolvers pass it on. */
export type ApplicationView = Application & {
  /** A clerk serves its applicant at their window, and does what the applicant may do. */
  readonly isServed?: true;
};
