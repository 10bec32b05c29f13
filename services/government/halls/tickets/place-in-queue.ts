import { personAs } from "../../../field/subject.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type ApplicationId, getOpenCases } from "../../cases/index.ts";
import { type Appointment, type AppointmentNotAllowed, actionsOn } from "../appointments/appointment.ts";
import { getAppointment, getStanding } from "../appointments/appointment-store.ts";
import { placeFor } from "../appointments/find-place.ts";
import type { NoSuchAppointment } from "../appointments/own-appointment.ts";
import type { CardRead } from "../card-readers/card-read.ts";
import type { Hall } from "../hall.ts";
import type { NotServed } from "../queue-of-item.ts";
import type { NotShown } from "./identity-card.ts";
import type { TicketStore } from "./ticket-store.ts";

/** The wish of somebody at a kiosk, or before a clerk who gives out a number. */
export type TicketWish = {
  readonly hall: string;
  /** Typed, to find what its holder has booked here for today. It proves nothing, and names nobody who has not. */
  readonly idNumber: string | undefined;
  /** The identity card of who waits, as a reader has read it. */
  readonly card: CardRead | undefined;
  readonly appointment: string | undefined;
  readonly item: string | undefined;
  /** A queue by its letter, for those who cannot say which item. */
  readonly queue: string | undefined;
  readonly idempotencyKey: string;
};

export type TicketRefusal =
  | { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" | "IDEMPOTENCY_MISMATCH" }
  | {
      readonly code: "HALL_CLOSED_TODAY" | "QUEUE_UNKNOWN" | "ITEM_OR_QUEUE";
      readonly path: readonly string[];
    }
  | { readonly code: "APPOINTMENT_ELSEWHERE"; readonly path: readonly string[] }
  | NotServed
  | NotShown
  | NoSuchAppointment
  | AppointmentNotAllowed;

type Ports = TicketStore & { readonly now: Instant };

/** The booking that is kept with the ticket: the one that is named, or what its citizen has booked here for today. */
export async function bookingOf(
  ports: Ports,
  { hall, appointment, item }: TicketWish,
  citizen: CitizenId | undefined,
): Promise<Result<Appointment | undefined, TicketRefusal>> {
  const today = dateAt(ports.now);
  if (appointment !== undefined) {
    const found = isId("apt", appointment) ? await getAppointment(ports, appointment) : undefined;
    if (!found || found.hall !== hall || (citizen && found.citizenId !== citizen))
      return err({ code: "APPOINTMENT_NOT_FOUND" });
    if (found.day !== today) return err({ code: "APPOINTMENT_ELSEWHERE", path: ["appointment"] });
    const availableActions = actionsOn(found, ports.now);
    return found.status === "BOOKED"
      ? ok(found)
      : err({ code: "NOT_ALLOWED_NOW", state: found.status, availableActions });
  }
  if (!citizen) return ok(undefined);
  const { open } = await getStanding(ports, citizen);
  const here = open.filter((one) => one.hall === hall && (item === undefined || one.item === item));
  const found = await Promise.all(here.map((one) => getAppointment(ports, one.id)));
  const forToday = found.flatMap((one) => (one?.status === "BOOKED" && one.day === today ? [one] : []));
  return ok(forToday.sort((a, b) => (a.from < b.from ? -1 : 1))[0]);
}

/** The queue that was booked or, where the hall has it no more, the one that the item has now. */
export async function placeOf(ports: Ports, hall: Hall, booked: Appointment | undefined, wish: TicketWish) {
  if (!booked) return queueOf(ports, hall, wish);
  const isThere = hall.queues.some(({ letter }) => letter === booked.queue);
  return isThere ? ok(booked) : queueOf(ports, hall, { item: booked.item, queue: undefined });
}

/** The queue for who has no booking. */
async function queueOf(
  ports: Ports,
  hall: Hall,
  { item, queue }: Pick<TicketWish, "item" | "queue">,
): Promise<Result<{ readonly queue: string; readonly item: string | undefined }, TicketRefusal>> {
  if (item !== undefined) {
    const place = await placeFor(ports, { hall: hall.code, item });
    return place.ok ? ok({ queue: place.value.queue.letter, item }) : place;
  }
  if (queue === undefined) return err({ code: "ITEM_OR_QUEUE", path: ["item"] });
  const known = hall.queues.some(({ letter }) => letter === queue);
  return known ? ok({ queue, item }) : err({ code: "QUEUE_UNKNOWN", path: ["queue"] });
}

/** The case that somebody comes about, where it can be no other: their one open case for the item. */
export async function soleCase(
  ports: Ports,
  citizen: CitizenId | undefined,
  item: string | undefined,
): Promise<ApplicationId | undefined> {
  if (!citizen || item === undefined) return undefined;
  const { applications } = await getOpenCases(ports, personAs(citizen), item);
  return applications.length === 1 ? applications[0] : undefined;
}
