import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { runRectificationClocks } from "./run-rectification-clocks.ts";
import { INSPECTIONS } from "./service.ts";

export const inspections = {
  service: INSPECTIONS,
  sweeps: { "run-case-clocks": runRectificationClocks },
} as const satisfies ServiceRuntime;
