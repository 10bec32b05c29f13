import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { item, list, string } from "dynamodb-toolbox/schema";
import { SCOPES } from "../../kernel/actor.ts";
import type { Database, Observation, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { everyRecord } from "../../kernel/database/every-record.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { KeyId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ApiKey } from "./api-key.ts";
import { partnerKeys } from "./keys.ts";
import type { Network } from "./network.ts";

const TABLE = "registry";

const scopes = list(string().enum(...SCOPES));
const instant = brand<Instant>();

const ApiKeyEntity = new Entity({
  ...ENTITY,
  name: "ApiKey",
  schema: item({
    ...KEY,
    id: brand<KeyId>(),
    partnerId: brand<PartnerId>(),
    name: string(),
    mode: string().enum("test", "live"),
    scopes,
    secretHash: string(),
    createdAt: instant,
    expiresAt: instant.optional(),
    revokedAt: instant.optional(),
    networks: list(brand<Network>()),
    lastUsedAt: instant.optional(),
  }),
});
const readApiKey = recordReader(ApiKeyEntity);

export async function getKey(
  database: Pick<Database, "get">,
  partner: PartnerId,
  id: KeyId,
): Promise<ApiKey | undefined> {
  const record = await database.get(TABLE, partnerKeys.apiKey(partner, id));
  return record && keyOf(record);
}

function keyOf(record: StoredItem): ApiKey {
  const { pk: _, sk: __, ...key } = readApiKey(record);
  return key;
}

/** All keys that a partner ever had. */
export async function listKeys(database: Pick<Database, "query">, partner: PartnerId): Promise<ApiKey[]> {
  return (await everyRecord(database, { table: TABLE, pk: partner, ...partnerKeys.apiKeys })).map(keyOf);
}

export function putNewKey(database: Database, key: ApiKey): TransactItem {
  return transactItem(
    ApiKeyEntity.build(PutTransaction)
      .item({
        ...partnerKeys.apiKey(key.partnerId, key.id),
        ...key,
        scopes: [...key.scopes],
        networks: [...key.networks],
      })
      .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
      .params(),
  );
}

/** Writes when a key ends and nothing else of it, so that a last use of the same moment is kept. */
export function putKeyEnd(
  database: Database,
  { partnerId, id, revokedAt }: ApiKey,
  expecting: Pick<ApiKey, "revokedAt">,
): TransactItem {
  return transactItem(
    ApiKeyEntity.build(UpdateTransaction)
      .item({ ...partnerKeys.apiKey(partnerId, id), revokedAt })
      .options({
        ...inTable(database, TABLE),
        condition: {
          and: [
            { attr: "pk", exists: true },
            expecting.revokedAt === undefined
              ? { attr: "revokedAt", exists: false }
              : { attr: "revokedAt", eq: expecting.revokedAt },
          ],
        },
      })
      .params(),
  );
}

export const lastUse = ({ partnerId, id }: ApiKey, at: Instant): Observation => ({
  table: TABLE,
  key: partnerKeys.apiKey(partnerId, id),
  set: { lastUsedAt: at },
});
