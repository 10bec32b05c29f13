import { Entity } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../../field/credit-code.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { licenceKeys } from "../keys.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { LicenceTemplate } from "./licence-template.ts";
import {
  ASSURANCES,
  DISCLOSURES,
  HOLDER_KINDS,
  type LicenceTypeContent,
  type PublishedType,
  type TypeDraft,
  type TypeHead,
  type Validity,
} from "./licence-type.ts";

const TABLE = "registry";

const localized = map({ zh: string(), en: string() });
const region = brand<RegionCode>();
const date = brand<CivilDate>();
const department = map({ code: string(), name: localized });

const CONTENT = {
  ...KEY,
  code: string(),
  typeCode: string(),
  name: localized,
  department,
  regions: list(region),
  legalBasis: list(map({ law: string(), article: string() })),
  holderKind: string().enum(...HOLDER_KINDS),
  /** As text: a schema may nest deeper, and hold other names and numbers, than the database takes. */
  content: string(),
  disclosures: list(map({ field: string(), disclosure: string().enum(...DISCLOSURES) })),
  validity: any().castAs<Validity>(),
  issuers: list(
    map({
      ...{ department, creditCode: brand<CreditCode>(), regions: list(region) },
      ...{ from: date, until: date.optional() },
    }),
  ),
  ...{ assurance: string().enum(...ASSURANCES), vct: string() },
  template: any().castAs<LicenceTemplate>().optional(),
  directory: any().castAs<DirectoryEntry>().optional(),
};

const DraftEntity = new Entity({
  ...ENTITY,
  name: "LicenceTypeDraft",
  schema: item({
    ...CONTENT,
    revision: number(),
    editors: list(brand<OfficerId>()),
    editorPersons: list(brand<CitizenId>()),
  }),
});
const readDraft = recordReader(DraftEntity);

const VersionEntity = new Entity({
  ...ENTITY,
  name: "LicenceTypeVersion",
  schema: item({ ...CONTENT, version: number(), publishedAt: brand<Instant>() }),
});
const readVersion = recordReader(VersionEntity);

const HeadEntity = new Entity({
  ...ENTITY,
  name: "LicenceTypeHead",
  schema: item({
    ...{
      ...KEY,
      code: string(),
      typeCode: string(),
      vct: string(),
      holderKind: string().enum(...HOLDER_KINDS),
    },
    ...{ department: map({ code: string() }), regions: list(region) },
    ...{ version: number(), draftRevision: number(), revision: number() },
  }),
});
const readHead = recordReader(HeadEntity);

const EditedEntity = new Entity({
  ...ENTITY,
  name: "EditedLicenceType",
  schema: item({ ...KEY, code: string() }),
});
const readEdited = recordReader(EditedEntity);

const NameEntity = new Entity({
  ...ENTITY,
  name: "LicenceTypeName",
  schema: item({ ...KEY, code: string() }),
});
const readName = recordReader(NameEntity);

type Reads = Pick<Database, "get">;

export async function getTypeDraft(database: Reads, code: string): Promise<TypeDraft | undefined> {
  const record = await database.get(TABLE, licenceKeys.typeDraft(code));
  if (!record) return undefined;
  const { pk: _, sk: __, content, ...draft } = readDraft(record);
  return { ...draft, content: JSON.parse(content) };
}

export async function getTypeVersion(
  database: Reads,
  code: string,
  version: number,
): Promise<PublishedType | undefined> {
  const record = await database.get(TABLE, licenceKeys.typeVersion(code, version));
  if (!record) return undefined;
  const { pk: _, sk: __, content, ...found } = readVersion(record);
  return { ...found, content: JSON.parse(content) };
}

export async function getTypeHead(database: Reads, code: string): Promise<TypeHead | undefined> {
  const record = await database.get(TABLE, licenceKeys.typeHead(code));
  return record && headOf(record);
}

function headOf(record: StoredItem): TypeHead {
  const { pk: _, sk: __, ...head } = readHead(record);
  return head;
}

