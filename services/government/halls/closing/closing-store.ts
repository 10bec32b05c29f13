import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { type DuePage, listDue } from "../../../kernel/database/due-list.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { hallKeys } from "../keys.ts";
import type { Closing } from "./closing.ts";

/** In each mode, because in each of them people have booked. */
type ClosingStore = { readonly database: Database; readonly mode: Mode };

const indexed = string().hidden().optional();

const ClosingEntity = new Entity({
  ...ENTITY,
  name: "HallClosing",
  schema: item({
    ...KEY,
    ...{ index1pk: indexed, index1sk: indexed },
    hall: string(),
    since: brand<Instant>(),
    revision: number(),
    reason: string(),
  }),
});
const readClosing = recordReader(ClosingEntity);

/**
 * In the list of those that are to be looked after, and in place of an earlier one: one who looks through the hall's
 * bookings goes by the hall as it is, so that the later closing stands for both.
 */
export const putClosing = ({ database, mode }: ClosingStore, closing: Closing): TransactItem =>
  transactItem(
    ClosingEntity.build(PutTransaction)
      .item({
        ...hallKeys.closing(closing.hall),
        ...{ index1pk: hallKeys.closings, index1sk: `${closing.since}#${closing.hall}` },
        ...closing,
      })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** Out of the list, unless the hall has closed other times meanwhile. */
export const settleClosing = ({ database, mode }: ClosingStore, closing: Closing): TransactItem =>
  transactItem(
    ClosingEntity.build(PutTransaction)
      .item({ ...hallKeys.closing(closing.hall), ...closing })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: { attr: "revision", eq: closing.revision },
      })
      .params(),
  );

/** Closings that are to be looked after, the oldest first, behind a place. The index may lag behind. */
export async function listClosings(
  store: ClosingStore,
  page: DuePage,
): Promise<readonly { readonly closing: Closing; readonly place: string }[]> {
  const due = await listDue(store, hallKeys.closings, isClosing, page);
  const found = await Promise.all(due.map(({ id }) => getClosing(store, id.slice(PREFIX.length))));
  return due.flatMap(({ place }, i) => {
    const closing = found[i];
    return closing ? [{ closing, place }] : [];
  });
}

const PREFIX = hallKeys.closing("").pk;
const isClosing = (id: string): id is string => id.startsWith(PREFIX);

async function getClosing({ database, mode }: ClosingStore, hall: string): Promise<Closing | undefined> {
  const record = await database.get(recordsTable(mode), hallKeys.closing(hall));
  if (!record) return undefined;
  const { pk: _, sk: __, ...closing } = readClosing(record);
  return closing;
}
