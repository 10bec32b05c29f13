import {
  ACCEPTANCE_WORKING_DAYS,
  APPEAL_DAYS,
  APPEAL_DECISION_DAYS,
  DELIVERY_WORKING_DAYS,
} from "../../field/licensing-law.ts";
import {
  addWorkingDays,
  type DayKind,
  isPublished,
  lastDayOf,
  workingDaysBetween,
} from "../../field/working-days.ts";
import { addDays, type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** From so much of its time on a case is warned of. */
const WARNING_TENTHS = 8;

export const PAUSE_REASONS = ["HEARING", "INSPECTION", "EXPERT_REVIEW"] as const;
/** The times that the limits leave out by law: hearings, inspections, tests and expert reviews (art. 45). */
export type PauseReason = (typeof PAUSE_REASONS)[number];

export type Pause = {
  readonly reason: PauseReason;
  readonly note: string;
  readonly by: OfficerId;
  readonly from: Instant;
  readonly to?: Instant;
};

export type Extension = {
  readonly workingDays: number;
  readonly reason: string;
  readonly by: OfficerId;
  readonly at: Instant;
};

/** A case's clock: the limits of its item, and what has moved them. */
export type Clock = {
  readonly promisedWorkingDays: number;
  readonly statutoryWorkingDays: number;
  /** The days that the legal limit counts; working days where it is not said. */
  readonly statutoryDays?: DayKind;
  /** The day of the last receipt: of the application, or of what was corrected. */
  readonly receivedOn?: CivilDate;
  readonly acceptedOn?: CivilDate;
  readonly isDeemedAccepted?: boolean;
  readonly pauses: readonly Pause[];
  readonly extension?: Extension;
  /** Flags that the scheduled function has set, so that each is told once. */
  readonly warnedAt?: Instant;
  readonly overdueAt?: Instant;
};

/** The last days on which an answer is in time, each by the calendar as it is known. */
export type Limits = {
  /** None once it is accepted. */
  readonly acceptance?: CivilDate;
  /** None before acceptance, and while the clock stands still. */
  readonly promised?: CivilDate;
  readonly statutory?: CivilDate;
  readonly warning?: CivilDate;
  readonly isProvisional: boolean;
};

/** Working days on which the clock stood still: a day on which it was stopped and started again counts as its. */
export const pausedWorkingDays = (pauses: readonly Pause[]): number =>
  pauses.reduce(
    (days, { from, to }) => days + (to === undefined ? 0 : workingDaysBetween(dateAt(from), dateAt(to))),
    0,
  );

/** Working days by which a clock's limits have moved: what it stood still for, and what it was extended by. */
export const addedWorkingDays = ({ pauses, extension }: Pick<Clock, "pauses" | "extension">): number =>
  pausedWorkingDays(pauses) + (extension?.workingDays ?? 0);

/** Since when and why the clock stands still; undefined while it runs. */
export const openPause = ({ pauses }: Pick<Clock, "pauses">): Pause | undefined =>
  pauses.find(({ to }) => to === undefined);

export const isStopped = (clock: Clock): boolean => openPause(clock) !== undefined;

/**
 * The limits of a case. They count working days from the day after its acceptance; days on which the clock stood still
 * are added, and so are those of an extension.
 */
export function limitsOf(clock: Clock): Limits {
  const { receivedOn, acceptedOn, promisedWorkingDays, statutoryWorkingDays } = clock;
  if (!acceptedOn) {
    if (!receivedOn) return { isProvisional: false };
    const acceptance = addWorkingDays(receivedOn, ACCEPTANCE_WORKING_DAYS);
    return { acceptance, isProvisional: !isPublished(acceptance) };
  }
  if (isStopped(clock)) return { isProvisional: false };
  const more = addedWorkingDays(clock);
  const promised = addWorkingDays(acceptedOn, promisedWorkingDays + more);
  const { statutoryDays: kind = "WORKING" } = clock;
  const lawful = lastDayOf(acceptedOn, statutoryWorkingDays + (kind === "WORKING" ? more : 0), kind);
  const statutory = kind === "WORKING" ? lawful : addWorkingDays(lawful, more);
  const warned = Math.ceil(((promisedWorkingDays + more) * WARNING_TENTHS) / 10);
  return {
    promised,
    statutory,
    warning: addWorkingDays(acceptedOn, warned),
    isProvisional: !isPublished(statutory),
  };
}

/** Until when what was granted on a day has to be delivered. */
export const deliveryDue = (decidedAt: Instant): CivilDate =>
  addWorkingDays(dateAt(decidedAt), DELIVERY_WORKING_DAYS);

/** The last day on which the department can be asked to review a refusal. */
export const appealUntil = (decidedAt: Instant): CivilDate => addDays(dateAt(decidedAt), APPEAL_DAYS);

/** Until when an appeal of a day has to be decided. */
export const appealDue = (appealedAt: Instant): CivilDate =>
  addDays(dateAt(appealedAt), APPEAL_DECISION_DAYS);

export const stop = (clock: Clock, pause: Omit<Pause, "to">): Clock => ({
  ...clock,
  pauses: [...clock.pauses, pause],
});

export const start = (clock: Clock, at: Instant): Clock => ({
  ...clock,
  pauses: clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at } : pause)),
});
