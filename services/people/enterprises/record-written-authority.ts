import type { Officer } from "../../kernel/actor.ts";
import type { Parts } from "../../kernel/parts.ts";
import { err, type Result } from "../../kernel/result.ts";
import { findBorn, isMinor } from "../citizens/index.ts";
import { addAuthority, agentOf, type GrantPorts, type GrantRefusal } from "./add-authority.ts";
import type { AuthorityView, AuthorityWish } from "./authority.ts";
import { representativeOf } from "./look-up-standing.ts";
import type { NamedPrincipal } from "./principal-reference.ts";
import { namesMatter } from "./standing.ts";

export type WrittenWish = AuthorityWish & {
  readonly paper: string;
  /** Of the agent, or of the principal, who brings the paper. */
  readonly attendance: string;
};

/**
 * Keeps an authority that was given on paper, as a clerk has seen it at a window, where its agent or its principal is
 * present: a number that somebody types stands for nobody. The paper names its principal: a person, or an enterprise on
 * record. One that binds an enterprise for long needs the representative there. Nobody records one in which they are the
 * principal, the representative or the agent; a clerk whom the platform does not know as a person records none. No minor gives
 * one, and none acts by one.
 */
export async function recordWrittenAuthority(
  ports: GrantPorts & { readonly actor: Officer; readonly parts: Pick<Parts, "findAttended"> },
  { subject: principal, born }: NamedPrincipal,
  { attendance, ...wish }: WrittenWish,
  idempotencyKey: string,
): Promise<Result<AuthorityView, GrantRefusal>> {
  const { actor, parts } = ports;
  const representative = await representativeOf(ports, principal);
  if (representative === undefined) return err({ code: "ENTERPRISE_NOT_FOUND" });
  const owner = await findBorn(ports, representative, born);
  if (isMinor(owner, ports.now)) return err({ code: "PRINCIPAL_UNDER_AGE", path: [] });
  const agent = agentOf(wish.agent.idNumber, ports);
  if (actor.person === undefined || actor.person === representative || actor.person === agent) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["agent"] });
  }
  const attended = await parts.findAttended(ports, actor, attendance);
  if (!attended.ok) return err({ code: "NOT_ATTENDED", because: attended.error.code });
  const { citizenId: present, commit, ending } = attended.value;
  if (present !== representative && namesMatter(wish.items)) {
    return err({ code: "REPRESENTATIVE_NOT_PRESENT", path: ["items"] });
  }
  if (present !== representative && present !== agent)
    return err({ code: "AGENT_NOT_PRESENT", path: ["agent"] });
  return addAuthority({ ...ports, commit, ending }, principal, wish, idempotencyKey);
}
