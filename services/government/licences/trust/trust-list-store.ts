import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, number, string } from "dynamodb-toolbox/schema";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { everyRecord } from "../../../kernel/database/every-record.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { licenceKeys } from "../keys.ts";
import {
  type Compromise,
  TRUST_ACTS,
  TRUST_KINDS,
  type TrustHead,
  type TrustKind,
  type TrustListVersion,
  type TrustPart,
} from "./trust-part.ts";

const TABLE = "registry";

const part = any().castAs<TrustPart>();
const kind = string().enum(...TRUST_KINDS);

const HeadEntity = new Entity({
  ...ENTITY,
  name: "TrustHead",
  schema: item({
    ...{ ...KEY, part, versions: list(number()), draftRevision: number() },
    compromises: list(any().castAs<Compromise>()),
  }),
});
const readHead = recordReader(HeadEntity);

const PartEntity = new Entity({
  ...ENTITY,
  name: "TrustPart",
  schema: item({ ...KEY, part }),
});
const readPart = recordReader(PartEntity);

const VersionEntity = new Entity({
  ...ENTITY,
  name: "TrustListVersion",
  schema: item({
    ...{ ...KEY, version: number(), at: brand<Instant>(), act: string().enum(...TRUST_ACTS) },
    ...{ kind, code: string() },
  }),
});
const readVersion = recordReader(VersionEntity);

type Gets = Pick<Database, "get">;
type Queries = Pick<Database, "query">;

const headOf = (record: StoredItem): TrustHead => {
  const { pk: _, sk: __, ...head } = readHead(record);
  return head;
};

/** A part as it stands in the list now. */
export async function getTrustHead(
  database: Gets,
  ofKind: TrustKind,
  code: string,
): Promise<TrustHead | undefined> {
  const record = await database.get(TABLE, licenceKeys.trustHead(ofKind, code));
  return record && headOf(record);
}

/** The issuers of the list as it stands, or its mappings, by region. */
export async function listTrustHeads(
  database: Queries,
  ofKind: TrustKind,
  { first, after }: From<string>,
): Promise<{ readonly heads: readonly TrustHead[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    ...{ table: TABLE, pk: licenceKeys.trustHeads(ofKind), limit: first },
    ...(after === undefined ? {} : { after: licenceKeys.trustHead(ofKind, after) }),
  });
  return { heads: items.map(headOf), more: next !== undefined };
}

/** All of a kind in the list as it stands; of one region only, where it is named. */
export async function allTrustHeads(
  database: Queries,
  ofKind: TrustKind,
  region?: string,
): Promise<readonly TrustHead[]> {
  const heads = await everyRecord(database, {
    ...{ table: TABLE, pk: licenceKeys.trustHeads(ofKind) },
    ...(region === undefined ? {} : licenceKeys.ofRegion(region)),
  });
  return heads.map(headOf);
}

/** A part as it stood from a version of the list on, which has to be one that changed it. */
export async function getTrustPart(
  database: Gets,
  ofKind: TrustKind,
  code: string,
  since: number,
): Promise<TrustPart | undefined> {
  const record = await database.get(TABLE, licenceKeys.trustPart(ofKind, code, since));
  return record && readPart(record).part;
}

/** The version of the list that is in force, or the one that is asked for; undefined before the first. */
export async function getTrustListVersion(
  database: Queries & Gets,
  version?: number,
): Promise<TrustListVersion | undefined> {
  const record =
    version === undefined
      ? (
          await database.query({
            ...{ table: TABLE, pk: licenceKeys.trustListVersions, limit: 1, newestFirst: true },
          })
        ).items[0]
      : await database.get(TABLE, licenceKeys.trustListVersion(version));
  return record && versionOf(record);
}

const versionOf = (record: StoredItem): TrustListVersion => {
  const { pk: _, sk: __, ...version } = readVersion(record);
  return version;
};

/** The versions of the list before one, or all of them, the newest first. */
export async function listTrustListVersions(
  database: Queries,
  { first, after }: From<number>,
): Promise<{ readonly versions: readonly TrustListVersion[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    ...{ table: TABLE, pk: licenceKeys.trustListVersions, limit: first, newestFirst: true },
    ...(after === undefined ? {} : { after: licenceKeys.trustListVersion(after) }),
  });
  return { versions: items.map(versionOf), more: next !== undefined };
}

/**
 * The next version of the list, with the part that is new in it. Each version is written once, so nothing that was read
 * behind the version before it has changed: of two changes at once, of whichever parts, one is decided anew.
 */
export const putTrustListVersion = (
  database: Database,
  version: TrustListVersion,
  head: TrustHead,
): TransactItem[] => [
  transactItem(
    VersionEntity.build(PutTransaction)
      .item({ ...licenceKeys.trustListVersion(version.version), ...version })
      .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
      .params(),
  ),
  transactItem(
    HeadEntity.build(PutTransaction)
      .item({
        ...licenceKeys.trustHead(version.kind, version.code),
        ...{ ...head, versions: [...head.versions], compromises: [...head.compromises] },
      })
      .options(inTable(database, TABLE))
      .params(),
  ),
  transactItem(
    PartEntity.build(PutTransaction)
      .item({ ...licenceKeys.trustPart(version.kind, version.code, version.version), part: head.part })
      .options(inTable(database, TABLE))
      .params(),
  ),
];