/** The types in force, by code. */
export async function listTypeHeads(
  database: Pick<Database, "query">,
  { first, after }: From<string>,
): Promise<{ readonly heads: readonly TypeHead[]; readonly more: boolean }> {
  const behind = after === undefined ? {} : { after: licenceKeys.typeHead(after) };
  const { items, next } = await database.query({
    table: TABLE,
    pk: licenceKeys.types,
    limit: first,
    ...behind,
  });
  return { heads: items.map(headOf), more: next !== undefined };
}

/** The codes of all types that have been drafted. */
export async function listEditedTypes(
  database: Pick<Database, "query">,
  { first, after }: From<string>,
): Promise<{ readonly codes: readonly string[]; readonly more: boolean }> {
  const behind = after === undefined ? {} : { after: licenceKeys.editedType(after) };
  const { items, next } = await database.query({
    ...{ table: TABLE, pk: licenceKeys.editedTypes, limit: first },
    ...behind,
  });
  return { codes: items.map((record) => readEdited(record).code), more: next !== undefined };
}

const recordOf = ({ content, regions, legalBasis, issuers, disclosures, ...others }: LicenceTypeContent) => ({
  ...others,
  content: JSON.stringify(content),
  regions: [...regions],
  legalBasis: [...legalBasis],
  disclosures: [...disclosures],
  issuers: issuers.map((issuer) => ({ ...issuer, regions: [...issuer.regions] })),
});

/** `expecting` is the draft that was decided from, undefined for a first one. */
export const putTypeDraft = (
  database: Database,
  { editors, editorPersons, ...draft }: TypeDraft,
  expecting: TypeDraft | undefined,
): TransactItem =>
  transactItem(
    DraftEntity.build(PutTransaction)
      .item({
        ...{ ...licenceKeys.typeDraft(draft.code), ...recordOf(draft), revision: draft.revision },
        ...{ editors: [...editors], editorPersons: [...editorPersons] },
      })
      .options({ ...inTable(database, TABLE), condition: overRevision(expecting?.revision) })
      .params(),
  );

/** With its first draft a type goes into the list of those that are edited. */
export const putEditedType = (database: Database, code: string): TransactItem =>
  transactItem(
    EditedEntity.build(PutTransaction)
      .item({ ...licenceKeys.editedType(code), code })
      .options(inTable(database, TABLE))
      .params(),
  );

/** Writes nothing; the commit fails if the draft is another by now. */
export const checkTypeDraftRevision = (database: Database, { code, revision }: TypeDraft): TransactItem =>
  transactItem(
    DraftEntity.build(ConditionCheck)
      .key(licenceKeys.typeDraft(code))
      .condition({ attr: "revision", eq: revision })
      .options(inTable(database, TABLE))
      .params(),
  );

/** A published version is written once, and never again. */
export const putTypeVersion = (
  database: Database,
  { version, publishedAt, ...type }: PublishedType,
): TransactItem =>
  transactItem(
    VersionEntity.build(PutTransaction)
      .item({ ...licenceKeys.typeVersion(type.code, version), ...recordOf(type), version, publishedAt })
      .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
      .params(),
  );

export const putTypeHead = (
  database: Database,
  head: TypeHead,
  expecting: TypeHead | undefined,
): TransactItem =>
  transactItem(
    HeadEntity.build(PutTransaction)
      .item({ ...licenceKeys.typeHead(head.code), ...head, regions: [...head.regions] })
      .options({ ...inTable(database, TABLE), condition: overRevision(expecting?.revision) })
      .params(),
  );

/** Two types are not known by one name: of the first version its type code and its `vct` are taken. */
export const takeTypeNames = (database: Database, { code, typeCode, vct }: TypeHead): TransactItem[] =>
  [typeCode, vct].map((name) =>
    transactItem(
      NameEntity.build(PutTransaction)
        .item({ ...licenceKeys.typeName(name), code })
        .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
        .params(),
    ),
  );

/** The code of the type that has a type code or a `vct`; a type takes its own with its first publication. */
export async function typeNamed(database: Reads, name: string): Promise<string | undefined> {
  const record = await database.get(TABLE, licenceKeys.typeName(name));
  return record && readName(record).code;
}
