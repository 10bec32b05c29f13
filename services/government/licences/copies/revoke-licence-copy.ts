import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type CopyStore, putCopy } from "./copy-store.ts";
import { findOwnCopy } from "./find-copies.ts";
import { toldOf } from "./find-recipients.ts";
import { type LicenceCopy, revoked } from "./licence-copy.ts";

type RevokePorts = CopyStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

/** No such copy, or of a licence that is somebody else's: which of them is not told. */
type NoSuchCopy = { readonly code: "LICENCE_COPY_NOT_FOUND" };

/**
 * Ends a copy of a licence that the caller reads as its holder does, for good; they are told. One that was revoked before stays
 * so. Errors: LICENCE_COPY_NOT_FOUND.
 */
export async function revokeLicenceCopy(
  ports: RevokePorts,
  id: string,
): Promise<Result<LicenceCopy, NoSuchCopy>> {
  const { actor, now: at, requestId, mode, database, commit } = ports;
  return decideUntilWritten({
    database,
    about: `the copy ${id}`,
    read: () => findOwnCopy(ports, id, actor.id),
    decide: async (found) => {
      if (!found) return err({ code: "LICENCE_COPY_NOT_FOUND" });
      const { copy: before, licence } = found;
      const after = revoked(before, at);
      if (after === before) return unchanged(ok(before));
      return ok({ before, after, to: await toldOf(ports, before, licence) });
    },
    write: ({ after, to }) =>
      commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        ...{ action: "licences.copy.revoked", revision: after.revision },
        writes: [putCopy(ports, after)],
        event: { type: "licence-copy.revoked", mode, to, payload: { about: after.id } },
      }),
  });
}
