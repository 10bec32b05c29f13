import type { BillId, CardId, CitizenId, PartnerId, PaymentId } from "../platform/ids.ts";
import { addMoney, CURRENCY, type Fen, fen, ZERO } from "../platform/money.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import type { ChannelAnswer, Succeeded } from "./channel-answer.ts";

export type Payer = CitizenId | PartnerId;

/** `prefund` is no channel: the payer is a partner who has collected the money itself and paid in before. */
export const PAYMENT_CHANNELS = ["sandbox", "hosted", "prefund"] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export const PAYMENT_STATUSES = [
  "CREATED",
  "PENDING",
  "UNKNOWN",
  "SUCCEEDED",
  "FAILED",
  "PARTLY_REFUNDED",
  "REFUNDED",
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/**
 * Created is written before the channel hears of it, so that no money moves that nobody knows of. Unknown is what the
 * channel's silence makes of it, and never the same as failed.
 */
const TRANSITIONS = {
  CREATED: { succeed: "SUCCEEDED", decline: "FAILED", wait: "PENDING", lose: "UNKNOWN" },
  PENDING: { succeed: "SUCCEEDED", decline: "FAILED", lose: "UNKNOWN" },
  UNKNOWN: { succeed: "SUCCEEDED", decline: "FAILED", wait: "PENDING" },
  SUCCEEDED: { refundPart: "PARTLY_REFUNDED", refundRest: "REFUNDED" },
  PARTLY_REFUNDED: { refundPart: "PARTLY_REFUNDED", refundRest: "REFUNDED" },
  FAILED: {},
  REFUNDED: {},
} as const satisfies Record<PaymentStatus, Partial<Record<Action, PaymentStatus>>>;

type Action = "succeed" | "decline" | "wait" | "lose" | "refundPart" | "refundRest";
type Ends = { readonly succeed: PaymentStatus; readonly decline: PaymentStatus };

/** What the money is for. Amounts are fixed when the payment is created. */
export type Purpose =
  | {
      readonly kind: "BILLS";
      readonly bills: readonly { readonly bill: BillId; readonly biller: PartnerId; readonly amount: Fen }[];
    }
  | { readonly kind: "TOP_UP"; readonly card: CardId };

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
  /** The channel's code of why it declined. */
  readonly declined?: string | undefined;
  /** What has gone back or is about to. */
  readonly refunded: Fen;
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
export const isOpen = (payment: Payment): payment is With<"CREATED" | "PENDING" | "UNKNOWN"> =>
  payment.status === "CREATED" || payment.status === "PENDING" || payment.status === "UNKNOWN";

/** Money has come, and not all of it has gone back. */
const isRefundable = (payment: Payment): payment is With<"SUCCEEDED" | "PARTLY_REFUNDED"> =>
  payment.status === "SUCCEEDED" || payment.status === "PARTLY_REFUNDED";

export type AnswerProblem = {
  /** The channel moved another amount or currency than was ordered. */
  readonly code: "AMOUNT_DIFFERS" | "CURRENCY_DIFFERS" | "ENDED_OTHERWISE";
};

/** What the channel's answer makes of a payment; the same payment where it is nothing new. */
export function hear(payment: Payment, answer: ChannelAnswer, now: Instant): Result<Payment, AnswerProblem> {
  if (!isOpen(payment)) return hearAgain(payment, answer);
  const next: Partial<Record<Action, PaymentStatus>> & Ends = TRANSITIONS[payment.status];
  switch (answer.state) {
    case "SUCCEEDED": {
      const problem = differs(payment, answer);
      if (problem) return err(problem);
      return ok({ ...payment, status: next.succeed, endedAt: now, channelNumber: answer.channelNumber });
    }
    case "DECLINED":
      return ok({ ...payment, status: next.decline, endedAt: now, declined: answer.reason });
    case "PENDING":
      return ok({ ...payment, status: next.wait ?? payment.status });
    case "UNKNOWN":
      return ok({ ...payment, status: next.lose ?? payment.status });
  }
}

function differs(payment: Payment, { amount, currency }: Succeeded): AnswerProblem | undefined {
  if (currency !== CURRENCY) return { code: "CURRENCY_DIFFERS" };
  return amount === payment.amount ? undefined : { code: "AMOUNT_DIFFERS" };
}

/** A payment that has ended stays as it ended, whoever says otherwise. */
function hearAgain(payment: Payment, answer: ChannelAnswer): Result<Payment, AnswerProblem> {
  const isFailed = payment.status === "FAILED";
  if (answer.state === "SUCCEEDED") {
    const problem = isFailed ? { code: "ENDED_OTHERWISE" as const } : differs(payment, answer);
    return problem ? err(problem) : ok(payment);
  }
  return answer.state === "DECLINED" && !isFailed ? err({ code: "ENDED_OTHERWISE" }) : ok(payment);
}

export type RefundProblem = {
  readonly code: "NOT_REFUNDABLE" | "REFUND_EXCEEDS_PAYMENT";
  readonly refundable: Fen;
};

/** What may still go back. */
export const refundable = (payment: Payment): Fen =>
  isRefundable(payment) ? addMoney(payment.amount, fen(-payment.refunded)) : ZERO;

/** Sets an amount aside for a refund, before the channel hears of it. */
export function beginRefund(payment: Payment, amount: Fen): Result<Payment, RefundProblem> {
  const left = refundable(payment);
  if (!isRefundable(payment)) return err({ code: "NOT_REFUNDABLE", refundable: left });
  if (amount <= 0n || amount > left) return err({ code: "REFUND_EXCEEDS_PAYMENT", refundable: left });
  const refunded = addMoney(payment.refunded, amount);
  const next = TRANSITIONS[payment.status];
  return ok({ ...payment, refunded, status: amount === left ? next.refundRest : next.refundPart });
}

/** A refund that the channel declined: the amount can be asked for again. */
export function withdrawRefund(payment: Payment, amount: Fen): Payment {
  const refunded = addMoney(payment.refunded, fen(-amount));
  return { ...payment, refunded, status: refunded === 0n ? "SUCCEEDED" : "PARTLY_REFUNDED" };
}
