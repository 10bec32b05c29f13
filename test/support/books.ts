import { type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { StoredItem } from "../../services/kernel/database/database.ts";
import {
  ledgerTable,
  physicalName,
  recordsTable,
  type TableName,
} from "../../services/kernel/database/tables.ts";

/** Part of a payment, as its record says it. Amounts in fen. */
export type BookedPart = {
  /** A bill, or the card that is topped up. */
  readonly about: string;
  /** The biller; undefined for a card. */
  readonly payee: string | undefined;
  readonly amount: number;
  readonly refunded: number;
  /** Absent in the record where nothing has gone back. */
  readonly returned: number;
};

export type BookedPayment = {
  readonly id: string;
  readonly payer: string;
  readonly channel: string;
  readonly status: string;
  readonly amount: number;
  readonly refunded: number;
  readonly returned: number;
  readonly parts: readonly BookedPart[];
};

export type BookedRefund = {
  readonly id: string;
  readonly payment: string;
  readonly status: string;
  readonly amount: number;
  /** The part that goes back, where it was named. */
  readonly about: string | undefined;
};

export type BookedBillState = {
  readonly id: string;
  readonly status: string;
  readonly payment: string | undefined;
};

export type BookedTransfer = {
  readonly id: string;
  readonly cause: string;
  readonly legs: readonly { readonly account: string; readonly amount: number }[];
};

/** All that the tables of one mode say about money, as it is stored: past the code that is to be judged by it. */
export type Books = {
  readonly payments: readonly BookedPayment[];
  readonly refunds: readonly BookedRefund[];
  readonly bills: readonly BookedBillState[];
  readonly transfers: readonly BookedTransfer[];
  /** Audit entries by aggregate, in order. */
  readonly trails: ReadonlyMap<string, readonly StoredItem[]>;
  readonly notifications: readonly StoredItem[];
  readonly ledger: readonly StoredItem[];
};

/** Every record of a table. */
export async function* recordsOf(
  client: DynamoDBClient,
  prefix: string,
  table: TableName,
): AsyncIterable<StoredItem> {
  const TableName = physicalName(prefix, table);
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const item of Items) yield unmarshall(item);
  }
}

export async function readBooks(client: DynamoDBClient, prefix: string): Promise<Books> {
  const records = await all(recordsOf(client, prefix, recordsTable("live")));
  const ledger = await all(recordsOf(client, prefix, ledgerTable("live")));
  const under = (part: string): readonly StoredItem[] =>
    records.filter(({ sk }) => String(sk).startsWith(part));
  const transfers = ledger.filter(({ sk }) => String(sk).startsWith("transfer#")).map(transferOf);
  const entries = records
    .filter(({ pk }) => String(pk).startsWith("audit#"))
    .toSorted((a, b) => Number(a["sequence"]) - Number(b["sequence"]));
  return {
    payments: [...under("payment#").map(paymentOf), ...begunIn(records)],
    refunds: under("refund#").map(refundOf),
    bills: under("bill#").map(billOf),
    transfers: [...new Map(transfers.map((each) => [each.id, each])).values()],
    trails: Map.groupBy(entries, ({ pk }) => String(pk).slice("audit#".length)),
    notifications: under("notification#"),
    ledger,
  };
}

async function all(records: AsyncIterable<StoredItem>): Promise<readonly StoredItem[]> {
  const found: StoredItem[] = [];
  for await (const record of records) found.push(record);
  return found;
}

const text = (record: StoredItem, field: string): string => String(record[field] ?? "");
const amount = (record: StoredItem, field: string): number => Number(record[field] ?? 0);
const list = (record: StoredItem, field: string): readonly StoredItem[] => {
  const value = record[field];
  return Array.isArray(value) ? value : [];
};

/** Those of which there is nothing but how they began. */
function begunIn(records: readonly StoredItem[]): readonly BookedPayment[] {
  const places = new Set(records.map(({ pk, sk }) => `${pk} ${sk}`));
  return records.flatMap((entry) => {
    const { pk, record, begun } = entry;
    const key: StoredItem = typeof record === "object" && record !== null ? { ...record } : {};
    if (typeof begun !== "string" || places.has(`${key["pk"]} ${key["sk"]}`)) return [];
    const id = String(pk).slice("audit#".length);
    return [paymentOf({ ...JSON.parse(begun), id, payer: key["pk"], status: "CREATED" })];
  });
}

const paymentOf = (record: StoredItem): BookedPayment => ({
  id: text(record, "id"),
  payer: text(record, "payer"),
  channel: text(record, "channel"),
  status: text(record, "status"),
  amount: amount(record, "amount"),
  refunded: amount(record, "refunded"),
  returned: amount(record, "returned"),
  parts: list(record, "parts").map((part) => ({
    about: text(part, "about"),
    payee: text(part, "payee") || undefined,
    amount: amount(part, "amount"),
    refunded: amount(part, "refunded"),
    returned: amount(part, "returned"),
  })),
});

const refundOf = (record: StoredItem): BookedRefund => ({
  id: text(record, "id"),
  payment: text(record, "payment"),
  status: text(record, "status"),
  amount: amount(record, "amount"),
  about: record["about"] === undefined ? undefined : text(record, "about"),
});

function billOf(record: StoredItem): BookedBillState {
  const { payment } = record;
  const by =
    typeof payment === "object" && payment !== null && "id" in payment ? String(payment.id) : undefined;
  return { id: text(record, "id"), status: text(record, "status"), payment: by };
}

const transferOf = (record: StoredItem): BookedTransfer => ({
  id: text(record, "id"),
  cause: text(record, "cause"),
  legs: list(record, "legs").map((leg) => ({ account: text(leg, "account"), amount: amount(leg, "amount") })),
});
