import type { Subject } from "../../field/subject.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { err, type Result } from "../../kernel/result.ts";
import { findBorn, isMinor } from "../citizens/index.ts";
import { addAuthority, type GrantPorts, type GrantRefusal } from "./add-authority.ts";
import type { AuthorityView, AuthorityWish } from "./authority.ts";
import { standingOf } from "./standing.ts";
import { getEnterprise } from "./store.ts";

/**
 * Lets somebody act for the caller, or for an enterprise of which the caller is the legal representative; nobody else
 * hands that on, and no minor.
 */
export async function grantAuthority(
  ports: GrantPorts & { readonly actor: Citizen },
  principal: Subject,
  wish: Omit<AuthorityWish, "paper">,
  idempotencyKey: string,
): Promise<Result<AuthorityView, GrantRefusal>> {
  const { actor, now } = ports;
  const enterprise =
    principal.kind === "ENTERPRISE" ? await getEnterprise(ports, principal.creditCode) : undefined;
  const standing = standingOf(actor.id, principal, { enterprise }, now);
  if (!standing) return err({ code: "ENTERPRISE_NOT_FOUND" });
  if (isMinor(await findBorn(ports, actor.id), now)) return err({ code: "PRINCIPAL_UNDER_AGE", path: [] });
  return addAuthority(ports, principal, wish, idempotencyKey);
}
