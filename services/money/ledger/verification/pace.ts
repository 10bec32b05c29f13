import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Key } from "../../../kernel/database/tables.ts";
import { HOUR_MS, type Instant } from "../../../kernel/runtime.ts";
import type { SigningSecrets } from "./checkpoint.ts";
import type { Partitions } from "./verification-store.ts";

export type VerifyPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Database;
  /** All accounts that there are, by a look through all that was ever booked. */
  readonly partitions: (mode: Mode, after?: Key) => Promise<Partitions>;
  readonly secrets: SigningSecrets;
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
  readonly pace: Pace;
};

export type Pace = {
  /** A run begins so long after the one before it has begun. */
  readonly everyMs: number;
  /** A transfer of so long ago shows wherever one looks. */
  readonly settledMs: number;
  /** Nothing is booked any more under a time of so long ago, so a checkpoint may lie there. */
  readonly bookedMs: number;
  /** A run through all of the history begins so long after the one before it; sooner where that has found something. */
  readonly historyEveryMs: number;
};

/**
 * Every day, less what an hourly call may come early. Within two minutes the index shows what was booked. A transfer's time
 * is that of the call that books it, and no function lives for more than 15 minutes: behind another five nothing comes.
 */
export const DAILY: Pace = {
  everyMs: 24 * HOUR_MS - HOUR_MS / 2,
  settledMs: 120_000,
  bookedMs: 20 * 60_000,
  historyEveryMs: 30 * 24 * HOUR_MS,
};
