import { err, ok, type Result } from "../../../kernel/result.ts";
import { findApplication, lookUpActing } from "../../cases/index.ts";
import type { CardRead } from "../card-readers/card-read.ts";
import type { CardPorts } from "../card-readers/prove-card.ts";
import { changeTicket, historyOf, type NoSuchTicket, refusalToOthers } from "./change-ticket.ts";
import { type NotShown, nameShown, proveAtHall } from "./identity-card.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { act, type Ticket, type TicketNotAllowed } from "./ticket.ts";

export type LinkRefusal =
  | NoSuchTicket
  | TicketNotAllowed
  | NotShown
  | { readonly code: "APPLICATION_NOT_FOUND" };

/**
 * Says which case a called ticket is about: one in which the person who is served may act, found before or begun at the
 * window. Somebody who waited without a name shows their card for it: a number that a clerk knows opens no case. Errors:
 * APPLICATION_NOT_FOUND, also for another's; besides, a card that proves nothing.
 */
export async function linkTicket(
  ports: ClerkPorts & CardPorts,
  id: string,
  { application, card }: { readonly application: string; readonly card: CardRead | undefined },
): Promise<Result<Ticket, LinkRefusal>> {
  const shown = nameShown({ idNumber: undefined, card }, ports);
  if (!shown.ok) return shown;
  const found = await findApplication(ports, application);
  return changeTicket<NotShown | { readonly code: "APPLICATION_NOT_FOUND" }>(ports, id, async (ticket) => {
    if (ticket.calledBy !== ports.actor.id && ticket.status === "CALLED") return err(refusalToOthers(ticket));
    const isNamed = ticket.citizenId !== undefined;
    const proven = await proveAtHall(ports, ticket.hall, isNamed ? undefined : card);
    if (!proven.ok) return proven;
    const person = ticket.citizenId ?? shown.value.citizen;
    const acting = person && ({ kind: "CITIZEN", citizen: person } as const);
    if (!found || !acting || !(await lookUpActing(ports, acting, found))) {
      return err({ code: "APPLICATION_NOT_FOUND" });
    }
    const about = { citizenId: acting.citizen, item: found.item.code, application: found.id };
    const linked = act(ticket, "LINK", { ...about, ...(isNamed ? {} : { namedBy: "CARD" as const }) });
    if (!linked.ok) return linked;
    const { value: next } = linked;
    return ok({ next, ...historyOf(next, "halls.ticket.linked"), writes: proven.value });
  });
}
