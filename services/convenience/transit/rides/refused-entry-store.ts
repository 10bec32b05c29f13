import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import type { From, Stretch } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CardNumber } from "../card.ts";
import type { CardId } from "../ids.ts";
import { transitKeys } from "../keys.ts";
import { TRANSIT_MODES } from "../network/fare.ts";
import type { StationCode } from "../network/network.ts";
import { keptUntil, REFUSAL_CODES, type RefusedEntry, type RefusedTap } from "./refused-entry.ts";
import { gapsOf, valuesIn } from "./trip-record.ts";

/** The refused entries of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const RefusedEntity = new Entity({
  ...ENTITY,
  name: "RefusedEntry",
  schema: item({
    ...KEY,
    index1pk: string().hidden(),
    index1sk: string().hidden(),
    [TIME_TO_LIVE]: number().hidden(),
    card: brand<CardId>(),
    cardNumber: brand<CardNumber>(),
    operator: brand<PartnerId>(),
    tap: string(),
    at: instant,
    code: string().enum(...REFUSAL_CODES),
    since: instant.optional(),
    mode: string().enum(...TRANSIT_MODES),
    station: brand<StationCode>().optional(),
    gate: string().optional(),
    takenAt: instant.optional(),
    values: list(map({ gap: string(), text: string() })),
  }),
});
const readRefused = recordReader(RefusedEntity);

/** The book's revision, in the same commit, guards it. The database forgets it once it is kept no longer. */
export const putRefusedEntry = (
  { database, mode }: TransitStore,
  { values, ...entry }: RefusedEntry,
): TransactItem =>
  transactItem(
    RefusedEntity.build(PutTransaction)
      .item({
        ...keyOf(entry),
        [INDEX1.pk]: transitKeys.refusedOn(entry.operator, dateAt(entry.at)),
        [INDEX1.sk]: `${entry.at}#${entry.tap}`,
        [TIME_TO_LIVE]: timeToLive(keptUntil(entry)),
        ...entry,
        values: gapsOf(values),
      })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** The tap was sent again, and taken: there is a trip instead. The book's revision guards it, too. */
export const updateTakenAfterAll = (
  { database, mode }: TransitStore,
  tap: RefusedTap,
  at: Instant,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: keyOf(tap),
    UpdateExpression: "SET takenAt = :at",
    ExpressionAttributeValues: { ":at": at },
  },
});

const keyOf = ({ card, at, operator, tap }: Pick<RefusedTap, "card" | "at" | "operator" | "tap">) =>
  transitKeys.refusedEntry(card, at, operator, tap);

type Listed<P> = { readonly node: RefusedEntry; readonly position: P };

/** Those of a card, the latest first; the database may keep one for some days longer than it is shown. */
export async function listRefusedOf(
  { database, mode }: TransitStore,
  card: CardId,
  { first, after }: From<string>,
  now: Instant,
): Promise<Stretch<Listed<string>, string>> {
  const { items, next } = await database.query({
    ...{
      table: recordsTable(mode),
      pk: card,
      ...transitKeys.refusedEntries,
      limit: first,
      newestFirst: true,
    },
    ...(after ? { after: { pk: card, sk: after } } : {}),
  });
  const entries = items.map((record) => ({ node: entryOf(record), position: String(record["sk"]) }));
  return { entries: entries.filter(({ node }) => isShown(node, now)), next: next && String(next["sk"]) };
}

/** Those of an operator's gates on a day, the latest first. */
export async function listRefusedBy(
  { database, mode }: TransitStore,
  { operator, on }: { readonly operator: PartnerId; readonly on: CivilDate },
  { first, after }: From<StoredItem>,
  now: Instant,
): Promise<Stretch<Listed<StoredItem>, StoredItem>> {
  const table = recordsTable(mode);
  const page = { table, pk: transitKeys.refusedOn(operator, on), index: INDEX1, limit: first } as const;
  const { items, next } = await database.query({
    ...{ ...page, newestFirst: true },
    ...(after ? { after } : {}),
  });
  const entries = await Promise.all(
    items.map(async ({ pk, sk, [INDEX1.pk]: indexPk, [INDEX1.sk]: indexSk }) => {
      // In one order, so that a place has one cursor.
      const position = { pk, sk, [INDEX1.pk]: indexPk, [INDEX1.sk]: indexSk };
      const record = await database.get(table, { pk: String(pk), sk: String(sk) });
      return record ? { node: entryOf(record), position } : undefined;
    }),
  );
  return { entries: entries.flatMap((each) => (each && isShown(each.node, now) ? each : [])), next };
}

const isShown = (entry: RefusedEntry, now: Instant): boolean => !entry.takenAt && keptUntil(entry) > now;

function entryOf(record: StoredItem): RefusedEntry {
  const { pk: _, sk: __, values, ...entry } = readRefused(record);
  return { ...entry, values: valuesIn(values) };
}
