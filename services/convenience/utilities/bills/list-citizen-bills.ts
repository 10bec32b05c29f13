import type { CitizenId } from "../../../kernel/ids.ts";
import { type Bill, type BillStatus, newestFirst } from "../bill.ts";
import { getBiller } from "../biller-store.ts";
import { listReadable } from "../binding-store.ts";
import type { UtilityStore } from "../store.ts";
import { listAccountBills } from "./read-accounts.ts";

/**
 * The bills of all accounts that a citizen has bound, the newest period first: two reads deep, billers included. Of each
 * only the bills of the tenancy in which it was bound, also where that has ended: nobody sees another holder's.
 */
export async function listCitizenBills(
  store: UtilityStore,
  citizen: CitizenId,
  status?: BillStatus | null,
): Promise<readonly Bill[]> {
  const bindings = await listReadable(store, citizen);
  // A failure is met again by who asks for the biller; those of bills are asked for beside them, not after them.
  for (const { biller } of bindings) getBiller(store.database, biller).catch(() => undefined);
  const bills = await Promise.all(bindings.map((binding) => listAccountBills(store, binding)));
  return bills
    .flat()
    .filter((bill) => !status || bill.status === status)
    .sort(newestFirst);
}
