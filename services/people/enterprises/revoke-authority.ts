import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type AuthorityView, type NotRevocable, revoke, viewOf } from "./authority.ts";
import { forgetAuthorityEnd } from "./authority-end-store.ts";
import { type AuthorityPorts, authorityEvent } from "./authority-event.ts";
import { type FollowedPorts, followAtOnce } from "./enterprise-follower.ts";
import { findOwnAuthorities } from "./read-authorities.ts";
import { putAuthorities } from "./store.ts";

export type RevokePorts = AuthorityPorts & FollowedPorts & { readonly actor: Citizen };

/**
 * Ends an authority at once: by its principal (an enterprise's legal representative), or by the agent, who lays it down.
 * From the next request on nothing is done under it. To anybody else it does not exist.
 */
export async function revokeAuthority(
  ports: RevokePorts,
  id: string,
): Promise<Result<AuthorityView, NotRevocable>> {
  const { actor, now: at, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `authority ${id}`,
    read: () => findOwnAuthorities(ports, id),
    decide: (before) => {
      if (!before || !isId("aut", id)) return err({ code: "AUTHORITY_NOT_FOUND" });
      const after = revoke(before, id, at);
      if (!after.ok) return after;
      const { known, revoked } = after.value;
      return ok({ before, after: known, revoked, answer: viewOf(known, revoked) });
    },
    write: async ({ after, revoked }) => {
      const done = await ports.commit({
        ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
        action: "enterprises.authority.revoked",
        writes: [putAuthorities(ports, after), ...forgetAuthorityEnd(ports, after.principal, revoked)],
        event: await authorityEvent("authority.revoked", ports, after, revoked.id),
      });
      const { principal } = after;
      if (done.ok && principal.kind === "ENTERPRISE") await followAtOnce(ports, principal.creditCode);
      return done;
    },
  });
}
