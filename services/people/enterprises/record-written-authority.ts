import type { Subject } from "../../field/subject.ts";
import type { Officer } from "../../kernel/actor.ts";
import { err, type Result } from "../../kernel/result.ts";
import { addAuthority, agentOf, type GrantPorts, type GrantRefusal } from "./add-authority.ts";
import type { AuthorityView, AuthorityWish } from "./authority.ts";
import { representativeOf } from "./look-up-standing.ts";

/**
 * Keeps an authority that was given on paper, as a clerk has seen it at a window. The paper names its principal: a person,
 * or an enterprise on record. Nobody records one in which they are the principal, the representative or the agent; a clerk
 * whom the platform does not know as a person records none.
 */
export async function recordWrittenAuthority(
  ports: GrantPorts & { readonly actor: Officer },
  principal: Subject,
  wish: AuthorityWish & { readonly paper: string },
  idempotencyKey: string,
): Promise<Result<AuthorityView, GrantRefusal>> {
  const { person } = ports.actor;
  const representative = await representativeOf(ports, principal);
  if (representative === undefined) return err({ code: "ENTERPRISE_NOT_FOUND" });
  const agent = agentOf(wish.agent.idNumber, ports);
  if (person === undefined || person === representative || person === agent) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["agent"] });
  }
  return addAuthority(ports, principal, wish, idempotencyKey);
}
