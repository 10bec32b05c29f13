import type { Evaluation } from "./evaluations/evaluation.ts";

/** An evaluation as the resolvers pass it on. */
export type EvaluationView = Evaluation & {
  /** A clerk serves its applicant at their window, and does what the applicant may do. */
  readonly isServed?: true;
};
export { runEvaluationClocks } from "./evaluations/run-evaluation-clocks.ts";
export type { Finding } from "./trail/trail-check.ts";
export type { TrailLine } from "./trail/trail-line.ts";
