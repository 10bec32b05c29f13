import { addWorkingDays } from "../../field/working-days.ts";
import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { actionsFor, type Caller, type Facts, notAllowed } from "./actions.ts";
import type { Application, NotAllowed } from "./application.ts";
import { addedWorkingDays, deliveryDue, limitsOf } from "./clock.ts";
import { type Action, hasEnded, type Move, nextStatus } from "./life.ts";
import { type Task, tasksNow } from "./workflow.ts";

type Change = Partial<Omit<Application, "id" | "status" | "tasks" | "revision">>;

/** The case after an action: in its next status, with the tasks of the steps whose turn it is then. */
export function transition(
  application: Application,
  action: Move,
  change: Change & Pick<Partial<Application>, "tasks">,
  { steps, now }: Facts,
): Application {
  const status = nextStatus(application.status, action);
  if (!status) throw new Error(`${action} leads nowhere from ${application.status}`);
  const next = { ...application, ...change, status, revision: application.revision + 1 };
  const opening = { status, department: next.department, at: now, on: dateAt(now), lawful: lawfulEnd(next) };
  const { endedAt: _, ...open } = next;
  return {
    ...(hasEnded(next) ? { ...next, endedAt: next.endedAt ?? now } : open),
    tasks: tasksNow(steps, next.finished, postponeTasks(next, application), opening),
  };
}

/** The last day on which the law lets a case wait where it is: for its acceptance, its decision, or its delivery. */
function lawfulEnd({ status, clock, decision }: Application): CivilDate | undefined {
  if (status === "APPROVED") return decision && deliveryDue(clock, decision.at);
  const { acceptance, statutory } = limitsOf(clock);
  return status === "SUBMITTED" ? acceptance : statutory;
}

/** The steps that are open, each due as many working days later as the limits of the case have moved. */
function postponeTasks({ tasks, clock }: Application, before: Application): readonly Task[] {
  const days = addedWorkingDays(clock) - addedWorkingDays(before.clock);
  return days > 0 ? tasks.map((task) => ({ ...task, dueOn: addWorkingDays(task.dueOn, days) })) : tasks;
}

/** A grant is delivered at once where nothing has to be made or handed out: it is what the applicant reads. */
export const deliverIfOnline = (application: Application, facts: Facts): Application =>
  application.status === "APPROVED" && application.tasks.length === 0
    ? transition(application, "DELIVER", {}, facts)
    : application;

/** The case after an action that this caller asks for; errors: NOT_ALLOWED_NOW with what they can ask for. */
export function act(
  application: Application,
  action: Action,
  { caller, ...facts }: Facts & { readonly caller: Caller },
  change: Change & Pick<Partial<Application>, "tasks"> = {},
): Result<Application, NotAllowed> {
  return actionsFor(application, caller, facts).includes(action)
    ? ok(transition(application, action, change, facts))
    : err(notAllowed(application, caller, facts));
}
