import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { SERVICES } from "../services/app/registry.ts";
import type { Needs } from "../services/kernel/needs.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import type { CountedLine, Endpoint, Schedule, ScheduleAlarm, Service } from "../services/kernel/service.ts";
import { PlatformFunction } from "./constructs/platform-function.ts";
import { ScheduledFunction } from "./constructs/scheduled-function.ts";
import type { DataStack } from "./data-stack.ts";
import type { Stage } from "./stages.ts";

/** The function of a schedule, and all alarms that services state of it. */
export type Scheduled = {
  readonly scheduled: ScheduledFunction;
  /** Its own, and those of other services. */
  readonly alarms: readonly ScheduleAlarm[];
};

/** An endpoint as its service states it, with its function. */
export type Answered = {
  readonly endpoint: Endpoint;
  readonly id: string;
  readonly called: PlatformFunction;
};

/** One bundle for all schedules and one for all endpoints, which are told the name of theirs. */
const ENTRIES = { schedule: "functions/scheduled.ts", endpoint: "functions/endpoint.ts" };

const services: readonly Service[] = SERVICES;

/** The needs that services have in the API's function. */
export const API_NEEDS: readonly Needs[] = services.flatMap(({ inApi }) => inApi?.needs ?? []);

/** The lines that services have counted in the log of the API's function. */
export const API_LINES: readonly CountedLine[] = services.flatMap(({ inApi }) => inApi?.lines ?? []);

/** The functions that are called again and again, each with no more than it needs. */
export const addSchedules = (scope: Construct, stage: Stage, data: DataStack): readonly Scheduled[] =>
  services.flatMap(({ schedules = [] }) =>
    schedules.map((schedule) => {
      const scheduled = new ScheduledFunction(scope, idOf(schedule), {
        ...{ entry: ENTRIES.schedule, logs: schedule.logs, every: Duration.minutes(schedule.everyMinutes) },
        ...functionOf(schedule, stage),
        reservedConcurrency: stage.reservedConcurrency.ofSchedules,
      });
      scheduled.called.function.addEnvironment(CONFIG.schedule, schedule.name);
      scheduled.called.grant(needsIn(schedule), stage, data);
      return { scheduled, alarms: alarmsIn(schedule) };
    }),
  );

/** The functions that somebody outside calls, each with no more than it needs. */
export const addEndpoints = (scope: Construct, stage: Stage, data: DataStack): readonly Answered[] =>
  services.flatMap(({ endpoints = [] }) =>
    endpoints.map((endpoint) => {
      const id = idOf(endpoint);
      const called = new PlatformFunction(scope, id, {
        entry: ENTRIES.endpoint,
        ...functionOf(endpoint, stage),
        reservedConcurrency: stage.reservedConcurrency.ofEndpoints,
      });
      called.function.addEnvironment(CONFIG.endpoint, endpoint.name);
      called.grant(needsIn(endpoint), stage, data);
      return { endpoint, id, called };
    }),
  );

const functionOf = ({ memoryMb, timeoutSeconds, does }: Schedule | Endpoint, stage: Stage) => ({
  ...{ memoryMb, timeoutSeconds, stage },
  description: `civigraph ${stage.name}: ${does}`,
});

/** Those that it states itself, and those of other services. */
const needsIn = ({ name, needs }: Schedule | Endpoint): readonly Needs[] => [
  needs,
  ...services.flatMap(({ needsIn = {} }) => needsIn[name] ?? []),
];

/** Those that it states itself, and those of other services. */
const alarmsIn = ({ name, alarms }: Schedule): readonly ScheduleAlarm[] => [
  ...alarms,
  ...services.flatMap(({ alarmsIn = {} }) => alarmsIn[name] ?? []),
];

/** "end-rides" is EndRides. */
const idOf = ({ name }: Schedule | Endpoint): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
