import type { Citizen, Mode, Officer } from "../../../kernel/actor.ts";
import { type Application, getApplication, lookUpActing, readCase } from "../../cases/index.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { mayOpenCase, type Ticket } from "./ticket.ts";

type Reader = Pick<ClerkPorts, "database" | "now"> & { readonly actor: Citizen | Officer };

/** The case that a ticket of a mode is about: for its citizen as they read cases, for a clerk while they serve it. */
export async function findCaseOfTicket(
  { actor, ...reader }: Reader,
  { mode, ...ticket }: Ticket & { readonly mode: Mode },
): Promise<Application | undefined> {
  // A case's own fields are read in the caller's mode, and an officer's is live.
  if (!ticket.application || mode !== actor.mode) return undefined;
  return actor.kind === "OFFICER"
    ? caseForClerk({ ...reader, mode, actor }, ticket)
    : readCase({ ...reader, mode, actor }, ticket.application);
}

/**
 * For the clerk who serves the ticket: while it is theirs, and as long as the person before them may act in the case. A
 * clerk who stands for its subject themselves sees nothing.
 */
async function caseForClerk(
  ports: Pick<ClerkPorts, "database" | "mode" | "actor" | "now">,
  ticket: Ticket,
): Promise<Application | undefined> {
  const { application, citizenId } = ticket;
  if (!application || !citizenId || !mayOpenCase(ticket, ports.actor.id)) return undefined;
  const found = await getApplication(ports, application);
  const acting = { kind: "CLERK", citizen: citizenId, clerk: ports.actor } as const;
  return found && (await lookUpActing(ports, acting, found)) ? found : undefined;
}
