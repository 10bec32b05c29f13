import { setTimeout as sleep } from "node:timers/promises";
import type { Citizen } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId, type TicketId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { findApplication, lookUpActing, visitWrites } from "../../cases/index.ts";
import { coversHall } from "../hall.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { getHall } from "../hall-store.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import {
  act,
  endingsOf,
  inCallingOrder,
  type Ticket,
  type TicketNotAllowed,
  type Waiting,
} from "./ticket.ts";
import {
  getServing,
  getTicket,
  listHeads,
  putServing,
  putTicket,
  shortenQueue,
  type TicketStore,
} from "./ticket-store.ts";

export type CallRefusal =
  | { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" | "NOBODY_WAITS" }
  | { readonly code: "WINDOW_UNKNOWN"; readonly path: readonly string[] }
  | TicketNotAllowed;

export type NoSuchTicket = { readonly code: "TICKET_NOT_FOUND" };

/** As many windows as call from one queue in the same moment, and some more. */
const ATTEMPTS_MAX = 60;
const BACKOFF_MS = 5;
const DECISIONS_MAX = 5;

/**
 * Calls the next of those who wait in the queues of a window, in the order of `inCallingOrder`. The ticket and the
 * window are each written over exactly what was read: two clerks never get the same ticket, and a window has one at a
 * time. Errors: NOBODY_WAITS; NOT_ALLOWED_NOW while the window has not finished whom it called before.
 */
export async function callNext(
  ports: ClerkPorts,
  { hall: code, window }: { readonly hall: string; readonly window: string },
): Promise<Result<Ticket, CallRefusal>> {
  const { actor, now } = ports;
  const hall = await hallOfClerk(ports, code);
  if (!hall.ok) return hall;
  const known = hall.value.windows.find((one) => one.code === window);
  if (!known) return err({ code: "WINDOW_UNKNOWN", path: ["window"] });
  const place = { hall: code, day: dateAt(now), window };
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const serving = await getServing(ports, place);
    if (serving.ticket) return err(await notFinished(ports, serving.ticket));
    const heads = await Promise.all(known.queues.map((queue) => listHeads(ports, { ...place, queue })));
    const found = await firstWaiting(ports, inCallingOrder(heads.flat(), now));
    if (!found) return err({ code: "NOBODY_WAITS" });
    const called = act(found, "CALL", { window, calledBy: actor.id, calledAt: now });
    if (!called.ok) throw new Error("a ticket that waits can be called");
    const done = await ports.commit({
      ...{ actor, at: now, requestId: ports.requestId, table: recordsTable(ports.mode) },
      ...historyOf(found, "halls.ticket.called"),
      writes: [
        putTicket(ports, called.value, found),
        putServing(ports, place, { ticket: found.id, number: found.number }, serving),
        shortenQueue(ports, found),
      ],
      ...eventOf(ports, called.value),
    });
    if (done.ok) return called;
    ports.database.forget();
    await sleep(Math.random() * BACKOFF_MS * Math.min(attempt, 10));
  }
  throw new Error(`${ATTEMPTS_MAX} tickets went to other windows`);
}

/** Whom the window has called, with what puts an end to it. */
async function notFinished(store: TicketStore, id: TicketId): Promise<TicketNotAllowed> {
  const ticket = await getTicket(store, id);
  if (!ticket) throw new Error(`ticket ${id} is called and not there`);
  return { code: "NOT_ALLOWED_NOW", state: ticket.status, availableActions: endingsOf(ticket) };
}

/** That a clerk comes to read a case stands in the case's own history, where its citizen finds it. */
const historyOf = ({ id, hall, number, application }: Ticket, action: string) =>
  application
    ? {
        ...{ aggregate: application, action: "halls.case.opened-at-hall" },
        reason: `${hall} ${number}`,
      }
    : { aggregate: id, action };

/** What the lists say may be old, so each is read. */
async function firstWaiting(ports: ClerkPorts, order: readonly Waiting[]): Promise<Ticket | undefined> {
  for (const { id } of order) {
    const ticket = await getTicket(ports, id);
    if (ticket?.status === "WAITING") return ticket;
  }
  return undefined;
}

function eventOf(
  { mode }: ClerkPorts,
  { id, citizenId, number, window = "" }: Ticket,
): { readonly event?: Event } {
  if (!citizenId) return {};
  const payload = { about: id, number, window };
  return { event: { type: "ticket.called", mode, to: [citizenId], payload } };
}

/**
 * Ends a called ticket: SERVE, or MISS where nobody came. One that was served about a case counts a visit on the case,
 * in the same commit, and stands in the case's own history; a visit more than the item promises counts in the figures.
 */
export function finishTicket(
  ports: ClerkPorts,
  id: string,
  action: "SERVE" | "MISS",
): Promise<Result<Ticket, NoSuchTicket | TicketNotAllowed>> {
  return changeTicket(ports, id, async (ticket) => {
    if (ticket.calledBy !== ports.actor.id && ticket.status === "CALLED") return err(notByThem(ticket));
    if (action === "SERVE") return served(ports, ticket, ports.now);
    const missed = act(ticket, action, { endedAt: ports.now });
    return missed.ok ? ok({ next: missed.value, action: "halls.ticket.missed" }) : missed;
  });
}

