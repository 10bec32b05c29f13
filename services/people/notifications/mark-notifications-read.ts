import type { Citizen } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Notification } from "./notification.ts";
import { getNotification, readMark } from "./store.ts";

const MARKED_MAX = 100;

export type NotMarked =
  | { readonly code: "NOT_FOUND" }
  | {
      readonly code: "TOO_MANY";
      readonly values: Readonly<Record<string, string>>;
      readonly path: readonly string[];
    };

/**
 * The citizen has read these; again is no mistake. Nothing is decided by it, so it has no audit entry. Errors:
 * NOT_FOUND where one of them is not theirs, and then none is marked; TOO_MANY.
 */
export async function markNotificationsRead(
  ids: readonly string[],
  { id: citizenId, mode }: Citizen,
  database: Pick<Database, "get" | "observe">,
): Promise<Result<readonly Notification[], NotMarked>> {
  if (ids.length > MARKED_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(MARKED_MAX) }, path: ["ids"] });
  }
  const named = [...new Set(ids)].filter((id) => isId("ntf", id));
  if (named.length < new Set(ids).size) return err({ code: "NOT_FOUND" });
  const found = await Promise.all(named.map((id) => getNotification(database, mode, { citizenId, id })));
  const notifications = found.filter((one) => one !== undefined);
  if (notifications.length < named.length) return err({ code: "NOT_FOUND" });
  const unread = notifications.filter(({ read }) => !read);
  await Promise.all(unread.map((one) => database.observe(readMark(mode, one))));
  return ok(notifications.map((one) => ({ ...one, read: true })));
}
