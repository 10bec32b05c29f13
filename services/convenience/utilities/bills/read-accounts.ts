import type { CitizenId } from "../../../kernel/ids.ts";
import { getTenancy } from "../account-store.ts";
import type { Bill } from "../bill.ts";
import { listBindings } from "../binding-store.ts";
import { listBills, type UtilityStore } from "../store.ts";
import { type Binding, isSameTenancy, type UtilityAccount } from "../utility-account.ts";

/** The accounts that a citizen has bound. */
export const listBoundAccounts = (store: UtilityStore, citizen: CitizenId): Promise<readonly Binding[]> =>
  listBindings(store, citizen);

/** All that the biller has on record of an account, in the time of the holder in which somebody has bound it. */
export async function readAccount(store: UtilityStore, binding: Binding): Promise<UtilityAccount> {
  const account = await getTenancy(store, binding.account, binding);
  if (!account) throw new Error("a bound account is gone");
  return account;
}

/** The bills of an account in the time of the holder in which it was bound, the newest period first. */
export const listAccountBills = async (store: UtilityStore, binding: Binding): Promise<readonly Bill[]> =>
  (await listBills(store, binding.account)).filter((bill) => isSameTenancy(bill, binding));
