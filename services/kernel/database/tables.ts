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
 * Every table, index and key template of the platform, under the access patterns that they serve. The CDK stack
 * and the local engine create their tables from this file.
 *
 * `registry`: what belongs to no citizen and to no mode.
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | a partner; a partner's key (one batch)  | pk = partner id, sk = `partner` or `key#{keyId}`       |
 * | a partner's keys                        | pk = partner id, sk begins with `key#`                 |
 * | partners that a citizen represents      | index1: pk = `representative#{mode}#{citizen id}`      |
 * | partners of an enterprise               | see keys.ts in people/partners                         |
 * | a partner's profile as a biller         | pk = partner id, sk = `biller`                         |
 * | a partner's profile as a transit operator | pk = partner id, sk = `transit-operator`             |
 * | billers of a region                     | index1: pk = `billers#{region}`, sk = partner id       |
 * | partners by status, oldest first        | index2: pk = `partners#{status}`, sk = time + id       |
 * | a service item's draft or version       | pk = `item#{code}`, sk = `draft` or `version#{00001}`  |
 * | an item's head (version, roll-out)      | pk = `item#{code}`, sk = `head`                        |
 * | changes of an item's roll-out           | see services/government/catalogue/keys.ts              |
 * | items of a region                       | pk = `catalogue#{region}`, sk = item code              |
 * | halls and their list                    | see services/government/halls/keys.ts                  |
 * | how far a ledger's verification is      | pk = `ledger-verification#{mode}`, sk = `progress`     |
 * | its trial balances by time              | the same pk, sk = `trial-balance#{time}`               |
 * | the audit trail of an aggregate         | pk = `audit#{aggregate}`, sk = `{000000000001}`        |
 * | its events that wait, oldest first      | index1: pk = `outbox#{shard}`, sk = time + entry       |
 * | its events that were parked             | index1: pk = `outbox-dead`, sk = time + entry          |
 *
 * `records` (one table for each mode): what belongs to a citizen.
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | a citizen's profile                     | pk = citizen id, sk = `profile`                        |
 * | a partner's consents by a citizen       | pk = citizen id, sk = `consent#{partner id}`           |
 * | all consents of a citizen               | pk = citizen id, sk begins with `consent#`             |
 * | who read a citizen's data, newest first | pk = citizen id, sk = `access#{time}#{request id}`     |
 * | a consent request                       | pk = consent request id, sk = `request`                |
 * | a utility account                       | pk = account id, sk = `account`                        |
 * | its bills, newest period first          | pk = account id, sk = `bill#{end of period}{number}`   |
 * | how a bill was rated                    | pk = account id, sk = `rating#{as the bill's}`         |
 * | a bill to be paid by itself             | pk = account id, sk = `autopay#{as the bill's}`        |
 * | those that wait, by time                | index1: pk = `autopay#{shard}`, sk = time + bill id    |
 * | what an account used in a year          | pk = account id, sk = `usage#{year}`                   |
 * | a bill by its biller's number           | pk = `bill-number#{biller}#{number}`, sk = `bill`      |
 * | the accounts that a citizen has bound   | pk = citizen id, sk = `utility-account#{account id}`   |
 * | a transit card                          | pk = card id, sk = `card`                              |
 * | its open and latest rides               | pk = card id, sk = `rides`                             |
 * | its trips by time                       | pk = card id, sk = `trip#{time}#{trip id}`             |
 * | cards that gates refuse, by region      | index1: pk = `refused-cards#{region}`, sk = number     |
 * | cards with a ride to be ended, by time  | index1: pk = `open-rides#{shard}`, sk = time + card id |
 * | the cards that a citizen has held       | pk = citizen id, sk = `transit-card#{card id}`         |
 * | a tap by its operator's number          | pk = `tap#{operator}#{number}`, sk = `tap`             |
 * | which tap has used a ride code          | pk = `ride-code#{code id}`, sk = `use`                 |
 * | wrong guesses by somebody, of something | pk = who or what, sk = `guesses`                       |
 * | a payer's payments by time              | pk = payer's id, sk = `payment#{time}#{payment id}`    |
 * | what a partner has paid in, by time     | pk = partner id, sk = `deposit#{time}#{deposit id}`    |
 * | the deposit of a bank's transfer        | pk = `bank-reference#{number}`, sk = `deposit`         |
 * | what is paid out of a closed card       | pk = payout id, sk = `payout`                          |
 * | what is still to be paid out, by time   | index1: pk = `payouts-owed`, sk = time + payout id     |
 * | a payment's refunds by time             | pk = payment id, sk = `refund#{time}#{refund id}`      |
 * | a housing-fund account                  | pk = citizen id, sk = `housing-fund#account`           |
 * | its contributions by month              | pk = citizen id, sk = `housing-fund#contribution#{m}`  |
 * | its loans                               | pk = citizen id, sk = `housing-fund#loan#{number}`     |
 * | its settled interest                    | pk = citizen id, sk = `housing-fund#interest#{date}`   |
 * | cases and their lists                   | see services/government/cases/keys.ts                  |
 * | licences, figures, inspectors, halls,   | see the keys.ts of their services in                   |
 * | inspections, evaluations of decisions   | services/government                                    |
 * | enterprises, and who may act for whom   | see services/people/enterprises/keys.ts                |
 * | bank accounts to which people are paid  | see services/money/payout-accounts/keys.ts             |
 * | what a person has drawn from the fund   | pk = citizen id, sk = `housing-fund#withdrawals`       |
 * | a citizen's notifications, newest first | pk = citizen id, sk = `notification#{event id}`        |
 * | those that are unread                   | index1: pk = `unread#{citizen id}`, sk = event id      |
 * | the audit trail of an aggregate         | pk = `audit#{aggregate}`, sk = `{000000000001}`        |
 * | events that wait, or were parked        | index1, as in `registry`                               |
 *
 * `ledger` (one table for each mode): money. A partition is an account of one holder, or a shard of a shared one.
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | an account or a shard: its balance      | pk = partition, sk = `account`                         |
 * | a transfer; an account's by time        | pk = partition of a first leg, sk = `transfer#{id}`    |
 * | the same for the leg beside it          | index1: pk = its partition, sk = transfer id           |
 * | what takes a transfer back              | pk = partition, sk = `reversal#{transfer id}`          |
 * | a hold                                  | pk = partition, sk = `hold#{id}`                       |
 * | the audit trail of an aggregate         | pk = `audit#{aggregate}`, sk = `{000000000001}`        |
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
  /** What the index holds of a record. With its keys alone, what is found is then read by `get`. */
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
