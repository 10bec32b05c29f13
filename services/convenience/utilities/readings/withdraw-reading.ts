import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Bill } from "../bill.ts";
import { getTenancy, putUtilityAccount, type UtilityStore } from "../store.ts";
import { getRating, getYearUsages, putYearUsage } from "./reading-store.ts";
import { takeUsage } from "./year-usage.ts";

/**
 * The writes by which withdrawing a bill takes back more: of one that was rated, its usage from the years that it was
 * added to. If it was the account's last reading, the period can be read anew; bills of later readings stay as they
 * were rated.
 */
export async function withdrawReading(store: UtilityStore, bill: Bill): Promise<readonly TransactItem[]> {
  if (!bill.isRated) return [];
  const [trace, account] = await Promise.all([getRating(store, bill), getTenancy(store, bill.account, bill)]);
  if (!trace || !account) throw new Error(`bill ${bill.id} was rated, and its trace or account is gone`);
  const names = trace.years.map(({ year }) => year);
  const usages = await getYearUsages(store, bill, names);
  const left = usages.map((usage) => {
    const added = trace.years.find(({ year }) => year === usage.year);
    return added ? takeUsage(usage, added.used) : usage;
  });
  const readTo = account.readTo === bill.period.to ? bill.period.from : account.readTo;
  const next = { ...account, readTo, revision: account.revision + 1 };
  return [
    putUtilityAccount(store, next, account.revision),
    ...left.map((usage) => putYearUsage(store, bill, usage)),
  ];
}
