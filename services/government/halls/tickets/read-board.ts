import { dateAt } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Board, getBoard } from "./board-store.ts";
import { aheadOf, orderOf, type Ticket } from "./ticket.ts";
import { listAhead, type TicketStore } from "./ticket-store.ts";

/** The board on the wall of a hall today. Each queue and window asks for it at once, and it is read once. */
export const readBoard = (
  { now, ...store }: TicketStore & { readonly now: Instant },
  hall: string,
): Promise<Board> => getBoard(store, hall, dateAt(now));

/** How many are ahead of a ticket that waits today; undefined for one that does not wait any more. */
export async function countAhead(
  { now, ...store }: TicketStore & { readonly now: Instant },
  ticket: Ticket,
): Promise<number | undefined> {
  if (ticket.status !== "WAITING" || ticket.day !== dateAt(now)) return undefined;
  const own = { ...ticket, order: orderOf(ticket.number) };
  return aheadOf(own, await listAhead(store, ticket), now);
}
