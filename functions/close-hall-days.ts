import { closeHallDays } from "../services/government/halls/index.ts";
import { openTables, scheduled } from "../services/kernel/process/scheduled.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";

const ports = { open: openTables(), now: systemRuntime.now };

/** Called every ten minutes: ends what closings and the ends of halls' days have come to end, and logs how it stands. */
export const handler = scheduled({
  logs: "hall days",
  runs: [(mode, until) => closeHallDays(ports, mode, until)],
});
