import { ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { visitOf } from "../../cases/index.ts";
import type { ChangedTicket } from "./change-ticket.ts";
import { act, type Ticket, type TicketNotAllowed } from "./ticket.ts";
import type { TicketStore } from "./ticket-store.ts";

/** The change of a ticket that was served; the one place where a visit is counted, on the case that it was about. */
export async function serveTicket(
  store: TicketStore,
  ticket: Ticket,
  now: Instant,
): Promise<Result<ChangedTicket, TicketNotAllowed>> {
  const ended = act(ticket, "SERVE", { endedAt: now });
  if (!ended.ok) return ended;
  const { application, hall, number } = ticket;
  const visit = application && {
    ...{ aggregate: application, action: "halls.case.visited", reason: `${hall} ${number}` },
    ...(await visitOf(store, application)),
  };
  return ok({ next: ended.value, action: "halls.ticket.served", ...visit });
}
