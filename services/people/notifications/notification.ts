import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type Fen, parseMoney } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { NotificationId } from "./ids.ts";

/** The message of one event to one citizen. */
export type Notification = {
  readonly id: NotificationId;
  readonly citizenId: CitizenId;
  /** The event's own; later code may have written one that this code does not know. */
  readonly type: string;
  readonly at: Instant;
  /** The event's own; how it reads in a language is decided when it is read. */
  readonly payload: Readonly<Record<string, string>>;
  readonly read: boolean;
};

/** One for each citizen who is told. */
export const notificationsOf = ({ id, type, at, to, payload }: RecordedEvent): readonly Notification[] =>
  to.map((citizenId) => ({ id: `ntf_${id}`, citizenId, type, at, payload, read: false }));

/** The amount that it is about, where there is one. */
export function amountOf({ payload }: Pick<Notification, "payload">): Fen | undefined {
  const { amount } = payload;
  const parsed = amount === undefined ? undefined : parseMoney(amount);
  return parsed?.ok ? parsed.value : undefined;
}