/** A ticket that was served; the one place where a visit is counted, on the case that it was about. */
export async function served(
  store: TicketStore,
  ticket: Ticket,
  now: Instant,
): Promise<Result<Changed, TicketNotAllowed>> {
  const ended = act(ticket, "SERVE", { endedAt: now });
  if (!ended.ok) return ended;
  const { application, hall, number } = ticket;
  const visit = application && {
    ...{ aggregate: application, action: "halls.case.visited", reason: `${hall} ${number}` },
    writes: await visitWrites(store, application, now),
  };
  return ok({ next: ended.value, action: "halls.ticket.served", ...visit });
}

/** A called ticket is another clerk's; but whoever is there may put an end to it. */
export const notByThem = ({ status: state }: Ticket): TicketNotAllowed => ({
  ...{ code: "NOT_ALLOWED_NOW", state, availableActions: ["GIVE_UP"] },
});

/** Who waited has gone: so say they themselves, or a clerk of the hall. */
export const giveUpTicket = (
  ports: TicketPorts,
  id: string,
): Promise<Result<Ticket, NoSuchTicket | TicketNotAllowed>> =>
  changeTicket(ports, id, async (ticket) => {
    const ended = act(ticket, "GIVE_UP", { endedAt: ports.now });
    return ended.ok ? ok({ next: ended.value, action: "halls.ticket.given-up" }) : ended;
  });

/**
 * Says which case a called ticket is about: one in which the person who is served may act, found before or begun at the
 * window. Who waited without a name shows their identity card for it. Errors: APPLICATION_NOT_FOUND, also for another's.
 */
export async function linkTicket(
  ports: ClerkPorts,
  id: string,
  { application, citizen }: { readonly application: string; readonly citizen: CitizenId | undefined },
): Promise<Result<Ticket, NoSuchTicket | TicketNotAllowed | { readonly code: "APPLICATION_NOT_FOUND" }>> {
  const found = await findApplication(ports, application);
  return changeTicket<{ readonly code: "APPLICATION_NOT_FOUND" }>(ports, id, async (ticket) => {
    if (ticket.calledBy !== ports.actor.id && ticket.status === "CALLED") return err(notByThem(ticket));
    const person = ticket.citizenId ?? citizen;
    const acting = person && ({ kind: "CITIZEN", citizen: person } as const);
    if (!found || !acting || !(await lookUpActing(ports, acting, found))) {
      return err({ code: "APPLICATION_NOT_FOUND" });
    }
    const about = { citizenId: acting.citizen, item: found.item.code, application: found.id };
    const linked = act(ticket, "LINK", about);
    return linked.ok ? ok({ next: linked.value, ...historyOf(linked.value, "halls.ticket.linked") }) : linked;
  });
}

/** A clerk, or who holds the ticket. */
export type TicketPorts = Omit<ClerkPorts, "actor"> & { readonly actor: ClerkPorts["actor"] | Citizen };

type Changed = {
  readonly next: Ticket;
  readonly action: string;
  readonly aggregate?: string;
  readonly reason?: string;
  readonly writes?: readonly TransactItem[];
};

/** Decides on a ticket as it stands; the queue's length and its window follow it in the same commit. */
async function changeTicket<R extends { readonly code: string } = never>(
  ports: TicketPorts,
  id: string,
  decide: (ticket: Ticket) => Promise<Result<Changed, R | TicketNotAllowed>>,
): Promise<Result<Ticket, R | NoSuchTicket | TicketNotAllowed>> {
  const { actor, now: at, requestId, mode } = ports;
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const found = await ticketFor(ports, id);
    if (!found) return err({ code: "TICKET_NOT_FOUND" });
    const decided = await decide(found);
    if (!decided.ok) return decided;
    const { next, action, aggregate = found.id, reason, writes = [] } = decided.value;
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate, table: recordsTable(mode), action },
      ...(reason === undefined ? {} : { reason }),
      writes: [putTicket(ports, next, found), ...(await boardWrites(ports, next, found)), ...writes],
    });
    if (done.ok) return ok(next);
    ports.database.forget();
  }
  throw new Error(`a ticket changed ${DECISIONS_MAX} times while it was decided on`);
}

/** A ticket of a hall in the clerk's jurisdiction, or of the citizen; to others there is none. */
export async function ticketFor(
  ports: TicketStore & Pick<TicketPorts, "actor">,
  id: string,
): Promise<Ticket | undefined> {
  const ticket = isId("tkt", id) ? await getTicket(ports, id) : undefined;
  if (!ticket) return undefined;
  const { actor } = ports;
  if (actor.kind === "CITIZEN") return ticket.citizenId === actor.id ? ticket : undefined;
  const hall = await getHall(ports.database, ticket.hall);
  return hall && coversHall(actor, hall) ? ticket : undefined;
}

async function boardWrites(store: TicketStore, next: Ticket, before: Ticket): Promise<TransactItem[]> {
  if (next.status === before.status) return [];
  if (before.status === "WAITING") return [shortenQueue(store, before)];
  const { hall, day, window } = before;
  if (window === undefined) return [];
  const serving = await getServing(store, { hall, day, window });
  return serving.ticket === before.id ? [putServing(store, { hall, day, window }, {}, serving)] : [];
}
