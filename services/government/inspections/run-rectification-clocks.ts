import type { Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../kernel/database/due-list.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { ok } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { flagOverdue } from "./inspection.ts";
import { type DueRectification, listDueRectifications, putOverdue } from "./rectification-store.ts";
import { getInspection, getPlan, putInspection } from "./store.ts";

export type RectificationClockPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

/** The work of the clocks of a mode's inspections. */
export type RectificationsRun = Swept & { readonly rectificationsOverdue: number };

/**
 * Flags inspections whose holders did not put right in time what was found, and puts them on their supervisors' lists.
 * Each is flagged once for a deadline, in a commit of its own. Ends after `until`, and the next run goes on.
 */
export async function runRectificationClocks(
  ports: RectificationClockPorts,
  mode: Mode,
  until: Instant,
): Promise<RectificationsRun> {
  let rectificationsOverdue = 0;
  const swept = await sweepLists(["all"], {
    ...{ now: ports.now, until },
    read: (_, page) => listDueRectifications({ database: ports.open().database, mode }, page),
    one: async (due) => {
      if (await flagOne(ports, mode, due)) rectificationsOverdue += 1;
    },
  });
  return { rectificationsOverdue, ...swept };
}

/** False where nothing is due after all: what the index says may be old. */
async function flagOne(
  { open, now }: RectificationClockPorts,
  mode: Mode,
  { plan: id, licence }: DueRectification,
): Promise<boolean> {
  const { database, commit } = open();
  const store = { database, mode };
  const flagged = await decideUntilWritten({
    database,
    about: `an inspection of ${id}`,
    read: () => Promise.all([getPlan(store, id), getInspection(store, id, licence)]),
    decide: ([plan, inspection]) => {
      if (!plan) throw new Error(`plan ${id} is in the index and nowhere else`);
      const at = now();
      const after = flagOverdue(inspection, at);
      return after ? ok({ before: inspection, after, plan, at, answer: true }) : unchanged(ok(false));
    },
    write: ({ after, plan, at }) =>
      commit({
        ...{ actor: { kind: "SYSTEM", mode, name: "run-rectification-clocks" }, at },
        ...{ requestId: `run-rectification-clocks ${at}`, table: recordsTable(mode) },
        ...{
          aggregate: `inspection#${id}#${licence}`,
          action: "inspections.inspection.rectification-overdue",
        },
        writes: [putInspection(store, after), ...putOverdue(store, plan, after)],
      }),
  });
  return flagged.ok && flagged.value;
}
