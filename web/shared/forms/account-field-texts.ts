import type { Text } from "../texts/text.ts";

/** By the names of the input's places. */
export const ACCOUNT_FIELDS = ["accountNumber", "idNumber", "name"] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

type FieldTexts = { readonly label: Text; readonly hint?: Text; readonly missing: Text };
type Texts = Readonly<Record<AccountField, FieldTexts>>;

const OF_READER: Texts = {
  accountNumber: {
    label: { zh: "银行账号", en: "Number of the account" },
    hint: {
      zh: "本人名下的借记卡或存折账号，12 至 19 位数字。",
      en: "Of an account of your own, 12 to 19 digits.",
    },
    missing: { zh: "请填写银行账号", en: "Write the number of the account" },
  },
  idNumber: {
    label: { zh: "身份证号码", en: "Identity number" },
    hint: {
      zh: "银行按姓名和身份证号码核实账户是不是您的，平台不保存号码。",
      en: "The bank is asked by it whether the account is yours. The number itself is not kept.",
    },
    missing: { zh: "请填写身份证号码", en: "Write your identity number" },
  },
  name: {
    label: { zh: "姓名", en: "Name" },
    missing: { zh: "请填写姓名", en: "Write your name" },
  },
};

const OF_PERSON: Texts = {
  accountNumber: {
    ...OF_READER.accountNumber,
    hint: {
      zh: "对方本人名下的借记卡或存折账号，12 至 19 位数字。",
      en: "Of an account of their own, 12 to 19 digits.",
    },
  },
  idNumber: {
    label: { zh: "对方的身份证号码", en: "Their identity number" },
    hint: {
      zh: "银行按姓名和身份证号码核实账户是不是其本人的，平台不保存号码。",
      en: "The bank is asked by it whether the account is theirs. The number itself is not kept.",
    },
    missing: { zh: "请填写对方的身份证号码", en: "Write their identity number" },
  },
  name: { ...OF_READER.name, missing: { zh: "请填写对方的姓名", en: "Write their name" } },
};

/** In the words of whose account it is: the reader's, or that of the person at a clerk's window. */
export const accountTexts = (attendance: string | undefined): Texts => (attendance ? OF_PERSON : OF_READER);

export const accountFieldId = (field: AccountField): string => `account-${field}`;
