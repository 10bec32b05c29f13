import {
  ACCEPTANCE_WORKING_DAYS,
  APPEAL_DAYS,
  APPEAL_DECISION_DAYS,
  DELIVERY_WORKING_DAYS,
  EXTENSION,
  type ExtensionApprover,
} from "../../field/licensing-law.ts";
import {
  addWorkingDays,
  type DayKind,
  isPublished,
  lastDayOf,
  workingDaysBetween,
} from "../../field/working-days.ts";
import { addDays, type CivilDate, dateAt, earlier, midnight } from "../../kernel/civil-date.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** From so much of its time on a case is warned of. */
const WARNING_TENTHS = 8;

export const PAUSE_REASONS = [
  "HEARING",
  "TENDER",
  "AUCTION",
  "INSPECTION",
  "TESTING",
  "QUARANTINE",
  "APPRAISAL",
  "EXPERT_REVIEW",
] as const;
/**
 * All that stops the clock, and nothing else: hearing, tender, auction, inspection of goods (检验), testing (检测), quarantine,
 * appraisal and expert review (Administrative Licensing Law, art. 45). An on-site verification (现场核查) is part of the
 * review (art. 34 (3)), and runs within the limit.
 */
export type PauseReason = (typeof PAUSE_REASONS)[number];

export type Pause = {
  readonly reason: PauseReason;
  readonly note: string;
  readonly by: OfficerId;
  readonly from: Instant;
  /** Its expected last day, as the applicant was told in writing (art. 45); pauses from before that was asked for have none. */
  readonly until?: CivilDate;
  /** Flagged by the scheduled function once the clock still stood after that day. */
  readonly overdueAt?: Instant;
  readonly to?: Instant;
};

export type Extension = {
  readonly workingDays: number;
  readonly reason: string;
  /** The office whose approval it took, and the person who gave it; extensions from before that was kept name neither. */
  readonly approver?: ExtensionApprover;
  readonly approvedBy?: string;
  readonly by: OfficerId;
  readonly at: Instant;
};

export const UNDECIDED_FATES = ["GRANTED", "RESTS", "RESTS_PUT_RIGHT_LATE"] as const;
/**
 * The fate of a case that nobody has decided once a day is over: a renewal that was asked for in time counts as granted when
 * its licence ends (Administrative Licensing Law, art. 50 (2)); of one that was not, or that was put right only after the end, the
 * business rests from then on until the decision.
 */
export type Undecided = { readonly after: CivilDate; readonly fate: (typeof UNDECIDED_FATES)[number] };

/** A case's clock: the limits of its item, and what has moved them. */
export type Clock = {
  readonly promisedWorkingDays: number;
  readonly statutoryWorkingDays: number;
  /** The days that the legal limit counts; working days where it is not said. */
  readonly statutoryDays?: DayKind;
  /** The legal limit is for making and handing out as well, as the item's own law has it; else delivery has days of its own. */
  readonly limitCoversDelivery?: true;
  /** By how many working days it can be extended, and with whose approval; cases from before it was said have the ordinary. */
  readonly extensible?: Extensible;
  /** Its fate if nobody decides by a day. */
  readonly undecided?: Undecided;
  /** The day of the last receipt: of the application, or of what was corrected. */
  readonly receivedOn?: CivilDate;
  readonly acceptedOn?: CivilDate;
  readonly isDeemedAccepted?: boolean;
  readonly pauses: readonly Pause[];
  readonly extension?: Extension;
  /** Flags that the scheduled function has set, so that each is told once. */
  readonly warnedAt?: Instant;
  /** The decision was late. */
  readonly overdueAt?: Instant;
  /** So was the delivery; cases flagged before this was told apart have only `overdueAt`. */
  readonly deliveryOverdueAt?: Instant;
};

/** How a case's time can be extended, as its item has it. */
export type Extensible = { readonly workingDays: number; readonly approver: ExtensionApprover };

export const extensibleBy = ({ extensible }: Pick<Clock, "extensible">): Extensible =>
  extensible ?? EXTENSION.ORDINARY;

/** A clock that begins anew, by the terms of its item. */
export const renewedClock = (
  {
    promisedWorkingDays,
    statutoryWorkingDays,
    statutoryDays,
    limitCoversDelivery,
    extensible,
    undecided,
  }: Clock,
  acceptedOn: CivilDate,
): Clock => ({
  ...{ promisedWorkingDays, statutoryWorkingDays, pauses: [], acceptedOn },
  ...(statutoryDays ? { statutoryDays } : {}),
  ...(limitCoversDelivery ? { limitCoversDelivery } : {}),
  ...(extensible ? { extensible } : {}),
  // A case that was refused in time and is decided anew after that day does not count as granted.
  ...(undecided && undecided.after >= acceptedOn ? { undecided } : {}),
});

