import { isCreditCode } from "../../field/credit-code.ts";
import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type Fen, parseMoney } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { enterpriseId } from "../enterprises/index.ts";
import type { NotificationId } from "./ids.ts";

/** The message of one event to one citizen. */
export type Notification = {
  readonly id: NotificationId;
  readonly citizenId: CitizenId;
  /** The event's own; later code may have written one that this code does not know. */
  readonly type: string;
  readonly at: Instant;
  /** When it was put before the citizen: later than one that stands above it, where its event was delivered later. */
  readonly toldAt: Instant;
  /** The event's own; how it reads in a language is decided when it is read. */
  readonly payload: Readonly<Record<string, string>>;
  readonly read: boolean;
};

/** One for each citizen who is told. */
export const notificationsOf = (
  { id, type, at, to, payload }: RecordedEvent,
  toldAt: Instant,
): readonly Notification[] =>
  to.map((citizenId) => ({ id: `ntf_${id}`, citizenId, type, at, toldAt, payload, read: false }));

/**
 * Those that are marked with all up to one that was seen. One that stands below it and was told of after it may not have
 * been on the page yet, and stays unread.
 */
export const markedWith = (seen: Notification, unread: readonly Notification[]): readonly Notification[] =>
  unread.filter(({ read, toldAt }) => !read && toldAt <= seen.toldAt);

/** The node that it is about: of an enterprise events know the credit code, and of a key its partner has it in its list. */
export function aboutOf({ type, payload }: Pick<Notification, "type" | "payload">): string {
  const { about = "", partnerId = "" } = payload;
  if (type.startsWith("api-key.")) return partnerId;
  return isCreditCode(about) ? enterpriseId(about) : about;
}

/** The amount that it is about, where there is one. */
export function amountOf({ payload }: Pick<Notification, "payload">): Fen | undefined {
  const { amount } = payload;
  const parsed = amount === undefined ? undefined : parseMoney(amount);
  return parsed?.ok ? parsed.value : undefined;
}
