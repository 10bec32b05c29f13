import type { Actor, Citizen, Officer } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { isId } from "../../../kernel/ids.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { coversHall } from "../hall.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { getHall } from "../hall-store.ts";
import { getServing } from "./board-store.ts";
import type { Ticket } from "./ticket.ts";
import { getTicket, type TicketStore } from "./ticket-store.ts";

/** A ticket of a hall in the clerk's jurisdiction, or of the citizen; to others there is none. */
export async function ticketFor(
  ports: TicketStore & { readonly actor: Citizen | Officer },
  id: string,
): Promise<Ticket | undefined> {
  const ticket = isId("tkt", id) ? await getTicket(ports, id) : undefined;
  if (!ticket) return undefined;
  const { actor } = ports;
  if (actor.kind === "CITIZEN") return ticket.citizenId === actor.id ? ticket : undefined;
  const hall = await getHall(ports.database, ticket.hall);
  return hall && coversHall(actor, hall) ? ticket : undefined;
}

/** A ticket for anybody who asks by its id: its citizen, or a window clerk of its hall; to others there is none. */
export async function findTicket(
  { actor, ...store }: TicketStore & { readonly actor: Actor },
  id: string,
): Promise<Ticket | undefined> {
  const mayAsk =
    actor.kind === "CITIZEN" || (actor.kind === "OFFICER" && actor.roles.includes("WINDOW_CLERK"));
  return mayAsk ? ticketFor({ ...store, actor }, id) : undefined;
}

/** The ticket that a window of a hall in the clerk's jurisdiction has called and not finished, if any. */
export async function findCalledTicket(
  { actor, now, ...store }: TicketStore & { readonly actor: Officer; readonly now: Instant },
  { hall: code, window }: { readonly hall: string; readonly window: string },
): Promise<Result<Ticket | undefined, { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }>> {
  const hall = await hallOfClerk({ ...store, actor }, code);
  if (!hall.ok) return hall;
  const { ticket } = await getServing(store, { hall: code, day: dateAt(now), window });
  return ok(await readTicket(store, ticket));
}

/** The ticket that a record names, an attendance's or an appointment's, for one who reads that record. */
export const readTicket = async (store: TicketStore, id = ""): Promise<Ticket | undefined> =>
  isId("tkt", id) ? getTicket(store, id) : undefined;
