import type { Officer } from "../../../kernel/actor.ts";
import { addDays, type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { StepRole } from "../../catalogue/index.ts";
import { type Facts, mayFinish, notAllowed, reviewsToFinish } from "../actions.ts";
import type { Application, Decision, LegalGround, NamedFault, NotAllowed } from "../application.ts";
import { extensibleBy, type PauseReason, renewedClock, start, stop } from "../clock.ts";
import { withAnswer } from "../complaint.ts";
import { checkPauseEnd, type PauseEndOutOfRange } from "../pause-end.ts";
import { act, deliverIfOnline } from "../transition.ts";
import type { FinishedStep, Task } from "../workflow.ts";

/** The facts on which an officer's decision about a case stands. */
export type OfficerFacts = Facts & { readonly caller: Officer };

export type Outcome = Result<Application, NotAllowed>;

/** So many days an applicant has to put right what a notice names; a correction stops no clock of the law's. */
const CORRECTION_DAYS = 30;

const withFinished = (
  { finished }: Application,
  { step, role, department }: Task,
  opinion: string,
  by: OfficerFacts,
): readonly FinishedStep[] => [
  ...finished,
  { step, role, department, by: by.caller.id, person: by.caller.person, at: by.now, opinion },
];

/** The officer's step of this role is finished with what they do to the case. */
const finish = (
  application: Application,
  roles: readonly StepRole[],
  opinion: string,
  by: OfficerFacts,
): readonly FinishedStep[] => {
  const task = application.tasks.find(
    (one) => roles.includes(one.role) && mayFinish(by.caller, application, one, by),
  );
  return task ? withFinished(application, task, opinion, by) : application.finished;
};

/** Accepts what is complete and within the department's competence: the limits of its decision begin. */
export const accept = (application: Application, by: OfficerFacts): Outcome =>
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
  by: OfficerFacts,
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

/** An officer's opinion; `step` says of which of their steps it is. */
export type Review = { readonly step?: string | undefined; readonly opinion: string };

export type StepNotNamed = { readonly code: "STEP_NOT_NAMED"; readonly path: readonly string[] };

/**
 * Ends a step of the review with an opinion; the next steps open, once all that run jointly with it have ended too.
 * An officer who has several says which. Errors: STEP_NOT_NAMED.
 */
export function finishReview(
  application: Application,
  { step, opinion }: Review,
  by: OfficerFacts,
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
  by: OfficerFacts,
): Outcome {
  const isAccepted = application.status !== "SUBMITTED";
  const decision: Decision = {
    outcome: outcome === "REJECTED" && !isAccepted ? "NOT_ACCEPTED" : outcome,
    ...{ at: by.now, by: by.caller.id, reason },
    ...(by.caller.person ? { person: by.caller.person } : {}),
    ...(ground ? { ground } : {}),
  };
  const decided = act(application, outcome === "APPROVED" ? "APPROVE" : "REJECT", by, {
    decision,
    finished: finish(application, ["acceptor", "decider"], reason, by),
  });
  return decided.ok ? ok(deliverIfOnline(decided.value, by)) : decided;
}

export type PauseGround = {
  readonly reason: PauseReason;
  readonly note: string;
  /** The last day that it is expected to take. */
  readonly until: CivilDate;
};

/**
 * Stops the clock for what the limits leave out, until an expected day that the applicant is told in writing (Administrative
 * Licensing Law, art. 45). Errors: PAUSE_END_OUT_OF_RANGE.
 */
export function pause(
  application: Application,
  { reason, note, until }: PauseGround,
  by: OfficerFacts,
): Result<Application, NotAllowed | PauseEndOutOfRange> {
  const paused = act(application, "PAUSE", by, {
    clock: stop(application.clock, { reason, note, by: by.caller.id, from: by.now, until }),
  });
  const end = checkPauseEnd(until, dateAt(by.now));
  return paused.ok && !end.ok ? end : paused;
}

export const resume = (application: Application, by: OfficerFacts): Outcome =>
  act(application, "RESUME", by, { clock: start(application.clock, by.now) });

export type ExtensionWish = {
  readonly workingDays: number;
  readonly reason: string;
  /** The person who has approved it, by name and office. */
  readonly approvedBy: string;
};

export type ExtensionOutOfRange = {
  readonly code: "EXTENSION_OUT_OF_RANGE";
  readonly values: { readonly max: string };
  readonly path: readonly string[];
};

/**
 * A case has more time, once, by as much as its item allows, with the approval of the head of the authority, or for joint
 * handling of the government (Administrative Licensing Law, art. 42); the applicant is told why. Errors: EXTENSION_OUT_OF_RANGE.
 */
export function extend(
  application: Application,
  { workingDays, reason, approvedBy }: ExtensionWish,
  by: OfficerFacts,
): Result<Application, NotAllowed | ExtensionOutOfRange> {
  const { workingDays: max, approver } = extensibleBy(application.clock);
  const { warnedAt: _, overdueAt: __, ...clock } = application.clock;
  const extension = { workingDays, reason, approver, approvedBy, by: by.caller.id, at: by.now };
  const extended = act(application, "EXTEND", by, { clock: { ...clock, extension } });
  const isInRange = Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= max;
  return extended.ok && !isInRange
    ? err({ code: "EXTENSION_OUT_OF_RANGE", values: { max: String(max) }, path: ["workingDays"] })
    : extended;
}

/** Puts what was granted into the applicant's hands. */
export const deliver = (application: Application, note: string, by: OfficerFacts): Outcome =>
  act(application, "DELIVER", by, { finished: finish(application, ["issuer"], note, by) });

/** Takes back what was granted (Administrative Licensing Law, art. 69). */
export const revoke = (
  application: Application,
  ground: LegalGround,
  reason: string,
  by: OfficerFacts,
): Outcome =>
  act(application, "REVOKE", by, {
    revocation: { at: by.now, by: by.caller.id, reason, ground },
  });

export type AppealAnswer = { readonly outcome: "UPHELD" | "OVERTURNED"; readonly answer: string };

/** Answers an appeal: the refusal stands, or the case is reviewed anew from its first step on, on a new clock. */
export function answerAppeal(
  application: Application,
  { outcome, answer }: AppealAnswer,
  by: OfficerFacts,
): Outcome {
  const { appeal, decision } = application;
  if (!appeal) return err(notAllowed(application, by.caller, by));
  const answered = { ...appeal, outcome, answer, decidedAt: by.now, decidedBy: by.caller.id };
  if (outcome === "UPHELD") return act(application, "UPHOLD", by, { appeal: answered });
  const reopened = act(application, "OVERTURN", by, {
    appeal: decision ? { ...answered, overturned: decision } : answered,
    finished: [],
    clock: renewedClock(application.clock, dateAt(by.now)),
  });
  if (!reopened.ok) return reopened;
  const { decision: _, ...undecided } = reopened.value;
  return ok(undecided);
}

/** Answers what the applicant complains about. */
export const answerDelay = (application: Application, answer: string, by: OfficerFacts): Outcome =>
  act(application, "ANSWER_COMPLAINT", by, {
    complaints: withAnswer(application.complaints ?? [], {
      ...{ answer, answeredAt: by.now, answeredBy: by.caller.id },
    }),
  });