/** Since when a granted case's delivery is flagged as late; what was flagged before its decision is no delivery. */
export const deliveryOverdueSince = (
  { deliveryOverdueAt, overdueAt }: Clock,
  decidedAt: Instant | undefined,
): Instant | undefined =>
  deliveryOverdueAt ?? (decidedAt && overdueAt && overdueAt > decidedAt ? overdueAt : undefined);

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

/**
 * Working days on which the clock stood still: a day on which it was stopped and started again counts as its. The applicant was
 * told in writing until when (art. 45): after that day time counts again, whether or not somebody has let the clock go on.
 */
export const pausedWorkingDays = (pauses: readonly Pause[]): number =>
  pauses.reduce((days, { from, until, to }) => {
    if (to === undefined) return days;
    const last = earlier(dateAt(to), until);
    return days + workingDaysBetween(dateAt(from), last);
  }, 0);

/** Working days by which a clock's limits have moved: what it stood still for, and what it was extended by. */
export const addedWorkingDays = ({ pauses, extension }: Pick<Clock, "pauses" | "extension">): number =>
  pausedWorkingDays(pauses) + (extension?.workingDays ?? 0);

/** Since when and why the clock stands still; undefined while it runs. */
export const openPause = ({ pauses }: Pick<Clock, "pauses">): Pause | undefined =>
  pauses.find(({ to }) => to === undefined);

export const isStopped = (clock: Clock): boolean => openPause(clock) !== undefined;

/** The clock as it runs again after the day until which it was to stand still; one that was told no such day stands. */
export const afterToldPause = (clock: Clock): Clock => {
  const until = openPause(clock)?.until;
  return until ? start(clock, midnight(until)) : clock;
};

/**
 * The last day of a limit: later by an extension, and by the days on which the clock stood still while it ran. Art. 45 leaves time
 * out of a limit; a pause that began when the limit was over does not bring it back.
 */
function movedBy({ pauses, extension }: Clock, lastDay: (more: number) => CivilDate): CivilDate {
  const more = pauses.reduce(
    (days, pause) => (dateAt(pause.from) > lastDay(days) ? days : days + pausedWorkingDays([pause])),
    extension?.workingDays ?? 0,
  );
  return lastDay(more);
}

/**
 * The limits of a case. They count from the day after its acceptance; days on which the clock stood still are added, and so are
 * those of an extension. The promise in working days, and the warning of it, never lie behind what the law allows.
 */
export function limitsOf(clock: Clock): Limits {
  const { receivedOn, acceptedOn, promisedWorkingDays, statutoryWorkingDays } = clock;
  if (!acceptedOn) {
    if (!receivedOn) return { isProvisional: false };
    const acceptance = addWorkingDays(receivedOn, ACCEPTANCE_WORKING_DAYS);
    return { acceptance, isProvisional: !isPublished(acceptance) };
  }
  if (isStopped(clock)) return { isProvisional: false };
  const { statutoryDays: kind = "WORKING" } = clock;
  const statutory = movedBy(clock, (more) =>
    kind === "WORKING"
      ? addWorkingDays(acceptedOn, statutoryWorkingDays + more)
      : addWorkingDays(lastDayOf(acceptedOn, statutoryWorkingDays, kind), more),
  );
  const promise = (more: number) => addWorkingDays(acceptedOn, promisedWorkingDays + more);
  const promised = earlier(statutory, movedBy(clock, promise));
  const given = workingDaysBetween(acceptedOn, promised);
  const warning = addWorkingDays(acceptedOn, Math.ceil((given * WARNING_TENTHS) / 10));
  return { promised, statutory, warning, isProvisional: !isPublished(statutory) };
}

/**
 * Until when what was granted has to be delivered: within ten working days of the decision (art. 44), and where the item's own
 * limit is for making and handing out as well, within that.
 */
export function deliveryDue(clock: Clock, decidedAt: Instant): CivilDate {
  const due = addWorkingDays(dateAt(decidedAt), DELIVERY_WORKING_DAYS);
  return clock.limitCoversDelivery ? earlier(due, limitsOf(clock).statutory) : due;
}

/** The last day on which the department can be asked to review a refusal. */
export const appealUntil = (decidedAt: Instant): CivilDate => addDays(dateAt(decidedAt), APPEAL_DAYS);

/** Until when an appeal of a day has to be decided. */
export const appealDue = (appealedAt: Instant): CivilDate =>
  addDays(dateAt(appealedAt), APPEAL_DECISION_DAYS);

export const stop = (clock: Clock, pause: Omit<Pause, "to">): Clock => ({
  ...clock,
  pauses: [...clock.pauses, pause],
});

const withOpenPause = (clock: Clock, change: Pick<Pause, "to"> | Pick<Pause, "overdueAt">): Clock => ({
  ...clock,
  pauses: clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, ...change } : pause)),
});

export const start = (clock: Clock, at: Instant): Clock => withOpenPause(clock, { to: at });

/** The clock has stood still for longer than the applicant was told. */
export const flagPause = (clock: Clock, overdueAt: Instant): Clock => withOpenPause(clock, { overdueAt });
