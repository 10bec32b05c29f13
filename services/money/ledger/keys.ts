import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { Mode } from "../../kernel/actor.ts";
import { key } from "../../kernel/database/tables.ts";

/**
 * Accounts and what moves between them: in `ledger`, by partition of an account. How far a ledger is verified stands in
 * `registry`.
 */
export const ledgerKeys = {
  account: (partition: string) => key(partition, "account"),
  transfer: (partition: string, id: string) => key(partition, `transfer#${id}`),
  /** Of the index: the transfers whose other leg is on this partition. */
  beside: (partition: string): string => partition,
  reversal: (partition: string, id: string) => key(partition, `reversal#${id}`),
  hold: (partition: string, id: string) => key(partition, `hold#${id}`),
  verification: (mode: Mode) => key(`ledger-verification#${mode}`, "progress"),
  trialBalance: (mode: Mode, startedAt: string) =>
    key(`ledger-verification#${mode}`, `trial-balance#${startedAt}`),
  trialBalances: { skPrefix: "trial-balance#" },
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "ledger", what: "an account or a shard: its balance", key: "{partition}, account" },
  {
    table: "ledger",
    what: "a transfer; an account's by time",
    key: "{partition of the first leg}, transfer#{transfer}",
  },
  {
    table: "ledger",
    what: "the same for the leg beside it",
    key: "{partition of the other leg}, {transfer}",
    index: "index1",
  },
  { table: "ledger", what: "what takes a transfer back", key: "{partition}, reversal#{transfer}" },
  { table: "ledger", what: "a hold", key: "{partition}, hold#{hold}" },
  {
    table: "registry",
    what: "how far a ledger's verification is",
    key: "ledger-verification#{mode}, progress",
  },
  { table: "registry", what: "a trial balance", key: "ledger-verification#{mode}, trial-balance#{time}" },
  {
    table: "registry",
    what: "its trial balances by time",
    key: "ledger-verification#{mode}, trial-balance#…",
  },
] as const satisfies readonly AccessPattern[];
