import type { Service } from "../../kernel/service.ts";

export const LEDGER = {
  name: "money/ledger",
  schema: ["ledger"],
  ids: ["tfr", "hld"],
  models: ["LedgerAccount", "TrialBalance", "TrialBalanceLine", "StatementLine"],
  messages: [],
} as const satisfies Service;
