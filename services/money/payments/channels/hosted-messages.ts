import { type Fields, readFields } from "../../../kernel/fields.ts";
import { formatMoney, parseMoney } from "../../../kernel/money.ts";
import { type Instant, parseInstant } from "../../../kernel/runtime.ts";
import {
  beginBy,
  type ChannelAnswer,
  type ChargeOrder,
  type Declined,
  type Notification,
  notFound,
  type PaymentOrder,
  type RefundOrder,
  type Succeeded,
} from "./channel-answer.ts";

/** The gateway's operations; docs/payment-gateway.md describes what goes back and forth. */
export const PATHS = {
  charge: "/v1/charges",
  query: "/v1/charges/query",
  refund: "/v1/refunds",
  queryRefund: "/v1/refunds/query",
} as const;

export const chargeBody = (order: ChargeOrder): string =>
  JSON.stringify({
    paymentId: order.paymentId,
    amount: formatMoney(order.amount),
    currency: order.currency,
    subject: order.subject,
    returnUrl: order.returnUrl,
    beginBy: beginBy(order),
  });

export const refundBody = (order: RefundOrder): string =>
  JSON.stringify({
    refundId: order.refundId,
    paymentId: order.paymentId,
    number: order.number,
    amount: formatMoney(order.amount),
    currency: order.currency,
    beginBy: beginBy(order),
  });

export const queryBody = ({ paymentId }: PaymentOrder): string => JSON.stringify({ paymentId });

export const queryRefundBody = ({ paymentId, refundId }: RefundOrder): string =>
  JSON.stringify({ refundId, paymentId });

/**
 * The answer to a charge, or to its query, which the gateway answered at `queriedAt`; undefined where it is none to
 * this order.
 */
export function readPaymentAnswer(
  body: string,
  order: PaymentOrder,
  queriedAt?: Instant,
): ChannelAnswer | undefined {
  const fields = readFields(body);
  return fields["paymentId"] === order.paymentId ? readState(fields, order, queriedAt) : undefined;
}

/** The answer to a refund or to its query. */
export function readRefundAnswer(
  body: string,
  order: RefundOrder,
  queriedAt?: Instant,
): ChannelAnswer | undefined {
  return readFields(body)["refundId"] === order.refundId
    ? readPaymentAnswer(body, order, queriedAt)
    : undefined;
}

/** A notification that was signed at `sentAt`. */
export function readNotificationBody(body: string, sentAt: Instant): Notification | undefined {
  const fields = readFields(body);
  const notificationId = readId(fields["notificationId"]);
  const paymentId = readId(fields["paymentId"]);
  const told = readTold(fields);
  const end = readEnd(fields);
  if (!notificationId || !paymentId || !told || !end) return undefined;
  return { ...end, ...told, notificationId, paymentId, sentAt };
}

function readState(fields: Fields, order: PaymentOrder, queriedAt?: Instant): ChannelAnswer | undefined {
  switch (fields["state"]) {
    case "NOT_FOUND":
      return queriedAt && notFound(order, queriedAt);
    case "PENDING": {
      const { goOnUrl } = fields;
      if (goOnUrl === undefined) return { state: "PENDING" };
      return isWebAddress(goOnUrl) ? { state: "PENDING", goOnUrl } : undefined;
    }
    default:
      return readEnd(fields);
  }
}

function readEnd(fields: Fields): Succeeded | Declined | undefined {
  const { state, reason } = fields;
  if (state === "DECLINED")
    return typeof reason === "string" && REASON.test(reason) ? { state, reason } : undefined;
  if (state !== "SUCCEEDED") return undefined;
  const told = readTold(fields);
  const channelNumber = readId(fields["number"]);
  const paidAt = typeof fields["paidAt"] === "string" ? parseInstant(fields["paidAt"]) : undefined;
  return told && channelNumber && paidAt ? { state, ...told, channelNumber, paidAt } : undefined;
}

/** Amount and currency as they were told; whether they are the payment's is not this file's matter. */
function readTold({ amount, currency }: Fields): Pick<Succeeded, "amount" | "currency"> | undefined {
  if (typeof amount !== "string" || typeof currency !== "string" || !CURRENCY.test(currency))
    return undefined;
  const money = parseMoney(amount);
  return money.ok ? { amount: money.value, currency } : undefined;
}

const REASON = /^[A-Z][A-Z0-9_]{0,49}$/;
const CURRENCY = /^[A-Z]{3}$/;
const ID = /^[A-Za-z0-9_.:-]{1,64}$/;
const URL_LENGTH_MAX = 2_048;

const readId = (value: unknown): string | undefined =>
  typeof value === "string" && ID.test(value) ? value : undefined;

/** The payer's browser is sent there, so no other scheme than https, in which a page could not be exchanged. */
const isWebAddress = (value: unknown): value is string =>
  typeof value === "string" &&
  value.length <= URL_LENGTH_MAX &&
  URL.canParse(value) &&
  new URL(value).protocol === "https:";
