import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, PayoutAccountId } from "../../kernel/ids.ts";

/**
 * Payout accounts, in `records` (one table for each mode).
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | an account of a person                  | pk = citizen id, sk = `payout-account#{account id}`    |
 * | all accounts of a person                | pk = citizen id, sk begins with `payout-account#`      |
 * | how many of them were added and stand   | pk = citizen id, sk = `payout-accounts`                |
 */
export const payoutAccountKeys = {
  account: (owner: CitizenId, id: PayoutAccountId) => key(owner, `payout-account#${id}`),
  accounts: { skPrefix: "payout-account#" },
  places: (owner: CitizenId) => key(owner, "payout-accounts"),
} as const;
