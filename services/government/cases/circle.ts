import { isPerson, type Subject } from "../../field/subject.ts";
import type { Officer, Partner, Role, Scope } from "../../kernel/actor.ts";
import { isAmong, isHandOf } from "../../kernel/four-eyes.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { isOfDepartment } from "../../kernel/jurisdiction.ts";
import type { StepRole } from "../catalogue/index.ts";
import { type Appeal, type Application, isReceived } from "./application.ts";
import { inspectingHands } from "./inspection-on-site.ts";

/** Whether the officer who asks represents the subject, or is its agent in some item. */
type Standing = { readonly standsForSubject: boolean };

export const ROLE_OF: Record<StepRole, Role> = {
  acceptor: "ACCEPTOR",
  reviewer: "REVIEWER",
  inspector: "INSPECTOR",
  decider: "DECIDER",
  issuer: "ISSUER",
};

/** Whether a case lies in an officer's jurisdiction: its region, and its department or one that takes a step of it. */
export function handles(
  officer: Officer,
  { region, department, tasks, finished }: Pick<Application, "region" | "department" | "tasks" | "finished">,
): boolean {
  if (!region.startsWith(officer.jurisdiction.regionPrefix)) return false;
  const involved = [
    department,
    ...tasks.map((task) => task.department),
    ...finished.map((step) => step.department),
  ];
  return involved.some((one) => isOfDepartment(officer, one));
}

/** Without it a partner's key reads no case, and neither does a consent that leaves it out. */
export const SCOPE_TO_READ = "APPLICATIONS_READ" satisfies Scope;

/** Whether a case is one of a partner's own enterprise, or of the person whom an id names that was sealed for it. */
export const isOfPartner = (
  { creditCode }: Pick<Partner, "creditCode">,
  person: CitizenId | undefined,
  subject: Subject,
): boolean =>
  subject.kind === "PERSON"
    ? subject.citizenId === person
    : person === undefined && subject.creditCode === creditCode;

/**
 * Nobody has a hand in a case of their own, or of an enterprise or person that they represent. An officer whom the
 * platform does not know as a person has none in any: it could be their own.
 */
export const isOwn = (
  { person }: Officer,
  { citizenId, subject }: Application,
  { standsForSubject }: Standing,
): boolean => person === undefined || person === citizenId || isPerson(subject, person) || standsForSubject;

/** The reviews of refusals in a case, those of refusals that were set aside among them. */
const appealsIn = ({ appeal, pastAppeals = [] }: Application): readonly Appeal[] =>
  appeal ? [...pastAppeals, appeal] : pastAppeals;

/**
 * Whether an officer has decided a case before, under whatever officer's id, by a decision that stands or that was set aside.
 * Somebody else decides it anew, and somebody else reviews what they decided.
 */
export const hasDecided = (officer: Pick<Officer, "id" | "person">, application: Application): boolean =>
  [application.decision, ...appealsIn(application).map(({ overturned }) => overturned)].some((decision) =>
    isHandOf(officer, decision),
  );

/**
 * Whether an officer has had a hand in a case, under whatever officer's id: took a step, decided, inspected, moved its clock or
 * answered in it.
 */
export function hasHandled(officer: Officer, application: Application): boolean {
  const { tasks, finished, inspections = [], clock, correction } = application;
  const { revocation, complaints = [], transfers = [], handlers = [] } = application;
  if (hasDecided(officer, application)) return true;
  if (inspections.some((one) => isAmong(officer, inspectingHands(one)))) return true;
  const ids = [
    ...tasks.map(({ claimedBy }) => claimedBy),
    ...finished.map(({ by }) => by),
    ...clock.pauses.map(({ by }) => by),
    ...[clock.extension, correction, revocation].map((one) => one?.by),
    ...appealsIn(application).map(({ decidedBy }) => decidedBy),
    ...transfers.map(({ by }) => by),
    ...complaints.map(({ answeredBy }) => answeredBy),
  ];
  return isAmong(officer, { ids, persons: handlers });
}

const READERS: readonly Role[] = [...Object.values(ROLE_OF), "SUPERVISOR", "AUDITOR"];

/** Whether an officer is of a case's circle: by role and jurisdiction, and not in a matter of their own. */
export const mayRead = (officer: Officer, application: Application, facts: Standing): boolean =>
  isReceived(application) &&
  handles(officer, application) &&
  officer.roles.some((role) => READERS.includes(role)) &&
  !isOwn(officer, application, facts);
