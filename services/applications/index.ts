export type { Answer } from "./answer.ts";
export type { Appeal, Application, Complaint, Correction, Decision } from "./application.ts";
export { handles } from "./available-actions.ts";
export type { Clock, Pause } from "./case-clock.ts";
export type { FormProblem } from "./form-check.ts";
export type { StepProgress } from "./progress.ts";
export type { Ruling } from "./ruling.ts";
export { runCaseClocks } from "./run-case-clocks.ts";
export { findApplication } from "./store.ts";
