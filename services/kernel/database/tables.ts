import type { AccessPattern } from "../access-pattern.ts";
import type { Mode } from "../actor.ts";
import type {
  CardId,
  CitizenId,
  ConsentRequestId,
  KeyId,
  PartnerId,
  PayoutAccountId,
  PayoutId,
  UtilityAccountId,
} from "../ids.ts";
import { shardOf } from "./shard.ts";

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
  readonly name: string;
  readonly pk: string;
  readonly sk: string;
  /** The fields that the index holds of a record. With its keys alone, each find is then read by `get`. */
  readonly projection: "ALL" | "KEYS_ONLY";
};

export type TableName = "registry" | `records-${Mode}` | `ledger-${Mode}`;

export const PK = "pk";
export const SK = "sk";
export const TIME_TO_LIVE = "ttl";

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
  { name: "ledger-live", indexes: [INDEX1], writtenInTransactionsOnly: true },
  { name: "ledger-test", indexes: [INDEX1], writtenInTransactionsOnly: true },
] as const satisfies readonly TableDefinition[];

/** Tables whose audit entries can carry an event: INDEX1 is their outbox. */
export const OUTBOX_TABLES = [
  "registry",
  "records-live",
  "records-test",
] as const satisfies readonly TableName[];
export type OutboxTable = (typeof OUTBOX_TABLES)[number];

/** Over so many partitions of the index the accounts are spread whose bills are paid by themselves. */
export const AUTOMATIC_PAYMENT_SHARDS = 16;

/** Over so many partitions of the index the cards are spread that have a ride to be ended. */
export const OPEN_RIDE_SHARDS = 16;

/** So many times the writes of one partition can commit events at once. */
export const OUTBOX_SHARDS = 16;

export const recordsTable = (mode: Mode): TableName => `records-${mode}`;
export const ledgerTable = (mode: Mode): TableName => `ledger-${mode}`;

/** "civigraph-dev" and "registry" make "civigraph-dev-registry". */
export const physicalName = (prefix: string, table: TableName): string => `${prefix}-${table}`;

export type Key = { readonly pk: string; readonly sk: string };

export const key = (pk: string, sk: string): Key => ({ pk, sk });

