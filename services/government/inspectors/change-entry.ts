import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Inspector } from "./inspector.ts";
import { getInspector, type InspectorStore, putInspector } from "./store.ts";

export type RollPorts = InspectorStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

/** How often a change is made anew when the entry changed under it. */
const DECISIONS_MAX = 5;

/** Decides on the caller's entry in a department's roll as it stands, and writes what comes of it over that. */
export async function changeEntry<R>(
  ports: RollPorts,
  department: string,
  action: string,
  decide: (before: Inspector | undefined) => Result<Inspector, R>,
): Promise<Result<Inspector, R>> {
  const { actor, now: at, requestId, mode, commit, database } = ports;
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const next = decide(await getInspector(ports, department, actor.id));
    if (!next.ok) return next;
    const done = await commit({
      ...{ actor, at, requestId, action, table: recordsTable(mode) },
      aggregate: `inspector#${department}#${actor.id}`,
      writes: [putInspector(ports, next.value)],
    });
    if (done.ok) return next;
    database.forget();
  }
  throw new Error(`the roll's entry of ${actor.id} changed ${DECISIONS_MAX} times`);
}
