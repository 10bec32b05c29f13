import type { Evaluation } from "./evaluation.ts";

/** An evaluation as the resolvers pass it on. */
export type EvaluationView = Evaluation & {
  /** A clerk serves its applicant at their window, and does what the applicant may do. */
  readonly isServed?: true;
};
export type { TrailLine } from "./plain-words.ts";
export { runEvaluationClocks } from "./run-evaluation-clocks.ts";
export type { Finding } from "./trail-check.ts";
