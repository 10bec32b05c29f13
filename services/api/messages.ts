import { QUEUE_MESSAGES } from "../government/cases/lists/messages.ts";
import { MATERIAL_MESSAGES } from "../government/cases/materials/messages.ts";
import { APPLICATION_MESSAGES } from "../government/cases/messages.ts";
import { NOTE_MESSAGES } from "../government/cases/notes/messages.ts";
import { ROLL_OUT_MESSAGES } from "../government/catalogue/messages.ts";
import { HALL_MESSAGES } from "../government/halls/messages.ts";
import { INSPECTION_MESSAGES } from "../government/inspections/messages.ts";
import { LICENCE_MESSAGES } from "../government/licences/messages.ts";
import { SUPERVISION_MESSAGES } from "../government/supervision/messages.ts";
import { MONEY_MESSAGES } from "../money/payments/messages.ts";
import { ENTERPRISE_MESSAGES } from "../people/enterprises/messages.ts";
import { TO_DO_MESSAGES } from "../people/todo/messages.ts";
import type { Language as SchemaLanguage } from "./generated/types.ts";
import { MESSAGES, type Message } from "./message-texts.ts";

export type Language = Lowercase<SchemaLanguage>;

/** Every message that people read, by its code. */
const ALL = {
  ...MESSAGES,
  ...MONEY_MESSAGES,
  ...APPLICATION_MESSAGES,
  ...TO_DO_MESSAGES,
  ...LICENCE_MESSAGES,
  ...SUPERVISION_MESSAGES,
  ...ROLL_OUT_MESSAGES,
  ...NOTE_MESSAGES,
  ...QUEUE_MESSAGES,
  ...ENTERPRISE_MESSAGES,
  ...INSPECTION_MESSAGES,
  ...MATERIAL_MESSAGES,
  ...HALL_MESSAGES,
};

export type MessageCode = keyof typeof ALL;

/** The message for a code; throws for a code without one, so that a test which meets it fails. */
export function say(code: string, language: Language, values: Readonly<Record<string, string>> = {}): string {
  const message: Message | undefined = Object.hasOwn(ALL, code) ? ALL[code as MessageCode] : undefined;
  if (!message) throw new Error(`no message for ${code}`);
  return message[language].replace(/\{(\w+)\}/g, (_, gap: string) => values[gap] ?? "");
}

/** The first of zh and en that an Accept-Language header names, in the order of its weights; Chinese by default. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const first = wanted.find(({ tag }) => tag === "zh" || tag === "en");
  return first?.tag === "en" ? "en" : "zh";
}
