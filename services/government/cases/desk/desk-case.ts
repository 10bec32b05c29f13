import { EXTENSION_WORKING_DAYS_MAX } from "../../../field/licensing-law.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { addDays, dateAt } from "../../../kernel/civil-date.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { StepRole } from "../../catalogue/index.ts";
import {
  actionsFor,
  type Facts,
  mayClaim,
  mayFinish,
  mayReassign,
  needsOthers,
  notAllowed,
  reviewsToFinish,
} from "../actions.ts";
import type { Application, Decision, LegalGround, NamedFault, NotAllowed } from "../application.ts";
import { type PauseReason, start, stop } from "../clock.ts";
import { act, deliverIfOnline } from "../transition.ts";
import type { FinishedStep, Task } from "../workflow.ts";

/** Who handles the case, when, and by which workflow. */
export type Handling = Facts & { readonly caller: Officer };

type Handled = Result<Application, NotAllowed>;

/** So many days an applicant has to put right what a notice names; a correction stops no clock of the law's. */
const CORRECTION_DAYS = 30;

/** Takes a step on, so that nobody else does; of two at once one gets it. */
export function claim(application: Application, step: string, by: Handling): Handled {
  const task = application.tasks.find((one) => one.step === step);
  if (!task || !mayClaim(by.caller, application, task, by))
    return err(notAllowed(application, by.caller, by));
  return act(application, "CLAIM", by, { tasks: withHolder(application, step, by.caller.id) });
}

/** Gives a step back into its queue. */
export function release(application: Application, step: string, by: Handling): Handled {
  if (!holds(application, step, by)) return err(notAllowed(application, by.caller, by));
  return act(application, "RELEASE", by, { tasks: withHolder(application, step, undefined) });
}

export type HasChecked = { readonly code: "HAS_CHECKED_BEFORE"; readonly path: readonly string[] };

/**
 * A supervisor takes a step from whoever has it: back into its queue, or to the officer named, who where the item asks
 * for four eyes is not one that has checked the case before.
 */
export function reassign(
  application: Application,
  step: string,
  to: OfficerId | undefined,
  by: Handling,
): Result<Application, NotAllowed | HasChecked> {
  const task = application.tasks.find((one) => one.step === step);
  const isAllowed = actionsFor(application, by.caller, by).includes("REASSIGN");
  if (!task || !isAllowed || !mayReassign(by.caller, task))
    return err(notAllowed(application, by.caller, by));
  if (to && needsOthers(to, application, task, by)) return err({ code: "HAS_CHECKED_BEFORE", path: ["to"] });
  return act(application, "REASSIGN", by, { tasks: withHolder(application, step, to) });
}

const withHolder = ({ tasks }: Application, step: string, holder: OfficerId | undefined): readonly Task[] =>
  tasks.map((task) => {
    if (task.step !== step) return task;
    const { claimedBy: _, ...open } = task;
    return holder ? { ...open, claimedBy: holder } : open;
  });

const holds = ({ tasks }: Application, step: string, { caller }: Handling): boolean =>
  tasks.some((task) => task.claimedBy === caller.id && task.step === step);

const withFinished = (
  { finished }: Application,
  { step, role, department }: Task,
  opinion: string,
  by: Handling,
): readonly FinishedStep[] => [
  ...finished,
  { step, role, department, by: by.caller.id, at: by.now, opinion },
];

/** The officer's step of this role is finished with what they do to the case. */
const finish = (
  application: Application,
  roles: readonly StepRole[],
  opinion: string,
  by: Handling,
): readonly FinishedStep[] => {
  const task = application.tasks.find(
    (one) => roles.includes(one.role) && mayFinish(by.caller, application, one, by),
  );
  return task ? withFinished(application, task, opinion, by) : application.finished;
};

/** What was handed in is complete and within the department's competence: the limits of its decision begin. */
export const accept = (application: Application, by: Handling): Handled =>
  act(application, "ACCEPT", by, {
    finished: finish(application, ["acceptor"], "", by),
    clock: { ...application.clock, acceptedOn: dateAt(by.now) },
  });

export type Faults = { readonly fields: readonly NamedFault[]; readonly materials: readonly NamedFault[] };
export type NothingNamed = { readonly code: "CORRECTION_NAMES_NOTHING"; readonly path: readonly string[] };

/** Tells the applicant once, and completely, what is missing or wrong (Administrative Licensing Law, art. 32 (1) no. 4). */
export function requestCorrection(
  application: Application,
  { fields, materials }: Faults,
  by: Handling,
): Result<Application, NotAllowed | NothingNamed> {
  if (fields.length + materials.length === 0) {
    return err({ code: "CORRECTION_NAMES_NOTHING", path: ["faults"] });
  }
  const answerBy = addDays(dateAt(by.now), CORRECTION_DAYS);
  const { receivedOn: _, ...clock } = application.clock;
  return act(application, "REQUEST_CORRECTION", by, {
    clock,
    correction: { at: by.now, by: by.caller.id, fields, materials, answerBy },
  });
}

