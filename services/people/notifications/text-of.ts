import { fill, type Language, type Message } from "../../kernel/message.ts";
import type { Notification } from "./notification.ts";

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** How the events of all services read, by their types. */
    readonly eventTexts: ReadonlyMap<string, Message>;
  }
}

/** The text of an event that later code has written, before a deployment was taken back. */
const UNKNOWN: Message = {
  zh: "您有一条新消息，暂时无法显示其内容。",
  en: "Something happened that cannot be shown at the moment.",
};

/** The text that the citizen reads, with these names in place of those that the payload holds. */
export function textOf(
  { type, payload }: Pick<Notification, "type" | "payload">,
  texts: ReadonlyMap<string, Message>,
  language: Language,
  names: Readonly<Record<string, string>>,
): string {
  return fill(texts.get(type) ?? UNKNOWN, language, { ...payload, ...names });
}
