import { regionsAround } from "../../field/region.ts";
import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { AdverseAct, Deciding, RemedyNotice } from "../../people/remedies/index.ts";
import type { Stake } from "../catalogue/index.ts";
import type { Application } from "./application.ts";
import { afterToldPause, deliveryDue, limitsOf } from "./clock.ts";

/** The body that decides a case: its department, for the widest region in which the item is its own. */
export const decidingBody = (
  { department, region }: Pick<Application, "department" | "region">,
  { regions }: { readonly regions: readonly string[] },
): Deciding => {
  const territory = regionsAround(region).findLast((around) => regions.includes(around));
  return { department, region, ...(territory ? { territory } : {}) };
};

/** Whether a case that the department had received ended because nobody answered its correction notice. */
export const hasEndedUncorrected = ({
  status,
  correction,
}: Pick<Application, "status" | "correction">): boolean =>
  status === "LAPSED" && correction !== undefined && !correction.answeredAt;

/** Whether a change is an act that goes against the case's subject: a refusal, a revocation, or an end for want of a correction. */
export const isNewlyAdverse = (next: Application, before: Application | undefined): boolean =>
  (next.decision !== undefined &&
    next.decision !== before?.decision &&
    next.decision.outcome !== "APPROVED") ||
  (next.revocation !== undefined && next.revocation !== before?.revocation) ||
  (hasEndedUncorrected(next) && before?.status !== "LAPSED");

/** The remedies that a change tells of: those of the act against the subject that it is; undefined where it is none. */
export function newlyTold(next: Application, before: Application | undefined): RemedyNotice | undefined {
  if (!isNewlyAdverse(next, before)) return undefined;
  const { status, decision, revocation, lapse } = next;
  if (status === "REVOKED") return revocation?.remedies;
  return status === "LAPSED" ? lapse?.remedies : decision?.remedies;
}

/** The case with the remedies named in the act by which it was refused, revoked or ended. */
export function withNotice(application: Application, remedies: RemedyNotice): Application {
  const { status, decision, revocation } = application;
  if (status === "REVOKED" && revocation) {
    return { ...application, revocation: { ...revocation, remedies } };
  }
  if (status === "LAPSED") return { ...application, lapse: { remedies } };
  return decision ? { ...application, decision: { ...decision, remedies } } : application;
}

/** An act against the subject of a case, and the remedies that it told of; acts from before they were named told of none. */
export type ActAgainst = {
  readonly against: AdverseAct;
  readonly servedOn: CivilDate;
  readonly told: RemedyNotice | undefined;
};

/**
 * The act that goes against the case's subject as it stands. The platform puts it before them at once, so it came to them
 * on its own day. A correction notice is none: it decides nothing, and the case ends by it only if nobody answers. A refusal
 * that was set aside is gone, and a new one is an act of its own. A review by the department (复核) changes nothing of them:
 * while it goes on the limits run, and its answer repeats the decision.
 */
export function actAgainst(
  application: Application,
  stake: Stake | undefined,
  today: CivilDate,
): ActAgainst | undefined {
  const { status, decision, revocation, lapse, endedAt } = application;
  if (status === "REVOKED" && revocation) {
    const against = stake === "MONEY" ? "PAYMENT_WITHDRAWAL" : "REVOCATION";
    return { against, servedOn: dateAt(revocation.at), told: revocation.remedies };
  }
  if (status === "LAPSED") {
    return hasEndedUncorrected(application) && endedAt
      ? { against: "LAPSE", servedOn: dateAt(endedAt), told: lapse?.remedies }
      : undefined;
  }
  if (decision && decision.outcome !== "APPROVED") {
    const against = decision.outcome === "REJECTED" ? "REFUSAL" : "NON_ACCEPTANCE";
    return { against, servedOn: dateAt(decision.at), told: decision.remedies };
  }
  const due = dutyUntil(application);
  return due && due < today ? { against: "DELAY", servedOn: due, told: undefined } : undefined;
}

/** The last day on which the law allows what the department still has to do: to decide, or to deliver what it granted. */
function dutyUntil({ status, clock, decision }: Application): CivilDate | undefined {
  // A pause leaves out no more than the time that the applicant was told.
  if (status === "IN_REVIEW" || status === "PAUSED") return limitsOf(afterToldPause(clock)).statutory;
  return status === "APPROVED" && decision ? deliveryDue(clock, decision.at) : undefined;
}
