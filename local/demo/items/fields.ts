import type { HeldValue } from "../../../services/government/catalogue/index.ts";

/** A text in Chinese and in English. */
type Text = { readonly zh: string; readonly en: string };
type Words = Readonly<Record<string, unknown>>;

/** Names what people read of a field. */
export const said = (zh: string, en: string): Text => ({ zh, en });

const field = (type: string, label: Text, more: Words) => ({ type, "x-label": label, ...more });

export const textField = (label: Text, more: Words = {}) => field("string", label, more);

export const yesNo = (label: Text, more: Words = {}) => field("boolean", label, more);

/** A sentence that people confirm; in the form it stands as `value`. */
export const confirmation = (label: Text, value: boolean) => field("boolean", label, { const: value });

/** Choices are kept as they are called in Chinese; `english` says them in English. */
export const choice = (label: Text, english: Readonly<Record<string, string>>, more: Words = {}) =>
  field("string", label, { ...choicesOf(english), ...more });

/** Some of the choices. */
export const choices = (label: Text, english: Readonly<Record<string, string>>, more: Words = {}) =>
  field("array", label, { items: { type: "string", ...choicesOf(english) }, uniqueItems: true, ...more });

const choicesOf = (english: Readonly<Record<string, string>>) => ({
  enum: Object.keys(english),
  "x-choices": Object.fromEntries(Object.entries(english).map(([zh, en]) => [zh, { zh, en }])),
});

/** Fields that belong together; all of them have to be filled in. */
export const group = (label: Text, properties: Words) => field("object", label, whole(properties));

/** As many entries as are added, each of these fields. */
export const listOf = (label: Text, properties: Words, more: Words = {}) =>
  field("array", label, { items: { type: "object", ...whole(properties) }, ...more });

const whole = (properties: Words) => ({
  ...{ properties, required: Object.keys(properties), additionalProperties: false },
});

export const page = (zh: string, en: string, ...fields: readonly string[]) => ({ title: { zh, en }, fields });

/** Where the field has this value, these are asked for. */
export const askIf = (
  name: string,
  type: "string" | "boolean",
  value: string | boolean,
  ...asked: readonly string[]
) => ({
  if: { properties: { [name]: { type, const: value } }, required: [name] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, and nothing that is awaited
  then: { required: asked },
});

export const PERSON_NAME = { minLength: 2, maxLength: 50 };

export const ID_NUMBER = textField(said("公民身份号码", "Identity number"), { format: "citizen-id" });
const CREDIT_CODE = textField(said("统一社会信用代码", "Unified social credit code"), {
  format: "credit-code",
});
/** The platform fills it in, where it holds this of the subject. */
export const heldAs = (source: HeldValue, one: Words) => ({ ...one, "x-held": source });

export const MOBILE = textField(said("手机号码", "Mobile number"), { format: "mobile-cn" });

/** A district of Beijing: 110100 is the code of them all, and none of one. */
export const districtOf = (label: Text) =>
  textField(label, {
    ...{ format: "region", pattern: "^1101(?:0[1-9]|[1-9]\\d)$", examples: ["110105"] },
    "x-hint": said(
      "北京市各区的六位代码，例如朝阳区 110105。",
      "The six digits of a district of Beijing; Chaoyang is 110105.",
    ),
  });

/** Yuan and fen, both written out, with so many digits before the point at most. */
export const amountOf = (label: Text, digits: number, example: string) =>
  textField(label, {
    ...{ format: "money", pattern: `^(0|[1-9]\\d{0,${digits - 1}})\\.\\d{2}$`, examples: [example] },
    "x-hint": said(
      `单位为元，写到分，例如 ${example}。`,
      `In yuan, with both decimals, for example ${example}.`,
    ),
  });

/** Names one of the applicant's payout accounts by its id (`me { payoutAccounts { id } }`). */
export const PAYOUT_ACCOUNT = textField(said("收款账户", "Account to be paid to"), {
  format: "payout-account",
});

/** A person's own name, number and telephone, as the platform holds them. */
export const ownName = (label: Text) => heldAs("PERSON_NAME", textField(label, PERSON_NAME));
export const APPLICANT_NAME = ownName(said("申请人姓名", "Applicant's name"));
export const OWN_ID_NUMBER = heldAs("PERSON_ID_NUMBER", ID_NUMBER);
export const OWN_MOBILE = heldAs("PERSON_MOBILE", MOBILE);

/** The enterprise's own code, and the telephone of the person who handles its application. */
export const OWN_CREDIT_CODE = heldAs("ENTERPRISE_CREDIT_CODE", CREDIT_CODE);
export const CONTACT_MOBILE = heldAs("APPLICANT_MOBILE", MOBILE);

/** Beside what the fund centre asks for: it knows people by their account. */
export const FUND_ACCOUNT = heldAs(
  "HOUSING_FUND_ACCOUNT_NUMBER",
  textField(said("住房公积金个人账号", "Number of the housing-fund account"), { maxLength: 30 }),
);

/** A person of whom the platform holds nothing. */
export const otherPerson = (label: Text) =>
  group(label, { name: textField(said("姓名", "Name"), PERSON_NAME), idNumber: ID_NUMBER });

export const LICENCE_NUMBER = textField(said("许可证编号", "Number of the licence"), {
  ...{ pattern: "^JY\\d{14}$", examples: ["JY11105050876919"] },
  "x-hint": said("许可证上的编号：JY 和 14 位数字。", "As it stands on the licence: JY and 14 digits."),
});
