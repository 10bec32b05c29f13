import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { PaymentId } from "../../money/payments/index.ts";
import { nearestBillAmount } from "./bill-amount.ts";
import type { BillId, UtilityAccountId } from "./ids.ts";
import type { LateFee } from "./late-fee.ts";
import { type Owed, owedAfter, type Part, type Terms } from "./owed.ts";

export const BILL_STATUSES = ["DUE", "PAYING", "PAID", "CANCELLED"] as const;
export type BillStatus = (typeof BILL_STATUSES)[number];
type BillAction = "pay" | "settle" | "settlePart" | "release" | "reopen" | "cancel" | "amend";

/** A bill that somebody is paying is neither paid by another nor changed by its biller until that has ended. */
const TRANSITIONS = {
  DUE: { pay: "PAYING", cancel: "CANCELLED", amend: "DUE" },
  PAYING: { settle: "PAID", settlePart: "DUE", release: "DUE" },
  PAID: { reopen: "DUE", cancel: "CANCELLED", amend: "PAID" },
  CANCELLED: {},
} as const satisfies Record<BillStatus, Partial<Record<BillAction, BillStatus>>>;

export type Bill = {
  readonly id: BillId;
  readonly account: UtilityAccountId;
  /** The tenancy of its period, whoever holds the account by now. */
  readonly tenancy?: number | undefined;
  readonly biller: PartnerId;
  /** The biller's own number; no two of its bills have the same. */
  readonly number: string;
  /** Usage from and including `from` up to and excluding `to`. */
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  readonly amount: Fen;
  /** The share of the amount that was carried over from earlier bills; negative for a credit, absent for nothing. */
  readonly carried?: Fen | undefined;
  /** Of a finished bill that was put right after it had been paid: the price that it should have had. */
  readonly corrected?: Fen | undefined;
  readonly dueOn: CivilDate;
  /** The biller's rule when it was issued: one that changes later changes no bill. */
  readonly lateFee?: LateFee | undefined;
  /** From a meter reading, by the tariff; its trace is a record of its own. */
  readonly isRated?: boolean | undefined;
  /** Of an estimate, until the next true reading. */
  readonly isEstimated?: boolean | undefined;
  readonly status: BillStatus;
  readonly issuedAt: Instant;
  /** The parts of it that were paid, in their order; the payment that has paid the rest is not among them. */
  readonly parts?: readonly Part[] | undefined;
  /** The payment that is paying it, or has paid the rest of it; without an amount, all of it. */
  readonly payment?:
    | { readonly id: PaymentId; readonly at: Instant; readonly amount?: Fen | undefined }
    | undefined;
  /** Counts its amendments, and how often it was paid in part: what was decided on another state is not written. */
  readonly revision: number;
  /** Tells what the biller said from anything else under the same number. */
  readonly fingerprint: string;
};

/** So many parts, and a last payment for the rest: the bill's record stays below a kilobyte. */
export const PARTS_MAX = 4;

/**
 * The amount with which a payment begun on a day would pay all, late fee included: fixed for the payment that keeps it.
 */
export function standingOn(bill: Bill, day: CivilDate): Owed {
  const { status, parts = [], payment } = bill;
  if (status === "PAID" || status === "CANCELLED") return { principal: ZERO, lateFee: ZERO };
  return owedAfter(bill, parts, status === "PAYING" && payment ? dateAt(payment.at) : day);
}

export function owedOn(bill: Bill, day: CivilDate): Fen {
  const { principal, lateFee } = standingOn(bill, day);
  return addMoney(principal, lateFee);
}

/** All that has paid it, in their order; also of one that was withdrawn after it had been paid. */
export function paidParts({ status, parts = [], payment, ...bill }: Bill): readonly Part[] {
  const isPaid = status === "PAID" || status === "CANCELLED";
  return isPaid && payment ? [...parts, partOf(bill, parts, payment)] : parts;
}

/** The sum of them, late fees included. */
export const paidOf = (bill: Bill): Fen => addMoney(...paidParts(bill).map(({ amount }) => amount));

function partOf(bill: Terms, parts: readonly Part[], payment: NonNullable<Bill["payment"]>): Part {
  const on = dateAt(payment.at);
  const { principal, lateFee } = owedAfter(bill, parts, on);
  return { payment: payment.id, on, amount: payment.amount ?? addMoney(principal, lateFee) };
}

export type BillNotPayable = {
  readonly code: "BILL_NOT_PAYABLE";
  readonly bill: BillId;
  readonly status: BillStatus;
  /** The payment that came first. */
  readonly payment?: PaymentId | undefined;
};

/** The amount that a payment is to pay of a bill; less than all of it only where that is meant. */
export type Share = {
  readonly id: PaymentId;
  readonly at: Instant;
  readonly amount: Fen;
  readonly isPart: boolean;
};

/** Keeps the bill for one payment. Refused where the payment's share is not what is owed, or more. */
export function beginPayment(bill: Bill, { id, at, amount, isPart }: Share): Result<Bill, BillNotPayable> {
  const { status, parts = [] } = bill;
  const rest = owedOn(bill, dateAt(at)) - amount;
  const isRight = isPart ? rest > 0n && amount > 0n && parts.length < PARTS_MAX : rest === 0n;
  if (status !== "DUE" || !isRight) return err(notPayable(bill));
  const isWhole = !isPart && parts.length === 0;
  return ok({ ...bill, status: TRANSITIONS.DUE.pay, payment: isWhole ? { id, at } : { id, at, amount } });
}

