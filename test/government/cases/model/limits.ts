import { addDays, plusWorkingDays, workingDaysAfter } from "./calendar.ts";
import type { ModelCase } from "./case.ts";

export const APPEAL_DAYS = 60;
const APPEAL_ANSWER_DAYS = 60;
const ACCEPTANCE_DAYS = 5;
const DELIVERY_DAYS = 10;

export type Limits = {
  readonly promised: string | null;
  readonly statutory: string | null;
  readonly warning: string | null;
};

/** The last days in time: none before acceptance, and none while the clock stands still. */
export function limitsOf({ item, accepted, pauses, extension }: ModelCase): Limits {
  if (!accepted || pauses.some(({ to }) => !to)) return { promised: null, statutory: null, warning: null };
  const [promised, statutory] = [item.promised, item.statutory].map((given) => {
    let days = given + extension;
    for (const pause of pauses) {
      if (pause.from <= plusWorkingDays(accepted, days)) days += stoodStill(pause);
    }
    return days;
  });
  return {
    promised: plusWorkingDays(accepted, promised ?? 0),
    statutory: plusWorkingDays(accepted, statutory ?? 0),
    warning: plusWorkingDays(accepted, Math.ceil((promised ?? 0) * 0.8)),
  };
}

/** Working days that a pause leaves out of what it interrupts: to its end, or to the day that was told for it. */
export const stoodStill = ({ from, until, to }: ModelCase["pauses"][number]): number =>
  to ? workingDaysAfter(from, to < until ? to : until) : 0;

/** Until when the department has to answer; null where nothing is due from it. */
export function answerDue(one: ModelCase): string | null {
  const { status, received, decision, appealedOn } = one;
  if (status === "SUBMITTED") return received ? plusWorkingDays(received, ACCEPTANCE_DAYS) : null;
  if (status === "IN_REVIEW") return limitsOf(one).promised;
  if (status === "APPEALED") return appealedOn ? addDays(appealedOn, APPEAL_ANSWER_DAYS) : null;
  return status === "APPROVED" && decision ? plusWorkingDays(decision.on, DELIVERY_DAYS) : null;
}

/** The last day of the answer that an applicant waits for, as if the clock went on when they were told that it would. */
export const awaitedBy = (one: ModelCase): string | null =>
  one.status === "PAUSED" ? resumedAsTold(one).promised : answerDue(one);

const resumedAsTold = (one: ModelCase): Limits =>
  limitsOf({ ...one, pauses: one.pauses.map((pause) => ({ ...pause, to: pause.to ?? pause.until })) });

/** No step is due after the last day that the law allows. */
export function keepLawful(one: ModelCase): void {
  const last = one.status === "IN_REVIEW" ? limitsOf(one).statutory : answerDue(one);
  for (const task of one.tasks) if (last !== null && last < task.due) task.due = last;
}
