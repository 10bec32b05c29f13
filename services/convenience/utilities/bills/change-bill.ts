import type { Partner } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { renewTask } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import { type Bill, isBillersNumber, owedOn } from "../bill.ts";
import { getBillByNumber, getUtilityAccount, putBill, type UtilityStore } from "../store.ts";

/** What a biller's changes of its bills stand on. */
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

const ATTEMPTS_MAX = 5;

/** Writes a biller's change of a bill of its own; another biller's bill is as unknown as one that does not exist. */
export async function changeBill<E>(
  ports: ChangeBillPorts,
  number: string,
  { action, decide, others = async () => [] }: BillChange<E>,
): Promise<Result<Bill, E | NoSuchBill>> {
  if (!isBillersNumber(number)) return err({ code: "NOT_FOUND" });
  const { actor, now, requestId, mode } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const bill = await getBillByNumber(ports, actor.id, number);
    if (!bill) return err({ code: "NOT_FOUND" });
    const next = decide(bill);
    if (!next.ok) return next;
    const writes = [...(await others(bill)), ...(await tasksOf(ports, next.value))];
    const done = await ports.commit({
      ...{ actor, at: now, requestId, aggregate: bill.id, table: recordsTable(mode), action },
      writes: [putBill(ports, next.value, bill), ...writes],
    });
    if (done.ok) return ok(next.value);
  }
  throw new Error(`bill ${number} changed ${ATTEMPTS_MAX} times meanwhile`);
}

/** A bill that is paid by itself is so by its new date, and one that was above the ceiling once it no longer is. */
async function tasksOf(ports: ChangeBillPorts, bill: Bill): Promise<readonly TransactItem[]> {
  const [task, account] = await Promise.all([
    getTask(ports, bill.id),
    getUtilityAccount(ports, bill.account),
  ]);
  if (!task || bill.status !== "DUE") return [];
  const { ceiling = ZERO } = account?.automatic ?? {};
  const isPayable = task.status === "ABOVE_CEILING" && owedOn(bill, dateAt(ports.now)) <= ceiling;
  if (task.status !== "WAITING" && !isPayable) return [];
  return [putTask(ports, { ...renewTask(task, bill, ports.now), declined: task.declined }, task.revision)];
}