/**
 * The payment that keeps it has succeeded. It is paid when nothing is left; what was left when the payment was begun can
 * be more by now, where another part has gone back meanwhile.
 */
export function settle(bill: Bill, id: PaymentId): Result<Bill, BillNotPayable> {
  const { status, payment, parts = [], revision } = bill;
  if (status !== "PAYING" || payment?.id !== id) return err(notPayable(bill));
  const part = partOf(bill, parts, payment);
  if (part.amount === owedOn(bill, part.on)) return ok({ ...bill, status: TRANSITIONS.PAYING.settle });
  return ok({
    ...{ ...bill, status: TRANSITIONS.PAYING.settlePart, payment: undefined },
    ...{ parts: [...parts, part], revision: revision + 1 },
  });
}

/** The payment that keeps it has failed. */
export function release(bill: Bill, payment: PaymentId): Result<Bill, BillNotPayable> {
  if (bill.status !== "PAYING" || bill.payment?.id !== payment) return err(notPayable(bill));
  return ok({ ...bill, status: TRANSITIONS.PAYING.release, payment: undefined });
}

/** All that a payment has paid of it has gone back to the payer: exactly that is owed again, if the bill stands. */
export function reopen(bill: Bill, payment: PaymentId): Result<Bill, BillNotPayable> {
  const paid = paidParts(bill);
  const left = paid.filter((part) => part.payment !== payment);
  if (left.length === paid.length) return err(notPayable(bill));
  const parts = left.length > 0 ? left : undefined;
  const changed = { ...bill, parts, revision: bill.revision + 1 };
  if (bill.status === "CANCELLED") return ok({ ...changed, payment: undefined });
  if (bill.status !== "PAID") return ok(changed);
  const next = { ...changed, status: TRANSITIONS.PAID.reopen, payment: undefined };
  return ok(parts ? next : { ...next, revision: bill.revision });
}

const notPayable = ({ id, status, payment }: Bill): BillNotPayable => ({
  code: "BILL_NOT_PAYABLE",
  bill: id,
  status,
  ...(payment ? { payment: payment.id } : {}),
});

export type BillNotOpen = {
  readonly code: "BILL_NOT_DUE";
  /** Of a bill that is paid in part, the parts have to go back first. */
  readonly status: BillStatus | "PARTLY_PAID";
};
export type RatedByTariff = { readonly code: "RATED_BY_TARIFF"; readonly path: readonly string[] };

/** A bill is changed by its biller while nobody is paying it, and where it was paid in parts, after those have gone back. */
function checkOpen({ status, parts = [] }: Bill): Result<void, BillNotOpen> {
  if (status === "PAID") return ok(undefined);
  if (status !== "DUE") return err({ code: "BILL_NOT_DUE", status });
  return parts.length > 0 ? err({ code: "BILL_NOT_DUE", status: "PARTLY_PAID" }) : ok(undefined);
}

/** One that was paid keeps its payments: what they have paid is credited. */
export function cancel(bill: Bill): Result<Bill, BillNotOpen> {
  const open = checkOpen(bill);
  if (!open.ok) return open;
  const from = bill.status === "PAID" ? TRANSITIONS.PAID : TRANSITIONS.DUE;
  return ok({ ...bill, status: from.cancel, revision: bill.revision + 1 });
}

export type Amendment = Pick<Bill, "amount" | "dueOn">;

/** A bill's own price, without what it bears of others, as it was told. */
export const priceOf = ({ amount, carried = ZERO }: Pick<Bill, "amount" | "carried">): Fen =>
  fen(amount - carried);

/** The part of its price that a correction after its payment has left to the next bill. */
export const leftToNext = (bill: Bill): Fen =>
  bill.corrected === undefined ? ZERO : fen(bill.corrected - priceOf(bill));

/**
 * A bill that the platform has rated stays as its trace says; it is withdrawn and read anew where the reading was
 * wrong. One that somebody has paid stays as it was told, beside the price that it should have had.
 */
export function amend(bill: Bill, amendment: Amendment): Result<Bill, BillNotOpen | RatedByTariff> {
  const open = checkOpen(bill);
  if (!open.ok) return open;
  const { isRated, amount, carried = ZERO, payment, corrected = priceOf(bill) } = bill;
  if (isRated && amendment.amount !== amount) return err({ code: "RATED_BY_TARIFF", path: ["amount"] });
  const revision = bill.revision + 1;
  if (payment) {
    if (isRated || amendment.amount === corrected) return ok(bill);
    return ok({ ...bill, status: TRANSITIONS.PAID.amend, corrected: amendment.amount, revision });
  }
  const next = { ...bill, dueOn: amendment.dueOn, revision };
  return ok(isRated ? next : withPrice({ ...next, corrected: undefined }, amendment.amount, carried));
}

/** The bill at another price of its own; what it bears of others pays or adds to it as far as that goes. */
export function withPrice(bill: Bill, price: Fen, carried: Fen): Bill {
  const amount = nearestBillAmount(addMoney(price, carried));
  const { carried: _, ...rest } = bill;
  const borne = fen(amount - price);
  return {
    ...{ ...rest, amount, ...(borne === 0n ? {} : { carried: borne }) },
    status: amount === 0n ? "PAID" : "DUE",
  };
}

/** By the end of their periods. */
export const newestFirst = (a: Bill, b: Bill): number =>
  a.period.to < b.period.to ? 1 : a.period.to > b.period.to ? -1 : 0;
