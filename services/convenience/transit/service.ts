import type { Service } from "../../kernel/service.ts";
import { TRANSIT_EVENTS } from "./events.ts";
import { TRANSIT_MESSAGES } from "./messages.ts";

export const TRANSIT = {
  name: "convenience/transit",
  schema: ["transit", "transit-cards", "transit-trips", "ride-codes"],
  ids: ["crd", "trp"],
  models: [
    "TransitFare",
    "TransitOperator",
    "TransitCard",
    "IssuedTransitCard",
    "OperatedTrip",
    "TransitTrip",
    "TransitPass",
    "TransitPrice",
    "RideCodeUsed",
    "CardBusy",
    "NumberTaken",
    "CardInArrears",
    "TransitStation",
    "TransitLine",
    "TransitRoute",
    "TransitLeg",
  ],
  messages: [TRANSIT_MESSAGES],
  events: TRANSIT_EVENTS,
} as const satisfies Service;
