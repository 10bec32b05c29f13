import type { Citizen } from "../../kernel/actor.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Authorities, type NotRevocable, revoke } from "./authority.ts";
import { type AuthorityPorts, authorityEvent, type Granted } from "./grant-authority.ts";
import { lookUpStanding } from "./look-up-standing.ts";
import { findAuthorities, putAuthorities } from "./store.ts";

export type RevokePorts = AuthorityPorts & { readonly actor: Citizen };

/** How often a decision is made anew when its facts changed under it. */
const DECISIONS_MAX = 4;

/**
 * Ends an authority at once: by its principal (an enterprise's legal representative), or by the agent, who lays it down.
 * From the next request on nothing is done under it. To anybody else it does not exist.
 */
export async function revokeAuthority(
  ports: RevokePorts,
  id: string,
): Promise<Result<Granted, NotRevocable>> {
  const { actor, now: at, requestId, mode } = ports;
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const known = await findAuthority(ports, id);
    if (!known || !isId("aut", id)) return err({ code: "AUTHORITY_NOT_FOUND" });
    const after = revoke(known, id, at);
    if (!after.ok) return after;
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
      action: "enterprises.authority.revoked",
      writes: [putAuthorities(ports, after.value)],
      event: await authorityEvent("authority.revoked", ports, known, id),
    });
    const revoked = after.value.authorities.find((one) => one.id === id);
    if (done.ok && revoked) return ok({ known: after.value, authority: revoked });
    ports.database.forget();
  }
  throw new Error(`authority ${id} changed ${DECISIONS_MAX} times while it was revoked`);
}

/** The authorities among which one has this id, for the caller who gave or holds it. */
export async function findAuthority(
  ports: Pick<RevokePorts, "database" | "mode" | "actor" | "now">,
  id: string,
): Promise<Authorities | undefined> {
  const known = isId("aut", id) ? await findAuthorities(ports, id) : undefined;
  if (!known || known.agent === ports.actor.id) return known;
  const standing = await lookUpStanding(ports, ports.actor.id, known.principal, ports.now);
  return standing && standing.capacity !== "AGENT" ? known : undefined;
}
