import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";

export type EvaluationId = `evl_${string}`;

/** Over so many partitions of the index the evaluations are spread whose time comes to be over. */
export const EVALUATION_CLOCK_SHARDS = 4;

/**
 * Evaluations, in `records` (one table for each mode).
 * | access pattern                               | key                                                   |
 * | -------------------------------------------- | ----------------------------------------------------- |
 * | an evaluation of a decision                  | pk = evaluation id, sk = `evaluation`                 |
 * | bad ones whose time to be put right is over  | index1: pk = `evaluation-clock#{shard}`, sk = time + id |
 * | a bad one on desks                           | pk = evaluation id, sk = `desk`                       |
 * | those that a department has to handle, by due day | index1: pk = `evaluations#{region}#{department}` |
 * | those that an officer has to put right       | index2: pk = `evaluations-of#{officer}`               |
 */
export const supervisionKeys = {
  evaluation: (id: EvaluationId) => key(id, "evaluation"),
  evaluationDesk: (id: EvaluationId) => key(id, "desk"),
  evaluationClock: (id: EvaluationId): string =>
    supervisionKeys.evaluationClockIn(shardOf(id, EVALUATION_CLOCK_SHARDS)),
  evaluationClockIn: (shard: number): string => `evaluation-clock#${shard}`,
  evaluations: (region: string, department: string): string => `evaluations#${region}#${department}`,
  evaluationsOf: (officer: OfficerId): string => `evaluations-of#${officer}`,
} as const;
