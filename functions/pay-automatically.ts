import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { openGateways, payAutomatically } from "../services/payments/index.ts";
import { commitTo } from "../services/platform/commit.ts";
import { readPaymentConfig, readTablePrefix } from "../services/platform/config.ts";
import { connect, openDatabase } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { plusMs, systemRuntime } from "../services/platform/runtime.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";

/** For the payments that are under way when the time is over. */
const RESERVE_MS = 10_000;

const prefix = readTablePrefix(process.env);
const config = readPaymentConfig(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const outside = { runtime: systemRuntime, log: jsonLog };
const gateways = await openGateways(config.paymentGateways, outside);
const open = () => {
  const database = openDatabase(client, prefix);
  return { database, commit: commitTo(database) };
};
const ports = { open, config, gateways, ...outside };
const { now } = systemRuntime;

/** Called every ten minutes: pays the bills that are due to be paid by themselves, and logs how it stands. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  const started = now();
  const until = plusMs(started, context.getRemainingTimeInMillis() - RESERVE_MS);
  for (const mode of ["live", "test"] as const) {
    const paid = await payAutomatically(ports, mode, until);
    jsonLog("INFO", "automatic payments", {
      mode,
      ...paid,
      durationMs: Date.parse(now()) - Date.parse(started),
    });
  }
}
