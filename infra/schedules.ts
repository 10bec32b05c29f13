import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { SERVICES } from "../services/app/registry.ts";
import type { Need, Schedule, Service } from "../services/kernel/service.ts";
import type { PlatformFunction } from "./constructs/platform-function.ts";
import { ScheduledFunction } from "./constructs/scheduled-function.ts";
import type { DataStack } from "./data-stack.ts";
import type { Stage } from "./stages.ts";

type Grant = (called: PlatformFunction, stage: Stage, data: DataStack) => void;

/** The grant behind each need. */
const GRANTS: Readonly<Record<Need, Grant>> = {
  "due work": (called, { servedPrefix }, { dataKey }) => called.grantDueWork(servedPrefix, dataKey),
  "case clocks": (called, { servedPrefix }, { dataKey }) => called.grantCaseClocks(servedPrefix, dataKey),
  "hall days": (called, { servedPrefix }, { dataKey }) => called.grantHallDays(servedPrefix, dataKey),
  outbox: (called, { servedPrefix }, { dataKey }) => called.grantOutbox(servedPrefix, dataKey),
  "ledger verification": (called, { servedPrefix }, { dataKey }) =>
    called.grantVerifyLedgers(servedPrefix, dataKey),
  "payment gateways": (called, _, { paymentGateways, secretKey }) =>
    called.grantSignedCalls("paymentGatewaysId", paymentGateways, secretKey),
};

/** A schedule as its service states it, with its function. */
export type Scheduled = { readonly stated: Schedule; readonly schedule: ScheduledFunction };

const services: readonly Service[] = SERVICES;

/** The functions that are called again and again, each with no more than it needs. */
export const addSchedules = (scope: Construct, stage: Stage, data: DataStack): readonly Scheduled[] =>
  services.flatMap(({ schedules = [] }) =>
    schedules.map((stated) => {
      const schedule = new ScheduledFunction(scope, idOf(stated), {
        ...{ entry: stated.entry, logs: stated.logs, every: Duration.minutes(stated.everyMinutes) },
        ...{ memoryMb: stated.memoryMb, timeoutSeconds: stated.timeoutSeconds, stage },
        description: `civigraph ${stage.name}: ${stated.does}`,
        reservedConcurrency: stage.reservedConcurrency.ofSchedules,
      });
      for (const need of stated.needs) GRANTS[need](schedule.called, stage, data);
      return { stated, schedule };
    }),
  );

/** "end-rides" is EndRides. */
const idOf = ({ name }: Schedule): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
