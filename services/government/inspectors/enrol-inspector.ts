import { isCode } from "../../field/code.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { enrolled, type Inspector, type NotEnrolled } from "./inspector.ts";
import { getInspector, type InspectionStore, putInspector } from "./store.ts";

export type RollPorts = InspectionStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

/** How often a change is made anew when the entry changed under it. */
const DECISIONS_MAX = 5;

/** Puts the caller on a department's roll of inspectors, or declares anew what they have an interest in. */
export async function enrolAsInspector(
  ports: RollPorts,
  wish: { readonly department: string; readonly interests: readonly string[] },
): Promise<Result<Inspector, NotEnrolled>> {
  // What cannot be a key is not looked up.
  const possible = enrolled(ports.actor, wish, undefined);
  if (!possible.ok) return possible;
  return changeEntry(ports, wish.department, "inspections.inspector.enrolled", (before) =>
    enrolled(ports.actor, wish, before),
  );
}

export type NotOnRoll = { readonly code: "NOT_ON_ROLL" };

/** Takes the caller off the roll: nobody appoints or draws them from then on. */
export async function leaveRoll(ports: RollPorts, department: string): Promise<Result<Inspector, NotOnRoll>> {
  if (!isCode(department)) return err({ code: "NOT_ON_ROLL" });
  return changeEntry<NotOnRoll>(ports, department, "inspections.inspector.left", (before) =>
    before?.isActive
      ? ok({ ...before, isActive: false, revision: before.revision + 1 })
      : err({ code: "NOT_ON_ROLL" }),
  );
}

async function changeEntry<R>(
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
