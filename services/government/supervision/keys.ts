import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { EvaluationId } from "./ids.ts";

/** Over so many partitions of the index the evaluations are spread whose time comes to be over. */
export const EVALUATION_CLOCK_SHARDS = 4;

/** Evaluations of decisions. */
export const supervisionKeys = {
  evaluation: (id: EvaluationId) => key(id, "evaluation"),
  evaluationDesk: (id: EvaluationId) => key(id, "desk"),
  evaluationClock: (id: EvaluationId): string =>
    supervisionKeys.evaluationClockIn(shardOf(id, EVALUATION_CLOCK_SHARDS)),
  evaluationClockIn: (shard: number): string => `evaluation-clock#${shard}`,
  evaluations: (region: string, department: string): string => `evaluations#${region}#${department}`,
  evaluationsOf: (officer: OfficerId): string => `evaluations-of#${officer}`,
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "an evaluation of a decision", key: "{evaluation}, evaluation" },
  {
    table: "records",
    what: "bad ones whose time to be put right is over",
    key: "evaluation-clock#{shard}, {time}#{evaluation}",
    index: "index1",
  },
  { table: "records", what: "a bad one on desks", key: "{evaluation}, desk" },
  {
    table: "records",
    what: "those that a department has to handle, by due day",
    key: "evaluations#{region}#{department}, {due day}#{evaluation}",
    index: "index1",
  },
  {
    table: "records",
    what: "those that an officer has to put right",
    key: "evaluations-of#{officer}, {due day}#{evaluation}",
    index: "index2",
  },
] as const satisfies readonly AccessPattern[];
