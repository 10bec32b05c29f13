import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { describeFault } from "../../../kernel/fault.ts";
import { formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  isOpen,
  makePayment,
  openPayments,
  type Payable,
  type PaymentEnvironment,
  type PayPorts,
  wasPaid,
} from "../../../money/payments/index.ts";
import { type AutomaticPayment, afterTry, type PaymentTask, type Tried } from "../automatic-payment.ts";
import { getTask, listDueTasks, putTask, TASK_SHARDS } from "../automatic-payment-store.ts";
import { type Bill, owedOn } from "../bill.ts";
import { type BillProblem, payableBills } from "../bills/bill-purpose.ts";
import type { BillId } from "../ids.ts";
import { checkUtilityAccount, getBill, getUtilityAccount } from "../store.ts";

export type AutomaticPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Pick<PaymentEnvironment, "database" | "commit">;
};

export type PaidAutomatically = {
  readonly paid: number;
  /** Told to their citizens: above the ceiling, or declined for the last time. */
  readonly left: number;
  /** Those that a fault has stopped; they are due again at the next sweep. */
  readonly failed: number;
  /** False where the time was over before all was looked at. */
  readonly finished: boolean;
};

const PAGE_SIZE = 16;
const NAME = "automatic-payment";

/**
 * Pays the bills that are due to be paid by themselves. A bill's tries have keys of their own, so that whoever sweeps at
 * the same time, or again after a crash, goes on with the same payment. Ends after `until` with what was begun.
 */
export async function payAutomatically(
  ports: AutomaticPorts,
  mode: Mode,
  until: Instant,
): Promise<PaidAutomatically> {
  const { now } = ports.runtime;
  const total = { paid: 0, left: 0, failed: 0, finished: true };
  for (const shard of TASK_SHARDS) {
    // Pages of a list: each bill on them is paid in a commit of its own, and none of them twice.
    for (let from = ""; ; ) {
      if (now() >= until) return { ...total, finished: false };
      const { database } = ports.open();
      const due = await listDueTasks({ database, mode }, shard, { from, by: now(), limit: PAGE_SIZE });
      const outcomes = await Promise.allSettled(due.map(({ bill }) => payBill(ports, mode, bill)));
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") {
          ports.log("ERROR", "a bill was not paid by itself", { cause: describeFault(outcome.reason) });
          total.failed += 1;
        } else if (outcome.value === "PAID") total.paid += 1;
        else if (outcome.value === "ABOVE_CEILING" || outcome.value === "GIVEN_UP") total.left += 1;
      }
      const last = due.at(-1);
      if (!last || due.length < PAGE_SIZE) break;
      from = last.next;
    }
  }
  return total;
}

/** The fate of the bill's task; undefined where another sweep has seen to it. */
async function payBill(
  { open, ...ports }: AutomaticPorts,
  mode: Mode,
  id: BillId,
): Promise<PaymentTask["status"] | undefined> {
  const { now } = ports.runtime;
  const environment = { ...ports, ...open(), requestId: `${NAME} ${now()}` };
  const payments = openPayments(environment, mode, { kind: "SYSTEM", mode, name: NAME });
  const [task, bill] = await Promise.all([getTask(payments, id), getBill(payments, id)]);
  const account = bill && (await getUtilityAccount(payments, bill.account));
  if (!task || !account) throw new Error("the bill of a task is gone");
  if (task.status !== "WAITING" || task.dueAt > now()) return undefined;
  const { automatic: order } = account;
  const tried = order ? await tryToPay(payments, task, bill, order) : "NOT_NEEDED";
  const next = afterTry(task, tried, now());
  const done = await payments.commit({
    ...{ actor: payments.actor, at: now(), requestId: payments.requestId, table: recordsTable(mode) },
    ...{ aggregate: account.id, action: `utilities.automatic-payment.${tried.toLowerCase()}`, reason: id },
    writes: [putTask(payments, next, task.revision)],
    ...(order ? noticeOf(mode, bill, next, order) : {}),
  });
  return done.ok ? next.status : undefined;
}

async function tryToPay(
  ports: PayPorts,
  { declined }: PaymentTask,
  bill: Bill,
  { by, channel, setAt }: AutomaticPayment,
): Promise<Tried> {
  if (bill.status === "PAID" || bill.status === "CANCELLED") return "NOT_NEEDED";
  const made = await makePayment(ports, {
    payer: by,
    channel,
    operation: NAME,
    idempotencyKey: `${bill.id} ${setAt} ${declined}`,
    fingerprint: fingerprintOf([channel, bill.id]),
    payable: () => payableByOrder(ports, bill, { by, setAt }),
  });
  if (made.ok) return wasPaid(made.value) ? "PAID" : isOpen(made.value) ? "OPEN" : "DECLINED";
  switch (made.error.code) {
    // Somebody else is paying it; how that ends is seen the next time.
    case "BILL_PAYING":
      return "OPEN";
    case "BILL_PAID":
    case "BILL_CANCELLED":
    case "BILL_UNKNOWN":
    case "ORDER_GONE":
      return "NOT_NEEDED";
    case "ABOVE_CEILING":
      return "ABOVE_CEILING";
    default:
      return "DECLINED";
  }
}

type OrderProblem = { readonly code: "ORDER_GONE" | "ABOVE_CEILING"; readonly payment?: undefined };

/**
 * The amount that the order lets pay of the bill, as both stand now. The payment is begun only while the account is as
 * it was read: nothing is paid by an order that was stopped or lowered before.
 */
async function payableByOrder(
  ports: PayPorts,
  { id, account: accountId }: Bill,
  { by, setAt }: Pick<AutomaticPayment, "by" | "setAt">,
): Promise<Result<Payable, BillProblem | OrderProblem>> {
  const account = await getUtilityAccount(ports, accountId);
  // Given anew, the order has a task of its own.
  const order = account?.automatic;
  if (!account || order?.by !== by || order.setAt !== setAt) return err({ code: "ORDER_GONE" });
  const payable = await payableBills(ports, [id]);
  if (!payable.ok) return payable;
  if (payable.value.amount > order.ceiling) return err({ code: "ABOVE_CEILING" });
  return ok({ ...payable.value, guards: [checkUtilityAccount(ports, account)] });
}

/** The citizen is told, once, of what they have to pay by hand; of each payment they are told by its own event. */
function noticeOf(
  mode: Mode,
  bill: Bill,
  { status, dueAt }: PaymentTask,
  { by }: AutomaticPayment,
): { readonly event?: Event } {
  if (status !== "ABOVE_CEILING" && status !== "GIVEN_UP") return {};
  const type = status === "GIVEN_UP" ? "automatic-payment.given-up" : "automatic-payment.above-ceiling";
  const payload = {
    ...{ about: bill.id, partnerId: bill.biller },
    amount: formatMoney(owedOn({ ...bill, status: "DUE" }, dateAt(dueAt))),
  };
  return { event: { type, mode, to: [by], payload } };
}
