import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openPaymentParts } from "../services/app/parts.ts";
import { connect, openDatabase } from "../services/kernel/database/database.ts";
import { CLIENT_LIMITS } from "../services/kernel/database/wire.ts";
import { readPaymentConfig, readTablePrefix } from "../services/kernel/process/config.ts";
import { jsonLog } from "../services/kernel/process/log.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { createNotificationHandler } from "../services/money/payments/index.ts";

const prefix = readTablePrefix(process.env);
const config = readPaymentConfig(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const outside = { runtime: systemRuntime, log: jsonLog };

/** What payment gateways post when a payment has ended. */
export const handler = createNotificationHandler({
  open: () => openDatabase(client, prefix),
  config,
  parts: await openPaymentParts({ config, ...outside }),
  ...outside,
});
