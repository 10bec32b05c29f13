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
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { PaymentId } from "../../money/payments/index.ts";
import { BILL_STATUSES, type Bill } from "./bill.ts";
import { placeOf } from "./bill-place.ts";
import type { BillId, UtilityAccountId } from "./ids.ts";
import { utilityKeys } from "./keys.ts";

/** The utilities of one mode. */
export type UtilityStore = { readonly database: Database; readonly mode: Mode };

/** More bills than a household gets in eight years. */
const BILLS_MAX = 100;

const [civilDate, instant] = [brand<CivilDate>(), brand<Instant>()] as const;
const accountId = brand<UtilityAccountId>();
const partnerId = brand<PartnerId>();
const NEW = { attr: "pk" as const, exists: false };

const BillEntity = new Entity({
  ...ENTITY,
  name: "Bill",
  schema: item({
    ...KEY,
    id: brand<BillId>(),
    ...{ account: accountId, tenancy: number().optional(), biller: partnerId, number: string() },
    period: map({ from: civilDate, to: civilDate }),
    amount: money(),
    ...{ carried: money().optional(), corrected: money().optional() },
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

function billOf(record: StoredItem): Bill {
  const { pk: _, sk: __, ...bill } = readBill(record);
  return bill;
}
