import { runCaseClocks } from "../services/government/cases/index.ts";
import { runRectificationClocks } from "../services/government/inspections/index.ts";
import { runEvaluationClocks } from "../services/government/supervision/index.ts";
import { openTables, scheduled } from "../services/kernel/process/scheduled.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { endAuthorities } from "../services/people/enterprises/index.ts";

const ports = { open: openTables(), now: systemRuntime.now };

/** Called every ten minutes: does what the clocks of cases come to do, ends authorities by their term, and logs how it stands. */
export const handler = scheduled({
  logs: "case clocks",
  runs: [
    (mode, until) => runCaseClocks(ports, mode, until),
    (mode) => runEvaluationClocks(ports, mode),
    (mode) => runRectificationClocks(ports, mode),
    (mode, until) => endAuthorities(ports, mode, until),
  ],
});
