import { type Application, getApplication, lookUpActing } from "../../cases/index.ts";
import type { ClerkPorts } from "./take-ticket.ts";
import { mayOpenCase, type Ticket } from "./ticket.ts";

/**
 * The case of a ticket for the clerk who serves it: while it is theirs, and as long as the person before them may act in
 * it. A clerk who stands for its subject themselves sees nothing.
 */
export async function caseOfTicket(
  ports: Pick<ClerkPorts, "database" | "mode" | "actor" | "now">,
  ticket: Ticket,
): Promise<Application | undefined> {
  const { application, citizenId } = ticket;
  if (!application || !citizenId || !mayOpenCase(ticket, ports.actor.id)) return undefined;
  const found = await getApplication(ports, application);
  const acting = { kind: "CLERK", citizen: citizenId, clerk: ports.actor } as const;
  return found && (await lookUpActing(ports, acting, found)) ? found : undefined;
}
