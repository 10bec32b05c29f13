import type { Instant } from "../platform/runtime.ts";
import type { Application } from "./application.ts";
import { isOpen } from "./case-life.ts";
import { openComplaint } from "./complaint.ts";

/** Why a case is before its supervisor. */
export type EscalationReason = "OVERDUE" | "COMPLAINT" | "APPEAL";

type Escalated = Pick<Application, "status" | "clock" | "complaints" | "appeal">;
export type Escalation = { readonly reason: EscalationReason; readonly since: Instant };

/**
 * Why and since when a case stands in its supervisor's list: while its decision or delivery is overdue, while a
 * complaint waits for an answer, whatever has become of the case, and from an appeal until it is answered.
 */
export function escalationsOf(application: Escalated): readonly Escalation[] {
  const { status, clock, appeal } = application;
  const isAppealed = status === "APPEALED";
  // An appeal has a limit of its own: whether the decision was late does not count for it any more.
  const isUnderWay = !isAppealed && (isOpen(application) || status === "APPROVED");
  const since = (reason: EscalationReason, at: Instant | undefined) => (at ? [{ reason, since: at }] : []);
  return [
    ...since("OVERDUE", isAppealed ? appeal?.overdueAt : isUnderWay ? clock.overdueAt : undefined),
    ...since("COMPLAINT", openComplaint(application)?.at),
    ...since("APPEAL", isAppealed ? appeal?.at : undefined),
  ];
}

/** Where a case stands in its supervisor's list, the longest first; undefined where it is in none. */
export const escalatedSince = (application: Escalated): Instant | undefined =>
  escalationsOf(application)
    .map(({ since }) => since)
    .toSorted()[0];
