import { err, ok, type Result } from "../../../kernel/result.ts";
import { changeTicket, type NoSuchTicket, refusalToOthers, toldOfCall } from "./change-ticket.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { act, type Ticket, type TicketNotAllowed, timesCalled } from "./ticket.ts";

/**
 * Calls a number once more to which nobody has come, at the same window: the hall's screen shows and says it again, and
 * the citizen who holds the ticket is told again. Errors: TICKET_NOT_FOUND; NOT_ALLOWED_NOW, where it is not called, is another
 * clerk's, was called five times, or its holder was received.
 */
export function callAgain(
  ports: ClerkPorts,
  id: string,
): Promise<Result<Ticket, NoSuchTicket | TicketNotAllowed>> {
  return changeTicket(ports, id, async (ticket) => {
    if (ticket.calledBy !== ports.actor.id && ticket.status === "CALLED") return err(refusalToOthers(ticket));
    const detail = { calledAt: ports.now, timesCalled: timesCalled(ticket) + 1 };
    const called = act(ticket, "CALL_AGAIN", detail);
    if (!called.ok) return called;
    return ok({
      next: called.value,
      action: "halls.ticket.called-again",
      ...toldOfCall(ports, called.value),
    });
  });
}
