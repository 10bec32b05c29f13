import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { connect, openDatabase } from "../services/kernel/database/database.ts";
import { CLIENT_LIMITS } from "../services/kernel/database/wire.ts";
import { readTablePrefix } from "../services/kernel/process/config.ts";
import { scheduled } from "../services/kernel/process/scheduled.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { DAILY, openPartitions, standOf, verifyBooks } from "../services/money/ledger/index.ts";

/** For the page of accounts that is under way when the time is over. */
const RESERVE_MS = 120_000;

const prefix = readTablePrefix(process.env);
const client = connect(new DynamoDBClient(CLIENT_LIMITS));
const { now } = systemRuntime;
const open = () => openDatabase(client, prefix);
const ports = { open, partitions: openPartitions(client, prefix), now, pause, pace: DAILY };

/**
 * Called every hour: verifies each ledger once a day, and logs how it stands; alarms are made of those lines. At least
 * one page each time, or a run would never end.
 */
export const handler = scheduled({
  logs: "ledger",
  reserveMs: RESERVE_MS,
  runs: [async (mode, until) => standOf(await verifyBooks(ports, mode, until), now())],
});
