import { addWorkingDays } from "../../field/working-days.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { groupsOf, isStepRole, type StepRole } from "../catalogue/index.ts";
import type { Status } from "./life.ts";

/** A step of an item's workflow as the case needs it. */
export type Step = {
  readonly code: string;
  readonly role: string;
  readonly workingDays: number;
  /** Another department than the item's own takes it. */
  readonly department?: string | undefined;
  /** Begins together with the step before it (联合办理). */
  readonly jointly?: boolean | undefined;
  /** An officer who took an earlier step of the case may not take this one. */
  readonly fourEyes?: boolean | undefined;
  /** The points that two inspectors check on site; such a step ends with their report, and not with an opinion. */
  readonly checklist?: readonly Point[] | undefined;
};

/** A point of a step's checklist. */
export type Point = {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Nothing is granted where it is not met. */
  readonly critical: boolean;
};

/** A step that waits for an officer, or that one has claimed. */
export type Task = {
  readonly step: string;
  readonly role: StepRole;
  readonly department: string;
  readonly openedAt: Instant;
  readonly dueOn: CivilDate;
  readonly claimedBy?: OfficerId;
};

export type FinishedStep = {
  readonly step: string;
  readonly role: StepRole;
  readonly department: string;
  readonly by: OfficerId;
  readonly person?: CitizenId | undefined;
  readonly at: Instant;
  readonly opinion: string;
};

/** The roles whose turn it is in each status. */
const ROLES_IN: Partial<Record<Status, readonly StepRole[]>> = {
  SUBMITTED: ["acceptor"],
  IN_REVIEW: ["reviewer", "inspector", "decider"],
  // While the clock stands still, each keeps the step that they hold.
  PAUSED: ["reviewer", "inspector", "decider"],
  APPROVED: ["issuer"],
};

/**
 * The steps that are to be taken now: of those whose turn it is in this status, the first that is not finished, with
 * those that run jointly with it.
 */
function stepsNow(
  steps: readonly Step[],
  status: Status,
  finished: readonly Pick<FinishedStep, "step">[],
): readonly Step[] {
  const groups = groupsOf(steps, ROLES_IN[status] ?? []);
  const isDone = ({ code }: Step) => finished.some(({ step }) => step === code);
  return groups.find((group) => !group.every(isDone))?.filter((step) => !isDone(step)) ?? [];
}

export type Opening = {
  readonly status: Status;
  readonly department: string;
  readonly at: Instant;
  readonly on: CivilDate;
  /** The last day on which the law lets the case wait where it is; none while its clock stands still. */
  readonly lawful?: CivilDate | undefined;
};

/** The tasks of the steps that are to be taken now, none due after what the law allows; one that is open already stays as it is given. */
export function tasksNow(
  steps: readonly Step[],
  finished: readonly FinishedStep[],
  open: readonly Task[],
  { status, department, at, on, lawful }: Opening,
): readonly Task[] {
  return stepsNow(steps, status, finished).flatMap((step) => {
    if (!isStepRole(step.role)) return [];
    const standing = open.find((task) => task.step === step.code);
    const task = standing ?? {
      step: step.code,
      role: step.role,
      department: step.department ?? department,
      openedAt: at,
      dueOn: addWorkingDays(on, step.workingDays),
    };
    return lawful && lawful < task.dueOn ? { ...task, dueOn: lawful } : task;
  });
}
