import type { Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../kernel/database/due-list.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { statusOf } from "./authority.ts";
import { listEnded, takeEndOff } from "./authority-end-store.ts";
import { authorityEvent } from "./authority-event.ts";
import type { AuthorityId } from "./ids.ts";
import { findAuthorities } from "./store.ts";

export type EndPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

export type AuthoritiesEnded = Swept & { readonly authoritiesEnded: number };

/**
 * Tells principal and agent of authorities to bind an enterprise whose term is over, each in a commit of its own. The
 * rest follows from that event, as it does from a revocation. Ends after `until`, and the next run goes on.
 */
export async function endAuthorities(ports: EndPorts, mode: Mode, until: Instant): Promise<AuthoritiesEnded> {
  let authoritiesEnded = 0;
  const swept = await sweepLists(["all"], {
    ...{ now: ports.now, until },
    read: (_, page) => listEnded({ database: ports.open().database, mode }, page),
    one: async ({ id }) => {
      if (await endOne(ports, mode, id)) authoritiesEnded += 1;
    },
  });
  return { authoritiesEnded, ...swept };
}

/** Whether it was ended by this very run: of two at once one does it. */
async function endOne({ open, now }: EndPorts, mode: Mode, id: AuthorityId): Promise<boolean> {
  const { database, commit } = open();
  const [store, at] = [{ database, mode }, now()];
  const known = await findAuthorities(store, id);
  if (!known) throw new Error(`authority ${id} is in the index and nowhere else`);
  const authority = known.authorities.find((one) => one.id === id);
  // One that ended long ago may have left the record.
  if (authority && statusOf(authority, at) === "IN_FORCE") return false;
  const done = await commit({
    actor: { kind: "SYSTEM", mode, name: "end-authorities" },
    ...{ at, requestId: `end-authorities ${at}`, aggregate: id, table: recordsTable(mode) },
    action: "enterprises.authority.ended",
    writes: [takeEndOff(store, id)],
    event: await authorityEvent("authority.ended", store, known, id),
  });
  return done.ok;
}
