import { type Fen, fen } from "../../../kernel/money.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { ChannelAnswer, Notification, PaymentOrder, Succeeded } from "./channel-answer.ts";

/**
 * The sandbox's treatment of an amount, by its last two digits (fen); every other amount succeeds at once. A refund
 * goes by the refund's amount. docs/payment-gateway.md shows the same table.
 */
export const SANDBOX_SCRIPT = {
  "91": "DECLINED",
  "92": "TIMED_OUT_THEN_SUCCEEDED",
  "93": "TIMED_OUT_THEN_DECLINED",
  "94": "NOTIFIED_TWICE",
  "95": "NOTIFIED_BEFORE_ANSWER",
  "96": "PENDING_THEN_SUCCEEDED",
  "97": "NOTIFIED_OTHER_AMOUNT",
  "98": "NOTIFIED_OTHER_CURRENCY",
} as const satisfies Readonly<Record<string, string>>;

type Part = (typeof SANDBOX_SCRIPT)[keyof typeof SANDBOX_SCRIPT] | "SUCCEEDED";

/** So long after a payment was created, what timed out or was pending has come to its end. */
export const SANDBOX_SETTLES_AFTER_MS = 5_000;

const PARTS: ReadonlyMap<string, Part> = new Map(Object.entries(SANDBOX_SCRIPT));

function partOf(amount: Fen): Part {
  const digits = (amount % 100n).toString().padStart(2, "0");
  return PARTS.get(digits) ?? "SUCCEEDED";
}

/** The effect of one call of the sandbox: whom it tells before it answers, and the answer. */
export type Scene = { readonly notifications: readonly Notification[]; readonly answer: ChannelAnswer };

type Told = PaymentOrder & { readonly refundId?: string; readonly returnUrl?: string | undefined };

/** The effect of the call that begins a payment or a refund. Of refunds nobody is notified. */
export function begin(order: Told, now: Instant): Scene {
  const isSettled = now >= settlesAt(order);
  const later = answerTo(order, now);
  const isPayment = order.refundId === undefined;
  switch (partOf(order.amount)) {
    case "SUCCEEDED":
    case "DECLINED":
      return { notifications: [], answer: later };
    case "TIMED_OUT_THEN_SUCCEEDED":
    case "TIMED_OUT_THEN_DECLINED":
      return { notifications: [], answer: isSettled ? later : { state: "UNKNOWN", reason: "TIMED_OUT" } };
    case "PENDING_THEN_SUCCEEDED": {
      const goOnUrl = isPayment ? order.returnUrl : undefined;
      return {
        notifications: [],
        answer: isSettled || goOnUrl === undefined ? later : { state: "PENDING", goOnUrl },
      };
    }
    case "NOTIFIED_BEFORE_ANSWER":
      return { notifications: isPayment ? [notification(order)] : [], answer: later };
    case "NOTIFIED_TWICE":
      return notifyInstead(order, [notification(order), notification(order)], later);
    case "NOTIFIED_OTHER_AMOUNT":
      return notifyInstead(order, [notification(order, { amount: fen(order.amount - 1n) })], later);
    case "NOTIFIED_OTHER_CURRENCY":
      return notifyInstead(order, [notification(order, { currency: "USD" })], later);
  }
}

/** The answer leaves it to the notification how the payment ended; a refund has to say it itself. */
function notifyInstead(order: Told, notifications: readonly Notification[], later: ChannelAnswer): Scene {
  if (order.refundId !== undefined) return { notifications: [], answer: later };
  return { notifications, answer: { state: "PENDING" } };
}

/** How far a payment or a refund is, to one who asks. */
export function answerTo(order: Told, now: Instant): ChannelAnswer {
  const isSettled = now >= settlesAt(order);
  switch (partOf(order.amount)) {
    case "DECLINED":
      return { state: "DECLINED", reason: "INSUFFICIENT_FUNDS" };
    case "TIMED_OUT_THEN_DECLINED":
      return isSettled ? { state: "DECLINED", reason: "PAYER_NOT_REACHED" } : { state: "PENDING" };
    case "TIMED_OUT_THEN_SUCCEEDED":
    case "PENDING_THEN_SUCCEEDED":
      return isSettled ? successOf(order, settlesAt(order)) : { state: "PENDING" };
    default:
      return successOf(order, order.at);
  }
}

const settlesAt = ({ at }: PaymentOrder): Instant => plusMs(at, SANDBOX_SETTLES_AFTER_MS);

const successOf = ({ paymentId, refundId, amount, currency }: Told, paidAt: Instant): Succeeded => ({
  state: "SUCCEEDED",
  channelNumber: `sandbox-${refundId ?? paymentId}`,
  amount,
  currency,
  paidAt,
});

type Wrong = { readonly amount?: Fen; readonly currency?: string };

const notification = (order: PaymentOrder, wrong: Wrong = {}): Notification => ({
  ...successOf(order, order.at),
  notificationId: `sandbox-notification-${order.paymentId}`,
  paymentId: order.paymentId,
  sentAt: order.at,
  ...wrong,
});
