import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { commitTo } from "../services/platform/commit.ts";
import { readTablePrefix } from "../services/platform/config.ts";
import { connect, openDatabase } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { plusMs, systemRuntime } from "../services/platform/runtime.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";
import { endDueRides } from "../services/transit/index.ts";

/** For the cards that are under way when the time is over. */
const RESERVE_MS = 10_000;

const prefix = readTablePrefix(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const { now } = systemRuntime;
const open = () => {
  const database = openDatabase(client, prefix);
  return { database, commit: commitTo(database) };
};

/** Called every five minutes: charges the rides whose other end was waited for long enough, and logs how it stands. */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  const started = now();
  const until = plusMs(started, context.getRemainingTimeInMillis() - RESERVE_MS);
  for (const mode of ["live", "test"] as const) {
    const ended = await endDueRides({ open, now }, mode, until);
    jsonLog("INFO", "rides", { mode, ...ended, durationMs: Date.parse(now()) - Date.parse(started) });
  }
}
