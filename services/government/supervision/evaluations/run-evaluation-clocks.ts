import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { eachDespite, sayFaults } from "../../../kernel/each-of.ts";
import { err, ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { changeEvaluation } from "./change-evaluation.ts";
import { flagOverdue } from "./evaluation.ts";
import { CLOCK_SHARDS, listDueEvaluations } from "./evaluation-store.ts";

export type EvaluationClockPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

const PAGE_SIZE = 100;

/**
 * Flags bad evaluations that were not put right in time, up to a hundred of each shard in a run; the next run goes on.
 * Each is flagged once, and counts in the figures.
 */
export async function runEvaluationClocks(
  { open, now }: EvaluationClockPorts,
  mode: Mode,
): Promise<{ readonly evaluationsOverdue: number }> {
  const faults: unknown[] = [];
  let evaluationsOverdue = 0;
  for (const shard of CLOCK_SHARDS) {
    const due = await listDueEvaluations({ database: open().database, mode }, shard, {
      ...{ by: now(), limit: PAGE_SIZE },
    });
    const flag = async (id: (typeof due)[number]): Promise<void> => {
      const at = now();
      const actor = { kind: "SYSTEM", mode, name: "run-evaluation-clocks" } as const;
      const ports = { ...open(), mode, now: at, actor, requestId: `run-evaluation-clocks ${at}` };
      const flagged = await changeEvaluation<{ readonly code: "NOT_DUE" }>(ports, id, (found) => {
        const evaluation = flagOverdue(found, at);
        const counts = { evaluationsOverdue: 1 };
        // The index may be old.
        return evaluation
          ? ok({ evaluation, action: "evaluation-overdue", counts })
          : err({ code: "NOT_DUE" });
      });
      if (flagged.ok) evaluationsOverdue += 1;
    };
    await eachDespite(due, flag, faults);
  }
  sayFaults(faults);
  return { evaluationsOverdue };
}
