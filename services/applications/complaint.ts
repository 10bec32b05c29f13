import type { CivilDate } from "../platform/civil-date.ts";
import type { Instant } from "../platform/runtime.ts";
import type { Application, Complaint } from "./application.ts";
import { deliveryDue, limitsOf } from "./case-clock.ts";
import { isOpen } from "./case-life.ts";

/** More about one case help nobody; each has to be answered before the next. */
const COMPLAINTS_MAX = 5;

type Complained = Pick<Application, "status" | "clock" | "decision" | "complaints">;

export const openComplaint = ({ complaints }: Pick<Application, "complaints">): Complaint | undefined =>
  complaints?.find(({ answeredAt }) => answeredAt === undefined);

/**
 * Whether the applicant can complain about delay: nobody answered within the five days for acceptance, or the promised
 * date is over, or that of the delivery (Administrative Licensing Law, art. 5 (3): the right to complain).
 */
export function mayComplain(application: Complained, today: CivilDate): boolean {
  const isBounded = (application.complaints?.length ?? 0) < COMPLAINTS_MAX;
  return isBounded && !openComplaint(application) && isLate(application, today);
}

function isLate({ status, clock, decision }: Complained, today: CivilDate): boolean {
  const { acceptance, promised } = limitsOf(clock);
  const isOver = (last: CivilDate | undefined): boolean => last !== undefined && last < today;
  if (status === "SUBMITTED") return isOver(acceptance);
  if (status === "APPROVED") return isOver(decision && deliveryDue(decision.at));
  return status === "IN_REVIEW" && (!!clock.isDeemedAccepted || isOver(promised));
}

/**
 * Since when a case stands in its supervisor's list: while it is overdue, until it is decided and delivered, and while a
 * complaint waits for an answer, whatever has become of the case.
 */
export function escalatedSince(application: Complained): Instant | undefined {
  // An appeal is another matter, for which the clock of the decision does not count.
  const { status } = application;
  const isUnderWay = status !== "APPEALED" && (isOpen(application) || status === "APPROVED");
  const overdueAt = isUnderWay ? application.clock.overdueAt : undefined;
  const complainedAt = openComplaint(application)?.at;
  return overdueAt && complainedAt && complainedAt < overdueAt ? complainedAt : (overdueAt ?? complainedAt);
}

export const withAnswer = (
  complaints: readonly Complaint[],
  answered: Required<Pick<Complaint, "answer" | "answeredAt" | "answeredBy">>,
): readonly Complaint[] =>
  complaints.map((one) => (one.answeredAt === undefined ? { ...one, ...answered } : one));
