import type { Citizen } from "../../../kernel/actor.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { getServing, putServing } from "./board-store.ts";
import { ticketFor } from "./find-ticket.ts";
import { withCall } from "./hall-call.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { type Ticket, type TicketNotAllowed, timesCalled } from "./ticket.ts";
import { shortenQueue, type TicketStore } from "./ticket-store.ts";
import { writesOf } from "./ticket-writes.ts";

export type NoSuchTicket = { readonly code: "TICKET_NOT_FOUND" };

/** A clerk, or who holds the ticket. */
export type TicketPorts = Omit<ClerkPorts, "actor"> & { readonly actor: ClerkPorts["actor"] | Citizen };

/** A change of a ticket; `aggregate` names the history that it stands in, if not the ticket's own. */
export type ChangedTicket = {
  readonly next: Ticket;
  readonly action: string;
  readonly aggregate?: string;
  readonly reason?: string;
  readonly writes?: readonly TransactItem[];
  readonly event?: Event;
};

/** Decides on a ticket as it stands; the queue's length and its window follow it in the same commit. */
export async function changeTicket<R extends { readonly code: string } = never>(
  ports: TicketPorts,
  id: string,
  decide: (ticket: Ticket) => Promise<Result<ChangedTicket, R | TicketNotAllowed>>,
): Promise<Result<Ticket, R | NoSuchTicket | TicketNotAllowed>> {
  const { actor, now: at, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: "a ticket",
    read: () => ticketFor(ports, id),
    decide: async (found) => {
      if (!found) return err({ code: "TICKET_NOT_FOUND" });
      const decided = await decide(found);
      if (!decided.ok) return decided;
      const { next, ...changed } = decided.value;
      return ok({ before: found, after: next, changed });
    },
    write: async ({
      before,
      after,
      changed: { action, aggregate = before.id, reason, writes = [], event },
    }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate, table: recordsTable(mode), action },
        ...(reason === undefined ? {} : { reason }),
        ...(event ? { event } : {}),
        writes: [
          ...writesOf(ports, after, before, at),
          ...(await boardWrites(ports, after, before)),
          ...writes,
        ],
      }),
  });
}

async function boardWrites(store: TicketStore, next: Ticket, before: Ticket): Promise<TransactItem[]> {
  const times = timesCalled(next);
  const isCalledAgain = times > timesCalled(before);
  if (next.status === before.status && !isCalledAgain) return [];
  if (before.status === "WAITING") return [shortenQueue(store, before)];
  const { hall, day, window, number } = before;
  if (window === undefined) return [];
  const serving = await getServing(store, { hall, day, window });
  if (serving.ticket !== before.id) return [];
  const { calls = [] } = serving;
  const { calledAt } = next;
  const after =
    isCalledAgain && calledAt
      ? { ...serving, calls: withCall(calls, { number, window, calledAt, times }) }
      : { calls };
  return [putServing(store, { hall, day, window }, after, serving)];
}

/** A called ticket is another clerk's; but whoever is there may put an end to it. */
export const refusalToOthers = ({ status: state }: Ticket): TicketNotAllowed => ({
  ...{ code: "NOT_ALLOWED_NOW", state, availableActions: ["GIVE_UP"] },
});

/** The case's own history says that a clerk comes to read it: its citizen finds it there. */
export const historyOf = ({ id, hall, number, application }: Ticket, action: string) =>
  application
    ? {
        ...{ aggregate: application, action: "halls.case.opened-at-hall" },
        reason: `${hall} ${number}`,
      }
    : { aggregate: id, action };

/** The citizen who holds a ticket is told that it is called; a paper ticket names nobody. */
export function toldOfCall(
  { mode }: Pick<TicketStore, "mode">,
  { id, citizenId, number, window = "" }: Ticket,
): { readonly event?: Event } {
  if (!citizenId) return {};
  const payload = { about: id, number, window };
  return { event: { type: "ticket.called", mode, to: [citizenId], payload } };
}
