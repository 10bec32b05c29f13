import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { Mode } from "../../kernel/actor.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";

const LIST_SHARDS = 16;

/** Lists of all accounts are spread over these. */
export const LISTS: readonly string[] = Array.from({ length: LIST_SHARDS }, (_, i) =>
  String(i).padStart(2, "0"),
);

const listOf = (partition: string): string => LISTS[shardOf(partition, LIST_SHARDS)] ?? "";

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
  /** Of the other index: the accounts of one holder. */
  opened: (list: string): string => `accounts#${list}`,
  openedAs: (partition: string): string => ledgerKeys.opened(listOf(partition)),
  verification: (mode: Mode) => key(`ledger-verification#${mode}`, "progress"),
  fullVerification: (mode: Mode) => key(`ledger-verification#${mode}`, "full"),
  checkpoints: (mode: Mode, list: string): string => `ledger-checkpoint#${mode}#${list}`,
  checkpoint: (mode: Mode, partition: string) =>
    key(ledgerKeys.checkpoints(mode, listOf(partition)), partition),
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
  {
    table: "ledger",
    what: "the accounts of one holder, for their verification",
    key: "accounts#{shard}, {partition}",
    index: "index2",
  },
  { table: "ledger", what: "what takes a transfer back", key: "{partition}, reversal#{transfer}" },
  { table: "ledger", what: "a hold", key: "{partition}, hold#{hold}" },
  {
    table: "registry",
    what: "how far a ledger's verification is",
    key: "ledger-verification#{mode}, progress",
  },
  {
    table: "registry",
    what: "how far the last verification from the first transfer on is",
    key: "ledger-verification#{mode}, full",
  },
  {
    table: "registry",
    what: "the checkpoint of a partition",
    key: "ledger-checkpoint#{mode}#{shard}, {partition}",
  },
  {
    table: "registry",
    what: "the checkpoints of a ledger, by partition",
    key: "ledger-checkpoint#{mode}#{shard}",
  },
  { table: "registry", what: "a trial balance", key: "ledger-verification#{mode}, trial-balance#{time}" },
  {
    table: "registry",
    what: "its trial balances by time",
    key: "ledger-verification#{mode}, trial-balance#…",
  },
] as const satisfies readonly AccessPattern[];
