import type { OfficerId } from "../../kernel/ids.ts";
import type { Application } from "./application.ts";
import { openPause } from "./clock.ts";
import { escalatedSince } from "./escalation.ts";
import { inspectionToDo } from "./inspection-on-site.ts";
import { applicationKeys } from "./keys.ts";
import type { Task } from "./workflow.ts";

/** The lists of both indexes in which an entry of a desk stands, and where. */
export type DeskPlaces = {
  readonly index1pk?: string;
  readonly index1sk?: string;
  readonly index2pk?: string;
  readonly index2sk?: string;
};

/**
 * The steps that stand in a list of a desk: all until they are over; while the clock stands still those that somebody
 * holds, for nobody can take one on then.
 */
export const tasksOnDesks = ({ status, tasks }: Application): readonly Task[] =>
  status === "PAUSED" ? tasks.filter(({ claimedBy }) => claimedBy !== undefined) : tasks;

/** The time since which a case's clock stands still. */
export const pausedSince = ({ status, clock }: Application) =>
  status === "PAUSED" ? openPause(clock)?.from : undefined;

export function taskPlaces({ id: application, region, item: of }: Application, task: Task): DeskPlaces {
  const { step, department, dueOn, claimedBy } = task;
  const place = `${dueOn}#${application}#${step}`;
  return {
    index1pk: claimedBy ? applicationKeys.claimed(claimedBy) : applicationKeys.desk(region, department),
    index1sk: place,
    index2pk: claimedBy
      ? applicationKeys.held(region, department)
      : applicationKeys.deskStep(region, department, of.code, step),
    index2sk: place,
  };
}

export function supervisorPlaces(application: Application): DeskPlaces {
  const { id, region, department } = application;
  const [escalated, paused] = [escalatedSince(application), pausedSince(application)];
  return {
    ...(escalated && {
      index1pk: applicationKeys.escalated(region, department),
      index1sk: `${escalated}#${id}`,
    }),
    ...(paused && {
      index2pk: applicationKeys.paused(region, department),
      index2sk: `${paused}#${id}`,
    }),
  };
}

export function inspectorPlaces(application: Application, officer: OfficerId): DeskPlaces {
  const inspection = inspectionToDo(application);
  if (!inspection?.inspectors.includes(officer)) return {};
  return {
    index1pk: applicationKeys.toInspect(officer),
    index1sk: `${inspection.appointedAt}#${application.id}`,
  };
}

/** The lists in which one of a case's records for desks stands as the case is now: none where it has left them. */
export function placesOf(application: Application, record: string): DeskPlaces {
  const { id } = application;
  if (record === applicationKeys.caseEscalation(id).sk) return supervisorPlaces(application);
  const task = tasksOnDesks(application).find(({ step }) => applicationKeys.caseTask(id, step).sk === record);
  if (task) return taskPlaces(application, task);
  const officer = inspectionToDo(application)?.inspectors.find(
    (one) => applicationKeys.caseInspector(id, one).sk === record,
  );
  return officer ? inspectorPlaces(application, officer) : {};
}
