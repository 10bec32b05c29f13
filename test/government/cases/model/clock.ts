import { addDays, dayAt, midnight } from "./calendar.ts";
import type { ModelCase } from "./case.ts";
import { grantedAfter, isKeptBack, renew } from "./licence.ts";
import { APPEAL_DAYS, answerDue, limitsOf } from "./limits.ts";
import { moveTo } from "./moves.ts";

const DRAFT_DAYS = 90;

export type Tick = { readonly what: string; readonly at: number };

const after = (day: string): number => midnight(addDays(day, 1));

/** The next thing that comes by itself; of two at once, what came to be due by the case's own limits is first. */
export function nextTick(one: ModelCase): Tick | undefined {
  const granted = grantTick(one);
  const own = ownTick(one);
  return granted && (!own || granted.at < own.at) ? granted : own;
}

/** A renewal that nobody has decided counts as granted, unless its licence was renewed by another case. */
function grantTick(one: ModelCase): Tick | undefined {
  const last = grantedAfter(one);
  if (last === undefined) return undefined;
  return { what: isKeptBack(one, last) ? "not-deemed-granted" : "deemed-granted", at: after(last) };
}

function ownTick(one: ModelCase): Tick | undefined {
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
    if (next.what === "not-deemed-granted") one.grantedAfter = undefined;
    else if (next.what === "deemed-granted") grant(one, dayAt(next.at), dayAt(now));
    else if (next.what === "warned") one.isWarned = true;
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

/** From the day after the licence's end on, however late the clock comes to it; nobody has decided it. */
function grant(one: ModelCase, on: string, today: string): void {
  for (const pause of one.pauses) pause.to ??= today;
  one.decision = { outcome: "APPROVED", on, by: "" };
  renew(one, on);
  moveTo(one, "DELIVERED", today);
}
