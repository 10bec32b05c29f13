import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { endAttendance } from "../../cases/index.ts";
import { attendanceEndedBy, type Ticket } from "./ticket.ts";
import { putTicket, type TicketStore } from "./ticket-store.ts";

/**
 * The writes of a changed ticket: itself, and the end of the attendance that was begun by it where that ends with the
 * change.
 */
export function writesOf(
  store: TicketStore,
  next: Ticket,
  before: Ticket,
  now: Instant,
): readonly TransactItem[] {
  const over = attendanceEndedBy(next, before);
  return [putTicket(store, next, before), ...(over ? [endAttendance(store, over, now)] : [])];
}
