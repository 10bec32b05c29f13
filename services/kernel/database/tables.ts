import type { AccessPattern } from "../access-pattern.ts";
import type { Mode } from "../actor.ts";
import type { Instant } from "../instant.ts";

/**
 * Every table and index of the platform: the CDK stack and the local engine create them from this file. `registry` has what
 * belongs to no citizen and to no mode, `records` what belongs to a citizen, `ledger` money; a partition of a ledger is an
 * account of one holder, or a shard of a shared one. docs/tables.md has all access patterns, by service.
 */
export type TableDefinition = {
  /** The table's name without the stage's prefix. */
  readonly name: TableName;
  readonly indexes: readonly IndexDefinition[];
  /** No function may write to it but inside a transaction. */
  readonly writtenInTransactionsOnly?: true;
  /** The database removes a record after the second (since 1970) in its `TIME_TO_LIVE`, up to days later. */
  readonly forgets?: true;
};

export type IndexDefinition = {
  readonly name: IndexName;
  readonly pk: string;
  readonly sk: string;
  /** The fields that the index holds of a record. With its keys alone, each find is then read by `get`. */
  readonly projection: "ALL" | "KEYS_ONLY";
};

export type IndexName = "index1" | "index2";

export type TableName = "registry" | `records-${Mode}` | `ledger-${Mode}`;

export const PK = "pk";
export const SK = "sk";
export const TIME_TO_LIVE = "ttl";

/** The value of `TIME_TO_LIVE` for a record that is kept until then: whole seconds since 1970, none too early. */
export const timeToLive = (until: Instant): number => Math.ceil(Date.parse(until) / 1_000);

/** Sparse: only records that carry the attributes are in the index. */
export const INDEX1 = {
  name: "index1",
  pk: "index1pk",
  sk: "index1sk",
  projection: "ALL",
} as const satisfies IndexDefinition;
export const INDEX2 = {
  name: "index2",
  pk: "index2pk",
  sk: "index2sk",
  projection: "ALL",
} as const satisfies IndexDefinition;
/** An entry of one of these costs one write unit, however long its record is. */
const INDEX1_KEYS = { ...INDEX1, projection: "KEYS_ONLY" } as const satisfies IndexDefinition;
const INDEX2_KEYS = { ...INDEX2, projection: "KEYS_ONLY" } as const satisfies IndexDefinition;

export const TABLES = [
  { name: "registry", indexes: [INDEX1, INDEX2], forgets: true },
  { name: "records-live", indexes: [INDEX1_KEYS, INDEX2_KEYS], forgets: true },
  { name: "records-test", indexes: [INDEX1_KEYS, INDEX2_KEYS], forgets: true },
  { name: "ledger-live", indexes: [INDEX1, INDEX2_KEYS], writtenInTransactionsOnly: true },
  { name: "ledger-test", indexes: [INDEX1, INDEX2_KEYS], writtenInTransactionsOnly: true },
] as const satisfies readonly TableDefinition[];

/** Tables whose audit entries can carry an event: INDEX1 is their outbox. */
export const OUTBOX_TABLES = [
  "registry",
  "records-live",
  "records-test",
] as const satisfies readonly TableName[];
export type OutboxTable = (typeof OUTBOX_TABLES)[number];

/**
 * An index may not show a write until so much later. DynamoDB states no bound for it (within a fraction of a second, as a
 * rule); this is the one that the platform reckons with, and its tests.
 */
export const INDEX_LAG_MAX_MS = 5_000;

/** So many times the writes of one partition can commit events at once. */
export const OUTBOX_SHARDS = 16;

export const recordsTable = (mode: Mode): TableName => `records-${mode}`;
export const ledgerTable = (mode: Mode): TableName => `ledger-${mode}`;

/** "civigraph-dev" and "registry" make "civigraph-dev-registry". */
export const physicalName = (prefix: string, table: TableName): string => `${prefix}-${table}`;

export type Key = { readonly pk: string; readonly sk: string };

export const key = (pk: string, sk: string): Key => ({ pk, sk });

/** The keys of what the kernel writes itself; a service's stand in its own `keys.ts`. */
export const keys = {
  auditEntry: (aggregate: string, sequence: number): Key =>
    key(`audit#${aggregate}`, String(sequence).padStart(12, "0")),
  outbox: (shard: number): string => `outbox#${shard}`,
  outboxDead: "outbox-dead",
  guesses: (who: string) => key(who, "guesses"),
  issue: (id: string) => key(id, "issue"),
  issueSeed: (id: string) => key(id, "seed"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "registry", what: "the audit trail of an aggregate", key: "audit#{aggregate}, {000000000001}" },
  {
    table: "registry",
    what: "its events that wait, oldest first",
    key: "outbox#{shard}, {time}#{aggregate}#{sequence}",
    index: "index1",
  },
  {
    table: "registry",
    what: "its events that were parked",
    key: "outbox-dead, {time}#{aggregate}#{sequence}",
    index: "index1",
  },
  { table: "registry", what: "that a secret was issued under an idempotency key", key: "{issue}, issue" },
  { table: "registry", what: "what it can be shown again from, for a time", key: "{issue}, seed" },
  { table: "records", what: "the audit trail of an aggregate", key: "audit#{aggregate}, {000000000001}" },
  {
    table: "records",
    what: "its events that wait, oldest first",
    key: "outbox#{shard}, {time}#{aggregate}#{sequence}",
    index: "index1",
  },
  {
    table: "records",
    what: "its events that were parked",
    key: "outbox-dead, {time}#{aggregate}#{sequence}",
    index: "index1",
  },
  {
    table: "records",
    what: "wrong guesses by somebody, or of something",
    key: "{caller or what is guessed}, guesses",
  },
  { table: "records", what: "that a secret was issued under an idempotency key", key: "{issue}, issue" },
  { table: "records", what: "what it can be shown again from, for a time", key: "{issue}, seed" },
  { table: "ledger", what: "the audit trail of an aggregate", key: "audit#{aggregate}, {000000000001}" },
] as const satisfies readonly AccessPattern[];
