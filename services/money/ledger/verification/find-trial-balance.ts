import type { LedgerStore } from "../store.ts";
import type { TrialBalance } from "./trial-balance.ts";
import { getTrialBalance } from "./verification-store.ts";

/** The books as the last whole verification has found them; undefined before the first has ended. */
export const findTrialBalance = ({ database, mode }: LedgerStore): Promise<TrialBalance | undefined> =>
  getTrialBalance(database, mode);
