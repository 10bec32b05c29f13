import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  exactDecimal,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { AUTOMATIC_CHANNELS, type PaymentId } from "../../money/payments/index.ts";
import { BILL_STATUSES, type Bill, placeOf } from "./bill.ts";
import type { BillId, UtilityAccountId } from "./ids.ts";
import { utilityKeys } from "./keys.ts";
import { BANDS, HOUSEHOLD_CLASSES } from "./tariffs/tariff.ts";
import { isSameTenancy, type OfTenancy, tenancyOf, type UtilityAccount } from "./utility-account.ts";

/** The utilities of one mode. */
export type UtilityStore = { readonly database: Database; readonly mode: Mode };

/** More bills than a household gets in eight years. */
const BILLS_MAX = 100;
/** More holders than a home has. */
const FORMER_MAX = 100;

const [civilDate, instant] = [brand<CivilDate>(), brand<Instant>()] as const;
const accountId = brand<UtilityAccountId>();
const [partnerId, citizenId] = [brand<PartnerId>(), brand<CitizenId>()] as const;
const NEW = { attr: "pk" as const, exists: false };

const AccountEntity = new Entity({
  ...ENTITY,
  name: "UtilityAccount",
  schema: item({
    ...KEY,
    ...{ id: accountId, biller: partnerId, number: string(), tenancy: number().optional() },
    ...{ since: civilDate.optional(), until: civilDate.optional(), holder: string(), holderProof: string() },
    boundBy: list(citizenId),
    householdClass: string().enum(...HOUSEHOLD_CLASSES),
    household: map({ size: number(), proof: string(), from: civilDate }).optional(),
    ...{ readTo: civilDate.optional(), trueTo: civilDate.optional() },
    registers: list(
      map({
        serial: string(),
        band: string()
          .enum(...BANDS)
          .optional(),
        count: exactDecimal(),
      }),
    ).optional(),
    ...{ waiting: money().optional(), hasCredit: boolean().optional() },
    returning: map({
      ...{ number: number(), bill: brand<BillId>(), payment: brand<PaymentId>(), amount: money() },
    }).optional(),
    notReturnable: list(string()).optional(),
    automatic: map({
      by: citizenId,
      ceiling: money(),
      channel: string().enum(...AUTOMATIC_CHANNELS),
      setAt: instant,
    }).optional(),
    revision: number(),
  }),
});
const readAccount = recordReader(AccountEntity);

const BillEntity = new Entity({
  ...ENTITY,
  name: "Bill",
  schema: item({
    ...KEY,
    id: brand<BillId>(),
    ...{ account: accountId, tenancy: number().optional(), biller: partnerId, number: string() },
    period: map({ from: civilDate, to: civilDate }),
    amount: money(),
    carried: money().optional(),
    dueOn: civilDate,
    lateFee: map({ perMille: exactDecimal(), graceDays: number(), capPercent: exactDecimal() }).optional(),
    ...{ isRated: boolean().optional(), isEstimated: boolean().optional() },
    status: string().enum(...BILL_STATUSES),
    issuedAt: instant,
    parts: list(map({ payment: brand<PaymentId>(), on: civilDate, amount: money() })).optional(),
    payment: map({ id: brand<PaymentId>(), at: instant, amount: money().optional() }).optional(),
    revision: number(),
    fingerprint: string(),
  }),
});
const readBill = recordReader(BillEntity);

const NumberEntity = new Entity({
  ...ENTITY,
  name: "BillNumber",
  schema: item({ ...KEY, bill: brand<BillId>() }),
});
const readNumber = recordReader(NumberEntity);

export async function getUtilityAccount(
  { database, mode }: UtilityStore,
  id: UtilityAccountId,
): Promise<UtilityAccount | undefined> {
  const record = await database.get(recordsTable(mode), utilityKeys.account(id));
  return record && accountOf(record);
}

/** The former tenancies of an account, the newest first. */
export async function listFormerTenancies(
  { database, mode }: UtilityStore,
  account: UtilityAccountId,
): Promise<readonly UtilityAccount[]> {
  const page = { table: recordsTable(mode), pk: account, ...utilityKeys.formerTenancies };
  const { items } = await database.query({ ...page, limit: FORMER_MAX, newestFirst: true });
  return items.map(accountOf);
}

