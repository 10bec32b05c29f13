import { openPaymentParts } from "../services/app/payment-parts.ts";
import { payAutomatically } from "../services/convenience/utilities/index.ts";
import { readPaymentConfig } from "../services/kernel/process/config.ts";
import { jsonLog } from "../services/kernel/process/log.ts";
import { openTables, scheduled } from "../services/kernel/process/scheduled.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";

const config = readPaymentConfig(process.env);
const outside = { runtime: systemRuntime, log: jsonLog };
const parts = await openPaymentParts({ config, ...outside });
const ports = { open: openTables(), config, parts, ...outside };

/** Called every ten minutes: pays the bills that are due to be paid by themselves, and logs how it stands. */
export const handler = scheduled({
  logs: "automatic payments",
  runs: [(mode, until) => payAutomatically(ports, mode, until)],
});
