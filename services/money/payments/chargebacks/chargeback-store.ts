import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../../kernel/database/entity.ts";
import { recordOf } from "../../../kernel/database/record-of.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { type Key, recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { AccountId } from "../../ledger/index.ts";
import type { ChargebackId, PaymentId } from "../ids.ts";
import { paymentKeys } from "../keys.ts";
import { type Chargeback, type ChargedBack, nothingBack } from "./chargeback.ts";

/** The chargebacks of one mode. */
export type ChargebackStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const ChargebackEntity = new Entity({
  ...ENTITY,
  name: "Chargeback",
  schema: item({
    ...KEY,
    id: brand<ChargebackId>(),
    payment: brand<PaymentId>(),
    number: string(),
    amount: money(),
    borne: list(map({ about: string(), account: brand<AccountId>(), amount: money() })),
    at: instant,
    bookedAt: instant,
    reversedAt: instant.optional(),
    againAt: instant.optional(),
  }),
});
const readChargeback = recordReader(ChargebackEntity);

const ChargedBackEntity = new Entity({
  ...ENTITY,
  name: "ChargedBack",
  schema: item({
    ...KEY,
    payment: brand<PaymentId>(),
    parts: list(map({ about: string(), amount: money() })),
    revision: number(),
  }),
});
const readChargedBack = recordReader(ChargedBackEntity);

export const chargebackKey = ({ payment, id }: Chargeback): Key => paymentKeys.chargeback(payment, id);

const tableOf = ({ database, mode }: ChargebackStore) => inTable(database, recordsTable(mode));

export async function getChargeback(
  store: ChargebackStore,
  id: ChargebackId,
): Promise<Chargeback | undefined> {
  const record = await recordOf(store, id);
  if (!record) return undefined;
  const { pk: _, sk: __, ...chargeback } = readChargeback(record);
  return chargeback;
}

/** More than anybody charges back of one payment. */
const CHARGEBACKS_MAX = 100;

/** Those of a payment, in the order of their ids. */
export async function listChargebacks(
  { database, mode }: ChargebackStore,
  payment: PaymentId,
): Promise<readonly Chargeback[]> {
  const page = { ...paymentKeys.chargebacks, limit: CHARGEBACKS_MAX };
  const { items } = await database.query({ table: recordsTable(mode), pk: payment, ...page });
  return items.map((record) => {
    const { pk: _, sk: __, ...chargeback } = readChargeback(record);
    return chargeback;
  });
}

/** A new one; or over one that stands, and was not reversed. */
export function putChargeback(
  store: ChargebackStore,
  chargeback: Chargeback,
  before: Chargeback | undefined,
): TransactItem {
  const condition = before
    ? {
        and: [
          { attr: "number" as const, eq: before.number },
          { attr: "reversedAt" as const, exists: false },
        ],
      }
    : { attr: "pk" as const, exists: false };
  return transactItem(
    ChargebackEntity.build(PutTransaction)
      .item({
        ...chargebackKey(chargeback),
        ...chargeback,
        borne: chargeback.borne.map((each) => ({ ...each })),
      })
      .options({ ...tableOf(store), condition })
      .params(),
  );
}

export async function getChargedBack(
  { database, mode }: ChargebackStore,
  payment: PaymentId,
): Promise<ChargedBack> {
  const record = await database.get(recordsTable(mode), paymentKeys.chargedBack(payment));
  if (!record) return nothingBack(payment);
  const { pk: _, sk: __, ...sums } = readChargedBack(record);
  return sums;
}

/** Written only over the revision that it was decided on. */
export const putChargedBack = (store: ChargebackStore, sums: ChargedBack, read: number): TransactItem =>
  transactItem(
    ChargedBackEntity.build(PutTransaction)
      .item({
        ...paymentKeys.chargedBack(sums.payment),
        ...sums,
        parts: sums.parts.map((part) => ({ ...part })),
      })
      .options({ ...tableOf(store), condition: overRevision(read) })
      .params(),
  );

/** Stands in a commit that gives money back: refused as stale where some was charged back meanwhile. */
export const checkChargedBack = (
  { database, mode }: ChargebackStore,
  { payment, revision }: ChargedBack,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: paymentKeys.chargedBack(payment),
    ...(revision === 0
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "revision = :revision",
          ExpressionAttributeValues: { ":revision": revision },
        }),
  },
});

/** Stands in a commit that charges back: refused as stale where some was refunded meanwhile. */
export const checkRefunded = (
  { database, mode }: ChargebackStore,
  key: Key,
  { status, refunded }: { readonly status: string; readonly refunded: bigint },
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: key,
    ConditionExpression: "#status = :status AND refunded = :refunded",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":status": status, ":refunded": Number(refunded) },
  },
});
