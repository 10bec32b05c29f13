import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Appointment, endAppointment, withNoShow, withoutOpen } from "../appointments/appointment.ts";
import {
  getAppointment,
  getStanding,
  putAppointment,
  putStanding,
} from "../appointments/appointment-store.ts";
import { getHall } from "../hall-store.ts";
import type { AppointmentId, TicketId } from "../ids.ts";
import { isOpenAt } from "../opening.ts";
import type { ChangedTicket } from "../tickets/change-ticket.ts";
import { serveTicket } from "../tickets/serve-ticket.ts";
import { act, type Ticket, type TicketNotAllowed } from "../tickets/ticket.ts";
import { getTicket, type TicketStore } from "../tickets/ticket-store.ts";
import { writesOf } from "../tickets/ticket-writes.ts";
import { type DayEnd, HALL_DAYS, listEndedDays } from "./day-store.ts";
import { type ClosingPorts, endClosedAppointments } from "./end-closed-appointments.ts";

/** The outcome of a day's end at halls. */
export type DaysClosed = Swept & {
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
};

type Outcome = "noShows" | "hallClosed" | "givenUp" | "served";
type Ports = TicketStore & { readonly commit: Commit; readonly now: () => Instant };

/**
 * Closes the days of halls that are over: one who has booked and did not come is a no-show, and may be kept from booking for
 * it; tickets that nobody called or finished are given up, or served where their holder was received. Before that it ends
 * what is booked at times at which halls have closed, for one who is told sooner makes one way less. Each in a commit of its
 * own, so that a run that dies has done what it did; ends after `until`, and the next run goes on.
 */
export async function closeHallDays(ports: ClosingPorts, mode: Mode, until: Instant): Promise<DaysClosed> {
  const { cancelled, ...closings } = await endClosedAppointments(ports, mode, until);
  const total = { noShows: 0, hallClosed: 0, cancelled, givenUp: 0, served: 0, lagSeconds: 0 };
  if (!closings.finished) return { ...total, ...closings };
  const days = await sweepLists(HALL_DAYS, {
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
  return { ...total, finished: days.finished, faults: [...closings.faults, ...days.faults] };
}

/** Undefined where it has ended already: what the index says may be old. */
function closeOne(
  { open, now }: ClosingPorts,
  mode: Mode,
  id: AppointmentId | TicketId,
): Promise<Outcome | undefined> {
  const ports = { ...open(), mode, now };
  return isId("apt", id) ? closeAppointment(ports, id) : closeTicket(ports, id);
}

async function closeAppointment(ports: Ports, id: AppointmentId): Promise<Outcome | undefined> {
  const closed = await decideUntilWritten({
    database: ports.database,
    about: id,
    read: () => getAppointment(ports, id),
    decide: async (found) => {
      if (!found) throw new Error(`appointment ${id} is in the index and nowhere else`);
      const at = ports.now();
      if (found.status !== "BOOKED" || found.to > at) return unchanged(ok(undefined));
      const [hall, standing] = await Promise.all([
        getHall(ports.database, found.hall),
        getStanding(ports, found.citizenId),
      ]);
      const wasOpen = hall !== undefined && isOpenAt(hall, found.from);
      return ok({
        ...{
          before: found,
          after: endAppointment(found, wasOpen ? "NO_SHOW" : "HALL_CLOSED", at),
          at,
          wasOpen,
        },
        standing: wasOpen ? withNoShow(standing, found, at) : withoutOpen(standing, found.id),
        answer: wasOpen ? "noShows" : "hallClosed",
      });
    },
    write: ({ before, after, at, wasOpen, standing }) =>
      ports.commit({
        ...changeOf(ports, before.id, at),
        action: wasOpen ? "halls.appointment.no-show" : "halls.appointment.hall-closed",
        writes: [putAppointment(ports, after, before), putStanding(ports, before.citizenId, standing)],
        event: eventOf(ports, before, wasOpen),
      }),
  });
  return closed.ok ? closed.value : undefined;
}

const eventOf = ({ mode }: Ports, { id, citizenId }: Appointment, wasOpen: boolean) =>
  ({
    type: wasOpen ? "appointment.no-show" : "appointment.hall-closed",
    ...{ mode, to: [citizenId], payload: { about: id } },
  }) satisfies Event;

async function closeTicket(ports: Ports, id: TicketId): Promise<Outcome | undefined> {
  const closed = await decideUntilWritten({
    database: ports.database,
    about: id,
    read: () => getTicket(ports, id),
    decide: async (found) => {
      if (!found) throw new Error(`ticket ${id} is in the index and nowhere else`);
      const at = ports.now();
      // A person who was received at a window was served, and has come about their case, though nobody finished it.
      const ended = found.attendance ? await serveTicket(ports, found, at) : giveUp(found, at);
      // It has ended already.
      if (!ended.ok) return unchanged(ok(undefined));
      const { next, ...changed } = ended.value;
      return ok({ before: found, after: next, changed, at, answer: found.attendance ? "served" : "givenUp" });
    },
    write: ({ before, after, at, changed }) => {
      const { aggregate = before.id, action, reason = "the day is over", writes = [] } = changed;
      return ports.commit({
        ...changeOf(ports, aggregate, at),
        ...{ action, reason, writes: [...writesOf(ports, after, before, at), ...writes] },
      });
    },
  });
  return closed.ok ? closed.value : undefined;
}

/** A ticket that nobody has called, or finished, by the end of its day. */
function giveUp(found: Ticket, at: Instant): Result<ChangedTicket, TicketNotAllowed> {
  const given = act(found, "GIVE_UP", { endedAt: at });
  return given.ok ? ok({ next: given.value, action: "halls.ticket.given-up" }) : given;
}

const changeOf = ({ mode }: Ports, aggregate: string, at: Instant) => ({
  ...{ actor: { kind: "SYSTEM", mode, name: "close-hall-days" } as const, at, aggregate },
  ...{ requestId: `close-hall-days ${at}`, table: recordsTable(mode) },
});
