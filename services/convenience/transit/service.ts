import type { Needs } from "../../kernel/needs.ts";
import type { Service } from "../../kernel/service.ts";
import { TRANSIT_EVENTS } from "./events.ts";
import { TRANSIT_FIELDS } from "./field-words.ts";
import { TRANSIT_MESSAGES } from "./messages.ts";
import { REFUSED_ENTRY_MESSAGES } from "./rides/messages.ts";

const ENDS_PAYMENTS: Needs = {
  data: [
    { does: "read", in: ["records", "ledger"] },
    { does: "write", in: ["records", "ledger"] },
  ],
};

export const TRANSIT = {
  name: "convenience/transit",
  schema: [
    "transit",
    "transit-cards",
    "transit-trips",
    "transit-entitlements",
    "ride-codes",
    "transit-clearing",
    "transit-withholding",
    "transit-tariffs",
  ],
  ids: ["crd", "trp", "wth"],
  models: [
    "TransitFare",
    "TransitFarePart",
    "TransitOperator",
    "TransitEntitlement",
    "TransitEntitlementRule",
    "OperatedEntitlement",
    "TransitCard",
    "IssuedTransitCard",
    "FareWithholding",
    "WithholdingTerms",
    "OperatedTrip",
    "TransitTrip",
    "RefusedEntry",
    "OperatedRefusal",
    "EntryRefused",
    "TransitPass",
    "TransitPrice",
    "RideCodeUsed",
    "CardBusy",
    "CannotEnter",
    "CardBlocked",
    "CardHeldAlready",
    "NumberTaken",
    "CardInArrears",
    "ClearingRule",
    "TransitTariff",
    "DistanceFare",
    "FareBand",
    "FareStep",
    "SpendStep",
    "LineFare",
    "EarlyBird",
    "WalkedTransfer",
    "ModeChange",
    "OperatedLine",
    "TransitStation",
    "TransitLine",
    "TransitRoute",
    "TransitLeg",
  ],
  fieldWords: TRANSIT_FIELDS,
  messages: [TRANSIT_MESSAGES, REFUSED_ENTRY_MESSAGES],
  events: TRANSIT_EVENTS,
  // A top-up goes to the card that has the value by the time its payment ends, and a refund comes from there.
  needsIn: { "payment-notification": ENDS_PAYMENTS, "deliver-events": ENDS_PAYMENTS },
  schedules: [
    {
      name: "end-rides",
      does: "charges rides of which an end is missing",
      logs: "rides",
      everyMinutes: 5,
      timeoutSeconds: 120,
      memoryMb: 512,
      needs: {
        data: [
          { does: "read", in: ["records", "ledger"] },
          { does: "write", in: ["records", "ledger"] },
          { does: "find", in: ["records"], by: "index1" },
          { does: "read", in: ["registry"], within: ["clearing#*"] },
        ],
      },
      alarms: [
        {
          name: "MissedRideEnds",
          means: "rides of which an end is missing are not charged",
          on: "missed calls",
        },
      ],
    },
    {
      name: "collect-fares",
      does: "collects fares after the ride, by contract",
      logs: "collected fares",
      everyMinutes: 5,
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
          name: "MissedFareCollections",
          means: "fares are not collected after the ride",
          on: "missed calls",
        },
        {
          // A collection that a fault stops is logged as one, and tried again at the next call.
          name: "FareCollectionFaults",
          means: "a fault keeps fares from being collected",
          on: "fault",
          metric: "FareCollectionFaultCount",
        },
      ],
    },
  ],
} as const satisfies Service;
