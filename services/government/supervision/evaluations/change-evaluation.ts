import type { Author } from "../../../kernel/actor.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Event, EventType } from "../../../kernel/commit/event.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { findApplication, findRecipients } from "../../cases/index.ts";
import { type CaseCounts, withCounts } from "../../figures/index.ts";
import type { Evaluation } from "./evaluation.ts";
import { type EvaluationStore, findEvaluation, putEvaluation } from "./evaluation-store.ts";

export type EvaluationPorts = EvaluationStore & {
  readonly commit: Commit;
  readonly actor: Author;
  readonly now: Instant;
  readonly requestId: string;
};

export type ChangedEvaluation = {
  readonly evaluation: Evaluation;
  /** As the case's audit trail names it. */
  readonly action: string;
  readonly reason?: string;
  readonly counts?: CaseCounts;
  /** The messages to the subject, and to the person who evaluated it while they may act. */
  readonly event?: Extract<EventType, `evaluation.${string}`>;
};

export type NoSuchEvaluation = { readonly code: "EVALUATION_NOT_FOUND" };

/** Decides on an evaluation as it stands and writes what comes of it over that; decides anew where another was faster. */
export function changeEvaluation<R extends { readonly code: string }>(
  ports: EvaluationPorts,
  id: string,
  decide: (found: Evaluation) => Result<ChangedEvaluation, R> | Promise<Result<ChangedEvaluation, R>>,
): Promise<Result<Evaluation, R | NoSuchEvaluation>> {
  return decideUntilWritten({
    database: ports.database,
    about: `evaluation ${id}`,
    read: () => findEvaluation(ports, id),
    decide: async (before) => {
      if (!before) return err({ code: "EVALUATION_NOT_FOUND" });
      const decided = await decide(before);
      return decided.ok ? ok({ before, after: decided.value.evaluation, changed: decided.value }) : decided;
    },
    write: ({ before, changed }) => writeEvaluation(ports, changed, before),
  });
}

/** In the trail of its case. */
export async function writeEvaluation(
  ports: EvaluationPorts,
  { evaluation, action, reason, counts = {}, event }: ChangedEvaluation,
  before: Evaluation | undefined,
): Promise<Result<void, Stale>> {
  const { actor, now: at, requestId, mode } = ports;
  const { application, region, department, item, stage } = evaluation;
  const counted = { id: application, region, department, stage, item: { code: item } };
  const to = event ? await toldOfEvaluation(ports, evaluation) : [];
  const told: Event | undefined = event && { type: event, mode, to, payload: { about: application } };
  const counting = withCounts(told, counted, counts, mode);
  return ports.commit({
    ...{ actor, at, requestId, aggregate: application, table: recordsTable(mode) },
    action: `supervision.case.${action}`,
    ...(reason === undefined ? {} : { reason }),
    writes: putEvaluation(ports, evaluation, before),
    ...(counting ? { event: counting } : {}),
  });
}

/** As with all else in the case; in the place of who began it stands who evaluated it. */
async function toldOfEvaluation(ports: EvaluationPorts, { application: id, citizenId }: Evaluation) {
  const application = await findApplication(ports, id);
  if (!application) throw new Error(`an evaluation of case ${id}, which is not there`);
  return findRecipients(ports, { ...application, citizenId, partner: undefined });
}
