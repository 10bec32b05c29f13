import { any, string } from "dynamodb-toolbox/schema";
import { Table } from "dynamodb-toolbox/table";
import { type Decimal, decimal, formatDecimal } from "../decimal.ts";
import { type Fen, fen } from "../money.ts";
import type { Database, TransactItem } from "./database.ts";
import { PK, SK, type TableName } from "./tables.ts";

/**
 * The settings that every entity shares. The table's name is not part of an entity: the same record lives in the test
 * and the live table, and `tableName` is handed over with each write.
 */
export const ENTITY = {
  table: new Table({ partitionKey: { name: PK, type: "string" }, sortKey: { name: SK, type: "string" } }),
  timestamps: false,
  entityAttribute: false,
} as const;

export const KEY = { pk: string().key(), sk: string().key() } as const;

/** A transaction's item as toolbox makes it, less the field that only toolbox itself reads. */
export function transactItem(params: TransactItem & { readonly ToolboxItem?: unknown }): TransactItem {
  const { ToolboxItem: _, ...item } = params;
  return item;
}

export type In = { readonly tableName: string };

export const inTable = (database: Pick<Database, "nameOf">, table: TableName): In => ({
  tableName: database.nameOf(table),
});

/**
 * The condition of a write over the revision that was read. Revisions are counted from 1: without one, or at 0, nothing was
 * found, and the write stands only while that is so.
 */
export const overRevision = (read: number | undefined) =>
  read ? ({ attr: "revision", eq: read } as const) : ({ attr: "pk", exists: false } as const);

/** An attribute of a branded text type, such as an id or an instant: text in the record, the brand in the noun. */
export const brand = <T extends string>() =>
  any()
    .castAs<T>()
    .validate((value: unknown) => typeof value === "string" || "expected text");

/** An amount: a number of fen in the record (exact, AMOUNT_MAX is a safe integer), Fen in the noun. */
export const money = () =>
  any()
    .castAs<Fen>()
    .validate((value: unknown) => typeof value === "bigint" || "expected fen")
    .transform({ encode: (amount: Fen) => Number(amount), decode: (stored: number) => fen(BigInt(stored)) });

/** An exact decimal: its text in the record. */
export const exactDecimal = () =>
  any()
    .castAs<Decimal>()
    .transform({ encode: formatDecimal, decode: (stored: string) => decimal(stored) });
