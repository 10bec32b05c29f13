import { parseMoney } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import type { ChargeOrder, RefundOrder } from "../../../services/money/payments/channels/channel-answer.ts";
import { must } from "../../support/must.ts";

/** When the payments of these tests are created. */
export const AT = "2026-11-23T02:00:00.000Z" as Instant;

export const order = (amount: string, changes: Partial<ChargeOrder> = {}): ChargeOrder => ({
  paymentId: "pay_0123456789abcdef",
  amount: must(parseMoney(amount)),
  currency: "CNY",
  at: AT,
  subject: "Water, November 2026",
  ...changes,
});

export const refundOrder = (amount: string, changes: Partial<RefundOrder> = {}): RefundOrder => ({
  paymentId: "pay_0123456789abcdef",
  refundId: "rfd_0123456789abcdef",
  amount: must(parseMoney(amount)),
  currency: "CNY",
  at: AT,
  ...changes,
});
