import { type Change, commitTo } from "../../../services/kernel/commit/commit.ts";
import type { Event } from "../../../services/kernel/commit/event.ts";
import type { Database } from "../../../services/kernel/database/database.ts";
import { keys, type OutboxTable } from "../../../services/kernel/database/tables.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { notificationKeys } from "../../../services/people/notifications/keys.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";

/** An event that tells `to` of something. */
export const eventFor = (...to: readonly CitizenId[]): Extract<Event, { type: "consent.granted" }> => ({
  type: "consent.granted",
  mode: "live",
  to,
  payload: { about: "cns_0123456789abcdef", partnerId: "ptn_0123456789abcdef" },
});

type Made = Partial<Pick<Change, "event" | "writes" | "action">> & {
  readonly aggregate: string;
  readonly table?: OutboxTable;
};

type Committing = Pick<TestPlatform, "database"> & { readonly clock: Pick<TestPlatform["clock"], "now"> };

/** One change of an aggregate, by the same way as any other. */
export async function commitChange(
  { database, clock }: Committing,
  { aggregate, table = "records-live", ...change }: Made,
): Promise<void> {
  must(
    await commitTo(database())({
      actor: { kind: "ANONYMOUS", mode: "live" },
      action: "test.changed",
      writes: [],
      requestId: "test",
      at: clock.now(),
      aggregate,
      table,
      ...change,
    }),
  );
}

export type Stored = Readonly<Record<string, unknown>>;

/** An aggregate's audit entries, as they are stored. */
export async function trailOf(
  database: Database,
  aggregate: string,
  table: OutboxTable = "records-live",
): Promise<readonly Stored[]> {
  const { pk } = keys.auditEntry(aggregate, 0);
  return (await database.query({ table, pk, limit: 1_000 })).items;
}

/** The notifications of a citizen, oldest first: the times and ids of the events. */
export async function toldTo(database: Database, id: CitizenId): Promise<readonly Stored[]> {
  const { skPrefix } = notificationKeys.allNotifications;
  return (await database.query({ table: "records-live", pk: id, skPrefix, limit: 1_000 })).items;
}
