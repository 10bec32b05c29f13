import type { Officer } from "../../../kernel/actor.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Application, type ApplicationId, findApplication, handles } from "../../cases/index.ts";
import {
  BEGINNING,
  endOf,
  type Finding,
  type Followed,
  follow,
  type KnownEntry,
  type StoredEntry,
} from "./trail-check.ts";
import { listTrail, type TrailStore } from "./trail-store.ts";

export type VerifyPorts = TrailStore & { readonly actor: Officer };

export type Verification = {
  readonly followed: Followed;
  readonly finding?: Finding;
  /** False where the bound was reached before the end; it goes on from `followed`. */
  readonly finished: boolean;
};

/** Whether the trail is as it was written; undefined until its end was reached. */
export const isIntact = ({ finished, finding }: Verification): boolean | undefined =>
  finished ? finding === undefined : undefined;

export type NoSuchTrail = { readonly code: "APPLICATION_NOT_FOUND" };

const PAGE_SIZE = 500;
/** One call follows so many entries, in ten reads one after the other. */
const ENTRIES_MAX = 5_000;

/**
 * Recomputes the audit trail of a case in the auditor's jurisdiction, from its beginning or from where an earlier call
 * came to. `trail-check.ts` tells what it finds, and what nothing could find. Errors: APPLICATION_NOT_FOUND, also for a
 * case that lies elsewhere.
 */
export async function verifyAuditTrail(
  ports: VerifyPorts,
  id: string,
  { from = BEGINNING, known }: { readonly from?: Followed; readonly known?: KnownEntry | undefined },
): Promise<Result<Verification, NoSuchTrail>> {
  const application = await findInJurisdiction(ports, id);
  if (!application) return err({ code: "APPLICATION_NOT_FOUND" });
  let followed = from;
  let ahead: readonly StoredEntry[] = [];
  for (let read = 0; read < ENTRIES_MAX; read += PAGE_SIZE) {
    const after = followed.sequence + ahead.length;
    const page = await listTrail(ports, application.id, { after, limit: PAGE_SIZE });
    const all = [...ahead, ...page.entries];
    // The last of a page is looked at once it is known what stands behind it.
    const entries = page.more ? all.slice(0, -1) : all;
    const next = page.more ? all.at(-1) : undefined;
    const checked = follow(application.id, followed, { entries, next, known });
    if (checked.finding) return ok({ followed, finding: checked.finding, finished: true });
    followed = checked.followed;
    if (!page.more)
      return ok({ followed, finished: true, ...(await endFinding(ports, application, followed, known)) });
    ahead = next ? [next] : [];
  }
  return ok({ followed, finished: false });
}

async function findInJurisdiction(ports: VerifyPorts, id: string): Promise<Application | undefined> {
  const application = await findApplication(ports, id);
  return application && handles(ports.actor, application) ? application : undefined;
}

async function endFinding(
  ports: VerifyPorts,
  { id, revision: before }: { readonly id: ApplicationId; readonly revision: number },
  followed: Followed,
  known: KnownEntry | undefined,
): Promise<{ readonly finding?: Finding }> {
  ports.database.forget();
  const now = await findApplication(ports, id);
  const finding = endOf(followed, { before, after: now?.revision ?? 0 }, known);
  return finding ? { finding } : {};
}
