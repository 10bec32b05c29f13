import type { Instant } from "../../kernel/runtime.ts";
import type { Application } from "./application.ts";
import { deliveryOverdueSince, openPause } from "./clock.ts";
import { openComplaint } from "./complaint.ts";
import { isOpen } from "./life.ts";

/** Why a case calls for attention. */
export type EscalationReason =
  | "WARNING"
  | "OVERDUE"
  | "DELIVERY_OVERDUE"
  | "PAUSE_OVER"
  | "COMPLAINT"
  | "APPEAL";

type Escalated = Pick<Application, "status" | "clock" | "complaints" | "appeal" | "decision" | "tasks">;
export type Escalation = { readonly reason: EscalationReason; readonly since: Instant };

/**
 * Why and since when a case calls for attention: from 80 % of its time on, while its decision is overdue, or its delivery, while its
 * clock stands still for longer than was told, while a complaint waits for an answer, whatever has become of the case, and from an appeal until it is answered.
 */
export function escalationsOf(application: Escalated): readonly Escalation[] {
  const { status, clock, appeal, decision } = application;
  const isAppealed = status === "APPEALED";
  const since = (reason: EscalationReason, at: Instant | undefined) => (at ? [{ reason, since: at }] : []);
  const isWarned = status === "IN_REVIEW" && !clock.overdueAt;
  return [
    ...since("WARNING", isWarned ? clock.warnedAt : undefined),
    ...since("OVERDUE", overdueSince(application)),
    ...since(
      "DELIVERY_OVERDUE",
      status === "APPROVED" ? deliveryOverdueSince(clock, decision?.at) : undefined,
    ),
    ...since("PAUSE_OVER", status === "PAUSED" ? openPause(clock)?.overdueAt : undefined),
    ...since("COMPLAINT", openComplaint(application)?.at),
    ...since("APPEAL", isAppealed ? appeal?.at : undefined),
  ];
}

/** Decision and appeal have limits of their own: whether the one before was late does not count any more. */
function overdueSince(application: Escalated): Instant | undefined {
  const { status, clock, appeal } = application;
  if (status === "APPEALED") return appeal?.overdueAt;
  return isOpen(application) ? clock.overdueAt : undefined;
}

/**
 * Since when a case stands in its supervisor's list; undefined where it does not. A warning is for who holds the case, and
 * for the supervisor as long as nobody has taken a step of it on.
 */
export function escalatedSince(application: Escalated): Instant | undefined {
  const isHeld = application.tasks.every(({ claimedBy }) => claimedBy !== undefined);
  return escalationsOf(application)
    .filter(({ reason }) => reason !== "WARNING" || !isHeld)
    .map(({ since }) => since)
    .toSorted()[0];
}
