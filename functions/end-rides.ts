import { endDueRides } from "../services/convenience/transit/index.ts";
import { openTables, scheduled } from "../services/kernel/process/scheduled.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";

const ports = { open: openTables(), now: systemRuntime.now };

/** Called every five minutes: charges the rides whose other end was waited for long enough, and logs how it stands. */
export const handler = scheduled({ logs: "rides", runs: [(mode, until) => endDueRides(ports, mode, until)] });
