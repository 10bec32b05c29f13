import type { Citizen, Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Event } from "../../kernel/commit/event.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Authorities } from "./authority.ts";
import type { ENTERPRISE_EVENTS } from "./events.ts";
import type { AuthorityId } from "./ids.ts";
import { representativeOf } from "./look-up-standing.ts";
import type { EnterpriseStore } from "./store.ts";

/** The ports that every use case that changes an authority needs. */
export type AuthorityPorts = EnterpriseStore & {
  readonly commit: Commit;
  readonly actor: Citizen | Officer;
  readonly now: Instant;
  readonly requestId: string;
};

/** Tells the agent and the principal, who may not have been the one at the keyboard. */
export async function authorityEvent(
  type: keyof typeof ENTERPRISE_EVENTS & `${"authority" | "guardianship"}.${string}`,
  ports: EnterpriseStore,
  { principal, agent }: Pick<Authorities, "principal" | "agent">,
  about: AuthorityId,
): Promise<Event> {
  const representative = await representativeOf(ports, principal);
  const to = representative === undefined ? [agent] : [agent, representative];
  return { type, to, mode: ports.mode, payload: { about } };
}
