import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import type { PaymentId } from "./ids.ts";
import { type AnswerProblem, contradiction, OPEN_STATUSES, type OpenStatus, outcomeOf } from "./outcome.ts";

export type Payer = CitizenId | PartnerId;

/** `prefund` is no channel: the payer is a partner who has collected the money itself and paid in before. */
export const PAYMENT_CHANNELS = ["sandbox", "hosted", "prefund"] as const;
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];
/** Those through which money comes from outside. */
export type ChannelName = Exclude<PaymentChannel, "prefund">;

export const PAYMENT_STATUSES = [
  ...OPEN_STATUSES,
  "SUCCEEDED",
  "FAILED",
  "REFUNDING",
  "PARTLY_REFUNDED",
  "REFUNDED",
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** Those in which some of the money may be here still; how a payment comes to its end is in outcome.ts. */
const REFUNDABLE = ["SUCCEEDED", "REFUNDING", "PARTLY_REFUNDED"] as const satisfies readonly PaymentStatus[];

/** The parts that the money pays. Amounts are fixed when the payment is created. */
export type Purpose = {
  /** Names the purpose that knows what the parts are. */
  readonly kind: string;
  readonly parts: readonly PaidPart[];
};

/** One of the things that a payment pays; its parts together are its amount. */
export type PaidPart = {
  /** The id of what is paid; no two parts of a payment have the same. */
  readonly about: string;
  /** The partner to whom it is owed; absent where it is owed to none. */
  readonly payee?: PartnerId | undefined;
  readonly amount: Fen;
  /** Something of what is owed is left to be paid by another payment. */
  readonly isPartial?: boolean | undefined;
  /** The part of the amount that is a fee for paying late; absent where nothing is. */
  readonly lateFee?: Fen | undefined;
  /** The part of it that has gone back or is about to. */
  readonly refunded: Fen;
  /** The part of it that has gone back; absent where nothing has. */
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
  /** The amount that has gone back or is about to. */
  readonly refunded: Fen;
  /** The amount that has gone back; absent where nothing has. */
  readonly returned?: Fen | undefined;
  /** Where the channel sends the payer back, as the order said. */
  readonly returnUrl?: string | undefined;
  /** Where the payer goes on, as the channel has just said: it is not kept, and comes again with the next answer. */
  readonly goOnUrl?: string | undefined;
  /** The charge that the money came by, where that was made for another payment of the channel's. */
  readonly charge?: Charge | undefined;
  /** Tells the input of the order that created it from any other. */
  readonly fingerprint: string;
};

/** A charge as the channel knows it; by its number where it made several under one payment's id. */
export type Charge = { readonly paymentId: string; readonly number?: string | undefined };

export type PaymentOrderInput = Pick<
  Payment,
  "id" | "payer" | "purpose" | "amount" | "channel" | "returnUrl" | "fingerprint"
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
export const wasPaid = (payment: Payment): boolean => isRefundable(payment) || payment.status === "REFUNDED";

/** Money has come, and not all of it has gone back. */
const isRefundable = (payment: Payment): payment is With<(typeof REFUNDABLE)[number]> =>
  REFUNDABLE.some((status) => status === payment.status);

/** The payment after the channel's answer; the same payment where it is nothing new. */
export function hear(payment: Payment, answer: ChannelAnswer, now: Instant): Result<Payment, AnswerProblem> {
  if (isOpen(payment)) {
    const outcome = outcomeOf(payment, answer, now);
    return outcome.ok ? ok({ ...payment, ...outcome.value }) : outcome;
  }
  const problem = contradiction({ ...payment, hasFailed: payment.status === "FAILED" }, answer);
  return problem ? err(problem) : ok(payment);
}

export type RefundProblem =
  | {
      /** REFUND_UNDER_WAY: all that is left was asked back already, and has not arrived yet. */
      readonly code: "NOT_REFUNDABLE" | "REFUND_UNDER_WAY" | "REFUND_EXCEEDS_PAYMENT";
      readonly refundable: Fen;
    }
  /** Of a payment with several parts a refund names its part, which is a bill. */
  | { readonly code: "BILL_NOT_NAMED" }
  /** The part that is named is no part of the payment. */
  | { readonly code: "BILL_NOT_OF_PAYMENT"; readonly path: readonly string[] };

/** The amount that may still go back. */
const refundable = (payment: Payment): Fen =>
  isRefundable(payment) ? addMoney(payment.amount, fen(-payment.refunded)) : ZERO;

/** The amount that goes back, and of which part; `about` may be left out where the payment has only one. */
type Back = { readonly amount: Fen; readonly about?: string | undefined };

/** Sets an amount aside for a refund, before the channel hears of it. */
export function beginRefund(payment: Payment, { amount, about }: Back): Result<Payment, RefundProblem> {
  const left = refundable(payment);
  if (!isRefundable(payment)) return err({ code: "NOT_REFUNDABLE", refundable: left });
  if (left === 0n) return err({ code: "REFUND_UNDER_WAY", refundable: left });
  const part = partOf(payment, about);
  if (!part && about !== undefined) return err({ code: "BILL_NOT_OF_PAYMENT", path: ["bill"] });
  if (!part) return err({ code: "BILL_NOT_NAMED" });
  const most = addMoney(part.amount, fen(-part.refunded));
  if (amount <= 0n || amount > most) return err({ code: "REFUND_EXCEEDS_PAYMENT", refundable: most });
  return ok(count(payment, "refunded", { amount, about }));
}

/** A refund that the channel declined: the amount can be asked for again. */
export const withdrawRefund = (payment: Payment, { amount, about }: Back): Payment =>
  count(payment, "refunded", { amount: fen(-amount), about });

/** A refund that has come to its end: what was set aside has gone back. */
export const completeRefund = (payment: Payment, back: Back): Payment => count(payment, "returned", back);

/** The part that is named, or the only one. */
export function partOf({ purpose }: Pick<Payment, "purpose">, about?: string): PaidPart | undefined {
  const [first, ...others] = purpose.parts;
  if (about !== undefined) return purpose.parts.find((part) => part.about === about);
  return others.length === 0 ? first : undefined;
}

/** Counts what goes back or has gone back, of the payment and of its part. */
function count(payment: Payment, to: "refunded" | "returned", { amount, about }: Back): Payment {
  const plus = <T extends Payment | PaidPart>(of: T): T => ({
    ...of,
    [to]: addMoney(of[to] ?? ZERO, amount),
  });
  const { kind, parts } = payment.purpose;
  const part = partOf(payment, about);
  const counted = plus(payment);
  return {
    ...{ ...counted, status: statusWith(counted) },
    purpose: { kind, parts: parts.map((each) => (each === part ? plus(each) : each)) },
  };
}

/** The status of one that succeeded, by its refunds: nothing is called refunded that the channel has yet to give back. */
function statusWith({
  amount,
  refunded,
  returned = ZERO,
}: Payment): (typeof REFUNDABLE)[number] | "REFUNDED" {
  if (refunded > returned) return "REFUNDING";
  if (returned === 0n) return "SUCCEEDED";
  return returned === amount ? "REFUNDED" : "PARTLY_REFUNDED";
}
