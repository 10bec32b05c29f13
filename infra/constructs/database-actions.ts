import { physicalName, TABLES, type TableDefinition } from "../../services/kernel/database/tables.ts";
import type { Access, TableKind } from "../../services/kernel/needs.ts";

const dynamodb = (...names: readonly string[]): readonly string[] => names.map((name) => `dynamodb:${name}`);

/**
 * The calls that services/kernel/database/database.ts sends; a transaction needs the actions of the items that it
 * holds.
 */
const ACTIONS: Readonly<Record<Access["does"], readonly string[]>> = {
  read: dynamodb("GetItem", "BatchGetItem", "Query"),
  find: dynamodb("Query"),
  scan: dynamodb("Scan"),
  write: dynamodb("PutItem", "UpdateItem", "ConditionCheckItem"),
  put: dynamodb("PutItem"),
  update: dynamodb("UpdateItem"),
};

type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const IN_TRANSACTION: Conditions = {
  "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": ["TransactWriteItems"] },
};

const definitions: readonly TableDefinition[] = TABLES;

/** "records" is a table of each mode. */
const tablesOf = (kind: TableKind): readonly TableDefinition[] =>
  definitions.filter(({ name }) => name === kind || name.startsWith(`${kind}-`));

/**
 * An access as a policy states it; a resource is a table's name, or an index of one. Throws where the access is to write
 * outside of transactions to a table that is written in transactions only.
 */
export const databaseStatement = (access: Access, prefix: string) => ({
  actions: ACTIONS[access.does],
  tables: access.in
    .flatMap(tablesOf)
    .map(({ name }) => `${physicalName(prefix, name)}${access.does === "find" ? `/index/${access.by}` : ""}`),
  conditions: { ...inTransaction(access), ...withinPartitions(access) },
});

function inTransaction(access: Access): Conditions {
  if (access.does === "find" || access.does === "read" || access.does === "scan") return {};
  if (!access.outsideTransactions) return IN_TRANSACTION;
  const strict = access.in
    .flatMap(tablesOf)
    .find(({ writtenInTransactionsOnly }) => writtenInTransactionsOnly);
  if (strict) throw new Error(`${strict.name} is written in transactions only`);
  return {};
}

function withinPartitions(access: Access): Conditions {
  if (access.does === "find" || access.does === "scan" || !access.within) return {};
  const operator = access.within.some((one) => one.includes("*")) ? "StringLike" : "StringEquals";
  return { [`ForAllValues:${operator}`]: { "dynamodb:LeadingKeys": access.within } };
}
