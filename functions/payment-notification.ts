import { openPaymentParts } from "../services/app/payment-parts.ts";
import { readAwsEnvironment } from "../services/kernel/aws/environment.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import { lineFrom, openWire } from "../services/kernel/database/wire.ts";
import { readPaymentConfig, readTablePrefix } from "../services/kernel/process/config.ts";
import { jsonLog } from "../services/kernel/process/log.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { createNotificationHandler } from "../services/money/payments/index.ts";

const prefix = readTablePrefix(process.env);
const config = readPaymentConfig(process.env);
const aws = readAwsEnvironment(process.env);
const call = openWire(() => lineFrom(aws));
const outside = { runtime: systemRuntime, log: jsonLog };

/** The notification that payment gateways post when a payment has ended. */
export const handler = createNotificationHandler({
  open: () => openDatabase(call, prefix),
  config,
  parts: await openPaymentParts({ config, ...outside }),
  ...outside,
});
