import type { CitizenId } from "../../../kernel/ids.ts";
import type { Bill } from "../bill.ts";
import type { UtilityAccountId } from "../ids.ts";
import { getUtilityAccount, listBills, listBindings, type UtilityStore } from "../store.ts";
import type { Binding, UtilityAccount } from "../utility-account.ts";

/** The accounts that a citizen has bound. */
export const listBoundAccounts = (store: UtilityStore, citizen: CitizenId): Promise<readonly Binding[]> =>
  listBindings(store, citizen);

/** All that the biller has on record of an account that somebody has bound. */
export async function readAccount(
  store: UtilityStore,
  { account: id }: { readonly account: UtilityAccountId },
): Promise<UtilityAccount> {
  const account = await getUtilityAccount(store, id);
  if (!account) throw new Error("a bound account is gone");
  return account;
}

/** The bills of an account that somebody has bound, the newest period first. */
export const listAccountBills = (store: UtilityStore, { account }: Binding): Promise<readonly Bill[]> =>
  listBills(store, account);
