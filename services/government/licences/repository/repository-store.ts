import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../../field/credit-code.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { Subject } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { LicenceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import { departmentPlace } from "./department-place.ts";
import type { ElectronicLicence, LicenceVersion, Standing, VersionAct } from "./electronic-licence.ts";

/** The repository of one mode. */
export type Repository = { readonly database: Database; readonly mode: Mode };

const application = brand<ApplicationId>();
const localized = map({ zh: string(), en: string() });

const VERSION = {
  ...{ version: number(), typeVersion: number() },
  /** As text: a content may nest deeper, and hold other names and numbers, than the database takes. */
  content: string(),
  issuer: map({ department: map({ code: string(), name: localized }), creditCode: brand<CreditCode>() }),
  ...{ issuedOn: brand<CivilDate>(), issuedAt: brand<Instant>(), validUntil: brand<CivilDate>().optional() },
  ...{ act: brand<VersionAct>(), application: application.optional() },
  place: map({ list: number(), index: number() }),
};

const LicenceEntity = new Entity({
  ...ENTITY,
  name: "ElectronicLicence",
  schema: item({
    ...{ index1pk: string().hidden().optional(), index1sk: string().hidden().optional() },
    ...{ ...KEY, id: brand<LicenceId>(), type: string(), typeCode: string(), number: string() },
    holder: any().castAs<Subject>(),
    region: brand<RegionCode>(),
    origin: string().enum("REGISTER").optional(),
    current: map(VERSION),
    suspended: any().castAs<Standing>().optional(),
    ended: any().castAs<NonNullable<ElectronicLicence["ended"]>>().optional(),
    revision: number(),
  }),
});
const readLicence = recordReader(LicenceEntity);

const VersionEntity = new Entity({
  ...ENTITY,
  name: "ElectronicLicenceVersion",
  schema: item({ ...KEY, ...VERSION }),
});
const readVersion = recordReader(VersionEntity);

const PointerEntity = new Entity({
  ...ENTITY,
  name: "ElectronicLicencePointer",
  schema: item({ ...KEY, licence: brand<LicenceId>() }),
});
const readPointer = recordReader(PointerEntity);

/** In the list of a holder. */
const HeldEntity = new Entity({
  ...ENTITY,
  name: "HeldElectronicLicence",
  schema: item({ ...KEY, licence: brand<LicenceId>(), type: string(), typeVersion: number() }),
});
const readHeld = recordReader(HeldEntity);

const options = ({ database, mode }: Repository) => inTable(database, recordsTable(mode));

export async function getElectronicLicence(
  { database, mode }: Repository,
  id: LicenceId,
): Promise<ElectronicLicence | undefined> {
  const record = await database.get(recordsTable(mode), licenceKeys.electronicLicence(id));
  if (!record) return undefined;
  const { pk: _, sk: __, current, ...licence } = readLicence(record);
  return { ...licence, current: { ...current, content: JSON.parse(current.content) } };
}

const written = ({ content, ...version }: LicenceVersion) => ({
  ...version,
  content: JSON.stringify(content),
});

/** Written over the revision before, or new. */
export const putElectronicLicence = (store: Repository, licence: ElectronicLicence): TransactItem =>
  transactItem(
    LicenceEntity.build(PutTransaction)
      .item({
        ...licenceKeys.electronicLicence(licence.id),
        ...departmentPlace(licence),
        ...{ ...licence, current: written(licence.current) },
      })
      .options({ ...options(store), condition: overRevision(licence.revision - 1) })
      .params(),
  );

/** Keeps a version whose place another takes. */
export const putVersionBefore = (store: Repository, { id, current }: ElectronicLicence): TransactItem =>
  transactItem(
    VersionEntity.build(PutTransaction)
      .item({ ...licenceKeys.licenceVersion(id, current.version), ...written(current) })
      .options(options(store))
      .params(),
  );

/** A version whose place another has taken. */
export async function getVersionBefore(
  { database, mode }: Repository,
  id: LicenceId,
  number: number,
): Promise<LicenceVersion | undefined> {
  const record = await database.get(recordsTable(mode), licenceKeys.licenceVersion(id, number));
  return record && versionOf(record);
}

function versionOf(record: StoredItem): LicenceVersion {
  const { pk: _, sk: __, content, ...version } = readVersion(record);
  return { ...version, content: JSON.parse(content) };
}

/** So many versions of a licence are looked at: more than an identifier can tell apart are never made. */
const VERSIONS_MAX = 999;

/** The versions before the one in force, the first one first. */
export async function listVersionsBefore(
  { database, mode }: Repository,
  id: LicenceId,
): Promise<readonly LicenceVersion[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: id,
    ...licenceKeys.licenceVersions,
    limit: VERSIONS_MAX,
  });
  return items.map(versionOf);
}

