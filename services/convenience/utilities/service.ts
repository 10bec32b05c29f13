import type { Needs } from "../../kernel/needs.ts";
import type { Service } from "../../kernel/service.ts";
import { UTILITY_EVENTS } from "./events.ts";
import { UTILITY_FIELDS } from "./field-words.ts";
import { UTILITY_MESSAGES } from "./messages.ts";

const ENDS_PAYMENTS: Needs = {
  data: [
    { does: "read", in: ["records"] },
    { does: "write", in: ["records"] },
  ],
};

export const UTILITIES = {
  name: "convenience/utilities",
  schema: ["utilities", "bills", "bill-payments", "automatic-payment", "meter-readings"],
  ids: ["bill", "uac"],
  models: [
    "Biller",
    "Bill",
    "UtilityAccount",
    "PayableBills",
    "AutomaticPayment",
    "BillRating",
    "CorrectedRating",
    "CountedRegister",
    "ProvenHousehold",
    "UsageOfYear",
    "LateFee",
    "BillNumberTaken",
    "BillNotPayable",
    "UtilityQuote",
    "RatedTier",
    "Tariff",
    "TariffTier",
    "RatingLine",
    "HouseholdExtension",
    "TimeOfUsePrices",
    "TariffSurcharge",
  ],
  fieldWords: UTILITY_FIELDS,
  messages: [UTILITY_MESSAGES],
  events: UTILITY_EVENTS,
  // Bills are kept, paid or open again in the commit in which their payment or refund ends.
  needsIn: { "payment-notification": ENDS_PAYMENTS, "deliver-events": ENDS_PAYMENTS },
  schedules: [
    {
      name: "pay-automatically",
      does: "pays bills that are to be paid by themselves, and reminds of the others before they are due",
      logs: "automatic payments",
      everyMinutes: 10,
      timeoutSeconds: 300,
      memoryMb: 512,
      needs: {
        data: [
          { does: "read", in: ["records", "ledger"] },
          { does: "write", in: ["records", "ledger"] },
          { does: "find", in: ["records"], by: "index1" },
        ],
        secrets: ["paymentGateways"],
      },
      alarms: [
        {
          name: "MissedAutomaticPayments",
          means: "bills are not paid by themselves, and nobody is reminded of them",
          on: "missed calls",
        },
        {
          // A bill that a fault keeps from being paid is logged as one, and tried again at the next call.
          name: "AutomaticPaymentFaults",
          means: "a fault keeps bills from being paid by themselves",
          on: "fault",
          metric: "AutomaticPaymentFaultCount",
        },
      ],
    },
  ],
} as const satisfies Service;
