import type { Service } from "../../kernel/service.ts";
import { SETTLEMENT_MESSAGES } from "./messages.ts";

export const SETTLEMENTS = {
  name: "money/settlements",
  schema: ["settlements"],
  ids: ["stl", "stc", "stb", "chs"],
  models: [
    "SettlementContract",
    "SettlementFee",
    "PublishedFee",
    "Settlement",
    "SettlementLine",
    "SettlementBook",
    "ContractDecided",
    "ChannelSettlement",
  ],
  messages: [SETTLEMENT_MESSAGES],
  schedules: [
    {
      name: "settle-days",
      does: "settles with billers and operators by day",
      logs: "settlements",
      everyMinutes: 60,
      waitsForDemo: true,
      timeoutSeconds: 600,
      memoryMb: 512,
      needs: {
        data: [
          { does: "read", in: ["records", "ledger"] },
          { does: "write", in: ["records", "ledger"] },
          { does: "find", in: ["records", "ledger"], by: "index1" },
        ],
      },
      alarms: [
        {
          name: "MissedSettlements",
          means: "days are not settled with billers and operators",
          on: "missed calls",
        },
        {
          // A day can be settled an hour after its end; the call after that has done it.
          name: "LateSettlements",
          means: "a day has not been settled with a biller or an operator",
          on: "number",
          metric: "SettlementDueSeconds",
          field: "oldestDueSeconds",
          from: 21_600,
        },
        {
          name: "SettlementDifferences",
          means:
            "a biller's or an operator's account does not hold what its transfers say, and is not settled with",
          on: "number",
          metric: "SettlementDifferenceCount",
          field: "differing",
          from: 1,
        },
        {
          name: "NegativeSettlements",
          means: "a biller or an operator has owed the platform for a month",
          on: "number",
          metric: "SettlementNegativeDays",
          field: "negativeDays",
          from: 30,
          isLiveOnly: true,
        },
      ],
    },
  ],
} as const satisfies Service;
