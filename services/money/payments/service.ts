import type { Service } from "../../kernel/service.ts";
import { PAYMENT_EVENTS } from "./events.ts";
import { PAYMENT_MESSAGES } from "./messages.ts";
import { PAYMENT_SETTINGS } from "./settings.ts";

export const PAYMENTS = {
  name: "money/payments",
  schema: ["payments", "channel-differences", "receipts", "chargebacks"],
  ids: ["pay", "rfd", "dep", "dif", "cbk"],
  models: [
    "Payment",
    "OfferedChannel",
    "Receipt",
    "ReceiptLine",
    "Refund",
    "Chargeback",
    "InsufficientFunds",
    "ChannelUnavailable",
    "NotRefundable",
    "AlreadyRecorded",
    "ChannelDifference",
    "NotResolvable",
  ],
  messages: [PAYMENT_MESSAGES],
  events: PAYMENT_EVENTS,
  settings: PAYMENT_SETTINGS,
  inApi: { needs: { data: [], secrets: ["paymentGateways"], choices: ["siteOrigin"] } },
  endpoints: [
    {
      name: "payment-notification",
      routes: [{ method: "POST", path: "/payment-notifications/{mode}" }],
      does: "what payment gateways tell",
      admits:
        "A payment gateway signs each notification with a key that the function knows; whatever is not signed so is refused.",
      timeoutSeconds: 10,
      memoryMb: 512,
      needs: {
        data: [
          { does: "read", in: ["records", "ledger"] },
          { does: "write", in: ["records", "ledger"] },
        ],
        secrets: ["paymentGateways"],
      },
      alarms: [
        {
          name: "NotificationFaults",
          means: "payment notifications are refused, or cannot be taken",
          on: "fault",
          metric: "NotificationFaultCount",
        },
        {
          name: "NotificationErrors",
          means: "the function for notifications crashes or times out",
          on: "crash",
        },
      ],
    },
  ],
  // With the event of a payment or refund its channel is asked, and what is paid is settled.
  needsIn: {
    "deliver-events": {
      data: [
        { does: "read", in: ["records", "ledger"] },
        { does: "write", in: ["records", "ledger"] },
      ],
      secrets: ["paymentGateways"],
    },
    // It tells how long differences from channels wait, beside how the books stand.
    "verify-ledger": {
      data: [
        { does: "read", in: ["records"] },
        { does: "find", in: ["records"], by: "index1" },
      ],
    },
  },
  alarmsIn: {
    "verify-ledger": [
      {
        // A difference near the end of a day is gone with the next day's file; treasurers look on working days.
        name: "UnresolvedDifferences",
        means: "differences from payment channels wait for treasurers",
        on: "number",
        metric: "UnresolvedDifferenceAgeSeconds",
        field: "oldestDifferenceSeconds",
        from: 259_200,
      },
    ],
    "deliver-events": [
      {
        // An open payment's event waits for its end. A gateway declines what is not confirmed in a quarter of an hour.
        name: "UnknownPayments",
        means: "payments have not ended for an hour",
        on: "number",
        metric: "OpenPaymentAgeSeconds",
        field: "oldestPostponedSeconds",
        from: 3_600,
      },
    ],
  },
} as const satisfies Service;