export type StepNotNamed = { readonly code: "STEP_NOT_NAMED"; readonly path: readonly string[] };

/**
 * Ends a step of the review with an opinion; the next steps open, once all that run jointly with it have ended too.
 * Whoever has several says which. Errors: STEP_NOT_NAMED.
 */
export function finishStep(
  application: Application,
  { step, opinion }: { readonly step?: string | undefined; readonly opinion: string },
  by: Handling,
): Result<Application, NotAllowed | StepNotNamed> {
  const own = reviewsToFinish(application, by.caller, by);
  const [task, another] = step === undefined ? own : own.filter((one) => one.step === step);
  if (!task) return err(notAllowed(application, by.caller, by));
  if (another) return err({ code: "STEP_NOT_NAMED", path: ["step"] });
  return act(application, "FINISH_STEP", by, { finished: withFinished(application, task, opinion, by) });
}

export type Verdict = {
  readonly outcome: "APPROVED" | "REJECTED";
  readonly reason: string;
  readonly ground?: LegalGround;
};

/**
 * Grants what was applied for, or refuses it: with the reason, and the law and article that it stands on
 * (Administrative Licensing Law, art. 38 (2)). A refusal before acceptance is that of acceptance (art. 32 (1) no. 1, 2).
 */
export function decide(
  application: Application,
  { outcome, reason, ground }: Verdict,
  by: Handling,
): Handled {
  const isAccepted = application.status !== "SUBMITTED";
  const decision: Decision = {
    outcome: outcome === "REJECTED" && !isAccepted ? "NOT_ACCEPTED" : outcome,
    ...{ at: by.now, by: by.caller.id, reason },
    ...(ground ? { ground } : {}),
  };
  const decided = act(application, outcome === "APPROVED" ? "APPROVE" : "REJECT", by, {
    decision,
    finished: finish(application, ["acceptor", "decider"], reason, by),
  });
  return decided.ok ? ok(deliverIfOnline(decided.value, by)) : decided;
}

/** Stops the clock for what the limits leave out (Administrative Licensing Law, art. 45). */
export const pause = (
  application: Application,
  { reason, note }: { readonly reason: PauseReason; readonly note: string },
  by: Handling,
): Handled =>
  act(application, "PAUSE", by, {
    clock: stop(application.clock, { reason, note, by: by.caller.id, from: by.now }),
  });

export const resume = (application: Application, by: Handling): Handled =>
  act(application, "RESUME", by, { clock: start(application.clock, by.now) });

export type ExtensionOutOfRange = {
  readonly code: "EXTENSION_OUT_OF_RANGE";
  readonly values: { readonly max: string };
  readonly path: readonly string[];
};

/** With a supervisor's approval a case has up to ten working days more, once; the applicant is told why. */
export function extend(
  application: Application,
  { workingDays, reason }: { readonly workingDays: number; readonly reason: string },
  by: Handling,
): Result<Application, NotAllowed | ExtensionOutOfRange> {
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > EXTENSION_WORKING_DAYS_MAX) {
    const values = { max: String(EXTENSION_WORKING_DAYS_MAX) };
    return err({ code: "EXTENSION_OUT_OF_RANGE", values, path: ["workingDays"] });
  }
  const { warnedAt: _, overdueAt: __, ...clock } = application.clock;
  const extension = { workingDays, reason, by: by.caller.id, at: by.now };
  return act(application, "EXTEND", by, { clock: { ...clock, extension } });
}

/** What was granted is in the applicant's hands. */
export const deliver = (application: Application, note: string, by: Handling): Handled =>
  act(application, "DELIVER", by, { finished: finish(application, ["issuer"], note, by) });

/** Takes back what was granted (Administrative Licensing Law, art. 69). */
export const revoke = (
  application: Application,
  ground: LegalGround,
  reason: string,
  by: Handling,
): Handled =>
  act(application, "REVOKE", by, {
    revocation: { at: by.now, by: by.caller.id, reason, ground },
  });

/** Answers an appeal: the refusal stands, or the case is reviewed anew from its first step on, on a new clock. */
export function answerAppeal(
  application: Application,
  { outcome, answer }: { readonly outcome: "UPHELD" | "OVERTURNED"; readonly answer: string },
  by: Handling,
): Handled {
  const { appeal, decision } = application;
  if (!appeal) return err(notAllowed(application, by.caller, by));
  const answered = { ...appeal, outcome, answer, decidedAt: by.now, decidedBy: by.caller.id };
  if (outcome === "UPHELD") return act(application, "UPHOLD", by, { appeal: answered });
  const { promisedWorkingDays, statutoryWorkingDays } = application.clock;
  const reopened = act(application, "OVERTURN", by, {
    appeal: decision ? { ...answered, overturned: decision } : answered,
    finished: [],
    clock: { promisedWorkingDays, statutoryWorkingDays, pauses: [], acceptedOn: dateAt(by.now) },
  });
  if (!reopened.ok) return reopened;
  const { decision: _, ...undecided } = reopened.value;
  return ok(undecided);
}
