import type { Partner } from "../../kernel/actor.ts";
import { accountsOfPartner, isAccountId } from "./account.ts";
import type { AccountView } from "./account-view.ts";
import { getBalance, type LedgerStore } from "./store.ts";

/** The account of this name; undefined where nothing has happened on it, or where there can be none. */
export async function findAccount(
  { database, mode }: LedgerStore,
  id: string,
): Promise<AccountView | undefined> {
  if (!isAccountId(id)) return undefined;
  const found = await getBalance({ database, mode }, id);
  return found && { ...found, id, mode };
}

/** A partner's own accounts, as far as something has happened on them. */
export async function listOwnAccounts(
  { id, mode }: Pick<Partner, "id" | "mode">,
  { database }: Pick<LedgerStore, "database">,
): Promise<readonly AccountView[]> {
  const own = accountsOfPartner(id).map((account) => findAccount({ database, mode }, account));
  return (await Promise.all(own)).filter((view) => view !== undefined);
}
