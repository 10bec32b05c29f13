import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { DAILY, openPartitions, standOf, verifyBooks } from "../services/ledger/index.ts";
import { readTablePrefix } from "../services/platform/config.ts";
import { connect, openDatabase } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { plusMs, systemRuntime } from "../services/platform/runtime.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";

/** For the page of accounts that is under way when the time is over. */
const RESERVE_MS = 120_000;

const prefix = readTablePrefix(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const { now } = systemRuntime;
const open = () => openDatabase(client, prefix);
const ports = { open, partitions: openPartitions(client, prefix), now, pause, pace: DAILY };

/** Called every hour: verifies each ledger once a day, and logs how it stands; alarms are made of those lines. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  const started = now();
  // At least one page each time, or a run would never end.
  const until = plusMs(started, context.getRemainingTimeInMillis() - RESERVE_MS);
  for (const mode of ["live", "test"] as const) {
    const verified = await verifyBooks(ports, mode, until);
    const durationMs = Date.parse(now()) - Date.parse(started);
    jsonLog("INFO", "ledger", { mode, ...standOf(verified, now()), durationMs });
  }
}
