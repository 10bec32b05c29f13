import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
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
