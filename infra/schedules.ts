import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { PlatformFunction } from "./constructs/platform-function.ts";
import { ScheduledFunction } from "./constructs/scheduled-function.ts";
import type { DataStack } from "./data-stack.ts";
import type { Stage } from "./stages.ts";

type ScheduleName = Exclude<keyof Stage["reservedConcurrency"], "graphql" | "paymentNotification">;

type Plan = {
  readonly id: string;
  readonly entry: string;
  /** The message of the line that it logs at the end of each run. */
  readonly logs: string;
  /** For its description: "civigraph dev: …". */
  readonly does: string;
  readonly memoryMb: number;
  /** Runs end by themselves before that (the entry point's reserve), and mostly the next one has not begun. */
  readonly timeoutSeconds: number;
  readonly every: Duration;
  readonly grant: (called: PlatformFunction, stage: Stage, data: DataStack) => void;
};

/** The functions that are called again and again, each with no more than it needs. */
const PLANS: Readonly<Record<ScheduleName, Plan>> = {
  deliverEvents: {
    ...{ id: "DeliverEvents", entry: "deliver-events.ts", logs: "outbox" },
    does: "delivers the events of the outbox",
    ...{ memoryMb: 512, timeoutSeconds: 55, every: Duration.minutes(1) },
    grant: (called, { servedPrefix }, data) => {
      called.grantOutbox(servedPrefix, data.dataKey);
      called.grantSignedCalls("paymentGatewaysId", data.paymentGateways, data.secretKey);
    },
  },
  verifyLedger: {
    ...{ id: "VerifyLedger", entry: "verify-ledger.ts", logs: "ledger" },
    does: "verifies the ledgers",
    // As long as a function may; a run that takes longer goes on in the next hour.
    ...{ memoryMb: 1_024, timeoutSeconds: 900, every: Duration.hours(1) },
    grant: (called, { servedPrefix }, { dataKey }) => called.grantVerifyLedgers(servedPrefix, dataKey),
  },
  endRides: {
    ...{ id: "EndRides", entry: "end-rides.ts", logs: "rides" },
    does: "charges rides of which an end is missing",
    ...{ memoryMb: 512, timeoutSeconds: 120, every: Duration.minutes(5) },
    grant: (called, { servedPrefix }, { dataKey }) => called.grantDueWork(servedPrefix, dataKey),
  },
  payAutomatically: {
    ...{ id: "PayAutomatically", entry: "pay-automatically.ts", logs: "automatic payments" },
    does: "pays bills that are to be paid by themselves",
    ...{ memoryMb: 512, timeoutSeconds: 300, every: Duration.minutes(10) },
    grant: (called, { servedPrefix }, data) => {
      called.grantDueWork(servedPrefix, data.dataKey);
      called.grantSignedCalls("paymentGatewaysId", data.paymentGateways, data.secretKey);
    },
  },
  runCaseClocks: {
    ...{ id: "RunCaseClocks", entry: "run-case-clocks.ts", logs: "case clocks" },
    does: "does what the clocks of applications come to do",
    ...{ memoryMb: 512, timeoutSeconds: 300, every: Duration.minutes(10) },
    grant: (called, { servedPrefix }, { dataKey }) => called.grantCaseClocks(servedPrefix, dataKey),
  },
  closeHallDays: {
    ...{ id: "CloseHallDays", entry: "close-hall-days.ts", logs: "hall days" },
    does: "closes the days of service halls",
    ...{ memoryMb: 512, timeoutSeconds: 300, every: Duration.minutes(10) },
    grant: (called, { servedPrefix }, { dataKey }) => called.grantHallDays(servedPrefix, dataKey),
  },
};

export type Schedules = Readonly<Record<ScheduleName, ScheduledFunction>>;

export function addSchedules(scope: Construct, stage: Stage, data: DataStack): Schedules {
  const add = (name: ScheduleName): ScheduledFunction => {
    const { id, does, grant, ...plan } = PLANS[name];
    const schedule = new ScheduledFunction(scope, id, {
      ...plan,
      stage,
      description: `civigraph ${stage.name}: ${does}`,
      reservedConcurrency: stage.reservedConcurrency[name],
    });
    grant(schedule.called, stage, data);
    return schedule;
  };
  return {
    deliverEvents: add("deliverEvents"),
    verifyLedger: add("verifyLedger"),
    endRides: add("endRides"),
    payAutomatically: add("payAutomatically"),
    runCaseClocks: add("runCaseClocks"),
    closeHallDays: add("closeHallDays"),
  };
}
