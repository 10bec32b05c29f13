import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Application, Complaint } from "./application.ts";
import { afterToldPause, deliveryDue, limitsOf, openPause } from "./clock.ts";

/** More about one case help nobody; each has to be answered before the next. */
const COMPLAINTS_MAX = 5;

type Complained = Pick<Application, "status" | "clock" | "decision" | "complaints">;

export const openComplaint = ({ complaints }: Pick<Application, "complaints">): Complaint | undefined =>
  complaints?.find(({ answeredAt }) => answeredAt === undefined);

/**
 * Whether the applicant can complain about delay: nobody answered within the five days for acceptance, or the promised
 * date is over, or that of the delivery, or the day until which the clock was to stand still (Administrative Licensing Law, art. 5 (3): the right to complain).
 */
export function mayComplain(application: Complained, today: CivilDate): boolean {
  const isBounded = (application.complaints?.length ?? 0) < COMPLAINTS_MAX;
  return isBounded && !openComplaint(application) && isLate(application, today);
}

function isLate({ status, clock, decision }: Complained, today: CivilDate): boolean {
  const { acceptance, promised } = limitsOf(afterToldPause(clock));
  const isOver = (last: CivilDate | undefined): boolean => last !== undefined && last < today;
  if (status === "SUBMITTED") return isOver(acceptance);
  if (status === "PAUSED") return isOver(openPause(clock)?.until) || isOver(promised);
  if (status === "APPROVED") return isOver(decision && deliveryDue(clock, decision.at));
  return status === "IN_REVIEW" && (!!clock.isDeemedAccepted || isOver(promised));
}

export const withAnswer = (
  complaints: readonly Complaint[],
  answered: Required<Pick<Complaint, "answer" | "answeredAt" | "answeredBy">>,
): readonly Complaint[] =>
  complaints.map((one) => (one.answeredAt === undefined ? { ...one, ...answered } : one));
