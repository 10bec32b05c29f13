import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../field/credit-code.ts";
import { prefixOf, type RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import type { ApplicationId } from "../cases/index.ts";
import { licenceKeys } from "./keys.ts";
import { type Ending, LICENCE_TYPES, type Licence, type LicenceType, validUntil } from "./licence.ts";
import type { LicenceNumber } from "./licence-number.ts";

/** The licences of one mode. */
export type LicenceStore = { readonly database: Database; readonly mode: Mode };

const licenceNumber = brand<LicenceNumber>();
const application = brand<ApplicationId>();

const LicenceEntity = new Entity({
  ...ENTITY,
  name: "Licence",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    number: licenceNumber,
    type: string().enum(...LICENCE_TYPES),
    holder: brand<CreditCode>(),
    businessName: string(),
    premises: string(),
    region: brand<RegionCode>(),
    businessForm: string().enum("SALES", "CATERING", "CANTEEN"),
    activities: list(string()),
    department: string(),
    departmentName: map({ zh: string(), en: string() }),
    issuedOn: brand<CivilDate>(),
    terms: list(map({ application, validUntil: brand<CivilDate>() })),
    ended: any().castAs<Ending>().optional(),
    revision: number(),
  }),
});
const readLicence = recordReader(LicenceEntity);

const SeriesEntity = new Entity({
  ...ENTITY,
  name: "LicenceSeries",
  schema: item({ ...KEY, last: number() }),
});
const readSeries = recordReader(SeriesEntity);

const PointerEntity = new Entity({
  ...ENTITY,
  name: "LicencePointer",
  schema: item({ ...KEY, number: licenceNumber }),
});
const readPointer = recordReader(PointerEntity);

const RenewalEntity = new Entity({
  ...ENTITY,
  name: "LicenceRenewal",
  schema: item({ ...KEY, application }),
});
const readRenewal = recordReader(RenewalEntity);

const options = ({ database, mode }: LicenceStore) => inTable(database, recordsTable(mode));

export async function getLicence(
  { database, mode }: LicenceStore,
  number: LicenceNumber,
): Promise<Licence | undefined> {
  const record = await database.get(recordsTable(mode), licenceKeys.licence(number));
  if (!record) return undefined;
  const { pk: _, sk: __, ...licence } = readLicence(record);
  return licence;
}

/** Written over the revision before, or new. One that has ended is in no list of licences to inspect. */
export function putLicence(store: LicenceStore, licence: Licence): TransactItem {
  const { number, type, department, region, revision, activities, terms } = licence;
  const listed = {
    [INDEX1.pk]: licenceKeys.ofDepartment(type, department),
    [INDEX1.sk]: licenceKeys.inRegion(region, number, validUntil(licence)),
  };
  const condition = overRevision(revision - 1);
  return transactItem(
    LicenceEntity.build(PutTransaction)
      .item({
        ...licenceKeys.licence(number),
        ...(licence.ended ? {} : listed),
        ...{ ...licence, activities: [...activities], terms: [...terms] },
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** The last number given out in a series; 0 where none was. */
export async function lastOf({ database, mode }: LicenceStore, series: string): Promise<number> {
  const record = await database.get(recordsTable(mode), licenceKeys.series(series));
  return record ? readSeries(record).last : 0;
}

/** Gives the next number of a series out: of two commits that do so at once one stands. */
export function putSeries(store: LicenceStore, series: string, last: number): TransactItem {
  const condition =
    last === 1 ? { attr: "pk" as const, exists: false } : { attr: "last" as const, eq: last - 1 };
  return transactItem(
    SeriesEntity.build(PutTransaction)
      .item({ ...licenceKeys.series(series), last })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** A new licence in the list of its holder. */
export const putOfHolder = (store: LicenceStore, { holder, type, number }: Licence): TransactItem =>
  transactItem(
    PointerEntity.build(PutTransaction)
      .item({ ...licenceKeys.ofHolder(holder, type, number), number })
      .options(options(store))
      .params(),
  );

/** Points from a case to the licence that it has issued, renewed or ended. */
export const putOfCase = (store: LicenceStore, id: ApplicationId, { number }: Licence): TransactItem =>
  transactItem(
    PointerEntity.build(PutTransaction)
      .item({ ...licenceKeys.ofCase(id), number })
      .options(options(store))
      .params(),
  );

export async function licenceOfCase(store: LicenceStore, id: ApplicationId): Promise<Licence | undefined> {
  const record = await store.database.get(recordsTable(store.mode), licenceKeys.ofCase(id));
  return record ? getLicence(store, readPointer(record).number) : undefined;
}

/** Points from a licence to a case in which its renewal was asked for in time. */
export const putRenewal = (store: LicenceStore, number: LicenceNumber, asked: ApplicationId): TransactItem =>
  transactItem(
    RenewalEntity.build(PutTransaction)
      .item({ ...licenceKeys.renewal(number, asked), application: asked })
      .options(options(store))
      .params(),
  );

/** So many renewals of a licence are looked at, of all its terms. */
const RENEWALS_MAX = 100;

/** The cases in which a licence's renewal was asked for in time, whatever has become of them. */
export async function renewalsOf(
  { database, mode }: LicenceStore,
  number: LicenceNumber,
): Promise<readonly ApplicationId[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: licenceKeys.licence(number).pk,
    ...licenceKeys.renewals,
    limit: RENEWALS_MAX,
  });
  return items.map((record) => readRenewal(record).application);
}

/** So many licences of a holder are looked at. */
const HELD_MAX = 100;

/** A holder's licences of a type, whatever has become of them. */
export async function listOfHolder(
  store: LicenceStore,
  holder: string,
  type: LicenceType,
): Promise<readonly Licence[]> {
  const { items } = await store.database.query({
    table: recordsTable(store.mode),
    pk: licenceKeys.holder(holder),
    ...licenceKeys.ofType(type),
    limit: HELD_MAX,
  });
  const found = await Promise.all(items.map((record) => getLicence(store, readPointer(record).number)));
  return found.flatMap((one) => one ?? []);
}

/** A licence as the list of those that can be inspected has it. */
export type ListedLicence = {
  readonly number: LicenceNumber;
  readonly region: string;
  readonly validUntil: CivilDate;
};

/** A page of a department's licences that have not ended, in a region and all that lies in it. */
export async function listOfDepartment(
  { database, mode }: LicenceStore,
  { type, department, region }: Pick<Licence, "type" | "department" | "region">,
  { limit, after }: { readonly limit: number; readonly after?: StoredItem | undefined },
): Promise<{ readonly licences: readonly ListedLicence[]; readonly next?: StoredItem }> {
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: licenceKeys.ofDepartment(type, department),
    index: INDEX1,
    skPrefix: prefixOf(region),
    limit,
    ...(after ? { after } : {}),
  });
  const licences = items.map(({ [INDEX1.sk]: place }) => {
    const [in_ = "", number = "", until = ""] = String(place).split("#");
    return { region: in_, number: number as LicenceNumber, validUntil: until as CivilDate };
  });
  return { licences, ...(next ? { next } : {}) };
}
