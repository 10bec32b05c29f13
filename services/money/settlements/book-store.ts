import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { type DuePage, listDue } from "../../kernel/database/due-list.ts";
import {
  brand,
  ENTITY,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import { isId, type PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type BookId, bookIdOf, type ContractId, SETTLED_KINDS } from "./ids.ts";
import { settlementKeys } from "./keys.ts";
import { type Book, dueAt } from "./settlement.ts";

/** The books of one mode. */
type BookStore = { readonly database: Database; readonly mode: Mode };

const date = brand<CivilDate>();
const instant = brand<Instant>();
const PLACE = map({ step: number(), after: string() });

const BookEntity = new Entity({
  ...ENTITY,
  name: "SettlementBook",
  schema: item({
    ...KEY,
    index1pk: string().hidden(),
    index1sk: string().hidden(),
    partner: brand<PartnerId>(),
    kind: string().enum(...SETTLED_KINDS),
    since: date,
    through: date.optional(),
    carried: money(),
    negativeSince: date.optional(),
    drawing: map({
      day: date,
      contract: brand<ContractId>(),
      place: PLACE.optional(),
      lines: number(),
      gross: money(),
      fee: money(),
    }).optional(),
    ahead: map({
      gross: money(),
      until: instant,
      stretch: map({ until: instant, place: PLACE }).optional(),
    }).optional(),
    revision: number(),
  }),
});
const readBook = recordReader(BookEntity);

function bookOf(record: StoredItem): Book {
  const { pk: _, sk: __, ...book } = readBook(record);
  return book;
}

export async function getBook({ database, mode }: BookStore, id: BookId): Promise<Book | undefined> {
  const record = await database.get(recordsTable(mode), settlementKeys.book(id));
  return record && bookOf(record);
}

/** Written only over the revision that it was decided on. The index finds those that are due, the longest first. */
export function putBook(store: BookStore, book: Book, read: number | undefined): TransactItem {
  const id = bookIdOf(book.partner, book.kind);
  const index = { [INDEX1.pk]: settlementKeys.books, [INDEX1.sk]: `${dueAt(book)}#${id}` };
  return transactItem(
    BookEntity.build(PutTransaction)
      .item({ ...settlementKeys.book(id), ...index, ...book })
      .options({ ...inTable(store.database, recordsTable(store.mode)), condition: overRevision(read) })
      .params(),
  );
}

/** Partners that are settled with, the longest due first; of one behind another, due by an instant. */
export const listBooks = (store: BookStore, page: DuePage) =>
  listDue(store, settlementKeys.books, (id): id is BookId => isId("stb", id), page);
