import type { FormWidget, Resolvers } from "../../api/generated/types.ts";
import type { FormField } from "./forms/form-pages.ts";
import type { Widget } from "./forms/form-widgets.ts";

/** The widgets by the names that forms give them. */
const WIDGET_NAMES = {
  text: "TEXT",
  "long-text": "LONG_TEXT",
  number: "NUMBER",
  money: "MONEY",
  date: "DATE",
  time: "TIME",
  "date-time": "DATE_TIME",
  "id-number": "ID_NUMBER",
  "credit-code": "CREDIT_CODE",
  mobile: "MOBILE",
  "bank-account": "BANK_ACCOUNT",
  "payout-account": "PAYOUT_ACCOUNT",
  region: "REGION",
  email: "EMAIL",
  link: "LINK",
  choice: "CHOICE",
  choices: "CHOICES",
  "yes-no": "YES_NO",
  confirm: "CONFIRM",
  group: "GROUP",
  list: "LIST",
} as const satisfies Readonly<Record<Widget, FormWidget>>;

const textUnder = ({ schema }: FormField, keyword: string): string | null => {
  const value = schema[keyword];
  return typeof value === "string" ? value : null;
};

const numberUnder = ({ schema }: FormField, keyword: string): number | null => {
  const value = schema[keyword];
  return typeof value === "number" ? value : null;
};

const INT_MAX = 2 ** 31 - 1;

/** A bound that no text or list reaches is none. */
const countUnder = (field: FormField, keyword: string): number | null => {
  const value = numberUnder(field, keyword);
  return value !== null && Number.isInteger(value) && value <= INT_MAX ? value : null;
};

/** A form as front-ends read it. */
export const formResolvers: Resolvers = {
  FormField: {
    name: ({ path }) => path.at(-1) ?? "",
    hint: ({ hint }) => hint ?? null,
    widget: ({ widget }) => WIDGET_NAMES[widget],
    required: ({ isRequired }) => isRequired,
    when: ({ when, path }) =>
      when.map(({ field, is }) => ({ path: [...path.slice(0, -1), field], values: is.map(String) })),
    held: ({ schema }, _, { parts }) => parts.heldValues.get(String(schema["x-held"]))?.source ?? null,
    example: ({ example }) => example ?? null,
    pattern: (field) => textUnder(field, "pattern"),
    minLength: (field) => countUnder(field, "minLength"),
    maxLength: (field) => countUnder(field, "maxLength"),
    minimum: (field) => numberUnder(field, "minimum"),
    maximum: (field) => numberUnder(field, "maximum"),
    minItems: (field) => countUnder(field, "minItems"),
    maxItems: (field) => countUnder(field, "maxItems"),
    notBefore: (field) => textUnder(field, "x-notBefore"),
    notAfter: (field) => textUnder(field, "x-notAfter"),
    confirms: ({ confirms }) => confirms ?? null,
  },
};
