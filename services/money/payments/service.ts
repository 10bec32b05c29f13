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
  // With the event of a payment or refund its channel is asked, and what is paid is settled.
  needsIn: {
    "deliver-events": {
      data: [
        { does: "read", in: ["records", "ledger"] },
        { does: "write", in: ["records", "ledger"] },
      ],
      secrets: ["paymentGatewaysId"],
    },
  },
} as const satisfies Service;
