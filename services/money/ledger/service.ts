import type { Service } from "../../kernel/service.ts";
import { ledgerKeys } from "./keys.ts";

const VERIFICATIONS = (["live", "test"] as const).flatMap((mode) => [
  ledgerKeys.verification(mode).pk,
  ledgerKeys.checkpoints(mode, "*"),
]);

export const LEDGER = {
  name: "money/ledger",
  schema: ["ledger"],
  ids: ["tfr", "hld"],
  models: ["LedgerAccount", "LedgerDifference", "TrialBalance", "TrialBalanceLine", "StatementLine"],
  messages: [],
  // Balances change in the commits of those who pay and are paid, and in no other way.
  inApi: {
    needs: {
      data: [
        { does: "read", in: ["ledger"] },
        { does: "write", in: ["ledger"] },
        { does: "find", in: ["ledger"], by: "index1" },
      ],
    },
  },
  schedules: [
    {
      name: "verify-ledger",
      does: "verifies the ledgers",
      logs: "ledger",
      everyMinutes: 60,
      // As long as a function may; a run that takes longer goes on in the next hour.
      timeoutSeconds: 900,
      // For the pages that are under way, and for what is booked meanwhile.
      reserveSeconds: 120,
      // A whole processor: what it sums up, it has to read first.
      memoryMb: 1_769,
      // The one scan that any function may do; nothing else of the registry can be written over by what was found.
      needs: {
        data: [
          { does: "read", in: ["ledger"] },
          { does: "scan", in: ["ledger"] },
          { does: "find", in: ["ledger"], by: "index1" },
          { does: "find", in: ["ledger"], by: "index2" },
          { does: "read", in: ["registry"], within: VERIFICATIONS },
          { does: "put", in: ["registry"], within: VERIFICATIONS, outsideTransactions: true },
        ],
        derivesKeys: true,
      },
      alarms: [
        {
          name: "LedgerImbalance",
          means: "the books do not balance",
          on: "number",
          metric: "LedgerImbalanceFen",
          field: "imbalanceFen",
          from: 1,
        },
        {
          name: "LedgerDifferences",
          means: "balances are not what their transfers say",
          on: "number",
          metric: "LedgerDifferenceCount",
          field: "differences",
          from: 1,
        },
        {
          // A ledger is verified once a day; twice that, and it is not. No call tells of no age at all.
          name: "LedgerUnverified",
          means: "the ledgers have not been verified",
          on: "number",
          metric: "LedgerVerificationAgeSeconds",
          field: "ageSeconds",
          from: 172_800,
          isRaisedBySilence: true,
        },
      ],
    },
  ],
} as const satisfies Service;
