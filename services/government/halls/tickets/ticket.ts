import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId, AttendanceId } from "../../cases/index.ts";
import type { Appointment } from "../appointments/appointment.ts";
import type { AppointmentId, TicketId } from "../ids.ts";

export const TICKET_STATUSES = ["WAITING", "CALLED", "SERVED", "NO_SHOW", "GIVEN_UP"] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export type TicketAction = "CALL" | "CALL_AGAIN" | "RECEIVE" | "SERVE" | "MISS" | "GIVE_UP" | "LINK";

const TRANSITIONS = {
  WAITING: { CALL: "CALLED", GIVE_UP: "GIVEN_UP" },
  CALLED: {
    CALL_AGAIN: "CALLED",
    RECEIVE: "CALLED",
    SERVE: "SERVED",
    MISS: "NO_SHOW",
    LINK: "CALLED",
    GIVE_UP: "GIVEN_UP",
  },
  SERVED: {},
  NO_SHOW: {},
  GIVEN_UP: {},
} as const satisfies Record<TicketStatus, Partial<Record<TicketAction, TicketStatus>>>;

/** So often a number is called at most: nobody listens to it without end. */
const CALLS_MAX = 5;

/** By their own booking, or by their identity card, which a reader at the hall has read. */
export const NAMINGS = ["BOOKING", "CARD"] as const;
type Naming = (typeof NAMINGS)[number];

/** A number in the queue of a hall's day (排队号). */
export type Ticket = {
  readonly id: TicketId;
  readonly hall: string;
  readonly day: CivilDate;
  readonly queue: string;
  /** As it is printed and called: "A012". */
  readonly number: string;
  /** The visitor who waits, where they said; a paper ticket asks nobody. */
  readonly citizenId?: CitizenId | undefined;
  /** How it is known who that is. */
  readonly namedBy?: Naming | undefined;
  readonly item?: string | undefined;
  /** The case that the visit is about. */
  readonly application?: ApplicationId | undefined;
  readonly appointment?: AppointmentId | undefined;
  /** When the slot begins of a booking that was kept in time; it decides on the place in the queue. */
  readonly bookedFor?: Instant | undefined;
  readonly status: TicketStatus;
  readonly takenAt: Instant;
  /** The clerk or the manager whose kiosk handed it out. */
  readonly takenBy: OfficerId;
  readonly window?: string | undefined;
  readonly calledBy?: OfficerId | undefined;
  /** When it was called last. */
  readonly calledAt?: Instant | undefined;
  /** How often it was called; undefined for one that was called once, or never. */
  readonly timesCalled?: number | undefined;
  /** Begun by the clerk who called it, on the identity card of who came. */
  readonly attendance?: AttendanceId | undefined;
  readonly endedAt?: Instant | undefined;
  readonly revision: number;
  readonly creation: string;
};

const NUMBER_DIGITS = 3;
/** No queue of a day has so many. */
const ORDER_DIGITS = 7;

/** "A012"; from the thousandth on a day it grows longer. */
export const ticketNumber = (queue: string, count: number): string =>
  `${queue}${String(count).padStart(NUMBER_DIGITS, "0")}`;

/** A number as it orders as text, for those who came in the same moment. */
export const orderOf = (number: string): string =>
  `${number.slice(0, 1)}${number.slice(1).padStart(ORDER_DIGITS, "0")}`;

/**
 * The place of a booking in the queue: who comes before the slot has ended keeps it. Later they wait like anybody
 * without one, for the places then belong to the next slot; that they came at all, it is no no-show.
 */
export const bookedPlace = ({ from, to }: Appointment, now: Instant): Instant | undefined =>
  now < to ? from : undefined;

/** The visitors who wait, as the lists of a queue tell. */
export type Waiting = {
  readonly id: TicketId;
  readonly bookedFor?: Instant | undefined;
  readonly takenAt: Instant;
  /** As `orderOf` writes it. */
  readonly order: string;
};

/**
 * The visitor who is called next (预约优先): first those who booked and whose slot has begun, by their slots; then those
 * without a booking, as they came; and those who booked and are early only when nobody else waits. So a booking is
 * worth its time, and nobody who waits is overtaken by who could have come later.
 */
