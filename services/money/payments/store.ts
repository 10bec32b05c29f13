import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, money, transactItem } from "../../kernel/database/entity.ts";
import { foundOf, recordOf } from "../../kernel/database/record-of.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { ZERO } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { DifferenceId, PaymentId, RefundId } from "./ids.ts";
import { paymentKeys } from "./keys.ts";
import { PAYMENT_CHANNELS, PAYMENT_STATUSES, type Payer, type Payment } from "./payment.ts";
import { REFUND_STATUSES, type Refund } from "./refund.ts";

/** The payments of one mode. */
export type PaymentStore = { readonly database: Database; readonly mode: Mode };

/** More than anybody gives back of one payment. */
const REFUNDS_MAX = 100;

const instant = brand<Instant>();

const CHARGE = map({ paymentId: string(), number: string().optional() });

const PaymentEntity = new Entity({
  ...ENTITY,
  name: "Payment",
  schema: item({
    ...KEY,
    id: brand<PaymentId>(),
    payer: brand<Payer>(),
    kind: string(),
    parts: list(
      map({
        about: string(),
        payee: brand<PartnerId>().optional(),
        amount: money(),
        isPartial: boolean().optional(),
        lateFee: money().optional(),
        refunded: money(),
        returned: money().optional(),
      }),
    ),
    amount: money(),
    channel: string().enum(...PAYMENT_CHANNELS),
    status: string().enum(...PAYMENT_STATUSES),
    createdAt: instant,
    endedAt: instant.optional(),
    channelNumber: string().optional(),
    paidAt: instant.optional(),
    declined: string().optional(),
    refunded: money(),
    returned: money().optional(),
    returnUrl: string().optional(),
    charge: CHARGE.optional(),
    fingerprint: string(),
  }),
});
const readPayment = recordReader(PaymentEntity);

const RefundEntity = new Entity({
  ...ENTITY,
  name: "Refund",
  schema: item({
    ...KEY,
    id: brand<RefundId>(),
    payment: string(),
    payer: brand<Payer>().optional(),
    amount: money(),
    about: string().optional(),
    status: string().enum(...REFUND_STATUSES),
    reason: string(),
    createdAt: instant,
    endedAt: instant.optional(),
    channelNumber: string().optional(),
    paidAt: instant.optional(),
    declined: string().optional(),
    charge: CHARGE.optional(),
    unexpected: map({
      difference: brand<DifferenceId>(),
      channel: string().enum("sandbox", "hosted"),
    }).optional(),
    fingerprint: string(),
  }),
});
const readRefund = recordReader(RefundEntity);

export const keyOf = ({ payer, createdAt, id }: Payment): Key => paymentKeys.payment(payer, createdAt, id);

export const refundKey = ({ payment, createdAt, id }: Refund): Key =>
  paymentKeys.refund(payment, createdAt, id);

export async function getPayment(store: PaymentStore, id: PaymentId): Promise<Payment | undefined> {
  const found = await foundOf(store, id);
  if (!found) return undefined;
  const { record, begun } = found;
  if (record) return paymentOf(record);
  if (begun === undefined) return undefined;
  const { pk: payer, sk } = found.key;
  const [, createdAt] = sk.split("#");
  const order = { ...JSON.parse(begun), id, payer, createdAt };
  return paymentOf({ ...found.key, ...order, status: "CREATED", refunded: Number(ZERO) });
}

/** The order of a payment of which the channel has said nothing yet; its key tells the rest. */
export const begunAs = ({ purpose, amount, channel, returnUrl, fingerprint }: Payment): string =>
  JSON.stringify({ ...purpose, amount, channel, returnUrl, fingerprint }, (_, value: unknown) =>
    typeof value === "bigint" ? Number(value) : value,
  );

export async function getRefund(store: PaymentStore, id: RefundId): Promise<Refund | undefined> {
  const record = await recordOf(store, id);
  return record && refundOf(record);
}

/** Oldest first. */
export async function listRefunds(
  { database, mode }: PaymentStore,
  payment: PaymentId,
): Promise<readonly Refund[]> {
  const page = { table: recordsTable(mode), pk: payment, ...paymentKeys.refunds, limit: REFUNDS_MAX };
  return (await database.query(page)).items.map(refundOf);
}

/** Written only over the state that it was decided on; `expecting` nothing for a new one. */
export function putRefund(
  { database, mode }: PaymentStore,
  refund: Refund,
  expecting?: Refund["status"],
): TransactItem {
  const condition = expecting
    ? { attr: "status" as const, eq: expecting }
    : { attr: "pk" as const, exists: false };
  return transactItem(
    RefundEntity.build(PutTransaction)
      .item({ ...refundKey(refund), ...refund })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

function refundOf(record: StoredItem): Refund {
  const { pk: _, sk: __, ...refund } = readRefund(record);
  return refund;
}

/** A payer's payments, newest first. */
export async function listPayments(
  { database, mode }: PaymentStore,
  payer: Payer,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<{
  readonly entries: readonly { readonly node: Payment; readonly position: string }[];
  readonly more: boolean;
}> {
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: payer,
    ...paymentKeys.payments,
    limit: first,
    newestFirst: true,
    ...(after ? { after: { pk: payer, sk: after } } : {}),
  });
  const entries = items.map((record) => ({ node: paymentOf(record), position: String(record["sk"]) }));
  return { entries, more: next !== undefined };
}

/**
 * Written only over the state and the refunds that it was decided on; `expecting` nothing for a new one. Of one that the
 * channel has said nothing of yet there may be no record.
 */
export function putPayment(
  { database, mode }: PaymentStore,
  { purpose: { kind, parts }, ...payment }: Payment,
  expecting?: Pick<Payment, "status" | "refunded" | "returned">,
): TransactItem {
  const isNew = { attr: "pk" as const, exists: false };
  const isSame = expecting && {
    and: [
      { attr: "status" as const, eq: expecting.status },
      { attr: "refunded" as const, eq: expecting.refunded },
      expecting.returned === undefined
        ? { attr: "returned" as const, exists: false }
        : { attr: "returned" as const, eq: expecting.returned },
    ],
  };
  const condition = isSame ? (expecting.status === "CREATED" ? { or: [isNew, isSame] } : isSame) : isNew;
  return transactItem(
    PaymentEntity.build(PutTransaction)
      .item({
        ...paymentKeys.payment(payment.payer, payment.createdAt, payment.id),
        ...payment,
        ...{ kind, parts: parts.map((part) => ({ ...part })) },
      })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

function paymentOf(record: StoredItem): Payment {
  const { pk: _, sk: __, kind, parts, ...payment } = readPayment(record);
  return { ...payment, purpose: { kind, parts } };
}
