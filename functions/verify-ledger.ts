import { setTimeout as pause } from "node:timers/promises";
import { readAwsEnvironment } from "../services/kernel/aws/environment.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import { lineFrom, openWire } from "../services/kernel/database/wire.ts";
import { readTablePrefix } from "../services/kernel/process/config.ts";
import { scheduled } from "../services/kernel/process/scheduled.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { DAILY, openPartitions, standOf, verifyBooks } from "../services/money/ledger/index.ts";

/** For the page of accounts that is under way when the time is over. */
const RESERVE_MS = 120_000;

const prefix = readTablePrefix(process.env);
const aws = readAwsEnvironment(process.env);
const call = openWire(() => lineFrom(aws));
const { now } = systemRuntime;
const open = () => openDatabase(call, prefix);
const ports = { open, partitions: openPartitions(call, prefix), now, pause, pace: DAILY };

/**
 * Called every hour: verifies each ledger once a day, and logs how it stands; alarms are made of those lines. At least
 * one page each time, or a run would never end.
 */
export const handler = scheduled({
  logs: "ledger",
  reserveMs: RESERVE_MS,
  runs: [async (mode, until) => standOf(await verifyBooks(ports, mode, until), now())],
});
