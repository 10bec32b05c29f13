import { err, ok, type Result } from "../../../kernel/result.ts";
import { findApplication, lookUpActing } from "../../cases/index.ts";
import { changeTicket, historyOf, type NoSuchTicket, refusalToOthers } from "./change-ticket.ts";
import { type CardPorts, citizenOfCard, type NoIdNumber } from "./identity-card.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { act, type Ticket, type TicketNotAllowed } from "./ticket.ts";

export type LinkRefusal =
  | NoSuchTicket
  | TicketNotAllowed
  | NoIdNumber
  | { readonly code: "APPLICATION_NOT_FOUND" };

/**
 * Says which case a called ticket is about: one in which the person who is served may act, found before or begun at the
 * window. Somebody who waited without a name shows their card for it. Errors: APPLICATION_NOT_FOUND, also for another's.
 */
export async function linkTicket(
  ports: ClerkPorts & CardPorts,
  id: string,
  { application, idNumber }: { readonly application: string; readonly idNumber: string | undefined },
): Promise<Result<Ticket, LinkRefusal>> {
  const citizen = citizenOfCard(idNumber, ports);
  if (!citizen.ok) return citizen;
  const found = await findApplication(ports, application);
  return changeTicket<{ readonly code: "APPLICATION_NOT_FOUND" }>(ports, id, async (ticket) => {
    if (ticket.calledBy !== ports.actor.id && ticket.status === "CALLED") return err(refusalToOthers(ticket));
    const person = ticket.citizenId ?? citizen.value;
    const acting = person && ({ kind: "CITIZEN", citizen: person } as const);
    if (!found || !acting || !(await lookUpActing(ports, acting, found))) {
      return err({ code: "APPLICATION_NOT_FOUND" });
    }
    const about = { citizenId: acting.citizen, item: found.item.code, application: found.id };
    const linked = act(ticket, "LINK", about);
    return linked.ok ? ok({ next: linked.value, ...historyOf(linked.value, "halls.ticket.linked") }) : linked;
  });
}
