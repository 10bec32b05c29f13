import type { Notification } from "./notification.ts";
import { TEXTS, type Text } from "./texts.ts";

const BY_TYPE = new Map<string, Text>(Object.entries(TEXTS));

/** Of what later code has written, before a deployment was taken back. */
const UNKNOWN: Text = {
  zh: "您有一条新消息，暂时无法显示其内容。",
  en: "Something happened that cannot be shown at the moment.",
};

/** The text that the citizen reads, with these names in place of those that the payload holds. */
export function textOf(
  { type, payload }: Pick<Notification, "type" | "payload">,
  language: keyof Text,
  names: Readonly<Record<string, string>>,
): string {
  const values: Readonly<Record<string, string>> = { ...payload, ...names };
  return (BY_TYPE.get(type) ?? UNKNOWN)[language].replace(
    /\{(\w+)\}/g,
    (_, gap: string) => values[gap] ?? "",
  );
}
