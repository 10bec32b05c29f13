import { day, moment } from "../format/dates.ts";
import { yuan } from "../format/money.ts";
import type { Language } from "../settings/settings.ts";
import type { Text } from "../texts/text.ts";
import { accountText } from "./account-text.ts";
import { ANY_ENTRY, type FormField, fieldsIn, plainEntryOf } from "./form-parts.ts";
import { FORM_TEXTS } from "./form-texts.ts";
import type { Offered } from "./offered.ts";

/** As `saveApplication` takes them: what was filled in, by the names of fields. */
export type Answers = Readonly<Record<string, unknown>>;

const isAnswers = (value: unknown): value is Answers =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The entries of a list as they are filled in. */
export const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text as it was typed, of a number that was kept as one, too. */
export const typedOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** The value at a path; a step into a list is the place of an entry. */
export function valueAt(answers: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((within, step) => {
    if (Array.isArray(within)) return within[Number(step)];
    return isAnswers(within) && Object.hasOwn(within, step) ? within[step] : undefined;
  }, answers);
}

/** The same with another value at a path. Undefined takes out what stands there. */
export function withValueAt(within: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(within)) {
    const entries: unknown[] = [...within];
    entries[Number(step)] = withValueAt(entries[Number(step)], rest, value);
    return entries;
  }
  const before = isAnswers(within) ? within : {};
  const next = withValueAt(before[step], rest, value);
  const others = Object.entries(before).filter(([name]) => name !== step);
  return Object.fromEntries(next === undefined ? others : [...others, [step, next]]);
}

/**
 * Whether a field is asked, at its place in what is filled in: one of its conditions holds, and the field that it stands on is
 * asked itself. The form states the conditions; here they are only carried out.
 */
export function isAsked(
  field: FormField,
  at: readonly string[],
  form: { readonly fields: readonly FormField[]; readonly answers: Answers },
): boolean {
  if (field.when.length === 0) return true;
  const beside = (name: string | undefined): FormField | undefined =>
    fieldsIn(form.fields, field.path.slice(0, -1)).find((one) => one.name === name);
  return field.when.some(({ path, values }) => {
    const name = path.at(-1) ?? "";
    const place = [...at.slice(0, -1), name];
    const other = beside(name);
    const value = valueAt(form.answers, place);
    const isIt = (typeof value === "string" || typeof value === "boolean") && values.includes(String(value));
    return isIt && (other === undefined || isAsked(other, place, form));
  });
}

/** Characters that people write into numbers, and that are no part of them. */
const BETWEEN_DIGITS = /[\s\-\u2013·]/g;
const AMOUNT = /^(\d+)(?:\.(\d{0,2}))?$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text as the form's formats have it, where it can be told what was meant; else as it was typed. */
function tidyText(typed: string, widget: FormField["widget"]): unknown {
  const text = typed.trim();
  switch (widget) {
    case "MONEY":
      return amountOf(text.replaceAll(/[¥￥,，\s]|元$/g, "")) ?? text;
    case "NUMBER":
      return NUMBER.test(text) ? Number(text) : text;
    case "ID_NUMBER":
    case "CREDIT_CODE":
      return text.replaceAll(BETWEEN_DIGITS, "").toUpperCase();
    case "MOBILE":
    case "BANK_ACCOUNT":
    case "REGION":
      return text.replaceAll(BETWEEN_DIGITS, "");
    default:
      return text;
  }
}

/** "4500" and "4500.5" with both decimals; undefined for what is no amount. */
function amountOf(text: string): string | undefined {
  const [, whole, cents = ""] = AMOUNT.exec(text) ?? [];
  return whole === undefined ? undefined : `${BigInt(whole)}.${cents.padEnd(2, "0")}`;
}

/** The places that the platform has filled in itself. */
export type IsHeld = (at: readonly string[]) => boolean;

type Tidying = {
  readonly fields: readonly FormField[];
  readonly isHeld: IsHeld;
  readonly answers: Answers;
};

/**
 * A value as it is sent: texts tidied, without what the platform has filled in and without what is empty. A group that has to be
 * filled in is sent empty, so that each of its fields is asked for. Undefined for nothing at all.
 */
