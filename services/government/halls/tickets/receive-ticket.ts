import { dateAt } from "../../../kernel/civil-date.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type Admission,
  type Attendance,
  type ReceivePorts,
  type ReceiveRefusal,
  receivePerson,
} from "../../cases/index.ts";
import { type CardPorts, citizenOf } from "../card-readers/prove-card.ts";
import { hallPlace } from "../hall-place.ts";
import { getHall } from "../hall-store.ts";
import type { TicketId } from "../ids.ts";
import { type NoSuchTicket, refusalToOthers } from "./change-ticket.ts";
import { ticketFor } from "./find-ticket.ts";
import { type NotShown, nameShown, proveAtHall, type Shown } from "./identity-card.ts";
import { act, attendanceEndedBy, provesHolder, type Ticket, type TicketNotAllowed } from "./ticket.ts";
import { putTicket } from "./ticket-store.ts";

type NotAdmitted =
  | NoSuchTicket
  | TicketNotAllowed
  | NotShown
  | {
      /** The card is not that of the person whom the ticket names; or a card has to be read. */
      readonly code: "TICKET_OF_ANOTHER" | "CARD_NEEDED";
      readonly path: readonly string[];
    };

export type ReceiveTicketRefusal = ReceiveRefusal | NotAdmitted;

export type Holder = Shown & { readonly idempotencyKey: string };

/**
 * Begins to serve whom the clerk has called by a ticket, at the window that called it. The ticket proves that its
 * holder is there where it was taken with their card, or for their own booking, and then the number of their card is
 * theirs; a ticket without a name gets one by a card that is read at the hall, and so does one by which they were
 * received before. No visit is counted here, for the ticket counts it when it is finished. Errors, besides those of
 * receiving anybody: TICKET_NOT_FOUND; NOT_ALLOWED_NOW, the ticket is not called, or by somebody else;
 * TICKET_OF_ANOTHER; CARD_NEEDED.
 */
export async function receiveTicket(
  ports: ReceivePorts & CardPorts,
  id: string,
  { idempotencyKey, ...shown }: Holder,
): Promise<Result<Attendance, ReceiveTicketRefusal>> {
  const typed = shown.idNumber === undefined ? undefined : citizenOf(shown.idNumber, ports, ["idNumber"]);
  if (typed && !typed.ok) return typed;
  const named = nameShown(shown, ports);
  if (!named.ok) return named;
  if (!isId("tkt", id)) return err({ code: "TICKET_NOT_FOUND" });
  const path = [shown.card ? "card" : "idNumber"];
  const citizenId = named.value.citizen ?? (await ticketFor(ports, id))?.citizenId;
  if (!citizenId) {
    const isThere = (await ticketFor(ports, id)) !== undefined;
    return err(isThere ? { code: "CARD_NEEDED", path: ["card"] } : { code: "TICKET_NOT_FOUND" });
  }
  return receivePerson<NotAdmitted>(ports, {
    ...{ citizenId, path, ticket: id, idempotencyKey },
    admit: (attendance) => admit(ports, id, attendance, shown),
  });
}

async function admit(
  ports: ReceivePorts & CardPorts,
  id: TicketId,
  { id: begun, citizenId }: Attendance,
  { idNumber, card }: Shown,
): Promise<Result<Admission, NotAdmitted>> {
  const found = await ticketFor(ports, id);
  if (!found) return err({ code: "TICKET_NOT_FOUND" });
  if (found.status === "CALLED" && !isCalledHere(ports, found)) return err(refusalToOthers(found));
  const received = act(found, "RECEIVE", {
    ...{ citizenId, attendance: begun },
    ...(card ? { namedBy: "CARD" as const } : {}),
  });
  if (!received.ok) return received;
  if (found.citizenId && found.citizenId !== citizenId)
    return err({ code: "TICKET_OF_ANOTHER", path: [card ? "card" : "idNumber"] });
  if (!card && !provesHolder(found, { isTyped: idNumber !== undefined }))
    return err({ code: "CARD_NEEDED", path: ["card"] });
  const proven = await proveAtHall(ports, found.hall, card);
  if (!proven.ok) return proven;
  const hall = await getHall(ports.database, found.hall);
  if (!hall) throw new Error(`the hall of ${id} is gone`);
  return ok({
    at: hallPlace(hall),
    ...{ by: id, ended: attendanceEndedBy(received.value, found) },
    writes: [putTicket(ports, received.value, found), ...proven.value],
  });
}

/**
 * Whether the clerk is the one who called it, today. Its window then serves it and nobody else: a window is free for the
 * next only by the commit that ends the ticket.
 */
const isCalledHere = (
  { actor, now }: Pick<ReceivePorts, "actor" | "now">,
  { day, calledBy }: Ticket,
): boolean => calledBy === actor.id && day === dateAt(now);
