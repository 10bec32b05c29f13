import type { Service } from "../../kernel/service.ts";
import { PAYMENT_EVENTS } from "./events.ts";
import { PAYMENT_MESSAGES } from "./messages.ts";

export const PAYMENTS = {
  name: "money/payments",
  schema: ["payments", "receipts"],
  ids: ["pay", "rfd", "dep"],
  models: [
    "Payment",
    "Receipt",
    "ReceiptLine",
    "Refund",
    "InsufficientFunds",
    "ChannelUnavailable",
    "NotRefundable",
    "AlreadyRecorded",
  ],
  messages: [PAYMENT_MESSAGES],
  events: PAYMENT_EVENTS,
} as const satisfies Service;
