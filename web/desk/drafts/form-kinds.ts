import type { FormWidget } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import { asList, asText, asValues, type Values } from "./values.ts";

/** The ways to fill in a field that are chosen by name; groups and lists of fields are written as JSON. */
export type Kind = Exclude<FormWidget, "GROUP" | "LIST">;

type KindOfField = { readonly name: Text; readonly schema: Values };

const text = (more: Values = {}): Values => ({ type: "string", ...more });

export const KINDS: Readonly<Record<Kind, KindOfField>> = {
  TEXT: { name: { zh: "单行文字", en: "A line of text" }, schema: text() },
  LONG_TEXT: { name: { zh: "多行文字", en: "Several lines" }, schema: text({ "x-widget": "long-text" }) },
  NUMBER: { name: { zh: "数字", en: "Number" }, schema: { type: "number" } },
  MONEY: { name: { zh: "金额", en: "Amount in yuan" }, schema: text({ format: "money" }) },
  DATE: { name: { zh: "日期", en: "Day" }, schema: text({ format: "date" }) },
  TIME: { name: { zh: "时刻", en: "Time" }, schema: text({ format: "time" }) },
  DATE_TIME: { name: { zh: "日期和时刻", en: "Day and time" }, schema: text({ format: "date-time" }) },
  ID_NUMBER: { name: { zh: "身份证件号码", en: "Identity number" }, schema: text({ format: "citizen-id" }) },
  CREDIT_CODE: {
    name: { zh: "统一社会信用代码", en: "Credit code" },
    schema: text({ format: "credit-code" }),
  },
  MOBILE: { name: { zh: "手机号码", en: "Mobile number" }, schema: text({ format: "mobile-cn" }) },
  BANK_ACCOUNT: { name: { zh: "银行账号", en: "Bank account" }, schema: text({ format: "bank-account" }) },
  PAYOUT_ACCOUNT: {
    name: { zh: "本人收款账户", en: "One of the person's payout accounts" },
    schema: text({ format: "payout-account" }),
  },
  REGION: { name: { zh: "行政区划", en: "Region" }, schema: text({ format: "region" }) },
  EMAIL: { name: { zh: "电子邮箱", en: "Email" }, schema: text({ format: "email" }) },
  LINK: { name: { zh: "网址", en: "Link" }, schema: text({ format: "uri" }) },
  CHOICE: { name: { zh: "单选", en: "One of some choices" }, schema: text({ enum: [] }) },
  CHOICES: {
    name: { zh: "多选", en: "Some of some choices" },
    schema: { type: "array", items: text({ enum: [] }) },
  },
  YES_NO: { name: { zh: "是或否", en: "Yes or no" }, schema: { type: "boolean" } },
  CONFIRM: {
    name: { zh: "确认一句话", en: "A sentence to confirm" },
    schema: { type: "boolean", const: true },
  },
};

/** The keywords that make a field the kind that it is. */
const SHAPE = ["type", "format", "enum", "items", "const", "x-widget", "x-choices"];

const isShaped = (schema: Values, like: Values): boolean =>
  ["type", "format", "x-widget", "const"].every((name) => schema[name] === like[name]) &&
  Array.isArray(schema["enum"]) === Array.isArray(like["enum"]);

const hasChoices = (schema: Values): boolean => Array.isArray(asValues(schema["items"])["enum"]);

/** The kind of a field by its shape; undefined for a group or a list of fields, and for what no kind makes. */
export function kindOf(schema: Values): Kind | undefined {
  if (schema["type"] === "array") return hasChoices(schema) ? "CHOICES" : undefined;
  if (schema["type"] === "integer") return "NUMBER";
  if (schema["type"] === "boolean" && schema["const"] !== undefined) return "CONFIRM";
  const kinds = Object.keys(KINDS).filter((name): name is Kind => Object.hasOwn(KINDS, name));
  return kinds.find((kind) => isShaped(schema, KINDS[kind].schema));
}

/** The field made another kind; its words stay. */
export function madeOf(kind: Kind, schema: Values): Values {
  const words = Object.entries(schema).filter(([name]) => !SHAPE.includes(name));
  return { ...Object.fromEntries(words), ...KINDS[kind].schema };
}

/** The choices as lines, "value = 中文 = English"; undefined for a field that has none. */
export function choiceLines(schema: Values): string | undefined {
  const kind = kindOf(schema);
  if (kind !== "CHOICE" && kind !== "CHOICES") return undefined;
  const holder = kind === "CHOICES" ? asValues(schema["items"]) : schema;
  const labels = asValues(holder["x-choices"]);
  return asList(holder["enum"])
    .map((value) => {
      const { zh, en } = asValues(labels[asText(value)]);
      return [asText(value), asText(zh), asText(en)].join(" = ");
    })
    .join("\n");
}

/** The choices that were typed as such lines. */
export function withChoices(schema: Values, lines: string): Values {
  const rows = lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("=").map((part) => part.trim()));
  const choices = {
    enum: rows.map(([value = ""]) => value),
    "x-choices": Object.fromEntries(rows.map(([value = "", zh = "", en = ""]) => [value, { zh, en }])),
  };
  return schema["type"] === "array"
    ? { ...schema, items: { ...asValues(schema["items"]), ...choices } }
    : { ...schema, ...choices };
}
