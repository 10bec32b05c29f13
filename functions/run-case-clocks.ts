import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";
import { runCaseClocks } from "../services/applications/index.ts";
import { runRectificationClocks } from "../services/inspections/index.ts";
import { commitTo } from "../services/platform/commit.ts";
import { readTablePrefix } from "../services/platform/config.ts";
import { connect, openDatabase } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { plusMs, systemRuntime } from "../services/platform/runtime.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";
import { runEvaluationClocks } from "../services/supervision/index.ts";

/** For the cases that are under way when the time is over. */
const RESERVE_MS = 10_000;

const prefix = readTablePrefix(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const { now } = systemRuntime;
const open = () => {
  const database = openDatabase(client, prefix);
  return { database, commit: commitTo(database) };
};

/**
 * Called every ten minutes: does what the clocks of cases, of bad evaluations and of what inspections ordered to be put
 * right come to do, and logs how it stands.
 */
export async function handler(_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> {
  const started = now();
  const until = plusMs(started, context.getRemainingTimeInMillis() - RESERVE_MS);
  for (const mode of ["live", "test"] as const) {
    const run = await runCaseClocks({ open, now }, mode, until);
    const evaluations = await runEvaluationClocks({ open, now }, mode);
    const rectifications = await runRectificationClocks({ open, now }, mode);
    jsonLog("INFO", "case clocks", {
      mode,
      ...run,
      ...evaluations,
      ...rectifications,
      durationMs: Date.parse(now()) - Date.parse(started),
    });
  }
}
