import { createHash } from "node:crypto";
import type { Database, StoredItem } from "../../services/kernel/database/database.ts";
import { keys, type TableName } from "../../services/kernel/database/tables.ts";

/** An aggregate's audit entries as they are stored, oldest first. */
export async function trailOf(
  database: Database,
  table: TableName,
  aggregate: string,
): Promise<readonly StoredItem[]> {
  const { pk } = keys.auditEntry(aggregate, 0);
  return (await database.query({ table, pk, limit: 1_000 })).items;
}

/** The fields that an entry's hash covers, in their order. */
const COVERED = [
  "sequence",
  "actor",
  "action",
  "reason",
  "at",
  "requestId",
  "commitId",
  "content",
  "before",
  "record",
  "event",
  "previousEvent",
  "revision",
  "begun",
] as const;

/** The first entry that is missing, was changed or does not follow the one before; undefined for a whole trail. */
export function brokenLink(aggregate: string, trail: readonly StoredItem[]): string | undefined {
  let before = "";
  for (const [i, entry] of trail.entries()) {
    const sequence = Number(entry["sequence"]);
    if (sequence !== i + 1) return `entry ${sequence} stands in place ${i + 1}`;
    if (entry["before"] !== before) return `entry ${sequence} does not follow the one before`;
    if (entry["hash"] !== hashOf(aggregate, entry)) return `entry ${sequence} is not what its hash covers`;
    before = String(entry["hash"]);
  }
  return undefined;
}

function hashOf(aggregate: string, entry: StoredItem): string {
  const covered = COVERED.flatMap((name) =>
    entry[name] === undefined ? [] : [[name, inOrder(entry[name])]],
  );
  return createHash("sha256")
    .update(JSON.stringify([aggregate, Object.fromEntries(covered)]))
    .digest("base64url");
}

/** The database keeps no order of a map's fields; a key is hashed with its partition first. */
const inOrder = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "pk" in value && "sk" in value
    ? { pk: value.pk, sk: value.sk }
    : value;
