import type { BillId, CardId, CitizenId, PartnerId, PaymentId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import { type AnswerProblem, contradiction, OPEN_STATUSES, type OpenStatus, outcomeOf } from "./outcome.ts";

export type Payer = CitizenId | PartnerId;

/** `prefund` is no channel: the payer is a partner who has collected the money itself and paid in before. */
export const PAYMENT_CHANNELS = ["sandbox", "hosted", "prefund"] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export const PAYMENT_STATUSES = [
  ...OPEN_STATUSES,
  "SUCCEEDED",
  "FAILED",
  "PARTLY_REFUNDED",
  "REFUNDED",
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What refunds make of a payment; how it comes to its end is in outcome.ts. */
const REFUNDED = {
  SUCCEEDED: { part: "PARTLY_REFUNDED", rest: "REFUNDED" },
  PARTLY_REFUNDED: { part: "PARTLY_REFUNDED", rest: "REFUNDED" },
} as const satisfies Partial<Record<PaymentStatus, Record<"part" | "rest", PaymentStatus>>>;

/** What the money is for. Amounts are fixed when the payment is created. */
export type Purpose =
  | { readonly kind: "BILLS"; readonly bills: readonly PaidBill[] }
  | { readonly kind: "TOP_UP"; readonly card: CardId };

/** One of the bills of a payment. */
export type PaidBill = {
  readonly bill: BillId;
  readonly biller: PartnerId;
  readonly amount: Fen;
  /** Something of the bill is left to be paid by another payment. */
  readonly isPart?: boolean | undefined;
  /** What of the amount is a fee for paying late; absent where nothing is. */
  readonly lateFee?: Fen | undefined;
  /** What of it has gone back or is about to. */
  readonly refunded: Fen;
  /** What of it has gone back; absent where nothing has. */
  readonly returned?: Fen | undefined;
};

export type Payment = {
  readonly id: PaymentId;
  readonly payer: Payer;
  readonly purpose: Purpose;
  readonly amount: Fen;
  readonly channel: PaymentChannel;
  readonly status: PaymentStatus;
  readonly createdAt: Instant;
  /** When it became SUCCEEDED or FAILED here. */
  readonly endedAt?: Instant | undefined;
  /** The channel's transaction number. */
  readonly channelNumber?: string | undefined;
  /** When the channel says that the money moved; its day files go by it. */
  readonly paidAt?: Instant | undefined;
  /** The channel's code of why it declined. */
  readonly declined?: string | undefined;
  /** What has gone back or is about to. */
  readonly refunded: Fen;
  /** What has gone back; absent where nothing has. */
  readonly returned?: Fen | undefined;
  /** Where the payer goes on, as the channel has just said: it is not kept, and comes again with the next answer. */
  readonly goOnUrl?: string | undefined;
  /** Tells the input of the order that created it from any other. */
  readonly fingerprint: string;
};

export type PaymentOrderInput = Pick<
  Payment,
  "id" | "payer" | "purpose" | "amount" | "channel" | "fingerprint"
>;

export const createPayment = (order: PaymentOrderInput, now: Instant): Payment => ({
  ...order,
  status: "CREATED",
  createdAt: now,
  refunded: ZERO,
});

type With<S extends PaymentStatus> = Payment & { readonly status: S };

/** Not ended: the channel is to be asked. */
export const isOpen = (payment: Payment): payment is With<OpenStatus> =>
  OPEN_STATUSES.some((status) => status === payment.status);

/** Money has come, whatever of it has gone back since. */
export const wasPaid = ({ status }: Payment): boolean =>
  status === "SUCCEEDED" || status === "PARTLY_REFUNDED" || status === "REFUNDED";

/** Money has come, and not all of it has gone back. */
const isRefundable = (payment: Payment): payment is With<keyof typeof REFUNDED> =>
  Object.keys(REFUNDED).includes(payment.status);

/** What the channel's answer makes of a payment; the same payment where it is nothing new. */
export function hear(payment: Payment, answer: ChannelAnswer, now: Instant): Result<Payment, AnswerProblem> {
  if (isOpen(payment)) {
    const outcome = outcomeOf(payment, answer, now);
    return outcome.ok ? ok({ ...payment, ...outcome.value }) : outcome;
  }
  const problem = contradiction({ hasFailed: payment.status === "FAILED", amount: payment.amount }, answer);
  return problem ? err(problem) : ok(payment);
}

export type RefundProblem =
  | { readonly code: "NOT_REFUNDABLE" | "REFUND_EXCEEDS_PAYMENT"; readonly refundable: Fen }
  /** Of a payment for several bills a refund names its bill. */
  | { readonly code: "BILL_NOT_NAMED" };

/** What may still go back. */
const refundable = (payment: Payment): Fen =>
  isRefundable(payment) ? addMoney(payment.amount, fen(-payment.refunded)) : ZERO;

/** Part of a payment that goes back; `bill` may be left out where the payment has only one. */
type Part = { readonly amount: Fen; readonly bill?: BillId | undefined };

/** Sets an amount aside for a refund, before the channel hears of it. */
export function beginRefund(payment: Payment, part: Part): Result<Payment, RefundProblem> {
  const left = refundable(payment);
  if (!isRefundable(payment)) return err({ code: "NOT_REFUNDABLE", refundable: left });
  const bill = billOf(payment, part);
  if (!bill.ok) return bill;
  const most = bill.value ? addMoney(bill.value.amount, fen(-bill.value.refunded)) : left;
  if (part.amount <= 0n || part.amount > most) {
    return err({ code: "REFUND_EXCEEDS_PAYMENT", refundable: most });
  }
  const next = REFUNDED[payment.status];
  return ok({ ...giving(payment, part), status: part.amount === left ? next.rest : next.part });
}

/** A refund that the channel declined: the amount can be asked for again. */
export function withdrawRefund(payment: Payment, { amount, bill }: Part): Payment {
  const next = giving(payment, { amount: fen(-amount), bill });
  return { ...next, status: next.refunded === 0n ? "SUCCEEDED" : "PARTLY_REFUNDED" };
}

/** A refund that has come to its end: what was set aside has gone back. */
export function completeRefund(payment: Payment, part: Part): Payment {
  const { purpose } = payment;
  const returned = addMoney(payment.returned ?? ZERO, part.amount);
  const bill = billOf(payment, part);
  if (purpose.kind !== "BILLS" || !bill.ok) return { ...payment, returned };
  const bills = purpose.bills.map((each) =>
    each === bill.value ? { ...each, returned: addMoney(each.returned ?? ZERO, part.amount) } : each,
  );
  return { ...payment, returned, purpose: { ...purpose, bills } };
}

/** The bill that a part is of; undefined for a payment of something else. */
function billOf(
  { purpose }: Pick<Payment, "purpose">,
  { bill }: Part,
): Result<PaidBill | undefined, RefundProblem> {
  if (purpose.kind !== "BILLS") return ok(undefined);
  const [first, ...others] = purpose.bills;
  const found = bill ? purpose.bills.find((each) => each.bill === bill) : others.length === 0 && first;
  return found ? ok(found) : err({ code: "BILL_NOT_NAMED" });
}

function giving(payment: Payment, part: Part): Payment {
  const { purpose } = payment;
  const refunded = addMoney(payment.refunded, part.amount);
  const bill = billOf(payment, part);
  if (purpose.kind !== "BILLS" || !bill.ok) return { ...payment, refunded };
  const bills = purpose.bills.map((each) =>
    each === bill.value ? { ...each, refunded: addMoney(each.refunded, part.amount) } : each,
  );
  return { ...payment, refunded, purpose: { ...purpose, bills } };
}
