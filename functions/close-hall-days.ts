import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { closeHallDays } from "../services/halls/index.ts";
import { commitTo } from "../services/platform/commit.ts";
import { readTablePrefix } from "../services/platform/config.ts";
import { connect, openDatabase } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { plusMs, systemRuntime } from "../services/platform/runtime.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";

/** For what is under way when the time is over. */
const RESERVE_MS = 10_000;

const prefix = readTablePrefix(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const { now } = systemRuntime;
const open = () => {
  const database = openDatabase(client, prefix);
  return { database, commit: commitTo(database) };
};

/** Called every ten minutes: closes the days of service halls that are over, and logs how it stands. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  const started = now();
  const until = plusMs(started, context.getRemainingTimeInMillis() - RESERVE_MS);
  for (const mode of ["live", "test"] as const) {
    const run = await closeHallDays({ open, now }, mode, until);
    jsonLog("INFO", "hall days", { mode, ...run, durationMs: Date.parse(now()) - Date.parse(started) });
  }
}
