import type { Citizen } from "../../../kernel/actor.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { ticketFor } from "./find-ticket.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import type { Ticket, TicketNotAllowed } from "./ticket.ts";
import { getServing, putServing, shortenQueue, type TicketStore } from "./ticket-store.ts";
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
    write: async ({ before, after, changed: { action, aggregate = before.id, reason, writes = [] } }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate, table: recordsTable(mode), action },
        ...(reason === undefined ? {} : { reason }),
        writes: [
          ...writesOf(ports, after, before, at),
          ...(await boardWrites(ports, after, before)),
          ...writes,
        ],
      }),
  });
}

async function boardWrites(store: TicketStore, next: Ticket, before: Ticket): Promise<TransactItem[]> {
  if (next.status === before.status) return [];
  if (before.status === "WAITING") return [shortenQueue(store, before)];
  const { hall, day, window } = before;
  if (window === undefined) return [];
  const serving = await getServing(store, { hall, day, window });
  return serving.ticket === before.id ? [putServing(store, { hall, day, window }, {}, serving)] : [];
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
