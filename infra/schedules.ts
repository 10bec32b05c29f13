import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { SERVICES } from "../services/app/registry.ts";
import type { Needs } from "../services/kernel/needs.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import type { Schedule, Service } from "../services/kernel/service.ts";
import { ScheduledFunction } from "./constructs/scheduled-function.ts";
import type { DataStack } from "./data-stack.ts";
import type { Stage } from "./stages.ts";

/** A schedule as its service states it, with its function. */
export type Scheduled = { readonly stated: Schedule; readonly schedule: ScheduledFunction };

/** One bundle for all of them, which is told the schedule's name. */
const ENTRY = "functions/scheduled.ts";

const services: readonly Service[] = SERVICES;

/** The functions that are called again and again, each with no more than it needs. */
export const addSchedules = (scope: Construct, stage: Stage, data: DataStack): readonly Scheduled[] =>
  services.flatMap(({ schedules = [] }) =>
    schedules.map((stated) => {
      const schedule = new ScheduledFunction(scope, idOf(stated), {
        ...{ entry: ENTRY, logs: stated.logs, every: Duration.minutes(stated.everyMinutes) },
        ...{ memoryMb: stated.memoryMb, timeoutSeconds: stated.timeoutSeconds, stage },
        description: `civigraph ${stage.name}: ${stated.does}`,
        reservedConcurrency: stage.reservedConcurrency.ofSchedules,
      });
      schedule.called.function.addEnvironment(CONFIG.schedule, stated.name);
      for (const needs of needsIn(stated)) schedule.called.grant(needs, stage, data);
      return { stated, schedule };
    }),
  );

/** Those that it states itself, and those of other services. */
const needsIn = ({ name, needs }: Schedule): readonly Needs[] => [
  needs,
  ...services.flatMap(({ needsIn = {} }) => needsIn[name] ?? []),
];

/** "end-rides" is EndRides. */
const idOf = ({ name }: Schedule): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
