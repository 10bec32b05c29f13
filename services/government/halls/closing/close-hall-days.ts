import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { sweepLists } from "../../../kernel/database/due-list.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type AppointmentId, isId, type TicketId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Appointment, endAppointment, withNoShow, withoutOpen } from "../appointments/appointment.ts";
import {
  getAppointment,
  getStanding,
  putAppointment,
  putStanding,
} from "../appointments/appointment-store.ts";
import { getHall } from "../hall-store.ts";
import { isOpenAt } from "../opening.ts";
import { serveTicket } from "../tickets/serve-ticket.ts";
import { act, type Ticket } from "../tickets/ticket.ts";
import { getTicket, type TicketStore } from "../tickets/ticket-store.ts";
import { writesOf } from "../tickets/ticket-writes.ts";
import { type DayEnd, HALL_DAYS, listEndedDays } from "./day-store.ts";
import { type ClosingPorts, endClosedAppointments } from "./end-closed-appointments.ts";

/** What a day's end has brought to halls. */
export type DaysClosed = {
  readonly noShows: number;
  /** Appointments on a day on which the hall was closed after all: it closed after they were over. */
  readonly hallClosed: number;
  /** Appointments still ahead, that their hall has cancelled because it closes. */
  readonly cancelled: number;
  readonly givenUp: number;
  /** Tickets of who was received at a window, that nobody finished. */
  readonly served: number;
  /** How late the latest of them was. */
  readonly lagSeconds: number;
  /** False where the time was over before all was looked at. */
  readonly finished: boolean;
};

const ATTEMPTS_MAX = 5;

type Outcome = "noShows" | "hallClosed" | "givenUp" | "served";
type Ports = TicketStore & { readonly commit: Commit; readonly now: Instant };

/**
 * Closes the days of halls that are over: who has booked and did not come is a no-show, and may be kept from booking for
 * it; tickets that nobody called or finished are given up, or served where their holder was received. Before that it ends
 * what is booked at times at which halls have closed, for who is told sooner makes one way less. Each in a commit of its
 * own, so that a run that dies has done what it did; ends after `until`, and the next run goes on.
 */
export async function closeHallDays(ports: ClosingPorts, mode: Mode, until: Instant): Promise<DaysClosed> {
  const { cancelled, finished } = await endClosedAppointments(ports, mode, until);
  const total = { noShows: 0, hallClosed: 0, cancelled, givenUp: 0, served: 0, lagSeconds: 0 };
  if (!finished) return { ...total, finished };
  const isDone = await sweepLists(HALL_DAYS, {
    ...{ now: ports.now, until },
    read: (shard, page) => listEndedDays({ database: ports.open().database, mode }, shard, page),
    one: async ({ id, at }: DayEnd) => {
      const outcome = await closeOne(ports, mode, id);
      if (!outcome) return;
      total[outcome] += 1;
      const lag = (Date.parse(ports.now()) - Date.parse(at)) / 1_000;
      total.lagSeconds = Math.max(total.lagSeconds, Math.round(lag));
    },
  });
  return { ...total, finished: isDone };
}

/** Undefined where it has ended already: what the index says may be old. */
async function closeOne(
  { open, now }: ClosingPorts,
  mode: Mode,
  id: AppointmentId | TicketId,
): Promise<Outcome | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const ports = { ...open(), mode, now: now() };
    const outcome = isId("apt", id) ? await closeAppointment(ports, id) : await closeTicket(ports, id);
    if (outcome !== "STALE") return outcome;
  }
  throw new Error(`${id} changed ${ATTEMPTS_MAX} times while its day was closed`);
}

async function closeAppointment(ports: Ports, id: AppointmentId): Promise<Outcome | "STALE" | undefined> {
  const found = await getAppointment(ports, id);
  if (!found) throw new Error(`appointment ${id} is in the index and nowhere else`);
  if (found.status !== "BOOKED" || found.to > ports.now) return undefined;
  const [hall, standing] = await Promise.all([
    getHall(ports.database, found.hall),
    getStanding(ports, found.citizenId),
  ]);
  const wasOpen = hall !== undefined && isOpenAt(hall, found.from);
  const status = wasOpen ? "NO_SHOW" : "HALL_CLOSED";
  const done = await ports.commit({
    ...changeOf(ports, found.id),
    action: wasOpen ? "halls.appointment.no-show" : "halls.appointment.hall-closed",
    writes: [
      putAppointment(ports, endAppointment(found, status, ports.now), found),
      putStanding(
        ports,
        found.citizenId,
        wasOpen ? withNoShow(standing, found, ports.now) : withoutOpen(standing, found.id),
      ),
    ],
    event: eventOf(ports, found, wasOpen),
  });
  if (!done.ok) return "STALE";
  return wasOpen ? "noShows" : "hallClosed";
}

const eventOf = ({ mode }: Ports, { id, citizenId }: Appointment, wasOpen: boolean) =>
  ({
    type: wasOpen ? "appointment.no-show" : "appointment.hall-closed",
    ...{ mode, to: [citizenId], payload: { about: id } },
  }) satisfies Event;

async function closeTicket(ports: Ports, id: TicketId): Promise<Outcome | "STALE" | undefined> {
  const found = await getTicket(ports, id);
  if (!found) throw new Error(`ticket ${id} is in the index and nowhere else`);
  if (found.attendance) return closeReceived(ports, found);
  const given = act(found, "GIVE_UP", { endedAt: ports.now });
  if (!given.ok) return undefined;
  const done = await ports.commit({
    ...changeOf(ports, found.id),
    action: "halls.ticket.given-up",
    reason: "the day is over",
    writes: writesOf(ports, given.value, found, ports.now),
  });
  return done.ok ? "givenUp" : "STALE";
}

/** Who was received at a window was served, and has come about their case, though nobody finished the ticket. */
async function closeReceived(ports: Ports, found: Ticket): Promise<Outcome | "STALE" | undefined> {
  const ended = await serveTicket(ports, found, ports.now);
  if (!ended.ok) return undefined;
  const { next, aggregate = found.id, action, reason = "the day is over", writes = [] } = ended.value;
  const done = await ports.commit({
    ...changeOf(ports, aggregate),
    ...{ action, reason, writes: [...writesOf(ports, next, found, ports.now), ...writes] },
  });
  return done.ok ? "served" : "STALE";
}

const changeOf = ({ mode, now: at }: Ports, aggregate: string) => ({
  ...{ actor: { kind: "SYSTEM", mode, name: "close-hall-days" } as const, at, aggregate },
  ...{ requestId: `close-hall-days ${at}`, table: recordsTable(mode) },
});
