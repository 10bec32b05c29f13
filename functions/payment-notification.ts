import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createNotificationHandler, openGateways } from "../services/payments/index.ts";
import { readPaymentConfig, readTablePrefix } from "../services/platform/config.ts";
import { connect, openDatabase } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { systemRuntime } from "../services/platform/runtime.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";

const prefix = readTablePrefix(process.env);
const config = readPaymentConfig(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const outside = { runtime: systemRuntime, log: jsonLog };

/** What payment gateways post when a payment has ended. */
export const handler = createNotificationHandler({
  open: () => openDatabase(client, prefix),
  config,
  gateways: await openGateways(config.paymentGateways, outside),
  ...outside,
});
