import type { LedgerAccountKind } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

type AccountText = { readonly name: Text; readonly about: Text };

const OTHER: AccountText = {
  name: { zh: "其他账户", en: "Another account" },
  about: { zh: "平台自己的账户。", en: "One of the platform's own." },
};

/** Accounts as their holder reads them; a partner has four kinds. */
export const ACCOUNTS: Readonly<Record<LedgerAccountKind, AccountText>> = {
  PREFUND: {
    name: { zh: "预付账户", en: "Prefunded account" },
    about: {
      zh: "您预先存入的款项，用来缴费和充值。",
      en: "Paid in by you beforehand, to pay bills and top up cards from.",
    },
  },
  BILLER: {
    name: { zh: "收费账户", en: "Biller's account" },
    about: {
      zh: "市民向您缴清的账单款，平台应付给您。",
      en: "Paid by people on your bills; the platform owes it to you.",
    },
  },
  OPERATOR: {
    name: { zh: "运营账户", en: "Operator's account" },
    about: {
      zh: "乘客用卡支付的车费，平台应付给您。",
      en: "The fares of rides with you, which the platform owes you.",
    },
  },
  SETTLED: {
    name: { zh: "已结算待付", en: "Settled, to be paid" },
    about: {
      zh: "已日结算、银行正在付给您的款项。",
      en: "Closed in a day's settlement, and on its way to your bank account.",
    },
  },
  ...{
    CHANNEL: OTHER,
    FEE: OTHER,
    COST: OTHER,
    BANK: OTHER,
    PAYOUT: OTHER,
    FUND: OTHER,
    CARD: OTHER,
    CREDIT: OTHER,
    SUSPENSE: OTHER,
    WRITE_OFF: OTHER,
  },
};

/** The kind of account in an address. */
export const kindIn = (text: string): LedgerAccountKind | undefined =>
  (["PREFUND", "BILLER", "OPERATOR", "SETTLED"] as const).find((kind) => kind === text.toUpperCase());

/** Why something was booked, by how its code begins; the code itself stands in a download. */
const REASONS: readonly (readonly [start: string, Text])[] = [
  ["payments.deposit.", { zh: "存入预付款", en: "Paid in" }],
  ["payments.payment.", { zh: "缴费或充值", en: "Payment or top-up" }],
  ["payments.refund.", { zh: "退款", en: "Refund" }],
  ["utilities.credit.", { zh: "账单更正的抵扣款", en: "Credit of corrected bills" }],
  ["transit.rides.", { zh: "乘车", en: "Rides" }],
];

/** One that is not among them is told by its code. */
export const reasonOf = (code: string): Text =>
  REASONS.find(([start]) => code.startsWith(start))?.[1] ?? { zh: code, en: code };
