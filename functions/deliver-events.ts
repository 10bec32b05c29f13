import type { Context } from "aws-lambda";
import { ENTERPRISE_FOLLOWERS, openPaymentParts } from "../services/app/payment-parts.ts";
import { openReceiver } from "../services/app/receiver.ts";
import { readAwsEnvironment } from "../services/kernel/aws/environment.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import { lineFrom, openWire } from "../services/kernel/database/wire.ts";
import { deliverEvents } from "../services/kernel/outbox/index.ts";
import { readPaymentConfig, readTablePrefix } from "../services/kernel/process/config.ts";
import { jsonLog } from "../services/kernel/process/log.ts";
import { failReadably } from "../services/kernel/process/scheduled.ts";
import { type Instant, plusMs, systemRuntime } from "../services/kernel/runtime.ts";

/** For what is under way when the time is over; longer than all attempts of one call to the database. */
const RESERVE_MS = 10_000;

const prefix = readTablePrefix(process.env);
const aws = readAwsEnvironment(process.env);
const call = openWire(() => lineFrom(aws));
const open = () => openDatabase(call, prefix);
const config = readPaymentConfig(process.env);
const outside = { runtime: systemRuntime, log: jsonLog };
const parts = {
  ...(await openPaymentParts({ config, ...outside })),
  enterpriseFollowers: ENTERPRISE_FOLLOWERS,
};
const receive = openReceiver({ open, config, parts, ...outside });
const { now } = systemRuntime;
const ports = { open, now, receive, log: jsonLog };

/** Called every minute: delivers what waits in the outbox, and logs how it stands; alarms are made of that line. */
export const handler = (_: unknown, context: Pick<Context, "getRemainingTimeInMillis">): Promise<void> =>
  failReadably(() => sweep(plusMs(now(), context.getRemainingTimeInMillis() - RESERVE_MS)));

async function sweep(until: Instant): Promise<void> {
  const started = now();
  const { oldestAt, oldestPostponedAt, ...outcome } = await deliverEvents(ports, until);
  const ended = now();
  jsonLog("INFO", "outbox", {
    ...outcome,
    oldestAgeSeconds: secondsSince(oldestAt, ended),
    oldestPostponedSeconds: secondsSince(oldestPostponedAt, ended),
    durationMs: Date.parse(ended) - Date.parse(started),
  });
}

const secondsSince = (then: Instant | undefined, now: Instant): number =>
  then ? Math.max(0, Math.round((Date.parse(now) - Date.parse(then)) / 1_000)) : 0;
