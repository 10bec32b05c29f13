import type { Text } from "../texts/text.ts";

/** The renderer's own words; all others are the form's. */
export const FORM_TEXTS = {
  optional: { zh: "（选填）", en: " (optional)" },
  yes: { zh: "是", en: "Yes" },
  no: { zh: "否", en: "No" },
  choose: { zh: "请选择", en: "Choose" },
  confirmed: { zh: "已确认", en: "Confirmed" },
  held: { zh: "由平台填写", en: "Filled in by the platform" },
  heldUnseen: { zh: "已填写，不向您显示", en: "Filled in, and not shown to you" },
  locked: { zh: "不在本次补正范围内，不能更改", en: "Not part of what you are asked to put right" },
  empty: { zh: "未填写", en: "Not filled in" },
  note: { zh: "部门要求：", en: "The department asks: " },
  add: { zh: "添加一项", en: "Add an entry" },
  addMore: { zh: "再添加一项", en: "Add another" },
  remove: { zh: "删除", en: "Remove" },
  notProven: { zh: "尚未核验，不能收款", en: "not proven, so nothing can be paid to it" },
  noAccounts: {
    zh: "还没有登记收款账户。请在下方添加您本人的银行账户。",
    en: "No account is on record yet. Add a bank account of your own below.",
  },
  othersAccounts: {
    zh: "收款账户只有本人能看到。请本人登录后，在这份申请里选择收款账户。",
    en: "Accounts are for their owner alone to see. They have to sign in and choose one in this application.",
  },
  elsewhere: { zh: "其他地区", en: "Another region" },
  regionCode: { zh: "行政区划代码（六位）", en: "Code of the region (six digits)" },
} satisfies Record<string, Text>;

export const exampleText = (example: string): Text => ({
  zh: `例如 ${example}`,
  en: `For example ${example}`,
});

export const entryText = (label: Text, n: number): Text => ({
  zh: `${label.zh} 第 ${n} 项`,
  en: `${label.en}: entry ${n}`,
});

export const confirmText = (label: Text): Text => ({
  zh: `请勾选确认：${label.zh}`,
  en: `Tick the box to confirm: ${label.en}`,
});
