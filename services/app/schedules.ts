import { type Handler, scheduled, scheduledAtOnce } from "../kernel/process/scheduled.ts";
import type { Schedule, Service } from "../kernel/service.ts";
import type { Round, ServiceRuntime, Sweep, WorkPorts } from "../kernel/service-runtime.ts";
import { RUNTIMES } from "./registry.ts";

/** A schedule with all that services do in it. */
export type Work = {
  readonly schedule: Schedule;
  /** Those of the service that states the schedule come first: no other may keep them from their time. */
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
  const { schedule, sweeps, round } = work;
  if (round) return scheduledAtOnce({ ...schedule, run: (until) => round(ports, until) });
  return scheduled({
    ...schedule,
    runs: sweeps.map((sweep) => (mode, until) => sweep(ports, mode, until)),
  });
}
