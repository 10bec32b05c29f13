import { err, ok, type Result } from "../../../kernel/result.ts";
import { changeTicket, type NoSuchTicket, refusalToOthers } from "./change-ticket.ts";
import { serveTicket } from "./serve-ticket.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { act, type Ticket, type TicketNotAllowed } from "./ticket.ts";

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
    if (ticket.calledBy !== ports.actor.id && ticket.status === "CALLED") return err(refusalToOthers(ticket));
    if (action === "SERVE") return serveTicket(ports, ticket, ports.now);
    const missed = act(ticket, action, { endedAt: ports.now });
    return missed.ok ? ok({ next: missed.value, action: "halls.ticket.missed" }) : missed;
  });
}
