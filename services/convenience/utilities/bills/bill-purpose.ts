import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { addMoney, type Fen, fen, formatMoney, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Leg } from "../../../money/ledger/index.ts";
import type { PaidBill, Payment } from "../../../money/payments/payment.ts";
import type { BillProblem, PartProblem, Payable, PurposeWrites } from "../../../money/payments/purpose.ts";
import {
  type Bill,
  type BillNotPayable,
  beginPayment,
  getBill,
  getBiller,
  PARTS_MAX,
  putBill,
  release,
  reopen,
  settle,
  standingOn,
  type UtilityStore,
} from "../index.ts";

/** So many bills are paid at once: a commit holds them all, and a biller each. */
export const BILLS_AT_ONCE_MAX = 15;

/**
 * What paying a part of a bill comes to, if its biller takes parts: the fee for paying late first, and of the bill what
 * it is more. All that is owed is no part.
 */
export async function payablePart(
  store: UtilityStore & { readonly now: () => Instant },
  id: string,
  amount: Fen,
): Promise<Result<Payable, BillProblem | PartProblem>> {
  const whole = await payableBills(store, [id]);
  if (!whole.ok || whole.value.amount === amount) return whole;
  const bill = await getBill(store, id);
  if (!bill) return err({ code: "BILL_UNKNOWN", bill: id });
  const values = { owed: formatMoney(whole.value.amount), max: String(PARTS_MAX) };
  if (!(await getBiller(store.database, bill.biller))?.partPayments) {
    return err({ code: "PART_PAYMENTS_NOT_TAKEN", values });
  }
  if (amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", values });
  if (amount > whole.value.amount) return err({ code: "PART_EXCEEDS_OWED", values });
  if ((bill.parts ?? []).length >= PARTS_MAX) return err({ code: "TOO_MANY_PARTS", values });
  const fee = standingOn(bill, dateAt(store.now())).lateFee;
  const lateFee = amount < fee ? amount : fee;
  const part: PaidBill = {
    ...{ bill: bill.id, biller: bill.biller, amount, isPart: true, refunded: ZERO },
    ...(lateFee > 0n ? { lateFee } : {}),
  };
  return ok({ purpose: { kind: "BILLS", bills: [part] }, amount });
}

/** What paying these bills costs today, late fees included, if all of them can be paid. */
export async function payableBills(
  store: UtilityStore & { readonly now: () => Instant },
  ids: readonly string[],
): Promise<Result<Payable, BillProblem>> {
  const found = await Promise.all(ids.map((id) => getBill(store, id)));
  const bills: PaidBill[] = [];
  const today = dateAt(store.now());
  for (const [i, bill] of found.entries()) {
    if (!bill) return err({ code: "BILL_UNKNOWN", bill: ids[i] ?? "" });
    const { id, status, payment, biller } = bill;
    if (status !== "DUE") return err({ code: `BILL_${status}`, bill: id, payment: payment?.id });
    const { principal, lateFee } = standingOn(bill, today);
    const owed = addMoney(principal, lateFee);
    bills.push({ bill: id, biller, amount: owed, ...(lateFee > 0n ? { lateFee } : {}), refunded: ZERO });
  }
  const amount = addMoney(...bills.map((bill) => bill.amount));
  return ok({ purpose: { kind: "BILLS", bills }, amount });
}

/** The bills of a payment: kept for it, paid with it, and open again when it fails or goes back. */
export function billPurpose(store: UtilityStore): PurposeWrites {
  type Decision = (bill: Bill) => Result<Bill, BillNotPayable>;

  /** Each bill's next state, written over the one that it was decided on. */
  const changed = async (
    bills: readonly PaidBill[],
    decide: Decision,
  ): Promise<readonly TransactItem[] | undefined> => {
    const found = await Promise.all(bills.map(({ bill }) => getBill(store, bill)));
    const writes = found.flatMap((bill) => {
      const next = bill && decide(bill);
      return bill && next?.ok ? putBill(store, next.value, bill) : [];
    });
    return writes.length === bills.length ? writes : undefined;
  };

  const settled = async (payment: Payment, decide: Decision) => {
    const bills = billsOf(payment);
    const writes = await changed(bills, decide);
    return writes && { credits: creditsOf(bills), writes };
  };

  return {
    begin: (payment) => changed(billsOf(payment), begun(payment)),
    settle: (payment) => settled(payment, (bill) => settle(bill, payment.id)),
    payAtOnce: (payment) =>
      settled(payment, (bill) => {
        const kept = begun(payment)(bill);
        return kept.ok ? settle(kept.value, payment.id) : kept;
      }),
    release: (payment) => changed(billsOf(payment), (bill) => release(bill, payment.id)),
    setAside: async () => [],
    takeBack: async (payment, refund) => {
      const [only, ...others] = billsOf(payment);
      const part = others.length === 0 ? only : billsOf(payment).find(({ bill }) => bill === refund.bill);
      if (!part) throw new Error(`refund ${refund.id} names no bill of its payment`);
      // Of several refunds the last to arrive opens it: until then another may be declined, and the bill stays paid.
      const isWhole = part.returned === part.amount;
      const writes = isWhole ? await changed([part], (bill) => reopen(bill, payment.id)) : [];
      return writes && { debits: [{ account: `biller:${part.biller}`, amount: refund.amount }], writes };
    },
    letGo: async () => [],
  };
}

const begun = (payment: Payment) => (bill: Bill) => {
  const paid = billsOf(payment).find((each) => each.bill === bill.id);
  if (!paid) throw new Error(`payment ${payment.id} pays another bill`);
  const { amount, isPart = false } = paid;
  return beginPayment(bill, { id: payment.id, at: payment.createdAt, amount, isPart });
};

function billsOf({ purpose, id }: Payment): readonly PaidBill[] {
  if (purpose.kind !== "BILLS") throw new Error(`payment ${id} pays no bills`);
  return purpose.bills;
}

/** One leg for each biller. */
function creditsOf(bills: readonly PaidBill[]): readonly Leg[] {
  const sums = new Map<PaidBill["biller"], Fen>();
  for (const { biller, amount } of bills) sums.set(biller, addMoney(sums.get(biller) ?? fen(0n), amount));
  return [...sums].map(([biller, amount]) => ({ account: `biller:${biller}`, amount: fen(-amount) }));
}
