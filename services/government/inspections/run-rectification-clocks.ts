import type { Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { eachDespite, sayFaults } from "../../kernel/each-of.ts";
import { ok } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { InspectionPlanId } from "./ids.ts";
import { flagOverdue } from "./inspection.ts";
import { listDueRectifications, putOverdue } from "./rectification-store.ts";
import { getInspection, getPlan, putInspection } from "./store.ts";

export type RectificationClockPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

const PAGE_SIZE = 100;

/**
 * Flags inspections whose holders did not put right in time what was found, and puts them on their supervisors' lists, up
 * to a hundred in a run; the next run goes on. Each is flagged once for a deadline, in a commit of its own.
 */
export async function runRectificationClocks(
  ports: RectificationClockPorts,
  mode: Mode,
): Promise<{ readonly rectificationsOverdue: number }> {
  const { database } = ports.open();
  const by = ports.now();
  const due = await listDueRectifications({ database, mode }, { after: "", by, limit: PAGE_SIZE });
  const faults: unknown[] = [];
  let rectificationsOverdue = 0;
  const flag = async (one: (typeof due)[number]): Promise<void> => {
    if (await flagOne(ports, mode, one)) rectificationsOverdue += 1;
  };
  await eachDespite(due, flag, faults);
  sayFaults(faults);
  return { rectificationsOverdue };
}

/** False where nothing is due after all: what the index says may be old. */
async function flagOne(
  { open, now }: RectificationClockPorts,
  mode: Mode,
  { plan: id, licence }: { readonly plan: InspectionPlanId; readonly licence: string },
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
