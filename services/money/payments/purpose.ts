import type { TransactItem } from "../../kernel/database/database.ts";
import type { PaymentId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Hold, Leg } from "../ledger/index.ts";
import type { Payment, Purpose } from "./payment.ts";
import type { Refund } from "./refund.ts";

/** Why nothing is paid for. Where another payment came first, it is named. */
export type NotPayable = { readonly code: string; readonly payment?: PaymentId | undefined };

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

/** What is paid for, as it stands: its amount, and how it is kept from being paid twice. */
export type Payable = {
  readonly purpose: Purpose;
  readonly amount: Fen;
  /** Without which nothing is begun: conditions on what else it was decided on. */
  readonly guards?: readonly TransactItem[];
};

/**
 * What the purposes of payments add to their commits. Each answers with writes that are conditional on the state that
 * they were decided on, so that the payment's commit stands or falls with them; or with nothing where that state says
 * that another process was faster, and the payment has to be read again.
 */
export type PurposeWrites = {
  /** Keeps others from paying the same, from the payment's creation on. */
  readonly begin: (payment: Payment) => Promise<readonly TransactItem[] | undefined>;
  /** The money has come: who gets it, and what is paid by it. */
  readonly settle: (payment: Payment) => Promise<Settlement | undefined>;
  /** Begins and settles in one, for money that is here already. */
  readonly payAtOnce: (payment: Payment) => Promise<Settlement | undefined>;
  /** The payment has failed: others may pay. */
  readonly release: (payment: Payment) => Promise<readonly TransactItem[] | undefined>;
  /** Keeps what is to go back from being spent while the channel is asked. */
  readonly setAside: (payment: Payment, refund: Refund) => Promise<readonly TransactItem[] | undefined>;
  /** The money has gone back, which `payment` says already: who bears it, and what is no longer paid. */
  readonly takeBack: (payment: Payment, refund: Refund) => Promise<Reversal | undefined>;
  /** The channel has declined the refund: what was set aside is free again. */
  readonly letGo: (payment: Payment, refund: Refund) => Promise<readonly TransactItem[] | undefined>;
};

export type Reversal = {
  readonly debits: readonly Leg[];
  readonly writes: readonly TransactItem[];
  /** What was set aside, if it was on the ledger. */
  readonly hold?: Hold | undefined;
};

export type Settlement = { readonly credits: readonly Leg[]; readonly writes: readonly TransactItem[] };

/** What the payer reads at the channel. It leaves the platform: no name, no number of an account or card. */
export const subjectOf = ({ purpose }: Payment): string =>
  purpose.kind === "BILLS" ? `生活缴费 ${purpose.bills.length} 笔` : "交通卡充值";
