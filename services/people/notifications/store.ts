import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, boolean, item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, Observation, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { fullPage, type Onward } from "../../kernel/database/full-page.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { NotificationId } from "./ids.ts";
import { notificationKeys } from "./keys.ts";
import type { Notification } from "./notification.ts";

const NotificationEntity = new Entity({
  ...ENTITY,
  name: "Notification",
  schema: item({
    ...KEY,
    index1pk: string().optional().hidden(),
    index1sk: string().optional().hidden(),
    id: brand<NotificationId>(),
    citizenId: brand<CitizenId>(),
    type: string(),
    at: brand<Instant>(),
    toldAt: brand<Instant>().optional(),
    payload: any().castAs<Notification["payload"]>(),
    read: boolean(),
  }),
});
const readNotification = recordReader(NotificationEntity);

function notificationOf(record: StoredItem): Notification {
  const { pk: _, sk: __, ...notification } = readNotification(record);
  return { ...notification, toldAt: notification.toldAt ?? notification.at };
}

const eventIdOf = (id: NotificationId): string => id.slice("ntf_".length);
const keyOf = ({ citizenId, id }: Place): Key => notificationKeys.notification(citizenId, eventIdOf(id));

type Place = Pick<Notification, "citizenId" | "id">;

const unreadPlaceOf = ({ citizenId, id }: Place): StoredItem => ({
  [INDEX1.pk]: notificationKeys.unread(citizenId),
  [INDEX1.sk]: eventIdOf(id),
});

/** A new one, refused where it stands already: it may have been read by now. */
export function putNotification(
  database: Pick<Database, "nameOf">,
  mode: Mode,
  notification: Notification,
): TransactItem {
  return transactItem(
    NotificationEntity.build(PutTransaction)
      .item({ ...keyOf(notification), ...unreadPlaceOf(notification), ...notification })
      .options({ ...inTable(database, recordsTable(mode)), condition: { attr: "pk", exists: false } })
      .params(),
  );
}

/** It stays as it is, but that it is read, and no longer among those that are not. */
export const readMark = (mode: Mode, notification: Notification): Observation => ({
  table: recordsTable(mode),
  item: { ...keyOf(notification), ...notification, read: true },
});

export async function getNotification(
  database: Pick<Database, "get">,
  mode: Mode,
  place: Place,
): Promise<Notification | undefined> {
  const record = await database.get(recordsTable(mode), keyOf(place));
  return record && notificationOf(record);
}

/** The latest first; `after` is the last one of the page before. */
export type Page = { readonly first: number; readonly after?: NotificationId };
export type Listed = {
  readonly entries: readonly { readonly node: Notification; readonly position: NotificationId }[];
  readonly more: Onward<NotificationId>;
};

const toPage = (notifications: readonly Notification[], more: Onward<NotificationId>): Listed => ({
  entries: notifications.map((node) => ({ node, position: node.id })),
  more,
});

export async function listNotifications(
  database: Pick<Database, "query">,
  mode: Mode,
  citizenId: CitizenId,
  { first, after }: Page,
): Promise<Listed> {
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: citizenId,
    ...notificationKeys.allNotifications,
    limit: first,
    newestFirst: true,
    ...(after ? { after: keyOf({ citizenId, id: after }) } : {}),
  });
  return toPage(items.map(notificationOf), next !== undefined);
}

/** From an index, so one of this moment may be missing; but none that was read is among them. */
export async function listUnread(
  database: Pick<Database, "get" | "query">,
  mode: Mode,
  citizenId: CitizenId,
  { first, after }: Page,
): Promise<Listed> {
  const place = after && { citizenId, id: after };
  const from: StoredItem | undefined = place && { ...keyOf(place), ...unreadPlaceOf(place) };
  const { entries, more } = await fullPage({ first, ...(from ? { after: from } : {}) }, async (behind) => {
    const { items, next } = await database.query({
      table: recordsTable(mode),
      index: INDEX1,
      pk: notificationKeys.unread(citizenId),
      limit: behind.first,
      newestFirst: true,
      ...(behind.after ? { after: behind.after } : {}),
    });
    const found = await Promise.all(
      items.map((place) => getNotification(database, mode, { citizenId, id: idAt(place) })),
    );
    return { entries: found.filter((one) => one !== undefined).filter(({ read }) => !read), next };
  });
  return toPage(entries, typeof more === "object" ? { behind: idAt(more.behind) } : more);
}

const idAt = (place: StoredItem): NotificationId => `ntf_${String(place[INDEX1.sk])}`;
