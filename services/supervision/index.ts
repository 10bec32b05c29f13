export type { Evaluation } from "./evaluation.ts";
export type { TrailLine } from "./plain-words.ts";
export { runEvaluationClocks } from "./run-evaluation-clocks.ts";
export type { Finding } from "./trail-check.ts";