export function inCallingOrder<T extends Waiting>(waiting: readonly T[], now: Instant): readonly T[] {
  const rank = ({ bookedFor }: Waiting): number => {
    if (bookedFor === undefined) return 1;
    return bookedFor <= now ? 0 : 2;
  };
  const place = (one: Waiting): string => `${rank(one)}#${one.bookedFor ?? ""}#${one.takenAt}#${one.order}`;
  return [...waiting].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

const ticketActions = (ticket: Ticket): readonly TicketAction[] =>
  (["CALL", "CALL_AGAIN", "RECEIVE", "SERVE", "MISS", "GIVE_UP", "LINK"] as const).filter((action) =>
    nextStatus(ticket, action),
  );

/**
 * How many are called before a ticket that waits, of those who wait in its queue: `AHEAD_MAX` for as many or more. The
 * number can grow: a visitor who comes later, with a booking whose slot has begun, goes first.
 */
export function aheadOf(ticket: Waiting, waiting: readonly Waiting[], now: Instant): number {
  const others = waiting.filter(({ id }) => id !== ticket.id);
  const place = inCallingOrder([...others, ticket], now).findIndex(({ id }) => id === ticket.id);
  return Math.min(place, AHEAD_MAX);
}

/** So many who wait in front of somebody are counted. */
export const AHEAD_MAX = 100;

/** The acts that can put an end to a ticket. */
export const endingsOf = (ticket: Ticket): readonly TicketAction[] =>
  (["SERVE", "MISS", "GIVE_UP"] as const).filter((action) => nextStatus(ticket, action));

function nextStatus(ticket: Ticket, action: TicketAction): TicketStatus | undefined {
  const { status, attendance } = ticket;
  const allowed: Partial<Record<TicketAction, TicketStatus>> = TRANSITIONS[status];
  // A visitor who was received on their identity card has come.
  if (attendance && (action === "MISS" || action === "CALL_AGAIN")) return undefined;
  return action === "CALL_AGAIN" && timesCalled(ticket) >= CALLS_MAX ? undefined : allowed[action];
}

/** How often a ticket was called. */
export const timesCalled = ({ calledAt, timesCalled: times }: Ticket): number =>
  calledAt ? (times ?? 1) : 0;

export type TicketNotAllowed = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: TicketStatus;
  readonly availableActions: readonly TicketAction[];
};

type Detail = Partial<
  Pick<
    Ticket,
    | "window"
    | "calledBy"
    | "calledAt"
    | "timesCalled"
    | "attendance"
    | "endedAt"
    | "citizenId"
    | "namedBy"
    | "item"
    | "application"
  >
>;

/** The ticket after an action; NOT_ALLOWED_NOW where its state knows no such. */
export function act(ticket: Ticket, action: TicketAction, detail: Detail): Result<Ticket, TicketNotAllowed> {
  const status = nextStatus(ticket, action);
  return status
    ? ok({ ...ticket, ...detail, status, revision: ticket.revision + 1 })
    : err({ code: "NOT_ALLOWED_NOW", state: ticket.status, availableActions: ticketActions(ticket) });
}

/** The clerk who has called a ticket may open the case that it is about, for as long as they serve it. */
export const mayOpenCase = ({ status, calledBy }: Ticket, officer: OfficerId): boolean =>
  status === "CALLED" && calledBy === officer;

/**
 * The attendance to which a change of a ticket puts an end: anybody who was received by a ticket is served for as long as it is
 * called, by that clerk and at that window.
 */
export function attendanceEndedBy(next: Ticket, before: Ticket | undefined): AttendanceId | undefined {
  if (!before?.attendance) return undefined;
  const goesOn =
    next.status === "CALLED" &&
    next.calledBy === before.calledBy &&
    next.window === before.window &&
    next.attendance === before.attendance;
  return goesOn ? undefined : before.attendance;
}

/**
 * Whether a called ticket says by itself that its holder is there: it was taken with their identity card, or for their own
 * booking, and has begun no attendance yet. Any other needs the card.
 */
export const provesHolder = (
  { namedBy, attendance }: Ticket,
  shown: { readonly isTyped: boolean },
): boolean => attendance === undefined && (namedBy === "CARD" || (namedBy === "BOOKING" && shown.isTyped));
