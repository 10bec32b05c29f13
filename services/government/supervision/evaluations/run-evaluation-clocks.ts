import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import { err, ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { EvaluationId } from "../ids.ts";
import { changeEvaluation } from "./change-evaluation.ts";
import { flagOverdue } from "./evaluation.ts";
import { CLOCK_SHARDS, listDueEvaluations } from "./evaluation-store.ts";

export type EvaluationClockPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

/** The work of the clocks of a mode's evaluations. */
export type EvaluationsRun = Swept & { readonly evaluationsOverdue: number };

/**
 * Flags bad evaluations that were not put right in time. Each is flagged once, and counts in the figures. Ends after
 * `until`, and the next run goes on.
 */
export async function runEvaluationClocks(
  ports: EvaluationClockPorts,
  mode: Mode,
  until: Instant,
): Promise<EvaluationsRun> {
  let evaluationsOverdue = 0;
  const swept = await sweepLists(CLOCK_SHARDS, {
    ...{ now: ports.now, until },
    read: (shard, page) => listDueEvaluations({ database: ports.open().database, mode }, shard, page),
    one: async ({ id }) => {
      if (await flagOne(ports, mode, id)) evaluationsOverdue += 1;
    },
  });
  return { evaluationsOverdue, ...swept };
}

/** False where nothing is due after all: the index may be old. */
async function flagOne({ open, now }: EvaluationClockPorts, mode: Mode, id: EvaluationId): Promise<boolean> {
  const at = now();
  const actor = { kind: "SYSTEM", mode, name: "run-evaluation-clocks" } as const;
  const ports = { ...open(), mode, now: at, actor, requestId: `run-evaluation-clocks ${at}` };
  const flagged = await changeEvaluation<{ readonly code: "NOT_DUE" }>(ports, id, (found) => {
    const evaluation = flagOverdue(found, at);
    const counts = { evaluationsOverdue: 1 };
    return evaluation ? ok({ evaluation, action: "evaluation-overdue", counts }) : err({ code: "NOT_DUE" });
  });
  return flagged.ok;
}
