import { ok, type Result } from "../../../kernel/result.ts";
import { changeTicket, type NoSuchTicket, type TicketPorts } from "./change-ticket.ts";
import { act, type Ticket, type TicketNotAllowed } from "./ticket.ts";

/** Ends the ticket of somebody who has gone: they say so themselves, or a clerk of the hall does. */
export const giveUpTicket = (
  ports: TicketPorts,
  id: string,
): Promise<Result<Ticket, NoSuchTicket | TicketNotAllowed>> =>
  changeTicket(ports, id, async (ticket) => {
    const ended = act(ticket, "GIVE_UP", { endedAt: ports.now });
    return ended.ok ? ok({ next: ended.value, action: "halls.ticket.given-up" }) : ended;
  });
