import { INDEX1, type IndexDefinition } from "../../services/kernel/database/tables.ts";

export const dynamodb = (...names: readonly string[]) => names.map((name) => `dynamodb:${name}`);

/**
 * The calls that services/kernel/database/database.ts sends; a transaction needs the actions of the items that it
 * holds.
 */
export const READS = dynamodb("GetItem", "BatchGetItem", "Query");
export const WRITES = dynamodb("PutItem", "UpdateItem", "ConditionCheckItem");
export const IN_TRANSACTION = {
  "ForAnyValue:StringEquals": { "dynamodb:EnclosingOperation": ["TransactWriteItems"] },
};

/**
 * The follower that ends the live access of partners whose enterprise has changed writes to them and their trails, and
 * to nothing else.
 */
export const OF_PARTNERS_IN_TRANSACTION = {
  ...IN_TRANSACTION,
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["ptn_*", "audit#ptn_*"] },
};

/** The partitions of `registry` in which the ledger keeps how far each verification is. */
export const OF_VERIFICATIONS = {
  "ForAllValues:StringEquals": {
    "dynamodb:LeadingKeys": ["ledger-verification#live", "ledger-verification#test"],
  },
};

/** An index of tables. */
export const indexesOf = (tables: readonly string[], { name }: IndexDefinition = INDEX1): string[] =>
  tables.map((arn) => `${arn}/index/${name}`);
