import type { Officer } from "../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import { isAmong, isHandOf } from "../../kernel/four-eyes.ts";
import { covers, isOfDepartment } from "../../kernel/jurisdiction.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { StepRole } from "../catalogue/index.ts";
import type { Application, NotAllowed } from "./application.ts";
import { handles, hasDecided, isOwn, ROLE_OF } from "./circle.ts";
import { appealUntil, extensibleBy, limitsOf } from "./clock.ts";
import { mayComplain, openComplaint } from "./complaint.ts";
import { deemedGrantedSince } from "./deemed-grant.ts";
import { hasFailed, inspectingHands, isReported, openInspection } from "./inspection-on-site.ts";
import { ACTIONS, type Action, nextStatus } from "./life.ts";
import type { Step, Task } from "./workflow.ts";

/** The party that asks: the applicant (or who acts for them), a partner or a window ELSEWHERE in their stead, or an officer. */
export type Caller = Applicant | { readonly kind: "PARTNER" | "ELSEWHERE" } | Officer;

/** `isSubject`: the matter is this very person's, or of an enterprise whose legal representative they are. */
export type Applicant = { readonly kind: "APPLICANT"; readonly isSubject: boolean };

/** The facts on which a decision about a case stands, besides the case itself. */
export type Facts = {
  readonly steps: readonly Step[];
  readonly now: Instant;
  /** The officer who asks represents the subject, or is its agent in some item. */
  readonly standsForSubject: boolean;
};

/** The facts, and as what somebody asks who acts for the case's subject. */
export type OnBehalf = Facts & { readonly caller: Exclude<Caller, Officer> };

/** The actions that this caller has on the case now; nothing else is done for them. */
export function actionsFor(application: Application, caller: Caller, facts: Facts): readonly Action[] {
  const isDeemed = deemedGrantedSince(application, facts.now) !== undefined;
  return ACTIONS.filter(
    (action) =>
      nextStatus(application.status, action) !== undefined &&
      (!isDeemed || ABOUT_DELAY.includes(action)) &&
      (caller.kind === "OFFICER"
        ? mayOfficer(action, application, caller, facts)
        : mayApplicant(action, application, facts) && mayAsk(action, caller)),
  );
}

/** Possible with what counts as granted already, until its clock has run. */
const ABOUT_DELAY: readonly Action[] = ["COMPLAIN", "ANSWER_COMPLAINT"];

export const notAllowed = (application: Application, caller: Caller, facts: Facts): NotAllowed => ({
  code: "NOT_ALLOWED_NOW",
  state: application.status,
  availableActions: actionsFor(application, caller, facts),
});

/** The subject alone confirms; to fight a refusal, or to complain, is not for a partner to say; a window elsewhere takes in. */
function mayAsk(action: Action, caller: OnBehalf["caller"]): boolean {
  if (caller.kind === "ELSEWHERE") return action === "SAVE" || action === "SUBMIT";
  if (action === "CONFIRM") return caller.kind === "APPLICANT" && caller.isSubject;
  return caller.kind === "APPLICANT" || (action !== "APPEAL" && action !== "COMPLAIN");
}

const APPLICANTS: readonly Action[] = ["SAVE", "SUBMIT", "CONFIRM", "WITHDRAW"];

function mayApplicant(action: Action, application: Application, { now }: Facts): boolean {
  const { appeal, decision } = application;
  if (action === "COMPLAIN") return mayComplain(application, dateAt(now));
  if (action !== "APPEAL") return APPLICANTS.includes(action);
  // A new refusal after one that was set aside is reviewed as the first was.
  const isReviewed = appeal !== undefined && appeal.outcome !== "OVERTURNED";
  return !isReviewed && !!decision && dateAt(now) <= appealUntil(decision.at);
}

function mayOfficer(action: Action, application: Application, officer: Officer, facts: Facts): boolean {
  if (!handles(officer, application) || isOwn(officer, application, facts)) return false;
  const holds = (...roles: readonly StepRole[]) =>
    application.tasks.some(
      (task) => roles.includes(task.role) && mayFinish(officer, application, task, facts),
    );
  const isSupervisor = supervises(officer, application);
  const limits = limitsOf(application.clock);
  const isOver = (last: CivilDate | undefined) => last !== undefined && last < dateAt(facts.now);
  // An application that nobody answered in time counts as accepted from its receipt, also before its clock has run (art. 32 (1) no. 4).
  const isAccepting = holds("acceptor") && !isOver(limits.acceptance);
  switch (action) {
    case "CLAIM":
      return application.tasks.some((task) => mayClaim(officer, application, task, facts));
    case "RELEASE":
      return takesSteps(officer) && application.tasks.some(({ claimedBy }) => claimedBy === officer.id);
    case "REASSIGN":
      return application.tasks.some((task) => mayReassign(officer, task));
    case "TRANSFER":
      return (isSupervisor || holds("acceptor")) && !openInspection(application);
    case "ACCEPT":
      return isAccepting;
    case "REQUEST_CORRECTION":
      return isAccepting && !application.correction;
    case "FINISH_STEP":
      return reviewsToFinish(application, officer, facts).length > 0;
    case "APPOINT_INSPECTORS":
    case "RECORD_FINDINGS":
    case "SIGN_REPORT":
      return mayInspect(action, application, officer, facts);
    case "ORDER_REINSPECTION":
      return holds("decider") && hasFailed(application);
    case "APPROVE":
      return holds("decider") && !hasFailed(application);
    case "REJECT":
      return isAccepting || holds("decider");
    case "PAUSE":
      // A limit that is over is not brought back: art. 45 leaves time out of one that runs.
      return holds("reviewer", "inspector", "decider") && !isOver(limits.statutory);
    case "RESUME":
      return isSupervisor || holds("reviewer", "inspector", "decider");
    case "EXTEND":
      return isSupervisor && isExtensible(application) && !isOver(limits.statutory);
    case "DELIVER":
      return holds("issuer");
    case "REVOKE":
      return isSupervisor && application.decision?.outcome === "APPROVED";
    case "UPHOLD":
    case "OVERTURN":
      return isSupervisor && !hasDecided(officer, application);
    case "ANSWER_COMPLAINT":
      return isSupervisor && openComplaint(application) !== undefined;
    default:
      return false;
  }
}

