import type { Actor, Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { Notification } from "./notification.ts";
import { getNotification, type Listed, listNotifications, listUnread, type Page } from "./store.ts";

/** The notification with this id, for the citizen who was told. To anybody else it does not exist. */
export async function findNotification(
  id: string,
  actor: Actor,
  { database }: { readonly database: Pick<Database, "get"> },
): Promise<Notification | undefined> {
  if (actor.kind !== "CITIZEN" || !isId("ntf", id)) return undefined;
  return getNotification(database, actor.mode, { citizenId: actor.id, id });
}

/** So many unread notifications are counted. */
const UNREAD_COUNTED_MAX = 100;

/** How many notifications a citizen has not read, as the list of them has it; 100 for as many or more. */
export async function countUnread(
  { citizenId, mode }: { readonly citizenId: CitizenId; readonly mode: Mode },
  { database }: { readonly database: Pick<Database, "get" | "query"> },
): Promise<number> {
  const { entries } = await listUnread(database, mode, citizenId, { first: UNREAD_COUNTED_MAX });
  return entries.length;
}

type Wanted = Page & { readonly unreadOnly: boolean };

/** The notifications of a citizen, the latest first: all, or those that they have not read. */
export async function readNotifications(
  { citizenId, mode }: { readonly citizenId: CitizenId; readonly mode: Mode },
  { unreadOnly, ...page }: Wanted,
  { database }: { readonly database: Pick<Database, "get" | "query"> },
): Promise<Listed> {
  const list = unreadOnly ? listUnread : listNotifications;
  return list(database, mode, citizenId, page);
}
