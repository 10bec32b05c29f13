import type { Officer } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type Err, err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Appointment, checkIn, withoutOpen } from "../appointments/appointment.ts";
import { getStanding, putAppointment, putStanding } from "../appointments/appointment-store.ts";
import type { CardPorts } from "../card-readers/prove-card.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { hallKeys } from "../keys.ts";
import { hoursOn } from "../opening.ts";
import { nameShown, proveAtHall } from "./identity-card.ts";
import { bookingOf, placeOf, soleCase, type TicketRefusal, type TicketWish } from "./place-in-queue.ts";
import { bookedPlace, type Ticket, ticketNumber } from "./ticket.ts";
import { getLastNumber, getTicket, putTicket, type TicketStore, takeNumber } from "./ticket-store.ts";

export type ClerkPorts = TicketStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

/** As many kiosks of a hall as give out numbers of one queue in the same moment. */
const ATTEMPTS_MAX = 25;

/**
 * Gives out the next number of a queue, at a kiosk or by a clerk, with a booking or without. A booking for today is
 * checked in with it, found by its id or by its citizen's identity number, and so is no no-show any more. Without one
 * only a card that a reader has read gives the ticket a name. No two tickets get the same number: the last one is
 * raised in the commit, over exactly what was read.
 */
export async function takeTicket(
  ports: ClerkPorts & CardPorts,
  wish: TicketWish,
): Promise<Result<Ticket, TicketRefusal>> {
  const { actor, now } = ports;
  const shown = nameShown(wish, ports);
  if (!shown.ok) return shown;
  const { citizen, isProven } = shown.value;
  const id = idempotentId("tkt", actor, "takeTicket", wish.idempotencyKey);
  const { hall: code, item, queue, appointment } = wish;
  const creation = fingerprintOf([code, citizen ?? null, appointment ?? null, item ?? null, queue ?? null]);
  const earlier = await getTicket(ports, id);
  if (earlier) return sameAs(earlier, creation);
  const hall = await hallOfClerk(ports, code);
  if (!hall.ok) return hall;
  const day = dateAt(now);
  if (hoursOn(hall.value, day).length === 0) return err({ code: "HALL_CLOSED_TODAY", path: ["hall"] });
  const unlessTaken = <E>(refusal: Err<E>) =>
    unlessThere(ports.database, refusal, () => getTicket(ports, id));
  return decideUntilWritten({
    database: ports.database,
    about: "the last number of a queue",
    attemptsMax: ATTEMPTS_MAX,
    read: () => Promise.all([getTicket(ports, id), bookingOf(ports, wish, citizen)]),
    decide: async ([own, booked]) => {
      if (own) return unchanged(sameAs(own, creation));
      if (!booked.ok) return unlessTaken(booked);
      const place = await placeOf(ports, hall.value, booked.value, wish);
      if (!place.ok) return place;
      const proven = await proveAtHall({ ...ports, now }, code, wish.card);
      if (!proven.ok) return unlessTaken(proven);
      const { queue: letter, item: about } = place.value;
      const person = booked.value?.citizenId ?? (isProven ? citizen : undefined);
      const application = booked.value?.application ?? (await soleCase(ports, person, about));
      const bookedFor = booked.value && bookedPlace(booked.value, now);
      const last = await getLastNumber(ports, { hall: code, day, queue: letter });
      const ticket: Ticket = {
        ...{ id, hall: code, day, queue: letter, number: ticketNumber(letter, last + 1) },
        ...(person ? { citizenId: person, namedBy: isProven ? "CARD" : "BOOKING" } : {}),
        ...(about === undefined ? {} : { item: about }),
        ...(application ? { application } : {}),
        ...(booked.value ? { appointment: booked.value.id } : {}),
        ...(bookedFor ? { bookedFor } : {}),
        ...{ status: "WAITING", takenAt: now, takenBy: actor.id, revision: 1, creation },
      };
      return ok({ before: undefined, after: ticket, last, booked: booked.value, proof: proven.value });
    },
    write: (taken) => write(ports, taken),
  });
}

type Taken = {
  readonly after: Ticket;
  /** The last number of its queue, as it was read. */
  readonly last: number;
  readonly booked: Appointment | undefined;
  /** The writes that use up the proof that its holder is there. */
  readonly proof: readonly TransactItem[];
};

async function write(ports: ClerkPorts, { after: ticket, last, booked, proof }: Taken) {
  const { actor, now: at, requestId, mode } = ports;
  return ports.commit({
    ...{ actor, at, requestId, aggregate: ticket.id, table: recordsTable(mode) },
    action: "halls.ticket.taken",
    creates: hallKeys.ticket(ticket.id),
    writes: [
      takeNumber(ports, ticket, last),
      putTicket(ports, ticket, undefined),
      ...proof,
      ...(booked ? await checkInWrites(ports, booked, ticket) : []),
    ],
  });
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
