import type { Fen } from "../../../kernel/money.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { CallFailure, NotSigned } from "../../../kernel/signed-calls/failures.ts";

/**
 * The order that is told to a channel with every call about a payment. It is fixed when the payment is created and
 * stays the same in every call, so that a call may be repeated.
 */
export type PaymentOrder = {
  readonly paymentId: string;
  readonly amount: Fen;
  readonly currency: "CNY";
  /** When the payment was created; its time to begin runs from here. */
  readonly at: Instant;
};

export type ChargeOrder = PaymentOrder & {
  /** The text that the payer reads at the channel. It leaves the platform: no name, no account number. */
  readonly subject: string;
  /** Where the channel sends the payer who had to go on there. */
  readonly returnUrl?: string | undefined;
};

/** A part of a payment, or all of it, that goes back; `amount` and `at` are the refund's own. */
export type RefundOrder = PaymentOrder & {
  readonly refundId: string;
  /** The channel's number of the charge, where it made several under the payment's id. */
  readonly number?: string | undefined;
};

/** Final: the money has moved. Amount and currency are the channel's words; whether they are right is not judged here. */
export type Succeeded = {
  readonly state: "SUCCEEDED";
  readonly channelNumber: string;
  readonly amount: Fen;
  readonly currency: string;
  /** When the channel moved the money. */
  readonly paidAt: Instant;
};

/** Final: the money has not moved and will not, under this id. */
export type Declined = { readonly state: "DECLINED"; readonly reason: string };

/** The channel has begun and not ended; with a URL, the payer has to go on there. */
export type Pending = { readonly state: "PENDING"; readonly goOnUrl?: string | undefined };

/**
 * Nothing is known: the money may have moved or may yet move. Never a failure; the channel is to be asked again. The
 * reason is for logs and alarms, and nothing may be decided on it.
 */
export type Unknown = { readonly state: "UNKNOWN"; readonly reason: UnknownReason };

export type UnknownReason =
  | CallFailure
  /** The channel knows no such payment, but the call that begins it may still be on its way. */
  | "NOT_RECEIVED_YET";

export type ChannelAnswer = Succeeded | Declined | Pending | Unknown;

/** As for a payment; `paidAt` is when the money went back. A refund never asks the payer to go on somewhere. */
export type RefundAnswer = Succeeded | Declined | Omit<Pending, "goOnUrl"> | Unknown;

/**
 * The message that a channel sends of its own accord about a payment, as it was sent: that the payment exists, and that
 * amount and currency are those of the payment, is for the reader to judge. The same may come twice, and before the
 * answer.
 */
export type Notification = {
  /** The channel's; the same for the same notification sent again. */
  readonly notificationId: string;
  readonly paymentId: string;
  readonly amount: Fen;
  readonly currency: string;
  readonly sentAt: Instant;
} & (Succeeded | Declined);

/** Not a notification of this channel; OUT_OF_TIME where it may be an old one sent again by somebody else. */
export type NotAuthentic = NotSigned | { readonly code: "OUT_OF_TIME" };

/** So long after a payment or refund was created a channel may begin it. */
const BEGIN_WITHIN_MS = 120_000;
/** Beyond that, for a call that the channel took in the last moment and has not put down yet. */
const STILL_BEGINNING_MS = 30_000;

/** The declined reason of what never reached the channel in time. */
export const NEVER_RECEIVED = "NEVER_RECEIVED";

/** The moment after which the channel begins it no more, so that not having received it becomes final. */
export const beginBy = ({ at }: Pick<PaymentOrder, "at">): Instant => plusMs(at, BEGIN_WITHIN_MS);

/** The meaning of the channel's knowing no such payment or refund, when it says so at `at` by its own clock. */
export function notFound(order: Pick<PaymentOrder, "at">, at: Instant): Declined | Unknown {
  return at > plusMs(beginBy(order), STILL_BEGINNING_MS)
    ? { state: "DECLINED", reason: NEVER_RECEIVED }
    : { state: "UNKNOWN", reason: "NOT_RECEIVED_YET" };
}
