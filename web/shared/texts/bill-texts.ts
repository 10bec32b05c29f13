import type { BillStatus, PaymentStatus, UtilityKind } from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const UTILITY_KINDS: Readonly<Record<UtilityKind, Text>> = {
  WATER: { zh: "水费", en: "Water" },
  ELECTRICITY: { zh: "电费", en: "Electricity" },
  GAS: { zh: "燃气费", en: "Gas" },
};

/** Without the biller, who has no name where the platform cannot read it. */
export const SOME_BILL: Text = { zh: "账单", en: "Bill" };

type Status = { readonly text: Text; readonly tone: Tone };

export const BILL_STATUSES: Readonly<Record<BillStatus, Status>> = {
  DUE: { text: { zh: "待缴", en: "To be paid" }, tone: "act" },
  PAYING: { text: { zh: "支付中", en: "Being paid" }, tone: "wait" },
  PAID: { text: { zh: "已缴", en: "Paid" }, tone: "good" },
  CANCELLED: { text: { zh: "已撤销", en: "Withdrawn" }, tone: "plain" },
};

export const PAYMENT_STATUSES: Readonly<Record<PaymentStatus, Status>> = {
  CREATED: { text: { zh: "已创建", en: "Begun" }, tone: "wait" },
  PENDING: { text: { zh: "处理中", en: "Under way" }, tone: "wait" },
  UNKNOWN: { text: { zh: "正在核实", en: "Being checked" }, tone: "wait" },
  SUCCEEDED: { text: { zh: "支付成功", en: "Paid" }, tone: "good" },
  FAILED: { text: { zh: "未支付", en: "Not paid" }, tone: "bad" },
  REFUNDING: { text: { zh: "退款中", en: "Refund under way" }, tone: "wait" },
  PARTLY_REFUNDED: { text: { zh: "部分退款", en: "Partly refunded" }, tone: "plain" },
  REFUNDED: { text: { zh: "已退款", en: "Refunded" }, tone: "plain" },
};
