import type { TransactItem } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isStanding, type PayoutAccount, provenBy } from "./payout-account.ts";
import { findPayoutAccount } from "./read-payout-accounts.ts";
import { checkStanding, type PayoutAccountStore } from "./store.ts";

export type NotPayable = { readonly code: "PAYOUT_ACCOUNT_NOT_FOUND" | "PAYOUT_ACCOUNT_NOT_PROVEN" };

/** An account to which this very person can be paid, and what stands in the commit that decides so. */
export type PayableAccount = { readonly account: PayoutAccount; readonly guard: TransactItem };

/**
 * The one way to an account that is paid to: by its id, of this very person, proven, and not removed, which the guard
 * still holds against the moment of the commit.
 */
export async function findPayableAccount(
  store: PayoutAccountStore,
  payee: CitizenId,
  id: string,
): Promise<Result<PayableAccount, NotPayable>> {
  const account = await findPayoutAccount(store, payee, id);
  if (!account || !isStanding(account)) return err({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
  if (!provenBy(account)) return err({ code: "PAYOUT_ACCOUNT_NOT_PROVEN" });
  return ok({ account, guard: checkStanding(store, account) });
}
