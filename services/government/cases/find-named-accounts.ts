import { findPayoutAccount, type PayoutAccount } from "../../money/payout-accounts/index.ts";
import type { Application } from "./application.ts";
import { namedAccounts } from "./named-accounts.ts";
import { readCaseItem } from "./read-case-item.ts";
import { type ApplicationStore, getForm } from "./store.ts";

/** The subject's payout accounts that the form names; none of an enterprise's, which has none. */
export async function findNamedAccounts(
  store: ApplicationStore,
  application: Application,
): Promise<readonly PayoutAccount[]> {
  const { id, subject } = application;
  if (subject.kind !== "PERSON") return [];
  const [form, item] = await Promise.all([getForm(store, id), readCaseItem(store, application)]);
  const named = namedAccounts(item, form);
  const found = await Promise.all(
    named.map((account) => findPayoutAccount(store, subject.citizenId, account)),
  );
  return found.flatMap((account) => account ?? []);
}