function tidy(value: unknown, field: FormField, at: readonly string[], of: Tidying): unknown {
  if (of.isHeld(at)) return undefined;
  if (field.widget === "GROUP") {
    const group = tidyFields(value, field.path, at, of);
    const isNeeded = field.required && isAsked(field, at, of);
    return isNeeded || Object.keys(group).length > 0 ? group : undefined;
  }
  if (field.widget === "LIST") {
    const entries = entriesOf(value)
      .map((entry, i) => tidyEntry(entry, field, [...at, String(i)], of))
      .filter((entry) => entry !== undefined);
    return entries.length > 0 ? entries : undefined;
  }
  if (Array.isArray(value)) return value.length > 0 ? value : undefined;
  const text = typeof value === "string" ? tidyText(value, field.widget) : value;
  return text === "" || text === null ? undefined : text;
}

function tidyEntry(entry: unknown, list: FormField, at: readonly string[], of: Tidying): unknown {
  const above = [...list.path, ANY_ENTRY];
  const plain = plainEntryOf(of.fields, list);
  if (plain) return tidy(entry, plain, at, of);
  const group = tidyFields(entry, above, at, of);
  return Object.keys(group).length > 0 ? group : undefined;
}

const tidyFields = (value: unknown, above: readonly string[], at: readonly string[], of: Tidying): Answers =>
  Object.fromEntries(
    fieldsIn(of.fields, above).flatMap((field) => {
      const tidied = tidy(valueAt(value, [field.name]), field, [...at, field.name], of);
      return tidied === undefined ? [] : [[field.name, tidied]];
    }),
  );

/** The changes of some fields as `saveApplication` takes them: null empties a field, and one that is held is left out. */
export function changesToSend(names: readonly string[], of: Tidying): Answers {
  const top = fieldsIn(of.fields, []).filter(({ name }) => names.includes(name));
  return Object.fromEntries(
    top.flatMap((field) => {
      if (of.isHeld([field.name])) return [];
      const tidied = tidy(of.answers[field.name], field, [field.name], of);
      return [[field.name, tidied ?? null]];
    }),
  );
}

/** Those who read, and what their words stand for. */
export type Reading = {
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly offered: Offered;
};

const IS_AMOUNT = /^\d+\.\d{2}$/;
const IS_DAY = /^\d{4}-\d{2}-\d{2}/;
const CLOCK_LENGTH = "09:30".length;

/** An answer as people read it; undefined where nothing was filled in. A group and a list have none of their own. */
export function answerText(field: FormField, value: unknown, reading: Reading): string | undefined {
  const { say, language } = reading;
  switch (field.widget) {
    case "CHOICES":
      return joined(
        entriesOf(value).map((one) => choiceText(field, one, say)),
        language,
      );
    case "CHOICE":
      return choiceText(field, value, say) || undefined;
    case "YES_NO":
      return typeof value === "boolean" ? say(value ? FORM_TEXTS.yes : FORM_TEXTS.no) : undefined;
    case "CONFIRM":
      return value === field.confirms ? say(FORM_TEXTS.confirmed) : undefined;
    default:
      return textOf(field, typedOf(value), reading) || undefined;
  }
}

const choiceText = ({ choices }: FormField, value: unknown, say: Reading["say"]): string => {
  const chosen = choices.find((choice) => choice.value === value);
  return chosen ? say(chosen.label) : typedOf(value);
};

const joined = (texts: readonly string[], language: Language): string | undefined =>
  texts.length > 0 ? texts.join(language === "zh" ? "、" : ", ") : undefined;

function textOf({ widget }: FormField, text: string, { language, offered }: Reading): string {
  switch (widget) {
    case "MONEY":
      return IS_AMOUNT.test(text) ? yuan(text) : text;
    case "DATE":
      return IS_DAY.test(text) ? day(text, language) : text;
    case "DATE_TIME":
      return IS_DAY.test(text) ? moment(text, language) : text;
    case "TIME":
      return text.slice(0, CLOCK_LENGTH);
    case "REGION": {
      const region = offered.regions.find(({ code }) => code === text);
      return region ? region.name : text;
    }
    case "PAYOUT_ACCOUNT": {
      const account = offered.accounts.find(({ id }) => id === text);
      return account ? accountText(account) : text;
    }
    default:
      return text;
  }
}
