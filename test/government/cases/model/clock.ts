import { addDays, dayAt, midnight } from "./calendar.ts";
import type { ModelCase } from "./case.ts";
import { APPEAL_DAYS, answerDue, limitsOf } from "./limits.ts";
import { moveTo } from "./moves.ts";

const DRAFT_DAYS = 90;

export type Tick = { readonly what: string; readonly at: number };

const after = (day: string): number => midnight(addDays(day, 1));

/** The next thing that comes by itself. */
export function nextTick(one: ModelCase): Tick | undefined {
  const { status, decision } = one;
  const { promised, warning } = limitsOf(one);
  const due = answerDue(one);
  switch (status) {
    case "DRAFT":
      return { what: "lapsed", at: after(addDays(one.savedOn, DRAFT_DAYS)) };
    case "CORRECTION":
      return one.correctBy ? { what: "lapsed", at: after(one.correctBy) } : undefined;
    case "SUBMITTED":
      return due ? { what: "deemed-accepted", at: after(due) } : undefined;
    case "IN_REVIEW":
      if (!one.isWarned && warning) return { what: "warned", at: midnight(warning) };
      return !one.isOverdue && promised ? { what: "overdue", at: after(promised) } : undefined;
    case "PAUSED": {
      const open = one.pauses.find(({ to }) => !to);
      return open && !open.isOver ? { what: "pause-over", at: after(open.until) } : undefined;
    }
    case "APPROVED":
      return !one.isDeliveryOverdue && due ? { what: "delivery-overdue", at: after(due) } : undefined;
    case "APPEALED":
      return !one.isAppealOverdue && due ? { what: "overdue", at: after(due) } : undefined;
    case "REJECTED":
    case "DELIVERED":
      return decision ? { what: "archived", at: after(addDays(decision.on, APPEAL_DAYS)) } : undefined;
    default:
      return undefined;
  }
}

/** All that has come to be done by itself. */
export function tick(one: ModelCase, now: number): void {
  for (let next = nextTick(one); next && next.at <= now; next = nextTick(one)) {
    one.trail.push(next.what);
    if (next.what === "warned") one.isWarned = true;
    else if (next.what === "delivery-overdue") one.isDeliveryOverdue = true;
    else if (next.what === "pause-over") {
      for (const pause of one.pauses) pause.isOver ||= !pause.to;
    } else if (next.what === "overdue" && one.status === "APPEALED") one.isAppealOverdue = true;
    else if (next.what === "overdue") {
      one.isWarned = true;
      one.isOverdue = true;
    } else if (next.what === "deemed-accepted") {
      one.accepted = one.received;
      one.isDeemed = true;
      moveTo(one, "IN_REVIEW", dayAt(now));
    } else moveTo(one, next.what === "lapsed" ? "LAPSED" : "ARCHIVED", dayAt(now));
  }
}
