import { type Due, type DuePage, listDue } from "../../../kernel/database/due-list.ts";
import { isId } from "../../../kernel/ids.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys, CASE_CLOCK_SHARDS } from "../keys.ts";

export const CLOCK_SHARDS: readonly number[] = Array.from({ length: CASE_CLOCK_SHARDS }, (_, shard) => shard);

/** A case whose clock comes to act. */
export type DueCase = Due<ApplicationId>;

/** Cases of one shard whose clock came to act by an instant, the longest due first, behind a place. */
export const listDueCases = (
  store: Parameters<typeof listDue>[0],
  shard: number,
  page: DuePage,
): Promise<readonly DueCase[]> =>
  listDue(store, applicationKeys.caseClockIn(shard), (id) => isId("app", id), page);
