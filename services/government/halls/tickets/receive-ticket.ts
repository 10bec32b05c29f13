import type { TransactItem } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Attendance, type ReceivePorts, type ReceiveRefusal, receivePerson } from "../../cases/index.ts";
import { type NoSuchTicket, refusalToOthers } from "./change-ticket.ts";
import { ticketFor } from "./find-ticket.ts";
import { act, type TicketNotAllowed } from "./ticket.ts";
import { putTicket } from "./ticket-store.ts";

type NotAdmitted =
  | NoSuchTicket
  | TicketNotAllowed
  /** The card that is shown is not that of the person whom the ticket names. */
  | { readonly code: "TICKET_OF_ANOTHER"; readonly path: readonly string[] };

export type ReceiveTicketRefusal = ReceiveRefusal | NotAdmitted;

/**
 * Begins to serve whom the clerk has called by a ticket. The clerk asks for the identity card as ever: the ticket says
 * who is expected, the card who has come. Whom the ticket names has to be the card's holder; one without a name gets
 * it. No visit is counted here, for the ticket counts it when it is finished. Errors, besides those of receiving
 * anybody: TICKET_NOT_FOUND; NOT_ALLOWED_NOW, the ticket is not called, or by somebody else; TICKET_OF_ANOTHER.
 */
export function receiveTicket(
  ports: ReceivePorts,
  id: string,
  { idNumber, idempotencyKey }: { readonly idNumber: string; readonly idempotencyKey: string },
): Promise<Result<Attendance, ReceiveTicketRefusal>> {
  const admit = async (attendance: Attendance): Promise<Result<readonly TransactItem[], NotAdmitted>> => {
    const found = await ticketFor(ports, id);
    if (!found) return err({ code: "TICKET_NOT_FOUND" });
    if (found.status === "CALLED" && found.calledBy !== ports.actor.id) return err(refusalToOthers(found));
    const { id: begun, citizenId } = attendance;
    const received = act(found, "RECEIVE", { citizenId, attendance: begun });
    if (!received.ok) return received;
    if (found.citizenId && found.citizenId !== citizenId)
      return err({ code: "TICKET_OF_ANOTHER", path: ["idNumber"] });
    return ok([putTicket(ports, received.value, found)]);
  };
  if (!isId("tkt", id)) return Promise.resolve(err({ code: "TICKET_NOT_FOUND" }));
  return receivePerson(ports, { idNumber, idempotencyKey, called: { ticket: id, admit } });
}