/**
 * A new licence under its number, which no other of its type has (of two grants that draw one at once the commit lets one stand),
 * and in the list of its holder.
 */
export const putPointers = (store: Repository, licence: ElectronicLicence): readonly TransactItem[] => {
  const { id, typeCode, number: serial } = licence;
  const isNew = { ...options(store), condition: { attr: "pk", exists: false } } as const;
  return [
    transactItem(
      PointerEntity.build(PutTransaction)
        .item({ ...licenceKeys.licenceByNumber(typeCode, serial), licence: id })
        .options(isNew)
        .params(),
    ),
    putHeldPlace(store, licence),
  ];
};

/**
 * A licence in the list of its holder, with the version of its type, so that both are read at once. Written again where another
 * version of the type takes the place of that one.
 */
export const putHeldPlace = (
  store: Repository,
  { id: licence, type, holder, current: { typeVersion } }: ElectronicLicence,
): TransactItem =>
  transactItem(
    HeldEntity.build(PutTransaction)
      .item({ ...licenceKeys.licenceOfHolder(holder, type, licence), licence, type, typeVersion })
      .options(options(store))
      .params(),
  );

/** Points from a case to the licence that its grant has borne on. */
export const putLicenceOfCase = (store: Repository, by: ApplicationId, licence: LicenceId): TransactItem =>
  transactItem(
    PointerEntity.build(PutTransaction)
      .item({ ...licenceKeys.electronicLicenceOfCase(by), licence })
      .options(options(store))
      .params(),
  );

async function licenceAt(
  { database, mode }: Repository,
  key: ReturnType<typeof licenceKeys.electronicLicenceOfCase>,
): Promise<LicenceId | undefined> {
  const record = await database.get(recordsTable(mode), key);
  return record && readPointer(record).licence;
}

export async function electronicLicenceOfCase(
  store: Repository,
  by: ApplicationId,
): Promise<ElectronicLicence | undefined> {
  const id = await licenceAt(store, licenceKeys.electronicLicenceOfCase(by));
  return id && getElectronicLicence(store, id);
}

/** The licence of a type code with a number, for good. */
export const licenceIdByNumber = (
  store: Repository,
  typeCode: string,
  serial: string,
): Promise<LicenceId | undefined> => licenceAt(store, licenceKeys.licenceByNumber(typeCode, serial));

export async function electronicLicenceByNumber(
  store: Repository,
  typeCode: string,
  serial: string,
): Promise<ElectronicLicence | undefined> {
  const id = await licenceIdByNumber(store, typeCode, serial);
  return id && getElectronicLicence(store, id);
}

/** The place of a licence in the list of its holder. */
export type HeldPlace = Pick<ElectronicLicence, "type" | "id">;

/**
 * A page of a holder's licences, by type. `along` reads what else is needed of each, by its type and the version of that, in the
 * same turn.
 */
export async function listLicencesOf(
  store: Repository,
  holder: Subject,
  { first, after }: From<HeldPlace>,
  along: (type: string, typeVersion: number) => Promise<unknown> = async () => undefined,
): Promise<{ readonly licences: readonly ElectronicLicence[]; readonly more: boolean }> {
  const { items, next } = await store.database.query({
    table: recordsTable(store.mode),
    pk: licenceKeys.licencesOfHolder(holder),
    limit: first,
    ...(after === undefined ? {} : { after: licenceKeys.licenceOfHolder(holder, after.type, after.id) }),
  });
  const found = await Promise.all(
    items.map(readHeld).map(async ({ licence, type: code, typeVersion }) => {
      const [one] = await Promise.all([getElectronicLicence(store, licence), along(code, typeVersion)]);
      return one;
    }),
  );
  return { licences: found.flatMap((one) => one ?? []), more: next !== undefined };
}
