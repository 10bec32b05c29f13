import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { runEvaluationClocks } from "./evaluations/run-evaluation-clocks.ts";
import { SUPERVISION } from "./service.ts";

export const supervision = {
  service: SUPERVISION,
  sweeps: { "run-case-clocks": runEvaluationClocks },
} as const satisfies ServiceRuntime;
