export { runEvaluationClocks } from "./evaluations/run-evaluation-clocks.ts";
