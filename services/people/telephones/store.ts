import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { CodeOut } from "./code.ts";
import { telephoneKeys } from "./keys.ts";
import type { Telephone, TelephoneRecord } from "./telephone.ts";

/** The telephones of one mode. */
export type TelephoneStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const TelephoneEntity = new Entity({
  ...ENTITY,
  name: "Telephone",
  schema: item({
    ...KEY,
    citizenId: brand<CitizenId>(),
    telephone: map({ number: string(), maskedNumber: string(), provenAt: instant }).optional(),
    code: map({
      purpose: string().optional(),
      proving: map({ number: string(), maskedNumber: string() }).optional(),
      digest: string(),
      sentAt: instant,
      until: instant,
      tries: number(),
    }).optional(),
    sent: list(instant),
    revision: number(),
  }),
});
const readTelephone = recordReader(TelephoneEntity);

/** How the trail of a person's telephone is called. */
export const telephoneAggregate = (citizen: CitizenId): string => `telephone:${citizen}`;

export async function getTelephone(
  { database, mode }: { readonly database: Pick<Database, "get">; readonly mode: Mode },
  citizen: CitizenId,
): Promise<TelephoneRecord | undefined> {
  const found = await database.get(recordsTable(mode), telephoneKeys.telephone(citizen));
  if (!found) return undefined;
  const { pk: _, sk: __, ...record } = readTelephone(found);
  return record;
}

/** Over exactly what was read, or nothing. */
export function putTelephone(
  { database, mode }: TelephoneStore,
  record: TelephoneRecord,
  before: TelephoneRecord | undefined,
): TransactItem {
  const condition = overRevision(before?.revision);
  return transactItem(
    TelephoneEntity.build(PutTransaction)
      .item({ ...telephoneKeys.telephone(record.citizenId), ...record, sent: [...record.sent] })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

/**
 * Uses up a code that is still out, and keeps the telephone that it proves, if it does: refused as stale where somebody
 * has used it, or another was sent. The tries made meanwhile do not matter.
 */
export const spendCode = (
  { database, mode }: TelephoneStore,
  citizen: CitizenId,
  { digest }: CodeOut,
  proven?: Telephone,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: telephoneKeys.telephone(citizen),
    UpdateExpression: `SET revision = revision + :one${proven ? ", telephone = :proven" : ""} REMOVE #code`,
    ConditionExpression: "#code.#digest = :digest",
    ExpressionAttributeNames: { "#code": "code", "#digest": "digest" },
    ExpressionAttributeValues: { ":one": 1, ":digest": digest, ...(proven ? { ":proven": proven } : {}) },
  },
});
