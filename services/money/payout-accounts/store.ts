import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { PayoutAccountId } from "./ids.ts";
import { payoutAccountKeys } from "./keys.ts";
import { ACCOUNTS_MAX, ORIGINS, type PayoutAccount } from "./payout-account.ts";

/** The payout accounts of one mode. */
export type PayoutAccountStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const [, ...ADDERS] = ORIGINS;

const PayoutAccountEntity = new Entity({
  ...ENTITY,
  name: "PayoutAccount",
  schema: item({
    ...KEY,
    id: brand<PayoutAccountId>(),
    citizenId: brand<CitizenId>(),
    number: string(),
    maskedNumber: string(),
    bank: string().optional(),
    statedAt: instant.optional(),
    added: map({ origin: string().enum(...ADDERS), by: string(), at: instant }).optional(),
    proof: map({ at: instant, reference: string() }).optional(),
    removedAt: instant.optional(),
    revision: number(),
  }),
});
const readPayoutAccount = recordReader(PayoutAccountEntity);

function accountOf(record: StoredItem): PayoutAccount {
  const { pk: _, sk: __, ...account } = readPayoutAccount(record);
  return account;
}

export async function getPayoutAccount(
  { database, mode }: { readonly database: Pick<Database, "get">; readonly mode: Mode },
  owner: CitizenId,
  id: PayoutAccountId,
): Promise<PayoutAccount | undefined> {
  const record = await database.get(recordsTable(mode), payoutAccountKeys.account(owner, id));
  return record && accountOf(record);
}

/** More than anybody has ever had. */
const EVER_HAD_MAX = 1_000;

/** All that a person has or has had. */
export async function listPayoutAccounts(
  { database, mode }: PayoutAccountStore,
  owner: CitizenId,
): Promise<readonly PayoutAccount[]> {
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk: owner, ...payoutAccountKeys.accounts, limit: EVER_HAD_MAX },
  });
  return items.map(accountOf);
}

/** Written only over what it was decided on: the same revision, and no statement of a file's since. */
export function putPayoutAccount(
  { database, mode }: PayoutAccountStore,
  account: PayoutAccount,
  before: PayoutAccount | undefined,
): TransactItem {
  const statement = before?.statedAt
    ? ({ attr: "statedAt", eq: before.statedAt } as const)
    : ({ attr: "statedAt", exists: false } as const);
  const condition = before
    ? { and: [{ attr: "revision" as const, eq: before.revision }, statement] }
    : ({ attr: "pk", exists: false } as const);
  return transactItem(
    PayoutAccountEntity.build(PutTransaction)
      .item({ ...payoutAccountKeys.account(account.citizenId, account.id), ...account })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

/** Stands in a commit that pays to an account: refused as stale where it was removed meanwhile. */
export const checkStanding = (
  { database, mode }: PayoutAccountStore,
  { citizenId, id }: PayoutAccount,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: payoutAccountKeys.account(citizenId, id),
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(removedAt)",
  },
});

/** How many of a person's accounts were added and stand. */
export async function countPlaces({ database, mode }: PayoutAccountStore, owner: CitizenId): Promise<number> {
  const record = await database.get(recordsTable(mode), payoutAccountKeys.places(owner));
  return Number(record?.["taken"] ?? 0);
}

/** One place more; refused as stale where the person has none left. */
export const takePlace = (store: PayoutAccountStore, owner: CitizenId): TransactItem =>
  changePlaces(store, owner, 1, "attribute_not_exists(taken) OR taken < :bound", ACCOUNTS_MAX);

export const freePlace = (store: PayoutAccountStore, owner: CitizenId): TransactItem =>
  changePlaces(store, owner, -1, "taken > :bound", 0);

const changePlaces = (
  { database, mode }: PayoutAccountStore,
  owner: CitizenId,
  by: number,
  condition: string,
  bound: number,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: payoutAccountKeys.places(owner),
    UpdateExpression: "SET taken = if_not_exists(taken, :none) + :by",
    ConditionExpression: condition,
    ExpressionAttributeValues: { ":none": 0, ":by": by, ":bound": bound },
  },
});

/** The statement of a fund centre's file about a person. */
export type StatedAccount = Pick<PayoutAccount, "id" | "citizenId" | "number" | "maskedNumber" | "bank">;

/**
 * Keeps what a fund centre's file states, whatever stands there, so that it may be written again: the first statement
 * counts, what others have added stays, and one that its owner has removed stays removed.
 */
export const putStated = (
  { database, mode }: Pick<PayoutAccountStore, "mode"> & { readonly database: Pick<Database, "nameOf"> },
  { id, citizenId, number, maskedNumber, bank }: StatedAccount,
  now: Instant,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: payoutAccountKeys.account(citizenId, id),
    UpdateExpression:
      "SET id = :id, citizenId = :citizen, #number = :number, maskedNumber = :masked, statedAt = if_not_exists(statedAt, :now), revision = if_not_exists(revision, :one)" +
      (bank === undefined ? "" : ", bank = :bank"),
    ExpressionAttributeNames: { "#number": "number" },
    ExpressionAttributeValues: {
      ...{ ":id": id, ":citizen": citizenId, ":number": number, ":masked": maskedNumber },
      ...{ ":now": now, ":one": 1 },
      ...(bank === undefined ? {} : { ":bank": bank }),
    },
  },
});
