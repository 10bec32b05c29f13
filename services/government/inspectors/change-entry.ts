import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
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

/** Decides on the caller's entry in a department's roll as it stands, and writes what comes of it over that. */
export function changeEntry<R extends { readonly code: string }>(
  ports: RollPorts,
  department: string,
  action: string,
  decide: (before: Inspector | undefined) => Result<Inspector, R>,
): Promise<Result<Inspector, R>> {
  const { actor, now: at, requestId, mode, commit, database } = ports;
  return decideUntilWritten({
    database,
    about: `the roll's entry of ${actor.id}`,
    read: () => getInspector(ports, department, actor.id),
    decide: (before) => changeFrom(before, decide(before)),
    write: ({ after }) =>
      commit({
        ...{ actor, at, requestId, action, table: recordsTable(mode) },
        aggregate: `inspector#${department}#${actor.id}`,
        writes: [putInspector(ports, after)],
      }),
  });
}
