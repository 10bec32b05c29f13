import type { Partner } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { findPartnerName, type PartnerName } from "../../people/partners/index.ts";
import { type AccountId, type AccountKind, accountsOfPartner, holderOf, isAccountId } from "./account.ts";
import type { AccountView } from "./account-view.ts";
import { getBalance, type LedgerStore } from "./store.ts";
import { findTrialBalance } from "./verification/find-trial-balance.ts";

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

type Page = { readonly first: number; readonly after?: AccountId };

/** The accounts of a kind that the last verification has listed, by id; with what is on them now. */
export async function listAccountsOfKind(
  store: LedgerStore,
  kind: AccountKind,
  { first, after }: Page,
): Promise<readonly AccountView[]> {
  const books = await findTrialBalance(store);
  const listed = books?.lines.find((line) => line.kind === kind)?.accounts ?? [];
  const wanted = listed.filter((id) => after === undefined || id > after).slice(0, first);
  const found = await Promise.all(wanted.map((id) => findAccount(store, id)));
  return found.filter((account) => account !== undefined);
}

/** The partner whose account it is; undefined for the platform's own and for cards. */
export async function findHolder(
  { id }: Pick<AccountView, "id">,
  { database }: { readonly database: Database },
): Promise<PartnerName | undefined> {
  const partnerId = holderOf(id);
  return partnerId && findPartnerName(database, partnerId);
}
