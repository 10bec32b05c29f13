import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS, HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { AppointmentId, TicketId } from "../ids.ts";
import type { Slot } from "../opening.ts";

export const APPOINTMENT_STATUSES = ["BOOKED", "CANCELLED", "CHECKED_IN", "NO_SHOW", "HALL_CLOSED"] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** The acts for which its citizen can ask. */
export type AppointmentAction = "MOVE" | "CANCEL";

/** A booked visit to a hall (预约). */
export type Appointment = {
  readonly id: AppointmentId;
  readonly citizenId: CitizenId;
  readonly hall: string;
  readonly queue: string;
  /** The code of the service item that it is for. */
  readonly item: string;
  /** The case that it is about, where there is one already. */
  readonly application?: ApplicationId | undefined;
  readonly day: CivilDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly status: AppointmentStatus;
  readonly createdAt: Instant;
  /** The ticket that its citizen was given at the hall. */
  readonly ticket?: TicketId | undefined;
  readonly endedAt?: Instant | undefined;
  readonly revision: number;
  /** Tells what made it. */
  readonly creation: string;
};

/**
 * Until so long before its slot an appointment can be moved or cancelled, as halls ask for it, so that somebody else
 * can have the place (two hours: 预约须知, see docs/decisions/halls.md).
 */
const CHANGE_UNTIL_MS = 2 * HOUR_MS;

/** A citizen has so many appointments before them at most, and one for an item. */
const OPEN_APPOINTMENTS_MAX = 3;

/**
 * The no-show rule (爽约): one who has not come three times within 90 days cannot book for 30 days; a hall serves them
 * without a booking as ever. No law says it, and halls differ (Quanzhou, 2020: two within a month); these numbers are
 * the platform's.
 */
const NO_SHOWS_MAX = 3;
const NO_SHOWS_COUNT_FOR_MS = 90 * DAY_MS;
const BLOCKED_FOR_MS = 30 * DAY_MS;

type OpenAppointment = { readonly id: AppointmentId; readonly item: string; readonly hall: string };

/** The bookings and misses of a citizen. Their revision guards against two bookings at once. */
export type Standing = {
  readonly open: readonly OpenAppointment[];
  /** When the slots were that counted, oldest first. */
  readonly noShows: readonly Instant[];
  readonly blockedUntil?: Instant | undefined;
  readonly revision: number;
};

export const NO_STANDING: Standing = { open: [], noShows: [], revision: 0 };

export type BookingRefused =
  | { readonly code: "BOOKING_BLOCKED"; readonly until: Instant }
  | { readonly code: "ITEM_ALREADY_BOOKED" }
  | { readonly code: "TOO_MANY_APPOINTMENTS"; readonly values: { readonly max: string } };

/** The standing with one more appointment, if its citizen may have it. */
export function withBooked(
  standing: Standing,
  { id, item, hall }: OpenAppointment,
  now: Instant,
): Result<Standing, BookingRefused> {
  const { open, blockedUntil } = standing;
  if (blockedUntil && now < blockedUntil) return err({ code: "BOOKING_BLOCKED", until: blockedUntil });
  if (open.some((one) => one.item === item)) return err({ code: "ITEM_ALREADY_BOOKED" });
  if (open.length >= OPEN_APPOINTMENTS_MAX)
    return err({ code: "TOO_MANY_APPOINTMENTS", values: { max: String(OPEN_APPOINTMENTS_MAX) } });
  return ok({ ...standing, open: [...open, { id, item, hall }], revision: standing.revision + 1 });
}

/** The standing without an appointment that is not before its citizen any more. */
export const withoutOpen = (standing: Standing, id: AppointmentId): Standing => ({
  ...standing,
  open: standing.open.filter((one) => one.id !== id),
  revision: standing.revision + 1,
});

/** The same with a no-show, which may be the one too many. */
export function withNoShow(standing: Standing, { id, from }: Appointment, now: Instant): Standing {
  const counted = [...standing.noShows, from].filter((at) => plusMs(at, NO_SHOWS_COUNT_FOR_MS) > now).sort();
  const isTooMany = counted.length >= NO_SHOWS_MAX;
  return {
    ...withoutOpen(standing, id),
    // Paid for with the block; what comes after it counts anew.
    noShows: isTooMany ? [] : counted,
    ...(isTooMany ? { blockedUntil: plusMs(now, BLOCKED_FOR_MS) } : {}),
  };
}

export function actionsOn({ status, from }: Appointment, now: Instant): readonly AppointmentAction[] {
  return status === "BOOKED" && plusMs(now, CHANGE_UNTIL_MS) <= from ? ["MOVE", "CANCEL"] : [];
}

export type AppointmentNotAllowed = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: AppointmentStatus;
  readonly availableActions: readonly AppointmentAction[];
};

/** Errors: NOT_ALLOWED_NOW, it has ended, or its slot is too near. */
export function change(
  appointment: Appointment,
  action: AppointmentAction,
  now: Instant,
  to?: Slot,
): Result<Appointment, AppointmentNotAllowed> {
  const availableActions = actionsOn(appointment, now);
  if (!availableActions.includes(action))
    return err({ code: "NOT_ALLOWED_NOW", state: appointment.status, availableActions });
  return ok(to ? moveTo(appointment, to) : endAppointment(appointment, "CANCELLED", now));
}

const moveTo = (appointment: Appointment, { queue, day, from, to }: Slot): Appointment => ({
  ...appointment,
  ...{ queue, day, from, to, revision: appointment.revision + 1 },
});

/** An appointment that is not before its citizen any more. */
export const endAppointment = (
  appointment: Appointment,
  status: Exclude<AppointmentStatus, "BOOKED">,
  now: Instant,
): Appointment => ({ ...appointment, status, endedAt: now, revision: appointment.revision + 1 });

/** Its citizen has come, and waits with a ticket. */
export const checkIn = (appointment: Appointment, ticket: TicketId, now: Instant): Appointment => ({
  ...endAppointment(appointment, "CHECKED_IN", now),
  ticket,
});
