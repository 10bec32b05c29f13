import { readIdNumber } from "../../../field/identity-document.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isFields } from "../../../kernel/fields.ts";
import type { MessageCode } from "../../../kernel/message.ts";
import {
  type FieldWords,
  type FormFinding,
  type LocalizedText,
  undeclaredField,
  wordsAt,
} from "../../catalogue/index.ts";
import type { FormProblem } from "../form-problem.ts";

type Form = Readonly<Record<string, unknown>>;
type Told = Omit<FormProblem, "path">;

/** A problem as people are told of it: never with what they have typed in, for messages are logged and shown elsewhere. */
export function problemOf(
  { keyword, instancePath, params }: FormFinding,
  form: Form,
  { today, filledIn }: Pick<Place, "today" | "filledIn">,
): FormProblem {
  const here = stepsOf(instancePath);
  const given: Readonly<Record<string, unknown>> = params;
  const missing = given["missingProperty"] ?? given["additionalProperty"];
  const path = missing === undefined ? here : [...here, String(missing)];
  const words = wordsAt(form, path);
  const { code, ...told } = toldOf(keyword, given, { form, path, words, today, filledIn });
  return { code, ...told, words: { how: howIn(words), ...told.words }, path };
}

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

type Place = {
  readonly form: Form;
  readonly path: readonly string[];
  readonly words: FieldWords;
  readonly today: CivilDate;
  readonly filledIn: unknown;
};

function toldOf(keyword: string, given: Readonly<Record<string, unknown>>, place: Place): Told {
  const limit = String(given["limit"] ?? "");
  switch (keyword) {
    case "required":
    case "dependentRequired":
      return { code: "FORM_FIELD_MISSING", ...confirmationAskedBy(place.words) };
    case "additionalProperties":
      return unknownField(place);
    case "type":
      return { code: "FORM_TYPE", words: { type: typeWords(given["type"]) } };
    case "enum":
      return { code: "FORM_CHOICE", words: { choices: choiceWords(place.words, given["allowedValues"]) } };
    case "const":
      return { code: "FORM_CHOICE", words: { choices: confirmationWords(given["allowedValue"]) } };
    case "pattern":
      return { code: "FORM_PATTERN" };
    case "format":
      return formatTold(String(given["format"]), place);
    case "x-notAfter":
    case "x-notBefore":
      return dayTold(keyword, String(given["than"]), place);
    case "minLength":
    case "minItems":
    case "minimum":
    case "exclusiveMinimum":
    case "maxLength":
    case "maxItems":
    case "maximum":
    case "exclusiveMaximum":
      return { code: `FORM_${BOUND[keyword]}`, values: { limit } };
    case "multipleOf":
      return { code: "FORM_NOT_MULTIPLE", values: { step: String(given["multipleOf"]) } };
    case "uniqueItems":
      return { code: "FORM_REPEATED" };
    default:
      return { code: "FORM_NOT_TAKEN" };
  }
}

const BOUND = {
  minLength: "TOO_SHORT",
  maxLength: "TOO_LONG",
  minItems: "TOO_FEW",
  maxItems: "TOO_MANY",
  minimum: "TOO_LOW",
  exclusiveMinimum: "NOT_ABOVE",
  maximum: "TOO_HIGH",
  exclusiveMaximum: "NOT_BELOW",
} as const;

const CHOICES_SAID_MAX = 20;

/** How a field is filled in: in its editor's words, by its choices, and by an example. */
function howIn({ hint, choices, example }: FieldWords): LocalizedText {
  const isChoice = choices.length > 0;
  const isShown = example !== undefined && !isChoice && !hint?.zh.includes(example);
  const said = (language: keyof LocalizedText, choose: string, forExample: string): string =>
    [
      hint?.[language] ?? "",
      isChoice ? `${choose}${labelsIn(choices, language)}` : "",
      isShown ? `${forExample} ${example}` : "",
    ]
      .filter((part) => part !== "")
      .map((part) => (/[。.]$/.test(part) ? part : `${part}${language === "zh" ? "。" : "."}`))
      .join(language === "zh" ? "" : " ");
  return { zh: said("zh", "可选：", "例如"), en: said("en", "One of: ", "For example") };
}

function labelsIn(choices: FieldWords["choices"], language: keyof LocalizedText): string {
  const labels = choices.slice(0, CHOICES_SAID_MAX).map(({ label }) => label[language]);
  return [...labels, ...(choices.length > CHOICES_SAID_MAX ? ["…"] : [])].join(
    language === "zh" ? "、" : ", ",
  );
}

