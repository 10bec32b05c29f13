import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { addMoney, type Fen, fen, formatMoney, least, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Leg } from "../../../money/ledger/index.ts";
import {
  type PaidPart,
  type Payable,
  type PayablePurpose,
  type Payment,
  type PaymentId,
  type PurposeWrites,
  partOf,
  type Refund,
  type Reversal,
} from "../../../money/payments/index.ts";
import { getTenancy, putUtilityAccount } from "../account-store.ts";
import {
  type Bill,
  type BillNotPayable,
  beginPayment,
  PARTS_MAX,
  release,
  reopen,
  settle,
  standingOn,
} from "../bill.ts";
import { getBiller } from "../biller-store.ts";
import { addWaiting } from "../carried.ts";
import { getBill, putBill, type UtilityStore } from "../store.ts";
import { creditAccountOf, spendable } from "./write-credit.ts";

const KIND = "BILLS";

/** Somebody else is paying this bill, or has: nobody pays twice. */
export type BillProblem = {
  readonly code: "BILL_UNKNOWN" | "BILL_PAYING" | "BILL_PAID" | "BILL_CANCELLED";
  /** Its id as the caller gave it. */
  readonly bill: string;
  /** The payment that came first. */
  readonly payment?: PaymentId | undefined;
};

/** A part of a bill that is not taken: by its biller, or so. */
export type PartProblem = {
  readonly code: "PART_PAYMENTS_NOT_TAKEN" | "PART_EXCEEDS_OWED" | "TOO_MANY_PARTS" | "AMOUNT_NOT_POSITIVE";
  readonly values: Readonly<Record<string, string>>;
  readonly payment?: undefined;
};

/**
 * The outcome of paying a part of a bill, if its biller takes parts: the fee for paying late first, and the
 * remainder of the bill. All that is owed is no part.
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
  const lateFee = least(amount, fee);
  const part = { ...partToPay(bill, amount, lateFee), isPartial: true };
  return ok({ purpose: { kind: KIND, parts: [part] }, amount });
}

/** The cost of paying these bills today, late fees included, if all of them can be paid. */
export async function payableBills(
  store: UtilityStore & { readonly now: () => Instant },
  ids: readonly string[],
): Promise<Result<Payable, BillProblem>> {
  const found = await Promise.all(ids.map((id) => getBill(store, id)));
  const parts: PaidPart[] = [];
  const today = dateAt(store.now());
  for (const [i, bill] of found.entries()) {
    if (!bill) return err({ code: "BILL_UNKNOWN", bill: ids[i] ?? "" });
    const { id, status, payment } = bill;
    if (status !== "DUE") return err({ code: `BILL_${status}`, bill: id, payment: payment?.id });
    const { principal, lateFee } = standingOn(bill, today);
    parts.push(partToPay(bill, addMoney(principal, lateFee), lateFee));
  }
  const amount = addMoney(...parts.map((part) => part.amount));
  return ok({ purpose: { kind: KIND, parts }, amount });
}

const partToPay = ({ id, biller }: Bill, amount: Fen, lateFee: Fen): PaidPart => ({
  ...{ about: id, payee: biller, amount, refunded: ZERO },
  ...(lateFee > 0n ? { lateFee } : {}),
});

/** The bills that a payment pays; none for one that is for something else. */
export const billsOf = ({ purpose }: Pick<Payment, "purpose">): readonly PaidPart[] =>
  purpose.kind === KIND ? purpose.parts : [];

/** Utility bills, as payments see them. */
export const billPurpose: PayablePurpose = {
  kind: KIND,
  writes: billWrites,
  assigned: {
    by: "ASSIGN_TO_BILL",
    payable: async (store, about, amount) => {
      const payable = await payablePart(store, about, amount);
      if (payable.ok) return payable;
      const { code, ...why } = payable.error;
      return err({ code, values: "values" in why ? why.values : {} });
    },
  },
  subject: (parts) => `生活缴费 ${parts.length} 笔`,
  isSpent: async () => false,
  bears: accountOf,
  describe: async (store, { about, payee }) => {
    const [bill, biller] = await Promise.all([
      getBill(store, about),
      payee && getBiller(store.database, payee),
    ]);
    if (!bill || !biller) return undefined;
    const { number, period } = bill;
    return { supply: biller.kind, bill: { billerName: biller.name, number, period } };
  },
};

