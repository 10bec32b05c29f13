import type { Partner } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { ZERO } from "../../../kernel/money.ts";
import { err, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { renewTask } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import { type Bill, isBillersNumber, owedOn } from "../bill.ts";
import { getBillByNumber, getUtilityAccount, putBill, type UtilityStore } from "../store.ts";
import { isSameTenancy } from "../utility-account.ts";

/** The ports of a biller's changes of its bills. */
export type ChangeBillPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
};

export type NoSuchBill = { readonly code: "NOT_FOUND" };

/** A biller's change of a bill: what it makes of the bill, and what is written with it. */
export type BillChange<E> = {
  readonly action: string;
  readonly decide: (bill: Bill) => Result<Bill, E>;
  readonly others?: (bill: Bill) => Promise<readonly TransactItem[]>;
};

/** Writes a biller's change of a bill of its own; another biller's bill is as unknown as one that does not exist. */
export async function changeBill<E extends { readonly code: string }>(
  ports: ChangeBillPorts,
  number: string,
  { action, decide, others = async () => [] }: BillChange<E>,
): Promise<Result<Bill, E | NoSuchBill>> {
  if (!isBillersNumber(number)) return err({ code: "NOT_FOUND" });
  const { actor, now, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `bill ${number}`,
    read: () => getBillByNumber(ports, actor.id, number),
    decide: (bill) => (bill ? changeFrom(bill, decide(bill)) : err({ code: "NOT_FOUND" })),
    write: async ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode), action },
        writes: [putBill(ports, after, before), ...(await others(before)), ...(await tasksOf(ports, after))],
      }),
  });
}

/** A bill that is paid by itself is so by its new date, and one that was above the ceiling once it no longer is. */
async function tasksOf(ports: ChangeBillPorts, bill: Bill): Promise<readonly TransactItem[]> {
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
