import { parseDate } from "../../../kernel/civil-date.ts";
import { isFields } from "../../../kernel/fields.ts";
import type { Language, Message } from "../../../kernel/message.ts";
import { type Form, labelOf, wordsAt } from "../../catalogue/index.ts";
import { PAGE_WORDS } from "./words.ts";

type Reader = {
  readonly form: Form;
  readonly language: Language;
  readonly regionText: (code: string) => Message | undefined;
};

/** A day as licences state it: 2026年6月30日; in English as it is, which nobody reads as another. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number);
  return language === "zh" ? `${year}年${month}月${date}日` : day;
}

/** A value of the content at a path, as people read it: choices by their labels, days and regions by their names. */
export function valueText(value: unknown, path: readonly string[], reader: Reader): string {
  const { form, language } = reader;
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return PAGE_WORDS[value ? "YES" : "NO"][language];
  if (typeof value === "string") return textOf(value, path, reader);
  if (Array.isArray(value)) {
    const [between, around] = language === "zh" ? ["、", "；"] : [", ", "; "];
    const entries = value.map((entry, i) => valueText(entry, [...path, String(i)], reader));
    return entries.join(value.some(isFields) ? around : between);
  }
  if (!isFields(value)) return String(value);
  const [colon, end] = language === "zh" ? ["：", "，"] : [": ", ", "];
  return Object.entries(value)
    .map(([name, inner]) => {
      const here = [...path, name];
      return `${labelOf(form, here)[language]}${colon}${valueText(inner, here, reader)}`;
    })
    .join(end);
}

function textOf(value: string, path: readonly string[], { form, language, regionText }: Reader): string {
  const chosen = wordsAt(form, path).choices.find((choice) => choice.value === value);
  if (chosen) return chosen.label[language];
  const format = path.length === 1 ? formatOf(form, path[0] ?? "") : undefined;
  if (format === "date" && parseDate(value).ok) return dayText(value, language);
  const region = format === "region" ? regionText(value) : undefined;
  return region ? region[language] : value;
}

function formatOf(form: Form, field: string): unknown {
  const properties = form["properties"];
  const schema = isFields(properties) && Object.hasOwn(properties, field) ? properties[field] : undefined;
  return isFields(schema) ? schema["format"] : undefined;
}
