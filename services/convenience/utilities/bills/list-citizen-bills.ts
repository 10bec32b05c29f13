import type { CitizenId } from "../../../kernel/ids.ts";
import { type Bill, type BillStatus, newestFirst } from "../bill.ts";
import { getBiller } from "../biller-store.ts";
import { listBills, listBindings, type UtilityStore } from "../store.ts";

/** The bills of all accounts that a citizen has bound, the newest period first: two reads deep, billers included. */
export async function listCitizenBills(
  store: UtilityStore,
  citizen: CitizenId,
  status?: BillStatus | null,
): Promise<readonly Bill[]> {
  const bindings = await listBindings(store, citizen);
  // A failure is met again by who asks for the biller; those of bills are asked for beside them, not after them.
  for (const { biller } of bindings) getBiller(store.database, biller).catch(() => undefined);
  const bills = await Promise.all(bindings.map(({ account }) => listBills(store, account)));
  return bills
    .flat()
    .filter((bill) => !status || bill.status === status)
    .sort(newestFirst);
}
