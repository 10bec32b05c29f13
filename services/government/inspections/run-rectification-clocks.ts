import type { Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { eachDespite, sayFaults } from "../../kernel/each-of.ts";
import type { InspectionPlanId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { flagOverdue } from "./inspection.ts";
import { listDueRectifications, putOverdue } from "./rectification-store.ts";
import { getInspection, getPlan, putInspection } from "./store.ts";

export type RectificationClockPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

const PAGE_SIZE = 100;
const ATTEMPTS_MAX = 5;

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
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const [at, { database, commit }] = [now(), open()];
    const store = { database, mode };
    const [plan, inspection] = await Promise.all([getPlan(store, id), getInspection(store, id, licence)]);
    if (!plan) throw new Error(`plan ${id} is in the index and nowhere else`);
    const next = flagOverdue(inspection, at);
    if (!next) return false;
    const done = await commit({
      ...{ actor: { kind: "SYSTEM", mode, name: "run-rectification-clocks" }, at },
      ...{ requestId: `run-rectification-clocks ${at}`, table: recordsTable(mode) },
      ...{ aggregate: `inspection#${id}#${licence}`, action: "inspections.inspection.rectification-overdue" },
      writes: [putInspection(store, next), ...putOverdue(store, plan, next)],
    });
    if (done.ok) return true;
  }
  throw new Error(`an inspection of ${id} changed ${ATTEMPTS_MAX} times while its clock ran`);
}
