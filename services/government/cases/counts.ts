import { workingDaysBetween } from "../../field/working-days.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { type CaseCounts, daysCounter } from "../figures/index.ts";
import type { Application, Decision } from "./application.ts";
import { type Clock, limitsOf, pausedWorkingDays } from "./clock.ts";

/** The counts of a case's change in the figures; they follow from the case before and after, no matter who made it. */
export function countsOf(before: Application | undefined, after: Application): CaseCounts {
  const { clock, decision, status, submittedAt } = after;
  const isDecided = decision !== undefined && decision.at !== before?.decision?.at;
  const isWithdrawn = status === "WITHDRAWN" && before?.status !== "WITHDRAWN";
  return {
    ...one("received", submittedAt !== undefined && before?.submittedAt === undefined),
    ...one("accepted", clock.acceptedOn !== undefined && before?.clock.acceptedOn === undefined),
    ...one("deemedAccepted", !!clock.isDeemedAccepted && !before?.clock.isDeemedAccepted),
    ...one("becameOverdue", isNewlyOverdue(clock, before?.clock)),
    ...one("complaints", (after.complaints?.length ?? 0) > (before?.complaints?.length ?? 0)),
    ...one("withdrawn", isWithdrawn && submittedAt !== undefined),
    ...(isDecided ? countsOfDecision(clock, decision) : {}),
  };
}

/** The decision, or else the delivery. */
const isNewlyOverdue = (clock: Clock, before: Clock | undefined): boolean =>
  (clock.overdueAt !== undefined && before?.overdueAt === undefined) ||
  (clock.deliveryOverdueAt !== undefined && before?.deliveryOverdueAt === undefined);

function countsOfDecision(clock: Clock, { outcome, at, by, isDeemed }: Decision): CaseCounts {
  const on = dateAt(at);
  const { acceptance, promised = acceptance, statutory = acceptance } = limitsOf(clock);
  const began = clock.acceptedOn ?? clock.receivedOn ?? on;
  const days = Math.max(0, workingDaysBetween(began, on) - pausedWorkingDays(clock.pauses));
  return {
    decided: 1,
    [daysCounter(days)]: 1,
    ...one("approved", outcome === "APPROVED"),
    ...one("decidedByRule", by === undefined && !isDeemed),
    ...one("decidedInPromisedTime", promised !== undefined && on <= promised),
    ...one("decidedInStatutoryTime", statutory !== undefined && on <= statutory),
  };
}

const one = (name: keyof CaseCounts, happened: boolean): CaseCounts => (happened ? { [name]: 1 } : {});
