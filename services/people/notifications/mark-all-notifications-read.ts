import type { Citizen } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { markedWith } from "./notification.ts";
import { getNotification, listUnread, readMark } from "./store.ts";

const MARKED_MAX = 100;

/** How many were marked, and whether there are more behind them for a call of its own. */
export type AllMarked = { readonly marked: number; readonly more: boolean };

/**
 * The citizen has seen all their notifications up to one, the newest that their page shows: what came after it stays
 * unread. A hundred at once; the same call again marks the next. Nothing is decided by it, so it has no audit entry.
 * Errors: NOT_FOUND, where that one is not theirs.
 */
export async function markAllNotificationsRead(
  upTo: string,
  { id: citizenId, mode }: Citizen,
  database: Pick<Database, "get" | "query" | "observe">,
): Promise<Result<AllMarked, { readonly code: "NOT_FOUND" }>> {
  const seen = isId("ntf", upTo) ? await getNotification(database, mode, { citizenId, id: upTo }) : undefined;
  if (!seen) return err({ code: "NOT_FOUND" });
  const behind = { first: MARKED_MAX - 1, after: seen.id };
  const { entries, more } = await listUnread(database, mode, citizenId, behind);
  const unread = markedWith(seen, [seen, ...entries.map(({ node }) => node)]);
  await Promise.all(unread.map((one) => database.observe(readMark(mode, one))));
  return ok({ marked: unread.length, more: more !== false && unread.length > 0 });
}
