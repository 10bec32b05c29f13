import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, STALE } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type Err, err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import type { TicketId } from "../ids.ts";
import { getServing, putServing, type Serving } from "./board-store.ts";
import { historyOf, toldOfCall } from "./change-ticket.ts";
import { withCall } from "./hall-call.ts";
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
  getTicket,
  HEADS,
  listAhead,
  listHeads,
  putTicket,
  shortenQueue,
  type TicketStore,
} from "./ticket-store.ts";

export type CallRefusal =
  | { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" | "NOBODY_WAITS" }
  | { readonly code: "WINDOW_UNKNOWN"; readonly path: readonly string[] }
  | TicketNotAllowed;

/** As many windows as call from one queue in the same moment, and some more. */
const ATTEMPTS_MAX = 60;

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
  return decideUntilWritten({
    database: ports.database,
    about: "the head of a window's queues",
    attemptsMax: ATTEMPTS_MAX,
    read: () => getServing(ports, place),
    decide: async (serving) => {
      if (serving.ticket) return busyRefusal(ports, serving.ticket);
      const found = await nextIn(ports, place, known.queues);
      if (!found) return err({ code: "NOBODY_WAITS" });
      const called = act(found, "CALL", { window, calledBy: actor.id, calledAt: now });
      if (!called.ok) throw new Error("a ticket that waits can be called");
      return ok({ before: found, after: called.value, serving });
    },
    write: ({ before, after, serving }) =>
      ports.commit({
        ...{ actor, at: now, requestId: ports.requestId, table: recordsTable(ports.mode) },
        ...historyOf(before, "halls.ticket.called"),
        writes: [
          putTicket(ports, after, before),
          putServing(ports, place, servingOf(after, window, now, serving), serving),
          shortenQueue(ports, before),
        ],
        ...toldOfCall(ports, after),
      }),
  });
}

/** The window has called somebody already; tells what puts an end to that ticket. One that has ended has left it since. */
async function busyRefusal(store: TicketStore, id: TicketId): Promise<Err<TicketNotAllowed> | typeof STALE> {
  const ticket = await getTicket(store, id);
  if (!ticket) throw new Error(`ticket ${id} is called and not there`);
  const availableActions = endingsOf(ticket);
  if (availableActions.length === 0) return STALE;
  return err({ code: "NOT_ALLOWED_NOW", state: ticket.status, availableActions });
}

/**
 * The first who waits in some queues. Their lists may be old: where all that they begin with were called a moment ago, those
 * behind them are looked at.
 */
async function nextIn(
  ports: ClerkPorts,
  place: Pick<Ticket, "hall" | "day">,
  queues: readonly string[],
): Promise<Ticket | undefined> {
  const waitingBy = async (list: typeof listHeads): Promise<readonly Waiting[]> => {
    const lists = await Promise.all(queues.map((queue) => list(ports, { ...place, queue })));
    return inCallingOrder(lists.flat(), ports.now);
  };
  const heads = await waitingBy(listHeads);
  const found = await firstWaiting(ports, heads);
  return found || heads.length < HEADS ? found : firstWaiting(ports, await waitingBy(listAhead));
}

/** The lists may be old, so each ticket is read. */
async function firstWaiting(ports: ClerkPorts, order: readonly Waiting[]): Promise<Ticket | undefined> {
  for (const { id } of order) {
    const ticket = await getTicket(ports, id);
    if (ticket?.status === "WAITING") return ticket;
  }
  return undefined;
}

/** The window that serves a ticket which it has just called. */
const servingOf = ({ id, number }: Ticket, window: string, calledAt: Instant, { calls = [] }: Serving) => ({
  ...{ ticket: id, number },
  calls: withCall(calls, { number, window, calledAt, times: 1 }),
});
