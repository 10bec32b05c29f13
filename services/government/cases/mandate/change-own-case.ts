import type { Capacity } from "../../../field/subject.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { OnBehalf } from "../actions.ts";
import type { Application, NotAllowed, Submitter } from "../application.ts";
import {
  type CasePorts,
  type Changed,
  changeCase,
  type Found,
  findCase,
  type NoSuchCase,
} from "../change-case.ts";
import { handles } from "../circle.ts";
import { type Acting, mayChange } from "./acting-party.ts";
import type { AttendanceOver } from "./attendance.ts";
import { hasEndedMeanwhile } from "./attended-commit.ts";
import { lookUpActing } from "./mandate.ts";
import { findUnderAge, type UnderAge } from "./own-acts.ts";
import { doneElsewhere } from "./taking-in.ts";

/** The acts as the applicant: by themselves, or by somebody who acts for them. */
export type ApplicantPorts = CasePorts & { readonly acting: Acting };

/**
 * The person who began the case may not act for its subject any more, the one present has gone, or they are too young to
 * act alone.
 */
export type AuthorityEnded = { readonly code: "AUTHORITY_ENDED" } | AttendanceOver | UnderAge;

/** A case as a decision of its applicant finds it. */
export type OwnFound = Found & { readonly by: OnBehalf };

export type OwnCaseResult<R = never> = Result<Application, R | NotAllowed | NoSuchCase | AuthorityEnded>;

type NotOwn = NotAllowed | NoSuchCase | AuthorityEnded;

/**
 * Decides for a caller who may act for the case's subject as of this request: an authority that has ended holds for
 * nothing more. Somebody else's case answers as an unknown one. The trail of what a clerk does names the attendance of
 * the person present, and says of a clerk of another region that it was at a window there.
 */
export const changeOwnCase = <R extends { readonly code: string } = never>(
  ports: ApplicantPorts,
  id: string,
  decide: (found: OwnFound) => Result<Changed, R | NotAllowed> | Promise<Result<Changed, R | NotAllowed>>,
): Promise<OwnCaseResult<R>> =>
  changeCase<R | NotOwn>(ports, id, async (found) => {
    const own = await admit(ports, found);
    if (!own.ok) return own;
    const decided = await decide(own.value);
    if (!decided.ok) return decided;
    const { action } = decided.value;
    const isElsewhere = own.value.by.caller.kind === "ELSEWHERE";
    const named = { action: isElsewhere ? doneElsewhere(action) : action };
    return ok({ ...attendanceReason(ports.acting), ...decided.value, ...named });
  });

/** The case for a caller who may act for its subject as of this request, as `changeOwnCase` finds it. */
export async function findOwnCase(ports: ApplicantPorts, id: string): Promise<Result<OwnFound, NotOwn>> {
  const found = await findCase(ports, id);
  return found ? admit(ports, found) : err({ code: "APPLICATION_NOT_FOUND" });
}

async function admit(ports: ApplicantPorts, found: Found): Promise<Result<OwnFound, NotOwn>> {
  const { application, facts } = found;
  const { acting } = ports;
  if (await hasEndedMeanwhile(ports, acting)) return err({ code: "ATTENDANCE_OVER" });
  const capacity = await lookUpActing(ports, acting, application, found.item.handedInAt);
  if (!capacity) {
    const hasBegun = acting.kind === "CITIZEN" && application.citizenId === acting.citizen;
    return err({ code: hasBegun ? "AUTHORITY_ENDED" : "APPLICATION_NOT_FOUND" });
  }
  const underAge = await findUnderAge(ports, acting, application.subject, found.item);
  if (underAge) return err(underAge);
  if (!mayChange(acting, application)) {
    return err({ code: "NOT_ALLOWED_NOW", state: application.status, availableActions: [] });
  }
  return ok({ ...found, by: { ...facts, caller: callerOf(acting, application, capacity) } });
}

/** A clerk of another region takes the case in, and does no more in it. */
const callerOf = (acting: Acting, application: Application, capacity: Capacity): OnBehalf["caller"] =>
  acting.kind === "CLERK" && !handles(acting.clerk, application) ? { kind: "ELSEWHERE" } : callerIn(capacity);

/** As what somebody asks who may act for a case's subject in this capacity. */
export const callerIn = (capacity: Capacity): OnBehalf["caller"] =>
  capacity === "PARTNER" ? { kind: "PARTNER" } : { kind: "APPLICANT", isSubject: capacity !== "AGENT" };

/** The kind of caller who hands the case in; undefined where it is the subject themselves. */
export function submitterOf({ kind }: Acting, caller: OnBehalf["caller"]): Submitter | undefined {
  if (kind !== "CITIZEN") return kind;
  return caller.kind === "APPLICANT" && caller.isSubject ? undefined : "AGENT";
}

/** How the audit trail of a case names the attendance in which a clerk acted. */
export const attendanceReason = (acting: Acting): Pick<Changed, "reason"> =>
  acting.kind === "CLERK" ? { reason: acting.attendance.id } : {};
