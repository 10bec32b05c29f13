import type { Partner } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { anew } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import {
  type Amendment,
  amend,
  type Bill,
  type BillNotOpen,
  cancel,
  isBillersNumber,
  owedOn,
  type RatedByTariff,
} from "../bill.ts";
import { withdrawReading } from "../readings/withdraw-reading.ts";
import { getBillByNumber, getUtilityAccount, putBill, type UtilityStore } from "../store.ts";

export type ChangeBillRefusal =
  | BillNotOpen
  | RatedByTariff
  | { readonly code: "NOT_FOUND" }
  | { readonly code: "AMOUNT_NOT_POSITIVE"; readonly path: readonly string[] };

/** A bill that is paid by itself is so by its new date, and one that was above the ceiling once it no longer is. */
async function tasksOf(ports: Ports, bill: Bill): Promise<readonly TransactItem[]> {
  const [task, account] = await Promise.all([
    getTask(ports, bill.id),
    getUtilityAccount(ports, bill.account),
  ]);
  if (!task || bill.status !== "DUE") return [];
  const { ceiling = ZERO } = account?.automatic ?? {};
  const isPayable = task.status === "ABOVE_CEILING" && owedOn(bill, dateAt(ports.now)) <= ceiling;
  if (task.status !== "WAITING" && !isPayable) return [];
  return [putTask(ports, { ...anew(task, bill, ports.now), declined: task.declined }, task.revision)];
}

type Ports = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
};

const ATTEMPTS_MAX = 5;

/** A biller corrects or withdraws a bill of its own that nobody is paying or has paid. */
export async function changeBill(
  ports: Ports,
  number: string,
  to: Amendment | "CANCELLED",
): Promise<Result<Bill, ChangeBillRefusal>> {
  if (to !== "CANCELLED" && to.amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", path: ["amount"] });
  if (!isBillersNumber(number)) return err({ code: "NOT_FOUND" });
  const { actor, now, requestId, mode } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const bill = await getBillByNumber(ports, actor.id, number);
    if (!bill) return err({ code: "NOT_FOUND" });
    const next = to === "CANCELLED" ? cancel(bill) : amend(bill, to);
    if (!next.ok) return next;
    const others = to === "CANCELLED" ? await withdrawReading(ports, bill) : [];
    const done = await ports.commit({
      ...{ actor, at: now, requestId, aggregate: bill.id, table: recordsTable(mode) },
      action: `utilities.bill.${to === "CANCELLED" ? "cancelled" : "amended"}`,
      writes: [putBill(ports, next.value, bill), ...others, ...(await tasksOf(ports, next.value))],
    });
    if (done.ok) return ok(next.value);
  }
  throw new Error(`bill ${number} changed ${ATTEMPTS_MAX} times meanwhile`);
}
