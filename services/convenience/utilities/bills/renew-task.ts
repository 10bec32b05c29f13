import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getUtilityAccount } from "../account-store.ts";
import { renewTask } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import { type Bill, owedOn } from "../bill.ts";
import type { UtilityStore } from "../store.ts";
import { isSameTenancy } from "../utility-account.ts";

type TaskPorts = UtilityStore & { readonly now: Instant };

/** A bill that is paid by itself is so by its new date, and one that was above the ceiling once it no longer is. */
export async function tasksOf(ports: TaskPorts, bill: Bill): Promise<readonly TransactItem[]> {
  const [task, account] = await Promise.all([
    getTask(ports, bill.id),
    getUtilityAccount(ports, bill.account),
  ]);
  if (!task || bill.status !== "DUE") return [];
  const order = account && isSameTenancy(account, bill) ? account.automatic : undefined;
  const { ceiling = ZERO } = order ?? {};
  const isPayable = task.status === "ABOVE_CEILING" && owedOn(bill, dateAt(ports.now)) <= ceiling;
  if (task.status !== "WAITING" && !isPayable) return [];
  return [putTask(ports, { ...renewTask(task, bill, ports.now), declined: task.declined }, task.revision)];
}
