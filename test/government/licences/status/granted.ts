import { findPlace } from "../../../../services/government/licences/status/find-place.ts";
import type { LicenceStatus } from "../../../../services/government/licences/status/licence-status.ts";
import {
  putStatus,
  type TakenPlace,
  takePlace,
} from "../../../../services/government/licences/status/status-store.ts";
import type { Mode } from "../../../../services/kernel/actor.ts";
import { commitTo } from "../../../../services/kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../../services/kernel/commit/decide-until-written.ts";
import type { Database, TransactItem } from "../../../../services/kernel/database/database.ts";
import { recordsTable } from "../../../../services/kernel/database/tables.ts";
import { newId } from "../../../../services/kernel/ids.ts";
import { ok } from "../../../../services/kernel/result.ts";
import { systemRuntime } from "../../../../services/kernel/runtime.ts";
import type { TestPlatform } from "../../../support/platform.ts";

export const newLicence = (): string => newId("lic", systemRuntime);

/** Grants a version as a case does: what is read decides, one commit writes, and one that is overtaken decides anew. */
export async function grant(
  platform: TestPlatform,
  licence = newLicence(),
  { version = 1, mode = "live" as Mode } = {},
): Promise<TakenPlace> {
  const database = platform.database();
  const store = { database, mode };
  const granted = await decideUntilWritten({
    database,
    about: `the licence ${licence}`,
    read: () => findPlace(store, { licence, version }),
    decide: (place) => ok({ before: undefined, after: { licence, version, place } }),
    write: ({ after }) => commit(platform, database, { mode, ...after }, takePlace(store, after)),
  });
  if (!granted.ok) throw new Error("a grant was refused");
  return granted.value;
}

/** Changes a status as a decision on the licence does; not ok where it was another before. */
export async function changeStatus(
  platform: TestPlatform,
  taken: TakenPlace,
  next: LicenceStatus,
  { expecting = "VALID" as LicenceStatus, mode = "live" as Mode } = {},
): Promise<boolean> {
  const database = platform.database();
  const write = putStatus({ database, mode }, taken, { next, expecting });
  return (await commit(platform, database, { mode, ...taken }, write)).ok;
}

const commit = (
  { clock }: TestPlatform,
  database: Database,
  { mode, licence }: TakenPlace & { readonly mode: Mode },
  write: TransactItem,
) =>
  commitTo(database)({
    actor: { kind: "SYSTEM", mode, name: "tests" },
    action: "licences.licence.changed",
    ...{ aggregate: licence, table: recordsTable(mode), at: clock.now() },
    requestId: newId("req", systemRuntime),
    writes: [write],
  });
