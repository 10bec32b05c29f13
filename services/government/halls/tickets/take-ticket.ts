import { setTimeout as sleep } from "node:timers/promises";
import { personAs } from "../../../field/subject.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type ApplicationId, type CitizenId, isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getOpenCases } from "../../cases/index.ts";
import {
  type Appointment,
  type AppointmentNotAllowed,
  actionsOn,
  checkIn,
  withoutOpen,
} from "../appointments/appointment.ts";
import {
  getAppointment,
  getStanding,
  putAppointment,
  putStanding,
} from "../appointments/appointment-store.ts";
import { type NotServed, placeFor } from "../appointments/find-place.ts";
import type { NoSuchAppointment } from "../appointments/own-appointment.ts";
import type { Hall } from "../hall.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { hallKeys } from "../keys.ts";
import { hoursOn } from "../opening.ts";
import { type CardPorts, citizenOfCard, type NoIdNumber } from "./identity-card.ts";
import { bookedPlace, type Ticket, ticketNumber } from "./ticket.ts";
import { getLastNumber, getTicket, putTicket, type TicketStore, takeNumber } from "./ticket-store.ts";

export type ClerkPorts = TicketStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type TicketWish = {
  readonly hall: string;
  /** Of the identity card of who waits, if they show one. */
  readonly idNumber: string | undefined;
  readonly appointment: string | undefined;
  readonly item: string | undefined;
  /** For who cannot say which item: a queue by its letter. */
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
  | NoIdNumber
  | NoSuchAppointment
  | AppointmentNotAllowed;

/** As many kiosks of a hall as give out numbers of one queue in the same moment. */
const ATTEMPTS_MAX = 25;
const BACKOFF_MS = 8;

/**
 * Gives out the next number of a queue, at a kiosk or by a clerk, with a booking or without. A booking for today is
 * checked in with it, found by its id or by its citizen's identity card, and so is no no-show any more. No two tickets
 * get the same number: the last one is raised in the commit, over exactly what was read.
 */
export async function takeTicket(
  ports: ClerkPorts & CardPorts,
  wish: TicketWish,
): Promise<Result<Ticket, TicketRefusal>> {
  const { actor, now } = ports;
  const card = citizenOfCard(wish.idNumber, ports);
  if (!card.ok) return card;
  const citizen = card.value;
  const id = idempotentId("tkt", actor, "takeTicket", wish.idempotencyKey);
  const { hall: code, item, queue, appointment } = wish;
  const creation = fingerprintOf([code, citizen ?? null, appointment ?? null, item ?? null, queue ?? null]);
  const earlier = await getTicket(ports, id);
  if (earlier) return sameAs(earlier, creation);
  const hall = await hallOfClerk(ports, code);
  if (!hall.ok) return hall;
  const day = dateAt(now);
  if (hoursOn(hall.value, day).length === 0) return err({ code: "HALL_CLOSED_TODAY", path: ["hall"] });
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const booked = await bookingOf(ports, wish, citizen);
    if (!booked.ok) {
      // It may be this very ticket, under another call with its key, that has checked it in.
      ports.database.forget();
      const own = await getTicket(ports, id);
      return own ? sameAs(own, creation) : booked;
    }
    const place = await placeOf(ports, hall.value, booked.value, wish);
    if (!place.ok) return place;
    const { queue: letter, item: about } = place.value;
    const person = booked.value?.citizenId ?? citizen;
    const application = booked.value?.application ?? (await soleCase(ports, person, about));
    const bookedFor = booked.value && bookedPlace(booked.value, now);
    const last = await getLastNumber(ports, { hall: code, day, queue: letter });
    const ticket: Ticket = {
      ...{ id, hall: code, day, queue: letter, number: ticketNumber(letter, last + 1) },
      ...(person ? { citizenId: person } : {}),
      ...(about === undefined ? {} : { item: about }),
      ...(application ? { application } : {}),
      ...(booked.value ? { appointment: booked.value.id } : {}),
      ...(bookedFor ? { bookedFor } : {}),
      ...{ status: "WAITING", takenAt: now, takenBy: actor.id, revision: 1, creation },
    };
    const done = await ports.commit({
      ...{ actor, at: now, requestId: ports.requestId, aggregate: id, table: recordsTable(ports.mode) },
      action: "halls.ticket.taken",
      creates: hallKeys.ticket(id),
      writes: [
        takeNumber(ports, ticket, last),
        putTicket(ports, ticket, undefined),
        ...(booked.value ? await checkInWrites(ports, booked.value, ticket) : []),
      ],
    });
    if (done.ok) return ok(ticket);
    ports.database.forget();
    const other = await getTicket(ports, id);
    if (other) return sameAs(other, creation);
    await sleep(Math.random() * BACKOFF_MS * attempt);
  }
  throw new Error(`${ATTEMPTS_MAX} numbers of a queue went to others`);
}

/** The booking that is kept with the ticket: the one that is named, or what its citizen has booked here for today. */
async function bookingOf(
  ports: ClerkPorts,
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
async function placeOf(ports: ClerkPorts, hall: Hall, booked: Appointment | undefined, wish: TicketWish) {
  if (!booked) return queueOf(ports, hall, wish);
  const isThere = hall.queues.some(({ letter }) => letter === booked.queue);
  return isThere ? ok(booked) : queueOf(ports, hall, { item: booked.item, queue: undefined });
}

/** The queue for who has no booking. */
async function queueOf(
  ports: ClerkPorts,
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
async function soleCase(
  ports: ClerkPorts,
  citizen: CitizenId | undefined,
  item: string | undefined,
): Promise<ApplicationId | undefined> {
  if (!citizen || item === undefined) return undefined;
  const { applications } = await getOpenCases(ports, personAs(citizen), item);
  return applications.length === 1 ? applications[0] : undefined;
}

async function checkInWrites(ports: ClerkPorts, booked: Appointment, { id }: Ticket) {
  const standing = withoutOpen(await getStanding(ports, booked.citizenId), booked.id);
  return [
    putAppointment(ports, checkIn(booked, id, ports.now), booked),
    putStanding(ports, booked.citizenId, standing),
  ];
}

const sameAs = (earlier: Ticket, creation: string): Result<Ticket, TicketRefusal> =>
  earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
