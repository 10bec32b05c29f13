export type { Answer } from "./answer.ts";
export type { Appeal, Application, Correction, Decision } from "./application.ts";
export type { Clock, Pause } from "./case-clock.ts";
export type { FormProblem } from "./form-check.ts";
export type { StepProgress } from "./progress.ts";
export type { Ruling } from "./ruling.ts";
export { runCaseClocks } from "./run-case-clocks.ts";
export type { InspectionView } from "./site-inspection.ts";
