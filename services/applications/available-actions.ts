import type { Officer, Role } from "../platform/actor.ts";
import { addDays, dateAt } from "../platform/civil-date.ts";
import { APPEAL_DAYS } from "../platform/licensing-law.ts";
import type { Instant } from "../platform/runtime.ts";
import type { StepRole } from "../platform/step-role.ts";
import { isPerson } from "../platform/subject.ts";
import { ACTIONS, type Action, type Application, type NotAllowed, nextStatus } from "./application.ts";
import type { Step, Task } from "./workflow.ts";

/** Who asks: the applicant (or who acts for them), a partner in their stead, or an officer. */
export type Caller = { readonly kind: "APPLICANT" } | { readonly kind: "PARTNER" } | Officer;

/** What a decision about a case stands on, besides the case itself. */
export type Facts = {
  readonly steps: readonly Step[];
  readonly now: Instant;
  /** The officer who asks represents the subject, or is its agent in some item. */
  readonly standsForSubject: boolean;
};

const ROLE_OF: Record<StepRole, Role> = {
  acceptor: "ACCEPTOR",
  reviewer: "REVIEWER",
  inspector: "INSPECTOR",
  decider: "DECIDER",
  issuer: "ISSUER",
};

/** What this caller can do with the case now; nothing else is done for them. */
export function actionsFor(application: Application, caller: Caller, facts: Facts): readonly Action[] {
  return ACTIONS.filter(
    (action) =>
      nextStatus(application.status, action) !== undefined &&
      (caller.kind === "OFFICER"
        ? mayOfficer(action, application, caller, facts)
        : mayApplicant(action, application, facts) && (caller.kind === "APPLICANT" || isForPartners(action))),
  );
}

export const notAllowed = (application: Application, caller: Caller, facts: Facts): NotAllowed => ({
  code: "NOT_ALLOWED_NOW",
  state: application.status,
  availableActions: actionsFor(application, caller, facts),
});

/** Whether to fight a refusal is not for a partner to say. */
const isForPartners = (action: Action): boolean => action !== "APPEAL";

/** What of it a partner can ask for in the applicant's stead. */
export const offeredToPartner = (refusal: NotAllowed): NotAllowed => ({
  ...refusal,
  availableActions: refusal.availableActions.filter(isForPartners),
});

function mayApplicant(action: Action, { appeal, decision }: Application, { now }: Facts): boolean {
  if (action !== "APPEAL") return action === "SAVE" || action === "SUBMIT" || action === "WITHDRAW";
  return !appeal && !!decision && dateAt(now) <= addDays(dateAt(decision.at), APPEAL_DAYS);
}

function mayOfficer(action: Action, application: Application, officer: Officer, facts: Facts): boolean {
  if (!handles(officer, application) || isOwn(officer, application, facts)) return false;
  const holds = (...roles: readonly StepRole[]) =>
    application.tasks.some(({ role, claimedBy }) => claimedBy === officer.id && roles.includes(role));
  const isSupervisor = officer.roles.includes("SUPERVISOR");
  switch (action) {
    case "CLAIM":
      return application.tasks.some((task) => mayClaim(officer, application, task, facts));
    case "RELEASE":
      return application.tasks.some(({ claimedBy }) => claimedBy === officer.id);
    case "REASSIGN":
      return isSupervisor && application.tasks.length > 0;
    case "ACCEPT":
      return holds("acceptor");
    case "REQUEST_CORRECTION":
      return holds("acceptor") && !application.correction;
    case "FINISH_STEP":
      return holds("reviewer", "inspector");
    case "APPROVE":
      return holds("decider");
    case "REJECT":
      return holds("acceptor", "decider");
    case "PAUSE":
      return holds("reviewer", "inspector", "decider");
    case "RESUME":
      return isSupervisor || holds("reviewer", "inspector", "decider");
    case "EXTEND":
      return isSupervisor && !application.clock.extension;
    case "DELIVER":
      return holds("issuer");
    case "REVOKE":
      return isSupervisor && application.decision?.outcome === "APPROVED";
    case "UPHOLD":
    case "OVERTURN":
      return isSupervisor && application.decision?.by !== officer.id;
    default:
      return false;
  }
}

/** Whether a case lies in an officer's jurisdiction: its region, and its department or one that takes a step of it. */
export function handles(
  { jurisdiction }: Officer,
  { region, department, tasks, finished }: Pick<Application, "region" | "department" | "tasks" | "finished">,
): boolean {
  const { regionPrefix, departments } = jurisdiction;
  if (!region.startsWith(regionPrefix)) return false;
  const involved = [
    department,
    ...tasks.map((task) => task.department),
    ...finished.map((step) => step.department),
  ];
  return departments.length === 0 || involved.some((one) => departments.includes(one));
}

/**
 * Nobody has a hand in a case of their own, or of an enterprise or person that they represent. An officer whom the
 * platform does not know as a person has none in any: it could be their own.
 */
const isOwn = (
  { person }: Officer,
  { citizenId, subject }: Application,
  { standsForSubject }: Pick<Facts, "standsForSubject">,
): boolean => person === undefined || person === citizenId || isPerson(subject, person) || standsForSubject;

/**
 * Whether an officer may take a step on: one of their role and department that nobody has, and where the item asks for
 * four eyes none of a case that they have checked before.
 */
export function mayClaim(
  officer: Officer,
  { finished }: Application,
  { step, role, department, claimedBy }: Task,
  { steps }: Pick<Facts, "steps">,
): boolean {
  const { departments } = officer.jurisdiction;
  const asksForOthers = steps.some(({ code, fourEyes }) => code === step && fourEyes);
  return (
    claimedBy === undefined &&
    officer.roles.includes(ROLE_OF[role]) &&
    (departments.length === 0 || departments.includes(department)) &&
    !(asksForOthers && finished.some(({ by }) => by === officer.id))
  );
}
