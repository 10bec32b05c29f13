import { createHash } from "node:crypto";
import { type CivilDate, dateAt } from "../platform/civil-date.ts";
import {
  type BillId,
  base32,
  fromBase32,
  type PartnerId,
  type PaymentId,
  type UtilityAccountId,
} from "../platform/ids.ts";
import { addMoney, type Fen, ZERO } from "../platform/money.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import { type LateFee, lateFeeOf } from "./late-fee.ts";

export const BILL_STATUSES = ["DUE", "PAYING", "PAID", "CANCELLED"] as const;
export type BillStatus = (typeof BILL_STATUSES)[number];
type BillAction = "pay" | "settle" | "release" | "reopen" | "cancel" | "amend";

/** A bill that somebody is paying is neither paid by another nor changed by its biller until that has ended. */
const TRANSITIONS = {
  DUE: { pay: "PAYING", cancel: "CANCELLED", amend: "DUE" },
  PAYING: { settle: "PAID", release: "DUE" },
  PAID: { reopen: "DUE" },
  CANCELLED: {},
} as const satisfies Record<BillStatus, Partial<Record<BillAction, BillStatus>>>;

export type Bill = {
  readonly id: BillId;
  readonly account: UtilityAccountId;
  readonly biller: PartnerId;
  /** The biller's own number; no two of its bills have the same. */
  readonly number: string;
  /** Usage from and including `from` up to and excluding `to`. */
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  readonly amount: Fen;
  readonly dueOn: CivilDate;
  /** The biller's rule when it was issued: one that changes later changes no bill. */
  readonly lateFee?: LateFee | undefined;
  /** From a meter reading, by the tariff; its trace is a record of its own. */
  readonly isRated?: boolean | undefined;
  readonly status: BillStatus;
  readonly issuedAt: Instant;
  /** The payment that is paying it or has paid it. */
  readonly payment?: { readonly id: PaymentId; readonly at: Instant } | undefined;
  /** Counts its amendments. */
  readonly revision: number;
  /** Tells what the biller said from anything else under the same number. */
  readonly fingerprint: string;
};

/** What a payment begun on a day pays for the bill, late fee included: fixed for the payment that keeps it. */
export function owedOn(bill: Bill, day: CivilDate): Fen {
  const { status, amount, lateFee, dueOn, payment } = bill;
  if (status === "PAID" || status === "CANCELLED") return ZERO;
  const on = status === "PAYING" && payment ? dateAt(payment.at) : day;
  return addMoney(amount, lateFeeOf(lateFee, amount, dueOn, on));
}

export type BillNotPayable = {
  readonly code: "BILL_NOT_PAYABLE";
  readonly bill: BillId;
  readonly status: BillStatus;
  /** The payment that came first. */
  readonly payment?: PaymentId | undefined;
};

/** Keeps the bill for one payment. */
export function beginPayment(
  bill: Bill,
  payment: NonNullable<Bill["payment"]>,
): Result<Bill, BillNotPayable> {
  if (bill.status !== "DUE") return err(notPayable(bill));
  return ok({ ...bill, status: TRANSITIONS.DUE.pay, payment });
}

/** The payment that keeps it has succeeded. */
export function settle(bill: Bill, payment: PaymentId): Result<Bill, BillNotPayable> {
  if (bill.status !== "PAYING" || bill.payment?.id !== payment) return err(notPayable(bill));
  return ok({ ...bill, status: TRANSITIONS.PAYING.settle });
}

/** The payment that keeps it has failed. */
export function release(bill: Bill, payment: PaymentId): Result<Bill, BillNotPayable> {
  if (bill.status !== "PAYING" || bill.payment?.id !== payment) return err(notPayable(bill));
  return ok({ ...bill, status: TRANSITIONS.PAYING.release, payment: undefined });
}

/** All of it has gone back to the payer. */
export function reopen(bill: Bill, payment: PaymentId): Result<Bill, BillNotPayable> {
  if (bill.status !== "PAID" || bill.payment?.id !== payment) return err(notPayable(bill));
  return ok({ ...bill, status: TRANSITIONS.PAID.reopen, payment: undefined });
}

const notPayable = ({ id, status, payment }: Bill): BillNotPayable => ({
  code: "BILL_NOT_PAYABLE",
  bill: id,
  status,
  ...(payment ? { payment: payment.id } : {}),
});

export type BillNotOpen = { readonly code: "BILL_NOT_DUE"; readonly status: BillStatus };
export type RatedByTariff = { readonly code: "RATED_BY_TARIFF"; readonly path: readonly string[] };

export function cancel(bill: Bill): Result<Bill, BillNotOpen> {
  if (bill.status !== "DUE") return err({ code: "BILL_NOT_DUE", status: bill.status });
  return ok({ ...bill, status: TRANSITIONS.DUE.cancel, revision: bill.revision + 1 });
}

export type Amendment = Pick<Bill, "amount" | "dueOn">;

/** What the platform has rated stays as its trace says; it is withdrawn and read anew where the reading was wrong. */
export function amend(bill: Bill, amendment: Amendment): Result<Bill, BillNotOpen | RatedByTariff> {
  if (bill.status !== "DUE") return err({ code: "BILL_NOT_DUE", status: bill.status });
  if (bill.isRated && amendment.amount !== bill.amount)
    return err({ code: "RATED_BY_TARIFF", path: ["amount"] });
  return ok({ ...bill, ...amendment, revision: bill.revision + 1 });
}

/** By the end of their periods. */
export const newestFirst = (a: Bill, b: Bill): number =>
  a.period.to < b.period.to ? 1 : a.period.to > b.period.to ? -1 : 0;

/** What billers print on their bills. */
export const isBillersNumber = (text: string): boolean => /^[A-Za-z0-9-]{1,32}$/.test(text);

const ACCOUNT_BYTES = 10;
const NUMBER_BYTES = 10;
const DAY_BYTES = 5;
const DAY_MS = 86_400_000;
/** 1900-01-01 is day nothing, so that the days of all bills are positive. */
const FIRST_DAY_MS = Date.UTC(1900, 0, 1);

/** A biller's account of that number; the same number is another account at another biller. */
export const accountIdOf = (biller: PartnerId, number: string): UtilityAccountId =>
  `uac_${base32(digest([biller, number]).subarray(0, ACCOUNT_BYTES))}`;

/** Where a bill stands: under its account, by the end of its period and its number. */
export type BillPlace = { readonly account: UtilityAccountId; readonly position: string };

/** A bill's id is its place, so that it is read by its id alone and no index has to be written with it. */
export function billIdOf(
  biller: PartnerId,
  account: UtilityAccountId,
  number: string,
  to: CivilDate,
): BillId {
  const day = Buffer.alloc(DAY_BYTES);
  day.writeUIntBE((Date.parse(to) - FIRST_DAY_MS) / DAY_MS, 0, DAY_BYTES);
  const position = `${base32(day)}${base32(digest([biller, number]).subarray(0, NUMBER_BYTES))}`;
  return `bill_${account.slice("uac_".length)}${position}`;
}

const ACCOUNT_LENGTH = 16;
const POSITION_LENGTH = 24;

export function placeOf(id: string): BillPlace | undefined {
  const text = id.startsWith("bill_") ? id.slice("bill_".length) : "";
  if (text.length !== ACCOUNT_LENGTH + POSITION_LENGTH || !fromBase32(text)) return undefined;
  return { account: `uac_${text.slice(0, ACCOUNT_LENGTH)}`, position: text.slice(ACCOUNT_LENGTH) };
}

const digest = (value: readonly string[]): Buffer =>
  createHash("sha256").update(JSON.stringify(value)).digest();
