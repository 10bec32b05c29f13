import { addDays, type CivilDate, dateAt, midnight } from "../../kernel/civil-date.ts";
import { type Instant, plusMs } from "../../kernel/runtime.ts";
import type { Facts } from "./actions.ts";
import type { Application } from "./application.ts";
import {
  appealDue,
  appealUntil,
  deliveryDue,
  deliveryOverdueSince,
  flagPause,
  limitsOf,
  openPause,
} from "./clock.ts";
import type { ClockAction } from "./life.ts";
import { transition } from "./transition.ts";

/** A draft that nobody has saved for so long lapses. */
export const DRAFT_DAYS = 90;

/** Longer than any request takes, and every repetition of one. */
const RULE_WAIT_MS = 600_000;

/** The next act of the clock alone on a case, and its time. */
export type Tick = {
  readonly what: ClockAction | "WARN" | "OVERDUE" | "DELIVERY_OVERDUE" | "PAUSE_OVER" | "RULE";
  readonly at: Instant;
};

/** When the day after `last` begins: from then on the day is over. */
const after = (last: CivilDate): Instant => midnight(addDays(last, 1));

/** The next act that comes without anybody's doing: the earliest, undefined where the case only waits. */
export function nextTick(application: Application): Tick | undefined {
  return ticksOf(application)[0];
}

/** In the order of their times: a case is warned of before it is overdue. */
function ticksOf(application: Application): readonly Tick[] {
  const { status, clock, decision, appeal, correction, confirmation, savedAt, submittedAt } = application;
  const limits = limitsOf(clock);
  const tick = (what: Tick["what"], at: Instant | undefined): readonly Tick[] => (at ? [{ what, at }] : []);
  switch (status) {
    case "DRAFT":
      return tick("LAPSE", after(addDays(dateAt(savedAt), DRAFT_DAYS)));
    case "AWAITING_CONFIRMATION":
      return tick("LAPSE", confirmation && after(confirmation.until));
    case "CORRECTION":
      return tick("LAPSE", correction && after(correction.answerBy));
    case "SUBMITTED":
      // Its rule is asked as soon as it is handed in; where that was cut off, a person decides.
      if (application.ruling === "PENDING") {
        const handedIn = correction?.answeredAt ?? submittedAt;
        return tick("RULE", handedIn && plusMs(handedIn, RULE_WAIT_MS));
      }
      return tick("DEEM_ACCEPTED", limits.acceptance && after(limits.acceptance));
    case "IN_REVIEW":
      return [
        ...(clock.warnedAt ? [] : tick("WARN", limits.warning && midnight(limits.warning))),
        ...(clock.overdueAt ? [] : tick("OVERDUE", limits.promised && after(limits.promised))),
      ];
    case "PAUSED": {
      const pause = openPause(clock);
      return pause?.overdueAt ? [] : tick("PAUSE_OVER", pause?.until && after(pause.until));
    }
    case "APPROVED":
      return deliveryOverdueSince(clock, decision?.at)
        ? []
        : tick("DELIVERY_OVERDUE", decision && after(deliveryDue(decision.at)));
    case "APPEALED":
      return !appeal || appeal.overdueAt ? [] : tick("OVERDUE", after(appealDue(appeal.at)));
    case "REJECTED":
    case "DELIVERED":
      return tick("ARCHIVE", decision && after(appealUntil(decision.at)));
    default:
      return [];
  }
}

/** The case after what its clock does to it by `now`; undefined where nothing is due. */
export function runClock(
  application: Application,
  facts: Facts,
): { readonly application: Application; readonly tick: Tick } | undefined {
  const tick = nextTick(application);
  if (!tick || tick.at > facts.now) return undefined;
  return { tick, application: applyTick(application, tick, facts) };
}

function applyTick(application: Application, { what }: Tick, facts: Facts): Application {
  const { clock, status, appeal } = application;
  switch (what) {
    case "WARN":
      return flag(application, { clock: { ...clock, warnedAt: facts.now } });
    case "OVERDUE": {
      const overdueAt = facts.now;
      if (status === "APPEALED" && appeal) return flag(application, { appeal: { ...appeal, overdueAt } });
      return flag(application, { clock: { ...clock, warnedAt: clock.warnedAt ?? overdueAt, overdueAt } });
    }
    case "DELIVERY_OVERDUE":
      return flag(application, { clock: { ...clock, deliveryOverdueAt: facts.now } });
    case "PAUSE_OVER":
      return flag(application, { clock: flagPause(clock, facts.now) });
    case "DEEM_ACCEPTED": {
      const acceptedOn = clock.receivedOn ?? dateAt(facts.now);
      return transition(
        application,
        what,
        { clock: { ...clock, acceptedOn, isDeemedAccepted: true } },
        facts,
      );
    }
    case "RULE":
      return transition(application, "ROUTE", { ruling: "ROUTED" }, facts);
    default:
      return transition(application, what, {}, facts);
  }
}

const flag = (
  application: Application,
  flags: Partial<Pick<Application, "clock" | "appeal">>,
): Application => ({
  ...application,
  ...flags,
  revision: application.revision + 1,
});
