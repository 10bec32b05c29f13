import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../field/credit-code.ts";
import { type Mode, SCOPES } from "../../kernel/actor.ts";
import type { Database, Observation, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, INDEX2, keys } from "../../kernel/database/tables.ts";
import type { CitizenId, KeyId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ApiKey } from "./api-key.ts";
import type { Network } from "./network.ts";
import type { Partner, PartnerStatus, Position } from "./partner.ts";

const TABLE = "registry";

/** So many of the partners that one citizen represents are listed, the latest first. */
const REPRESENTED_MAX = 100;
const KEYS_PAGE = 500;

const scopes = list(string().enum(...SCOPES));
const instant = brand<Instant>();
const mode = string().enum("test", "live");

const PartnerEntity = new Entity({
  ...ENTITY,
  name: "Partner",
  schema: item({
    ...KEY,
    index1pk: string().hidden(),
    index1sk: string().hidden(),
    index2pk: string().hidden(),
    index2sk: string().hidden(),
    id: brand<PartnerId>(),
    name: string(),
    creditCode: brand<CreditCode>(),
    contact: map({ name: string(), phone: string(), email: string() }),
    purpose: string(),
    requestedScopes: scopes,
    scopes,
    status: string().enum("PENDING", "APPROVED", "LIVE", "SUSPENDED", "REJECTED"),
    representative: brand<CitizenId>(),
    representativeMode: mode,
    appliedAt: instant,
    approvedBy: brand<OfficerId>().optional(),
    statusBefore: brand<NonNullable<Partner["statusBefore"]>>().optional(),
    revision: number(),
    fingerprint: string(),
  }),
});
const readPartner = recordReader(PartnerEntity);

const ApiKeyEntity = new Entity({
  ...ENTITY,
  name: "ApiKey",
  schema: item({
    ...KEY,
    id: brand<KeyId>(),
    partnerId: brand<PartnerId>(),
    name: string(),
    mode,
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

type Reads = Pick<Database, "get">;

export async function getPartner(database: Reads, id: PartnerId): Promise<Partner | undefined> {
  const record = await database.get(TABLE, keys.partner(id));
  return record && partnerOf(record);
}

function partnerOf(record: StoredItem): Partner {
  const { pk: _, sk: __, ...partner } = readPartner(record);
  return partner;
}

const positionOf = ({ appliedAt, id }: Position): string => `${appliedAt}#${id}`;

/**
 * `expecting` is the partner that was decided from, undefined for a new one: nothing is written if it has another
 * status by now, or another revision (a key was made).
 */
export function putPartner(
  database: Database,
  partner: Partner,
  expecting: Partner | undefined,
): TransactItem {
  const { id, representative, representativeMode, status } = partner;
  return transactItem(
    PartnerEntity.build(PutTransaction)
      .item({
        ...keys.partner(id),
        [INDEX1.pk]: keys.representative(representativeMode, representative),
        [INDEX1.sk]: positionOf(partner),
        [INDEX2.pk]: keys.partnersByStatus(status),
        [INDEX2.sk]: positionOf(partner),
        ...partner,
        requestedScopes: [...partner.requestedScopes],
        scopes: [...partner.scopes],
      })
      .options({
        ...inTable(database, TABLE),
        condition: expecting
          ? {
              and: [
                { attr: "status", eq: expecting.status },
                { attr: "revision", eq: expecting.revision },
              ],
            }
          : { attr: "pk", exists: false },
      })
      .params(),
  );
}

/** The latest first. From an index, so a change of this moment may not show yet. */
export async function listRepresented(database: Database, who: CitizenId, mode: Mode): Promise<Partner[]> {
  const { items } = await database.query({
    table: "registry",
    index: INDEX1,
    pk: keys.representative(mode, who),
    limit: REPRESENTED_MAX,
    newestFirst: true,
  });
  return items.map(partnerOf);
}

export async function listByStatus(
  database: Database,
  status: PartnerStatus,
  { first, after }: { readonly first: number; readonly after?: Position },
): Promise<{ readonly partners: readonly Partner[]; readonly more: boolean }> {
  const pk = keys.partnersByStatus(status);
  const { items, next } = await database.query({
    table: TABLE,
    index: INDEX2,
    pk,
    limit: first,
    ...(after
      ? { after: { ...keys.partner(after.id), [INDEX2.pk]: pk, [INDEX2.sk]: positionOf(after) } }
      : {}),
  });
  return { partners: items.map(partnerOf), more: next !== undefined };
}

export async function getKey(database: Reads, partner: PartnerId, id: KeyId): Promise<ApiKey | undefined> {
  const record = await database.get(TABLE, keys.apiKey(partner, id));
  return record && keyOf(record);
}

function keyOf(record: StoredItem): ApiKey {
  const { pk: _, sk: __, ...key } = readApiKey(record);
  return key;
}

/** All keys that a partner ever had. */
export async function listKeys(database: Pick<Database, "query">, partner: PartnerId): Promise<ApiKey[]> {
  const found: ApiKey[] = [];
  let after: StoredItem | undefined;
  do {
    const page = { table: TABLE, pk: partner, ...keys.apiKeys, limit: KEYS_PAGE } as const;
    const { items, next } = await database.query(after ? { ...page, after } : page);
    found.push(...items.map(keyOf));
    after = next;
  } while (after);
  return found;
}

export function putNewKey(database: Database, key: ApiKey): TransactItem {
  return transactItem(
    ApiKeyEntity.build(PutTransaction)
      .item({
        ...keys.apiKey(key.partnerId, key.id),
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
      .item({ ...keys.apiKey(partnerId, id), revokedAt })
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
  key: keys.apiKey(partnerId, id),
  set: { lastUsedAt: at },
});
