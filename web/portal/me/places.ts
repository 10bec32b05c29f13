import type { LinkProps } from "@tanstack/react-router";
import type { Text } from "../../shared/texts/text.ts";

type Place = { readonly to: NonNullable<LinkProps["to"]>; readonly text: Text; readonly hint: Text };

/** The pages that the bar has no room for, in the order in which they are shown. */
export const MORE_PLACES: readonly Place[] = [
  {
    to: "/messages",
    text: { zh: "消息", en: "Messages" },
    hint: { zh: "平台发给您的通知", en: "Notices from the platform" },
  },
  {
    to: "/bills/payments",
    text: { zh: "缴费记录和收据", en: "Payments and receipts" },
    hint: { zh: "已缴的账单和收据", en: "Payments that you have made here" },
  },
  {
    to: "/fund",
    text: { zh: "住房公积金", en: "Housing fund" },
    hint: { zh: "余额、缴存、贷款和提取", en: "Balance, contributions, loans, withdrawals" },
  },
  {
    to: "/licences",
    text: { zh: "证照", en: "Licences" },
    hint: { zh: "企业的证照，以及查验任何一张证照", en: "Those of your enterprises, and a check of any" },
  },
  {
    to: "/acting",
    text: { zh: "替人办事", en: "Acting for others" },
    hint: {
      zh: "您代表的企业和个人，以及您授权的人",
      en: "Enterprises and people you act for, and those who act for you",
    },
  },
  {
    to: "/privacy",
    text: { zh: "隐私", en: "Privacy" },
    hint: { zh: "您同意了谁看什么，谁看过", en: "Consents that you gave, and looks at your data" },
  },
];
