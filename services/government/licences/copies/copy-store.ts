import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Actor, Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../../kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LicenceCopyId, LicenceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import type { CopyBook } from "./copy-book.ts";
import type { CopyUse } from "./copy-use.ts";
import { COPY_FAULTS, endOf, type LicenceCopy } from "./licence-copy.ts";

/** The copies of one mode. */
export type CopyStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const [copyId, licenceId] = [brand<LicenceCopyId>(), brand<LicenceId>()];

const CopyEntity = new Entity({
  ...ENTITY,
  name: "LicenceCopy",
  schema: item({
    ...{ ...KEY, id: copyId, licence: licenceId, version: number() },
    ...{ sharedBy: brand<CitizenId>(), sharedAt: instant },
    verifier: map({ name: string(), partner: brand<PartnerId>().optional() }),
    ...{ purpose: string(), case: string().optional(), fields: list(string()), until: brand<CivilDate>() },
    ...{ uses: number(), used: number(), revokedAt: instant.optional() },
    refusals: any().castAs<NonNullable<LicenceCopy["refusals"]>>().optional(),
    revision: number(),
  }),
});
const readCopy = recordReader(CopyEntity);

const BookEntity = new Entity({
  ...ENTITY,
  name: "LicenceCopyBook",
  schema: item({ ...KEY, licence: licenceId, copies: list(copyId), revision: number() }),
});
const readBook = recordReader(BookEntity);

/** Leads to a copy: from its licence's list, or from its code. */
const PlaceEntity = new Entity({
  ...ENTITY,
  name: "LicenceCopyPlace",
  schema: item({ ...KEY, [TIME_TO_LIVE]: number().hidden().optional(), copy: copyId }),
});
const readPlace = recordReader(PlaceEntity);

const UseEntity = new Entity({
  ...ENTITY,
  name: "LicenceCopyUse",
  schema: item({
    ...{ ...KEY, at: instant, by: brand<Actor["kind"]>(), partner: string().optional() },
    refused: string()
      .enum(...COPY_FAULTS)
      .optional(),
  }),
});
const readUse = recordReader(UseEntity);

/** After its end a code is known for so long, so that its holder is told of one who tries it. */
const CODE_KEPT_MS = 90 * DAY_MS;

const options = ({ database, mode }: CopyStore) => inTable(database, recordsTable(mode));

export async function getCopy(
  { database, mode }: CopyStore,
  id: LicenceCopyId,
): Promise<LicenceCopy | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.licenceCopy(id));
  if (!found) return undefined;
  const { pk: _, sk: __, ...copy } = readCopy(found);
  return copy;
}

const written = (copy: LicenceCopy) => ({
  ...{ ...licenceKeys.licenceCopy(copy.id), ...copy, fields: [...copy.fields] },
});

/** Written over the revision before. */
export const putCopy = (store: CopyStore, copy: LicenceCopy): TransactItem =>
  transactItem(
    CopyEntity.build(PutTransaction)
      .item(written(copy))
      .options({ ...options(store), condition: { attr: "revision", eq: copy.revision - 1 } })
      .params(),
  );

export async function getBook({ database, mode }: CopyStore, id: LicenceId): Promise<CopyBook | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.copyBook(id));
  if (!found) return undefined;
  const { pk: _, sk: __, ...book } = readBook(found);
  return book;
}

/** Over exactly what was read, or new. */
export const putBook = (store: CopyStore, book: CopyBook, before: CopyBook | undefined): TransactItem =>
  transactItem(
    BookEntity.build(PutTransaction)
      .item({ ...licenceKeys.copyBook(book.licence), ...book, copies: [...book.copies] })
      .options({ ...options(store), condition: overRevision(before?.revision) })
      .params(),
  );

/** A copy with its places in its licence's list, and under its code's digest: all are new by its id's and its code's chance. */
export const putNewCopy = (
  store: CopyStore,
  copy: LicenceCopy,
  codeDigest: string,
): readonly TransactItem[] => [
  transactItem(CopyEntity.build(PutTransaction).item(written(copy)).options(options(store)).params()),
  transactItem(
    PlaceEntity.build(PutTransaction)
      .item({ ...licenceKeys.copyOf(copy.licence, copy.sharedAt, copy.id), copy: copy.id })
      .options(options(store))
      .params(),
  ),
  transactItem(
    PlaceEntity.build(PutTransaction)
      .item({
        ...{ ...licenceKeys.copyCode(codeDigest), copy: copy.id },
        [TIME_TO_LIVE]: timeToLive(plusMs(endOf(copy), CODE_KEPT_MS)),
      })
      .options(options(store))
      .params(),
  ),
];

/** The copy that a code is of, by the code's digest. */
export async function copyIdByCode(
  { database, mode }: CopyStore,
  digest: string,
): Promise<LicenceCopyId | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.copyCode(digest));
  return found && readPlace(found).copy;
}

/** The place of a copy in its licence's list. */
export type CopyPlace = { readonly at: Instant; readonly copy: LicenceCopyId };

/** A page of a licence's copies, the latest first. */
export async function listCopies(
  store: CopyStore,
  licence: LicenceId,
  { first, after }: From<CopyPlace>,
): Promise<{ readonly copies: readonly LicenceCopy[]; readonly more: boolean }> {
  const { items, next } = await store.database.query({
    ...{
      table: recordsTable(store.mode),
      pk: licenceKeys.copiesOf(licence),
      limit: first,
      newestFirst: true,
    },
    ...(after === undefined ? {} : { after: licenceKeys.copyOf(licence, after.at, after.copy) }),
  });
  const found = await Promise.all(items.map((place) => getCopy(store, readPlace(place).copy)));
  return { copies: found.flatMap((one) => one ?? []), more: next !== undefined };
}

/** Keeps a use with the copy's revision that it has made: of one revision there is one. */
export const putUse = (
  store: CopyStore,
  { id, revision }: Pick<LicenceCopy, "id" | "revision">,
  use: CopyUse,
): TransactItem =>
  transactItem(
    UseEntity.build(PutTransaction)
      .item({ ...licenceKeys.copyUse(id, revision), ...use })
      .options(options(store))
      .params(),
  );

type ListedUse = { readonly node: CopyUse; readonly position: string };

/** A page of a copy's uses and of those that were refused, the latest first; `after` is the place of one. */
export async function listUses(
  { database, mode }: CopyStore,
  id: LicenceCopyId,
  { first, after }: From<string>,
): Promise<{ readonly uses: readonly ListedUse[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: id, ...licenceKeys.copyUses, limit: first, newestFirst: true },
    ...(after === undefined ? {} : { after: { pk: id, sk: after } }),
  });
  const uses = items.map((record) => {
    const { pk: _, sk: position, ...node } = readUse(record);
    return { node, position };
  });
  return { uses, more: next !== undefined };
}
