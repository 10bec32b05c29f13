import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
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
import { checkUtilityAccount, getTenancy, getUtilityAccount } from "../account-store.ts";
import {
  type AutomaticPayment,
  afterTry,
  type PaymentTask,
  type Tried,
  triedByHand,
} from "../automatic-payment.ts";
import { getTask, listDueTasks, putTask, TASK_SHARDS } from "../automatic-payment-store.ts";
import { type Bill, owedOn } from "../bill.ts";
import { type BillProblem, payableBills } from "../bills/bill-purpose.ts";
import type { BillId } from "../ids.ts";
import { getBill } from "../store.ts";
import { isSameTenancy, type UtilityAccount } from "../utility-account.ts";

export type AutomaticPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Pick<PaymentEnvironment, "database" | "commit">;
};

export type PaidAutomatically = Swept & {
  readonly paid: number;
  /** Told to their citizens: above the ceiling, or declined for the last time. */
  readonly left: number;
  /** Those that a fault has stopped; they are due again at the next sweep. */
  readonly failed: number;
};

const NAME = "automatic-payment";

/**
 * Pays the bills that are due to be paid by themselves, and reminds of the others. A bill's tries have keys of their own, so that whoever sweeps at
 * the same time, or again after a crash, goes on with the same payment. Ends after `until` with what was begun.
 */
export async function payAutomatically(
  ports: AutomaticPorts,
  mode: Mode,
  until: Instant,
): Promise<PaidAutomatically> {
  const total = { paid: 0, left: 0, failed: 0 };
  const swept = await sweepLists(TASK_SHARDS, {
    ...{ now: ports.runtime.now, until },
    read: (shard, page) => listDueTasks({ database: ports.open().database, mode }, shard, page),
    one: async ({ bill }) => {
      try {
        const status = await payBill(ports, mode, bill);
        if (status === "PAID") total.paid += 1;
        if (status === "ABOVE_CEILING" || status === "GIVEN_UP") total.left += 1;
      } catch (fault) {
        // It has an alarm of its own, and the call is not counted as missed for it.
        ports.log("ERROR", "a bill was not paid by itself", { cause: describeFault(fault) });
        total.failed += 1;
      }
    },
  });
  return { ...total, ...swept };
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
  const tenancy = bill && (await getTenancy(payments, bill.account, bill));
  if (!task || !tenancy) throw new Error("the bill of a task is gone");
  if (task.status !== "WAITING" || task.dueAt > now()) return undefined;
  // An order pays the bills of its own holder's time, and no one else's.
  const order = tenancy.until === undefined ? tenancy.automatic : undefined;
  const tried = order ? await tryToPay(payments, task, bill, order) : triedByHand(bill);
  const next = afterTry(task, tried, now());
  const done = await payments.commit({
    ...{ actor: payments.actor, at: now(), requestId: payments.requestId, table: recordsTable(mode) },
    ...{ aggregate: tenancy.id, action: `utilities.automatic-payment.${tried.toLowerCase()}`, reason: id },
    writes: [putTask(payments, next, task.revision)],
    ...(order ? noticeOf(mode, bill, next, order) : reminderOf(mode, bill, next, tenancy)),
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
  bill: Bill,
  { by, setAt }: Pick<AutomaticPayment, "by" | "setAt">,
): Promise<Result<Payable, BillProblem | OrderProblem>> {
  const account = await getUtilityAccount(ports, bill.account);
  // Given anew, the order has a task of its own.
  const order = account?.automatic;
  if (!account || !isSameTenancy(account, bill) || order?.by !== by || order.setAt !== setAt)
    return err({ code: "ORDER_GONE" });
  const payable = await payableBills(ports, [bill.id]);
  if (!payable.ok) return payable;
  if (payable.value.amount > order.ceiling) return err({ code: "ABOVE_CEILING" });
  return ok({ ...payable.value, guards: [checkUtilityAccount(ports, account)] });
}

/** The people of an account are reminded, once, of a bill that they pay by hand, of the time in which they have bound it. */
function reminderOf(
  mode: Mode,
  bill: Bill,
  { status, dueAt }: PaymentTask,
  { boundBy }: UtilityAccount,
): { readonly event?: Event } {
  if (status !== "REMINDED" || boundBy.length === 0) return {};
  const { id: about, biller: partnerId, dueOn } = bill;
  const payload = { about, partnerId, amount: formatMoney(owedOn(bill, dateAt(dueAt))), dueOn };
  return { event: { type: "bill.due", mode, to: boundBy, payload } };
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
