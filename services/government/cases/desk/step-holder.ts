import type { Officer } from "../../../kernel/actor.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { err, type Result } from "../../../kernel/result.ts";
import {
  actionsFor,
  decidedBefore,
  mayClaim,
  mayHold,
  mayReassign,
  needsOthers,
  notAllowed,
} from "../actions.ts";
import type { Application, NotAllowed } from "../application.ts";
import { act } from "../transition.ts";
import type { Task } from "../workflow.ts";
import type { OfficerFacts, Outcome } from "./desk-case.ts";

/** Takes a step on, so that nobody else does; of two at once one gets it. */
export function claim(application: Application, step: string, by: OfficerFacts): Outcome {
  const task = application.tasks.find((one) => one.step === step);
  if (!task || !mayClaim(by.caller, application, task, by))
    return err(notAllowed(application, by.caller, by));
  return act(application, "CLAIM", by, { tasks: withHolder(application, step, by.caller.id) });
}

/** Gives a step back into its queue. */
export function release(application: Application, step: string, by: OfficerFacts): Outcome {
  if (!holds(application, step, by)) return err(notAllowed(application, by.caller, by));
  return act(application, "RELEASE", by, { tasks: withHolder(application, step, undefined) });
}

export type CannotHold = {
  readonly code: "HAS_CHECKED_BEFORE" | "HAS_DECIDED_BEFORE" | "OFFICER_NOT_FOR_IT";
  readonly path: readonly string[];
};

/**
 * A supervisor takes a step from whoever has it: back into its queue, or to the officer named, who has the role and the
 * jurisdiction for it, and where the item asks for four eyes is not one that has checked the case before. Nobody gets a
 * decision whose own was set aside.
 */
export function reassign(
  application: Application,
  step: string,
  to: Officer | undefined,
  by: OfficerFacts,
): Result<Application, NotAllowed | CannotHold> {
  const task = application.tasks.find((one) => one.step === step);
  const isAllowed = actionsFor(application, by.caller, by).includes("REASSIGN");
  if (!task || !isAllowed || !mayReassign(by.caller, task))
    return err(notAllowed(application, by.caller, by));
  if (to && decidedBefore(to, application, task)) return err({ code: "HAS_DECIDED_BEFORE", path: ["to"] });
  if (to && !mayHold(to, application, task)) return err({ code: "OFFICER_NOT_FOR_IT", path: ["to"] });
  if (to && needsOthers(to, application, task, by)) return err({ code: "HAS_CHECKED_BEFORE", path: ["to"] });
  return act(application, "REASSIGN", by, { tasks: withHolder(application, step, to?.id) });
}

const withHolder = ({ tasks }: Application, step: string, holder: OfficerId | undefined): readonly Task[] =>
  tasks.map((task) => {
    if (task.step !== step) return task;
    const { claimedBy: _, ...open } = task;
    return holder ? { ...open, claimedBy: holder } : open;
  });

const holds = ({ tasks }: Application, step: string, { caller }: OfficerFacts): boolean =>
  tasks.some((task) => task.claimedBy === caller.id && task.step === step);
