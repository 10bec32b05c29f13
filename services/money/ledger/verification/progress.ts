import type { Key } from "../../../kernel/database/tables.ts";
import type { AccountId } from "../account.ts";
import type { Stopped } from "./task.ts";
import type { Run } from "./trial-balance.ts";

/** FULL: from the first transfer of each partition on. SINCE: from its last checkpoint on. */
export type Scope = "FULL" | "SINCE";

/** A shared account, and the shards that this run has come to: a bit for each. */
export type Met = { readonly account: AccountId; readonly shards: number };

/** The place where a run goes on. */
export type Place = {
  /** The list of accounts goes on behind this; undefined at its beginning. */
  readonly after: Key | undefined;
  /** Whether the list is read to its end. */
  readonly isListed: boolean;
  /** Partitions of the list's last page that are still to be verified. */
  readonly waiting: readonly string[];
  /** Those of them that were begun. */
  readonly stopped: readonly Stopped[];
  readonly met: readonly Met[];
};

/** How far a run is. */
export type Progress = {
  readonly run: Run;
  readonly scope: Scope;
  readonly status: "RUNNING" | "FINISHED";
  readonly place: Place;
};

export const FIRST_PLACE: Place = {
  ...{ after: undefined, isListed: false, waiting: [], stopped: [], met: [] },
};