/** Once, where the item allows it at all, and approved within the limit that it extends (Administrative Licensing Law, art. 42). */
const isExtensible = ({ clock }: Application): boolean =>
  !clock.extension && extensibleBy(clock).workingDays > 0;

/** The steps of the review that an officer can end with an opinion; one with a checklist ends with the signed report. */
export const reviewsToFinish = (
  application: Application,
  officer: Officer,
  facts: Pick<Facts, "steps">,
): readonly Task[] =>
  application.tasks.filter(
    (task) =>
      isReview(task) && mayFinish(officer, application, task, facts) && !checklistOf(task.step, facts),
  );

const isReview = ({ role }: Task): boolean => role === "reviewer" || role === "inspector";

/** A case is supervised by the department that answers for it, and not by one that takes a step of it. */
const supervises = (officer: Officer, { department }: Application): boolean =>
  officer.roles.includes("SUPERVISOR") && isOfDepartment(officer, department);

/** A step is given to others by a supervisor of the department that takes it. */
export const mayReassign = (officer: Officer, { department }: Task): boolean =>
  officer.roles.includes("SUPERVISOR") && isOfDepartment(officer, department);

export const checklistOf = (step: string, { steps }: Pick<Facts, "steps">): Step["checklist"] =>
  steps.find(({ code }) => code === step)?.checklist;

/**
 * Inspectors are appointed by a supervisor or by who holds the step, and put in others' place until they have reported;
 * they alone record what they found, and sign it.
 */
function mayInspect(
  action: "APPOINT_INSPECTORS" | "RECORD_FINDINGS" | "SIGN_REPORT",
  application: Application,
  officer: Officer,
  facts: Facts,
): boolean {
  const open = openInspection(application);
  if (action === "APPOINT_INSPECTORS") {
    const mayAppoint = ({ step, claimedBy }: Task) =>
      checklistOf(step, facts) &&
      (officer.roles.includes("SUPERVISOR") ||
        (claimedBy === officer.id && officer.roles.includes("INSPECTOR")));
    return application.tasks.some(mayAppoint) && (application.status !== "PAUSED" || !!open);
  }
  if (!open?.inspectors.includes(officer.id) || !officer.roles.includes("INSPECTOR")) return false;
  const points = checklistOf(open.step, facts) ?? [];
  return action === "RECORD_FINDINGS" || (isReported(open, points) && !open.signedBy.includes(officer.id));
}

/** Whether an officer may take a step on: one of their department that nobody has, and that is for them. */
export function mayClaim(
  officer: Officer,
  application: Application,
  task: Task,
  facts: Pick<Facts, "steps">,
): boolean {
  return (
    task.claimedBy === undefined &&
    isOfDepartment(officer, task.department) &&
    isFor(officer, application, task, facts)
  );
}

/** Whether a step can be given to an officer by a supervisor: by role, region and department, and if it is not their own. */
export const mayHold = (officer: Officer, application: Application, task: Task): boolean =>
  officer.roles.includes(ROLE_OF[task.role]) &&
  covers(officer, { region: application.region, department: task.department }) &&
  !isOwn(officer, application, { standsForSubject: false }) &&
  !decidedBefore(officer, application, task);

/** Whether an officer may end a step: one that they have, by whatever way it came to them, and that is for them. */
export const mayFinish = (
  officer: Officer,
  application: Application,
  task: Task,
  facts: Pick<Facts, "steps">,
): boolean => task.claimedBy === officer.id && isFor(officer, application, task, facts);

const isFor = (
  officer: Officer,
  application: Application,
  task: Task,
  facts: Pick<Facts, "steps">,
): boolean =>
  officer.roles.includes(ROLE_OF[task.role]) &&
  !needsOthers(officer, application, task, facts) &&
  !decidedBefore(officer, application, task);

/** Whether a step is one that decides, and an officer has decided the case before: what was set aside others decide anew. */
export const decidedBefore = (
  officer: Pick<Officer, "id" | "person">,
  application: Application,
  { role }: Task,
): boolean => role === "decider" && hasDecided(officer, application);

/** Whether the item asks for other eyes on a step than those of an officer, who has checked the case before. */
export const needsOthers = (
  officer: Pick<Officer, "id" | "person">,
  { finished, inspections = [] }: Application,
  { step }: Task,
  { steps }: Pick<Facts, "steps">,
): boolean =>
  steps.some(({ code, fourEyes }) => code === step && fourEyes) &&
  (finished.some((one) => isHandOf(officer, one)) ||
    inspections.some((one) => isAmong(officer, inspectingHands(one))));

/** Whether an inspector has checked the case in another step before, where the item asks for other eyes on the inspection's. */
export const hasCheckedElsewhere = (
  inspector: Pick<Officer, "id" | "person">,
  { finished }: Pick<Application, "finished">,
  step: string,
  { steps }: Pick<Facts, "steps">,
): boolean =>
  steps.some(({ code, fourEyes }) => code === step && fourEyes) &&
  finished.some((one) => one.step !== step && isHandOf(inspector, one));

const takesSteps = ({ roles }: Officer): boolean =>
  Object.values(ROLE_OF).some((role) => roles.includes(role));