/** The record of the tenancy that something belongs to, whether it stands or has ended. */
export async function getTenancy(
  store: UtilityStore,
  id: UtilityAccountId,
  whose: OfTenancy,
): Promise<UtilityAccount | undefined> {
  const account = await getUtilityAccount(store, id);
  if (!account || isSameTenancy(account, whose)) return account;
  const { database, mode } = store;
  const key = utilityKeys.formerTenancy(id, tenancyOf(whose));
  const record = await database.get(recordsTable(mode), key);
  return record && accountOf(record);
}

/** Written only over the revision that it was decided on; none for a new account. */
export function putUtilityAccount(
  store: UtilityStore,
  account: UtilityAccount,
  expecting?: number,
): TransactItem {
  const condition = overRevision(expecting);
  return transactItem(
    AccountEntity.build(PutTransaction)
      .item({
        ...keyOf(account),
        ...account,
        boundBy: account.boundBy.slice(),
        registers: account.registers?.slice(),
        notReturnable: account.notReturnable?.slice(),
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** The commit stands only while an account, or a former tenancy of it, is as it was read. */
export const checkUtilityAccount = (
  { database, mode }: UtilityStore,
  account: UtilityAccount,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: keyOf(account),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": account.revision },
  },
});

const keyOf = ({ id, until, ...account }: UtilityAccount) =>
  until === undefined ? utilityKeys.account(id) : utilityKeys.formerTenancy(id, tenancyOf(account));

export async function getBill({ database, mode }: UtilityStore, id: string): Promise<Bill | undefined> {
  const place = placeOf(id);
  const record =
    place && (await database.get(recordsTable(mode), utilityKeys.bill(place.account, place.position)));
  return record && billOf(record);
}

/** The bill that a biller has issued under its own number. */
export async function getBillByNumber(
  store: UtilityStore,
  biller: PartnerId,
  billNumber: string,
): Promise<Bill | undefined> {
  const { database, mode } = store;
  const record = await database.get(recordsTable(mode), utilityKeys.billNumber(biller, billNumber));
  return record && getBill(store, readNumber(record).bill);
}

/** An account's bills, the newest period first. */
export async function listBills(
  { database, mode }: UtilityStore,
  account: UtilityAccountId,
): Promise<readonly Bill[]> {
  const page = { table: recordsTable(mode), pk: account, ...utilityKeys.bills };
  return (await database.query({ ...page, limit: BILLS_MAX, newestFirst: true })).items.map(billOf);
}

/** Written only over the state and the revision that it was decided on; nothing for a new bill. */
export function putBill(
  store: UtilityStore,
  bill: Bill,
  expecting?: Pick<Bill, "status" | "revision">,
): TransactItem {
  const place = placeOf(bill.id);
  if (!place) throw new Error("a bill without a place");
  const condition = expecting
    ? {
        and: [
          { attr: "status" as const, eq: expecting.status },
          { attr: "revision" as const, eq: expecting.revision },
        ],
      }
    : NEW;
  return transactItem(
    BillEntity.build(PutTransaction)
      .item({ ...utilityKeys.bill(place.account, place.position), ...bill, parts: bill.parts?.slice() })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** Takes a biller's number, once. */
export const putBillNumber = (store: UtilityStore, { id, biller, number: own }: Bill): TransactItem =>
  transactItem(
    NumberEntity.build(PutTransaction)
      .item({ ...utilityKeys.billNumber(biller, own), bill: id })
      .options({ ...options(store), condition: NEW })
      .params(),
  );

const options = ({ database, mode }: UtilityStore) => inTable(database, recordsTable(mode));

function accountOf(record: StoredItem): UtilityAccount {
  const { pk: _, sk: __, ...account } = readAccount(record);
  return account;
}

function billOf(record: StoredItem): Bill {
  const { pk: _, sk: __, ...bill } = readBill(record);
  return bill;
}
