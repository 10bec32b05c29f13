import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Card } from "../card.ts";
import { transitKeys } from "../keys.ts";
import { ENTITLEMENT_KINDS, type EntitlementKind } from "../network/fare.ts";
import { type Entitlement, type MadeGrant, PROOF_KINDS, reachOf } from "./entitlement.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const day = brand<CivilDate>();

const EntitlementEntity = new Entity({
  ...ENTITY,
  name: "TransitEntitlement",
  schema: item({
    ...KEY,
    holder: brand<CitizenId>(),
    kind: string().enum(...ENTITLEMENT_KINDS),
    region: brand<RegionCode>().optional(),
    grants: list(
      map({
        id: string(),
        from: day,
        until: day,
        proof: map({ kind: string().enum(...PROOF_KINDS), number: string().optional() }),
        by: brand<PartnerId>(),
        at: brand<Instant>(),
        ended: map({ on: day, reason: string() }).optional(),
      }),
    ),
    revision: number(),
  }),
});
const readEntitlement = recordReader(EntitlementEntity);

const GrantEntity = new Entity({
  ...ENTITY,
  name: "TransitGrant",
  schema: item({
    ...KEY,
    id: string(),
    fingerprint: string(),
    holder: brand<CitizenId>(),
    kind: string().enum(...ENTITLEMENT_KINDS),
    region: brand<RegionCode>(),
  }),
});
const readGrant = recordReader(GrantEntity);

/** The grant that a call has made before. */
export async function getMadeGrant(
  { database, mode }: TransitStore,
  id: string,
): Promise<MadeGrant | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.grant(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...made } = readGrant(record);
  return made;
}

/** Refused where the same call was taken before. */
export const putMadeGrant = ({ database, mode }: TransitStore, made: MadeGrant): TransactItem =>
  transactItem(
    GrantEntity.build(PutTransaction)
      .item({ ...transitKeys.grant(made.id), ...made })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: { attr: "pk" as const, exists: false },
      })
      .params(),
  );

/** More kinds and regions than there are. */
const ENTITLEMENTS_MAX = 50;

/** A person's entitlement of a kind, as it holds in a region. */
export async function getEntitlement(
  { database, mode }: TransitStore,
  holder: CitizenId,
  kind: EntitlementKind,
  region: RegionCode,
): Promise<Entitlement | undefined> {
  const key = transitKeys.entitlement(holder, kind, reachOf(kind, region));
  const record = await database.get(recordsTable(mode), key);
  return record && entitlementOf(record);
}

/** That by which the rides of a card are priced; undefined for a standard card, and for one that nobody holds. */
export const getCardEntitlement = async (
  store: TransitStore,
  { holder, kind, region }: Card,
): Promise<Entitlement | undefined> =>
  holder && kind !== "STANDARD" ? getEntitlement(store, holder, kind, region) : undefined;

/** All that a person was ever granted. */
export async function listEntitlements(
  { database, mode }: TransitStore,
  holder: CitizenId,
): Promise<readonly Entitlement[]> {
  const page = {
    table: recordsTable(mode),
    pk: holder,
    ...transitKeys.entitlements,
    limit: ENTITLEMENTS_MAX,
  } as const;
  return (await database.query(page)).items.map(entitlementOf);
}

/** Written only over the revision that it was decided on; 0 for the first grant. */
export const putEntitlement = (
  { database, mode }: TransitStore,
  entitlement: Entitlement,
  expecting: number,
): TransactItem =>
  transactItem(
    EntitlementEntity.build(PutTransaction)
      .item({
        ...transitKeys.entitlement(entitlement.holder, entitlement.kind, entitlement.region),
        ...entitlement,
        grants: entitlement.grants.map((grant) => ({ ...grant })),
      })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(expecting) })
      .params(),
  );

/** The commit stands only while a person's grants are as they were read. */
export const checkEntitlement = (
  { database, mode }: TransitStore,
  { holder, kind, region, revision }: Entitlement,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: transitKeys.entitlement(holder, kind, region),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": revision },
  },
});

function entitlementOf(record: StoredItem): Entitlement {
  const { pk: _, sk: __, ...entitlement } = readEntitlement(record);
  return entitlement;
}