/** The bills of a payment: kept for it, paid with it, and open again when it fails or goes back. */
function billWrites(store: UtilityStore): PurposeWrites {
  type Decision = (bill: Bill) => Result<Bill, BillNotPayable>;

  /** Each bill's next state, written over the one that it was decided on. */
  const changeBills = async (
    parts: readonly PaidPart[],
    decide: Decision,
  ): Promise<readonly TransactItem[] | undefined> => {
    const found = await Promise.all(parts.map(({ about }) => getBill(store, about)));
    const writes = found.flatMap((bill) => {
      const next = bill && decide(bill);
      return bill && next?.ok ? putBill(store, next.value, bill) : [];
    });
    return writes.length === parts.length ? writes : undefined;
  };

  const settleBills = async ({ purpose: { parts } }: Payment, decide: Decision) => {
    const writes = await changeBills(parts, decide);
    return writes && { credits: creditsOf(parts), writes };
  };

  return {
    begin: (payment) => changeBills(payment.purpose.parts, keepFor(payment)),
    settle: (payment) => settleBills(payment, (bill) => settle(bill, payment.id)),
    payAtOnce: (payment) =>
      settleBills(payment, (bill) => {
        const kept = keepFor(payment)(bill);
        return kept.ok ? settle(kept.value, payment.id) : kept;
      }),
    release: (payment) => changeBills(payment.purpose.parts, (bill) => release(bill, payment.id)),
    setAside: async () => [],
    takeBack: async (payment, refund) => {
      const part = partOf(payment, refund.about);
      if (!part) throw new Error(`refund ${refund.id} names no bill of its payment`);
      // Of several refunds the last to arrive opens it: until then another may be declined, and the bill stays paid.
      if (part.returned !== part.amount) return takeFromCredit(store, part, refund);
      const writes = await changeBills([part], (bill) => reopen(bill, payment.id));
      if (!writes) return undefined;
      const bill = await getBill(store, part.about);
      // The credit that was given for it when it was withdrawn goes back with the money.
      if (bill?.status !== "CANCELLED")
        return { debits: [{ account: accountOf(part), amount: refund.amount }], writes };
      const taken = await takeFromCredit(store, part, refund);
      return { ...taken, writes: [...taken.writes, ...writes] };
    },
    letGo: async () => [],
  };
}

/**
 * A part that goes back of a bill which stays paid, or was withdrawn after, was paid too much: the holder's credit bears it as far as it goes, so
 * that a correction is not given back twice, and their biller the rest.
 */
async function takeFromCredit(store: UtilityStore, part: PaidPart, { amount }: Refund): Promise<Reversal> {
  const bill = await getBill(store, part.about);
  const tenancy = bill && (await getTenancy(store, bill.account, bill));
  const own = { account: accountOf(part), amount };
  if (!tenancy) return { debits: [own], writes: [] };
  const credit = spendable(tenancy, amount);
  if (credit === 0n) return { debits: [own], writes: [] };
  const rest = fen(amount - credit);
  const after = { ...addWaiting(tenancy, credit), revision: tenancy.revision + 1 };
  const borne = { account: creditAccountOf(tenancy), amount: credit };
  return {
    debits: rest > 0n ? [borne, { ...own, amount: rest }] : [borne],
    writes: [putUtilityAccount(store, after, tenancy.revision)],
  };
}

const keepFor = (payment: Payment) => (bill: Bill) => {
  const paid = partOf(payment, bill.id);
  if (!paid) throw new Error(`payment ${payment.id} pays another bill`);
  const { amount, isPartial: isPart = false } = paid;
  return beginPayment(bill, { id: payment.id, at: payment.createdAt, amount, isPart });
};

/** One leg for each biller. */
function creditsOf(parts: readonly PaidPart[]): readonly Leg[] {
  const sums = new Map<Leg["account"], Fen>();
  for (const part of parts) {
    const account = accountOf(part);
    sums.set(account, addMoney(sums.get(account) ?? ZERO, part.amount));
  }
  return [...sums].map(([account, amount]) => ({ account, amount: fen(-amount) }));
}

function accountOf({ about, payee }: PaidPart): Leg["account"] {
  if (!payee) throw new Error(`${about} is paid to no biller`);
  return `biller:${payee}`;
}
