import { addDays, type CivilDate, dateAt, midnight } from "../../kernel/civil-date.ts";
import { type Instant, plusMs } from "../../kernel/runtime.ts";
import type { Facts } from "./actions.ts";
import type { Application, Decision } from "./application.ts";
import {
  appealDue,
  appealUntil,
  deliveryDue,
  deliveryOverdueSince,
  flagPause,
  limitsOf,
  openPause,
  start,
} from "./clock.ts";
import { deemedGrantAt } from "./deemed-grant.ts";
import type { ClockAction } from "./life.ts";
import { deliverIfOnline, transition } from "./transition.ts";

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
  return ticksOf(application).toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))[0];
}

/** A case is warned of before it is overdue. */
function ticksOf(application: Application): readonly Tick[] {
  const { status, clock, decision, appeal, correction, confirmation, savedAt, submittedAt } = application;
  const limits = limitsOf(clock);
  const tick = (what: Tick["what"], at: Instant | undefined): readonly Tick[] => (at ? [{ what, at }] : []);
  const deemed = tick("DEEM_GRANTED", deemedGrantAt(application));
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
        return [...tick("RULE", handedIn && plusMs(handedIn, RULE_WAIT_MS)), ...deemed];
      }
      return [...tick("DEEM_ACCEPTED", limits.acceptance && after(limits.acceptance)), ...deemed];
    case "IN_REVIEW":
      return [
        ...(clock.warnedAt ? [] : tick("WARN", limits.warning && midnight(limits.warning))),
        ...(clock.overdueAt ? [] : tick("OVERDUE", limits.promised && after(limits.promised))),
        ...deemed,
      ];
    case "PAUSED": {
      const pause = openPause(clock);
      const isFlagged = pause?.overdueAt !== undefined;
      return [...(isFlagged ? [] : tick("PAUSE_OVER", pause?.until && after(pause.until))), ...deemed];
    }
    case "APPROVED":
      return deliveryOverdueSince(clock, decision?.at)
        ? []
        : tick("DELIVERY_OVERDUE", decision && after(deliveryDue(clock, decision.at)));
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

/** Its licence has been renewed or has ended otherwise meanwhile, so that nothing of it counts as granted. */
export function withoutDeemedGrant(application: Application): Application {
  const { undecided: _, ...clock } = application.clock;
  return flag(application, { clock });
}

/**
 * The renewal of a licence that ended undecided counts as granted, from that moment on (Administrative Licensing Law,
 * art. 50 (2)), however late the clock comes to it.
 */
function deemGranted(application: Application, { at }: Tick, facts: Facts): Application {
  const decision: Decision = {
    ...{ outcome: "APPROVED", at, isDeemed: true },
    reason: {
      zh: "行政机关在许可有效期届满前未作出决定，视为准予延续。",
      en: "Nobody decided before the licence ended, so its renewal counts as granted.",
    },
    ground: { law: "行政许可法", article: "第五十条第二款" },
  };
  const clock = start(application.clock, facts.now);
  return deliverIfOnline(transition(application, "DEEM_GRANTED", { decision, clock }, facts), facts);
}

function applyTick(application: Application, tick: Tick, facts: Facts): Application {
  const { what } = tick;
  const { clock, status, appeal } = application;
  switch (what) {
    case "WARN":
      return flag(application, { clock: { ...clock, warnedAt: facts.now } });
    case "OVERDUE": {
      const overdueAt = facts.now;
      if (status === "APPEALED" && appeal) return flag(application, { appeal: { ...appeal, overdueAt } });
      return flag(application, { clock: { ...clock, warnedAt: clock.warnedAt ?? overdueAt, overdueAt } });
    }
    case "DEEM_GRANTED":
      return deemGranted(application, tick, facts);
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