export const keys = {
  partner: (id: PartnerId) => key(id, "partner"),
  apiKey: (id: PartnerId, keyId: KeyId) => key(id, `key#${keyId}`),
  apiKeys: { skPrefix: "key#" },
  representative: (mode: Mode, id: CitizenId): string => `representative#${mode}#${id}`,
  partnersByStatus: (status: string): string => `partners#${status}`,
  itemDraft: (code: string) => key(`item#${code}`, "draft"),
  itemHead: (code: string) => key(`item#${code}`, "head"),
  itemVersion: (code: string, version: number) => key(`item#${code}`, `version#${pad(version, 5)}`),
  itemInRegion: (region: string, code: string) => key(`catalogue#${region}`, code),
  profile: (id: CitizenId) => key(id, "profile"),
  consents: (id: CitizenId, partner: PartnerId) => key(id, `consent#${partner}`),
  allConsents: { skPrefix: "consent#" },
  access: (id: CitizenId, at: string, requestId: string) => key(id, `access#${at}#${requestId}`),
  allAccesses: { skPrefix: "access#" },
  consentRequest: (id: ConsentRequestId) => key(id, "request"),
  biller: (id: PartnerId) => key(id, "biller"),
  billersOf: (region: string): string => `billers#${region}`,
  utilityAccount: (id: UtilityAccountId) => key(id, "account"),
  bill: (account: UtilityAccountId, position: string) => key(account, `bill#${position}`),
  bills: { skPrefix: "bill#" },
  billNumber: (biller: PartnerId, number: string) => key(`bill-number#${biller}#${number}`, "bill"),
  boundAccount: (citizen: CitizenId, account: UtilityAccountId) => key(citizen, `utility-account#${account}`),
  boundAccounts: { skPrefix: "utility-account#" },
  utilityUsage: (account: UtilityAccountId, year: string) => key(account, `usage#${year}`),
  automaticPayment: (account: UtilityAccountId, position: string) => key(account, `autopay#${position}`),
  automaticPayments: (account: UtilityAccountId): string =>
    keys.automaticPaymentsIn(shardOf(account, AUTOMATIC_PAYMENT_SHARDS)),
  automaticPaymentsIn: (shard: number): string => `autopay#${shard}`,
  billRating: (account: UtilityAccountId, position: string) => key(account, `rating#${position}`),
  transitOperator: (id: PartnerId) => key(id, "transit-operator"),
  transitCard: (id: CardId) => key(id, "card"),
  refusedCards: (region: string): string => `refused-cards#${region}`,
  heldCard: (holder: CitizenId, id: CardId) => key(holder, `transit-card#${id}`),
  rideBook: (card: CardId) => key(card, "rides"),
  openRides: (card: CardId): string => keys.openRidesIn(shardOf(card, OPEN_RIDE_SHARDS)),
  openRidesIn: (shard: number): string => `open-rides#${shard}`,
  trip: (card: CardId, at: string, id: string) => key(card, `trip#${at}#${id}`),
  trips: { skPrefix: "trip#" },
  tap: (operator: PartnerId, tap: string) => key(`tap#${operator}#${tap}`, "tap"),
  rideCode: (id: string) => key(`ride-code#${id}`, "use"),
  heldCards: { skPrefix: "transit-card#" },
  guesses: (id: CitizenId | PartnerId | UtilityAccountId | CardId | PayoutAccountId) => key(id, "guesses"),
  payment: (payer: CitizenId | PartnerId, at: string, id: string) => key(payer, `payment#${at}#${id}`),
  payments: { skPrefix: "payment#" },
  deposit: (partner: PartnerId, at: string, id: string) => key(partner, `deposit#${at}#${id}`),
  bankReference: (number: string) => key(`bank-reference#${number}`, "deposit"),
  payout: (id: PayoutId) => key(id, "payout"),
  payoutsOwed: "payouts-owed",
  refund: (payment: string, at: string, id: string) => key(payment, `refund#${at}#${id}`),
  refunds: { skPrefix: "refund#" },
  housingFundAccount: (id: CitizenId) => key(id, "housing-fund#account"),
  housingFundContribution: (id: CitizenId, month: string) => key(id, `housing-fund#contribution#${month}`),
  housingFundContributions: { skPrefix: "housing-fund#contribution#" },
  housingFundLoan: (id: CitizenId, number: string) => key(id, `housing-fund#loan#${number}`),
  housingFundLoans: { skPrefix: "housing-fund#loan#" },
  housingFundInterest: (id: CitizenId, on: string) => key(id, `housing-fund#interest#${on}`),
  housingFundInterests: { skPrefix: "housing-fund#interest#" },
  housingFundWithdrawals: (id: CitizenId) => key(id, "housing-fund#withdrawals"),
  ledgerAccount: (partition: string) => key(partition, "account"),
  transfer: (partition: string, id: string) => key(partition, `transfer#${id}`),
  reversal: (partition: string, id: string) => key(partition, `reversal#${id}`),
  hold: (partition: string, id: string) => key(partition, `hold#${id}`),
  verification: (mode: Mode) => key(`ledger-verification#${mode}`, "progress"),
  trialBalance: (mode: Mode, startedAt: string) =>
    key(`ledger-verification#${mode}`, `trial-balance#${startedAt}`),
  trialBalances: { skPrefix: "trial-balance#" },
  notification: (id: CitizenId, eventId: string) => key(id, `notification#${eventId}`),
  allNotifications: { skPrefix: "notification#" },
  unread: (id: CitizenId): string => `unread#${id}`,
  outbox: (shard: number): string => `outbox#${shard}`,
  outboxDead: "outbox-dead",
  auditEntry: (aggregate: string, sequence: number): Key => ({
    pk: `audit#${aggregate}`,
    sk: pad(sequence, 12),
  }),
} as const;

const pad = (value: number, width: number): string => value.toString().padStart(width, "0");

/** The access patterns of the kernel itself; the patterns of the other keys stand in the keys.ts of their services. */
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
  { table: "ledger", what: "the audit trail of an aggregate", key: "audit#{aggregate}, {000000000001}" },
] as const satisfies readonly AccessPattern[];
