import { openGateways, payAutomatically } from "../services/payments/index.ts";
import { readPaymentConfig } from "../services/platform/config.ts";
import { jsonLog } from "../services/platform/log.ts";
import { systemRuntime } from "../services/platform/runtime.ts";
import { openTables, scheduled } from "../services/platform/scheduled.ts";

const config = readPaymentConfig(process.env);
const outside = { runtime: systemRuntime, log: jsonLog };
const gateways = await openGateways(config.paymentGateways, outside);
const ports = { open: openTables(), config, gateways, ...outside };

/** Called every ten minutes: pays the bills that are due to be paid by themselves, and logs how it stands. */
export const handler = scheduled({
  logs: "automatic payments",
  runs: [(mode, until) => payAutomatically(ports, mode, until)],
});
