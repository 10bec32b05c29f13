import type { Service } from "../../kernel/service.ts";
import { UTILITY_EVENTS } from "./events.ts";
import { UTILITY_MESSAGES } from "./messages.ts";

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
  messages: [UTILITY_MESSAGES],
  events: UTILITY_EVENTS,
} as const satisfies Service;