const TYPES: Readonly<Record<string, LocalizedText>> = {
  string: { zh: "文字", en: "a text" },
  integer: { zh: "整数", en: "a whole number" },
  number: { zh: "数字", en: "a number" },
  boolean: { zh: "是（true）或否（false）", en: "yes (true) or no (false)" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "一组内容", en: "a group of fields" },
  null: { zh: "空值", en: "nothing" },
};

function typeWords(types: unknown): LocalizedText {
  const named = [types].flat().map((type) => TYPES[String(type)] ?? { zh: String(type), en: String(type) });
  return { zh: named.map(({ zh }) => zh).join("或"), en: named.map(({ en }) => en).join(" or ") };
}

/** By their labels; as they are where a form of older shape has numbers and the like. */
function choiceWords({ choices }: FieldWords, allowed: unknown): LocalizedText {
  if (choices.length > 0) return { zh: labelsIn(choices, "zh"), en: labelsIn(choices, "en") };
  const list = (Array.isArray(allowed) ? allowed : []).slice(0, CHOICES_SAID_MAX);
  const said = list.map((value: unknown) => JSON.stringify(value)).join(", ");
  return { zh: said, en: said };
}

function confirmationAskedBy({ confirms }: FieldWords): Pick<Told, "words"> {
  if (confirms === undefined) return {};
  const words = confirmationWords(confirms);
  return { words: { how: { zh: `须${words.zh}。`, en: `It takes ${words.en}.` } } };
}

const confirmationWords = (value: unknown): LocalizedText => ({
  zh: `确认（${JSON.stringify(value)}）`,
  en: `a confirmation (${JSON.stringify(value)})`,
});

/** Formats that people know by another name than the form does. */
const FORMAT_CODES: Readonly<Record<string, MessageCode>> = {
  "credit-code": "FORM_CREDIT_CODE",
  region: "FORM_REGION",
  "mobile-cn": "FORM_MOBILE_CN",
  "bank-account": "FORM_BANK_ACCOUNT",
  money: "FORM_MONEY",
  date: "FORM_DATE",
};

const FORMATS: Readonly<Record<string, LocalizedText>> = {
  "payout-account": {
    zh: "本人一个收款账户的编号（payoutAccounts）",
    en: "the id of one of the person's payoutAccounts",
  },
  time: { zh: "带时区的时刻", en: "a time of day with its offset" },
  "date-time": { zh: "带时区的日期和时刻", en: "a date and time with its offset" },
  email: { zh: "电子邮箱地址（email）", en: "an email address" },
  uri: { zh: "完整的网址", en: "a whole web address" },
};

function formatTold(format: string, place: Place): Told {
  if (format === "citizen-id") return numberTold(place);
  const code = FORMAT_CODES[format];
  if (code) return { code };
  return { code: "FORM_FORMAT", words: { format: FORMATS[format] ?? { zh: format, en: format } } };
}

/** The fault of it is told, and none of its characters. */
function numberTold({ filledIn, path, today }: Place): Told {
  const number = path.reduce<unknown>((at, step) => (isFields(at) ? at[step] : undefined), filledIn);
  const read = readIdNumber(String(number ?? ""), today, path);
  return { code: "FORM_CITIZEN_ID", ...(read.ok ? {} : { words: read.error.values }) };
}

/** A day is beyond today, or beyond that of a field beside it, which is named as the form does. */
function dayTold(keyword: "x-notAfter" | "x-notBefore", than: string, { form, path, today }: Place): Told {
  const isAfter = keyword === "x-notAfter";
  if (than === "today")
    return { code: isAfter ? "FORM_AFTER_TODAY" : "FORM_BEFORE_TODAY", values: { today } };
  const field = wordsAt(form, [...path.slice(0, -1), than]).label;
  return { code: isAfter ? "FORM_AFTER_FIELD" : "FORM_BEFORE_FIELD", words: { field } };
}

/** The name is no value of anybody's: it is a front-end that has made it up. */
function unknownField({ form, path }: Place): Told {
  const found = undeclaredField(
    form,
    path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), ""),
  );
  return {
    code: "FORM_FIELD_UNKNOWN",
    values: { name: path.at(-1) ?? "", known: listOf(found?.known ?? []) },
  };
}

/** Names in a message that says which there are. */
export const listOf = (names: readonly string[]): string => names.join(", ") || "—";
