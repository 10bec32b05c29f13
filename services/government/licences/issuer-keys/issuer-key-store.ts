import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../../field/credit-code.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { everyRecord } from "../../../kernel/database/every-record.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { licenceKeys } from "../keys.ts";
import type { IssuerIn, IssuerKeys, KeptKey, PrivatePart } from "./issuer-key.ts";

const TABLE = "registry";
const instant = brand<Instant>();
const MODES = ["live", "test"] as const satisfies readonly Mode[];

const KeysEntity = new Entity({
  ...ENTITY,
  name: "IssuerKeys",
  schema: item({
    ...{ ...KEY, mode: string().enum(...MODES), issuer: brand<CreditCode>() },
    ...{ department: map({ code: string() }), regions: list(brand<RegionCode>()) },
    keys: list(
      map({
        keyId: string(),
        algorithm: string().const("ES256"),
        publicKey: map({
          kty: string().const("EC"),
          crv: string().const("P-256"),
          x: string(),
          y: string(),
        }),
        ...{ from: instant, until: instant.optional(), compromisedSince: instant.optional() },
        privatePart: any().castAs<PrivatePart>(),
        ...{
          proposedBy: brand<OfficerId>(),
          proposedPerson: brand<CitizenId>().optional(),
          proposedAt: instant,
        },
        ...{ agreedBy: brand<OfficerId>().optional(), agreedAt: instant.optional() },
      }),
    ),
    revision: number(),
  }),
});
const readKeys = recordReader(KeysEntity);

const OwnerEntity = new Entity({
  ...ENTITY,
  name: "IssuerKeyOwner",
  schema: item({ ...KEY, mode: string().enum(...MODES), issuer: brand<CreditCode>() }),
});

type Reads = Pick<Database, "get">;

/** The keys of an issuer; undefined where none was ever proposed. */
export async function getIssuerKeys(
  database: Reads,
  { mode, issuer }: IssuerIn,
): Promise<IssuerKeys | undefined> {
  const record = await database.get(TABLE, licenceKeys.issuerKeys(mode, issuer));
  return record && keysOf(record);
}

function keysOf(record: StoredItem): IssuerKeys {
  const { pk: _, sk: __, keys, ...others } = readKeys(record);
  const { issuer } = others;
  return {
    ...others,
    keys: keys.map(
      ({ until, compromisedSince, ...key }): KeptKey => ({
        ...{ ...key, issuer },
        ...(until ? { until } : {}),
        ...(compromisedSince ? { compromisedSince } : {}),
      }),
    ),
  };
}

/** The keys of all issuers in a mode that have had one proposed, by credit code. */
export const allIssuerKeys = async (
  database: Pick<Database, "query">,
  mode: Mode,
): Promise<readonly IssuerKeys[]> =>
  (await everyRecord(database, { table: TABLE, pk: licenceKeys.issuersWithKeys(mode) })).map(keysOf);

/** Written only over the revision that it was decided on. */
export const putIssuerKeys = (
  database: Database,
  { keys, regions, ...others }: IssuerKeys,
  before: IssuerKeys | undefined,
): TransactItem =>
  transactItem(
    KeysEntity.build(PutTransaction)
      .item({
        ...{ ...licenceKeys.issuerKeys(others.mode, others.issuer), ...others, regions: [...regions] },
        keys: keys.map(({ issuer: _, ...key }) => key),
      })
      .options({ ...inTable(database, TABLE), condition: overRevision(before?.revision) })
      .params(),
  );

/** A key is one issuer's alone, in one mode, for good. */
export const takeKey = (database: Database, keyId: string, { mode, issuer }: IssuerIn): TransactItem =>
  transactItem(
    OwnerEntity.build(PutTransaction)
      .item({ ...licenceKeys.keyOwner(keyId), mode, issuer })
      .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
      .params(),
  );

/** Whether a key is somebody's; it becomes so when it is agreed to. */
export const isKeyTaken = async (database: Reads, keyId: string): Promise<boolean> =>
  (await database.get(TABLE, licenceKeys.keyOwner(keyId))) !== undefined;
