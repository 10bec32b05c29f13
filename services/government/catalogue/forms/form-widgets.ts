import { type FormatName, isFormatName } from "./form-formats.ts";
import type { Schema } from "./form-parts.ts";

const BY_FORMAT = {
  "citizen-id": "id-number",
  "credit-code": "credit-code",
  region: "region",
  "mobile-cn": "mobile",
  "bank-account": "bank-account",
  "payout-account": "payout-account",
  money: "money",
  date: "date",
  time: "time",
  "date-time": "date-time",
  email: "email",
  uri: "link",
} as const satisfies Readonly<Record<FormatName, string>>;

const OTHERS = [
  "text",
  "long-text",
  "number",
  "choice",
  "choices",
  "yes-no",
  "confirm",
  "group",
  "list",
] as const;

/** The ways in which people fill in a field; "group" and "list" hold other fields. */
export type Widget = (typeof BY_FORMAT)[FormatName] | (typeof OTHERS)[number];
export const WIDGETS: readonly Widget[] = [...Object.values(BY_FORMAT), ...OTHERS];

/** The choices of a field, where it takes nothing else than one of some texts. */
export function choicesOf({ type, enum: choices }: Schema): readonly string[] | undefined {
  const isChoice = type === "string" && Array.isArray(choices) && choices.length > 0;
  return isChoice && choices.every((choice) => typeof choice === "string") ? choices : undefined;
}

/** The widgets that fit a field, the usual one first; none for a field that nobody could fill in. */
export function widgetsFor(schema: Schema, items: Schema | undefined): readonly Widget[] {
  const { type, format, enum: choices, const: only } = schema;
  if (choices !== undefined) return choicesOf(schema) && only === undefined ? ["choice"] : [];
  if (type === "boolean") return only === undefined ? ["yes-no"] : ["confirm"];
  if (only !== undefined) return [];
  switch (type) {
    case "string":
      if (format === undefined) return ["text", "long-text"];
      return typeof format === "string" && isFormatName(format) ? [BY_FORMAT[format]] : [];
    case "integer":
    case "number":
      return ["number"];
    case "object":
      return ["group"];
    case "array":
      return items && choicesOf(items) ? ["choices"] : ["list"];
    default:
      return [];
  }
}

/** The widget of a field: the one that is stated where it fits, else the usual one. */
export function widgetOf(schema: Schema, items: Schema | undefined): Widget {
  const [usual = "text", ...others] = widgetsFor(schema, items);
  return others.find((one) => one === schema["x-widget"]) ?? usual;
}
