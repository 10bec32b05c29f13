import type { Turn } from "../kernel/process/in-turn.ts";
import { type Handler, scheduled } from "../kernel/process/scheduled.ts";
import type { Schedule, Service } from "../kernel/service.ts";
import type { Round, ServiceRuntime, Sweep, WorkPorts } from "../kernel/service-runtime.ts";
import { RUNTIMES } from "./registry.ts";

const MODES = ["live", "test"] as const;

/** A schedule with all that services do in it. */
export type Work = {
  readonly schedule: Schedule;
  /** Those of the service that states the schedule come first. */
  readonly sweeps: readonly Sweep[];
  /** In place of sweeps. */
  readonly round: Round | undefined;
};

/** The schedules of all services. */
export const WORK: readonly Work[] = RUNTIMES.flatMap(({ service }: { readonly service: Service }) =>
  (service.schedules ?? []).map((schedule) => workOf(service, schedule)),
);

function workOf(owner: Service, schedule: Schedule): Work {
  const runtimes: readonly ServiceRuntime[] = RUNTIMES;
  const isOwners = ({ service }: ServiceRuntime): boolean => service.name === owner.name;
  const [own, others] = [runtimes.filter(isOwners), runtimes.filter((one) => !isOwners(one))];
  return {
    schedule,
    sweeps: [...own, ...others].flatMap(({ sweeps }) => sweeps?.[schedule.name] ?? []),
    round: own.map(({ rounds }) => rounds?.[schedule.name]).find((found) => found !== undefined),
  };
}

/** The handler of the function that is called for the schedule of this name. Throws where no service states one. */
export function scheduleHandler(name: string, ports: WorkPorts): Handler {
  const work = WORK.find(({ schedule }) => schedule.name === name);
  if (!work) throw new Error(`no service has a schedule ${name}`);
  return scheduled({ ...work.schedule, turns: turnsOf(work, ports) });
}

/** The sweeps of a schedule, a turn for each mode, or its round. */
export const turnsOf = ({ sweeps, round }: Work, ports: WorkPorts): readonly Turn[] =>
  round
    ? [{ of: {}, runs: [(until) => round(ports, until)] }]
    : MODES.map((mode) => ({
        of: { mode },
        runs: sweeps.map((sweep) => (until) => sweep(ports, mode, until)),
      }));
