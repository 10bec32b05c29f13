import { err, ok, type Result } from "../../../kernel/result.ts";
import { refusalForPartner } from "../actions.ts";
import type { Application, NotAllowed } from "../application.ts";
import { type CasePorts, type Changed, changeCase, type Found, type NoSuchCase } from "../change-case.ts";
import { type Acting, mayChange } from "./acting-party.ts";
import { lookUpActing } from "./mandate.ts";

/** What is done as the applicant: by themselves, or by somebody who acts for them. */
export type ApplicantPorts = CasePorts & { readonly acting: Acting };

/** The person who began the case may not act for its subject any more. */
export type AuthorityEnded = { readonly code: "AUTHORITY_ENDED" };

export type OwnCaseResult<R = never> = Result<Application, R | NotAllowed | NoSuchCase | AuthorityEnded>;

/**
 * Decides for a caller who may act for the case's subject as of this request: an authority that has ended holds for
 * nothing more. Somebody else's case answers as an unknown one. The trail of what a clerk does names the attendance of
 * the person present.
 */
export const changeOwnCase = <R extends { readonly code: string } = never>(
  ports: ApplicantPorts,
  id: string,
  decide: (found: Found) => Result<Changed, R | NotAllowed> | Promise<Result<Changed, R | NotAllowed>>,
): Promise<OwnCaseResult<R>> =>
  changeCase<R | NotAllowed | NoSuchCase | AuthorityEnded>(ports, id, async (found) => {
    const { application } = found;
    const { acting } = ports;
    if (!(await lookUpActing(ports, acting, application))) {
      const hasBegun = acting.kind === "CITIZEN" && application.citizenId === acting.citizen;
      return err({ code: hasBegun ? "AUTHORITY_ENDED" : "APPLICATION_NOT_FOUND" });
    }
    if (!mayChange(acting, application)) {
      return err({ code: "NOT_ALLOWED_NOW", state: application.status, availableActions: [] });
    }
    const decided = await decide(found);
    if (decided.ok) return ok({ ...attendanceReason(acting), ...decided.value });
    const { error } = decided;
    return acting.kind === "PARTNER" && isNotAllowed(error) ? err(refusalForPartner(error)) : decided;
  });

const isNotAllowed = (error: { readonly code: string }): error is NotAllowed =>
  error.code === "NOT_ALLOWED_NOW";

/** How the audit trail of a case names the attendance in which a clerk acted. */
export const attendanceReason = (acting: Acting): Pick<Changed, "reason"> =>
  acting.kind === "CLERK" ? { reason: acting.attendance.id } : {};
