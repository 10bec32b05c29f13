import type {
  ChannelMovement,
  DifferenceKind,
  DifferenceKnown,
  DifferenceOutcome,
  DifferenceSource,
  DifferenceStatus,
  PaymentChannel,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

export const DIFFERENCE_KINDS: Readonly<Record<DifferenceKind, Text>> = {
  LATE_SUCCESS: { zh: "失败后又扣款", en: "Charged after it had failed" },
  SECOND_CHARGE: { zh: "重复扣款", en: "Charged a second time" },
  OTHER_AMOUNT: { zh: "金额不符", en: "Another amount" },
  OTHER_CURRENCY: { zh: "外币收付", en: "In another currency" },
  UNKNOWN_CHARGE: { zh: "不明收款", en: "A charge of no payment" },
  LATE_REFUND: { zh: "失败后又退款", en: "Given back after it had failed" },
  UNKNOWN_REFUND: { zh: "不明退款", en: "A refund that nobody asked for" },
  UNKNOWN_CHARGEBACK: { zh: "不明拒付", en: "A chargeback that no payment bears" },
  UNKNOWN_REVERSAL: { zh: "不明拒付撤销", en: "Given again, of no chargeback that is gone here" },
  MISSING_CHARGE: { zh: "渠道未收款（短款）", en: "Not charged there" },
  MISSING_REFUND: { zh: "渠道未退款", en: "Not given back there" },
  MISSING_CHARGEBACK: { zh: "渠道无此拒付", en: "Not charged back there" },
  MISSING_REVERSAL: { zh: "渠道未撤销拒付", en: "Not given again there" },
};

export const MOVEMENTS: Readonly<Record<ChannelMovement, Text>> = {
  CHARGE: { zh: "收款", en: "Charge" },
  REFUND: { zh: "退款", en: "Refund" },
  CHARGEBACK: { zh: "拒付", en: "Chargeback" },
  REVERSAL: { zh: "拒付撤销", en: "Given again after a chargeback" },
};

export const DIFFERENCE_STATUSES: Readonly<
  Record<DifferenceStatus, { readonly text: Text; readonly tone: Tone }>
> = {
  OPEN: { text: { zh: "待处理", en: "To be resolved" }, tone: "act" },
  PROPOSED: { text: { zh: "待复核", en: "To be confirmed" }, tone: "act" },
  REFUNDING: { text: { zh: "退款中", en: "Being given back" }, tone: "wait" },
  RESOLVED: { text: { zh: "已处理", en: "Resolved" }, tone: "good" },
};

export const OUTCOMES: Readonly<Record<DifferenceOutcome, Text>> = {
  REFUND: { zh: "原路退回付款人", en: "Give it back the way it came" },
  ASSIGN_TO_BILL: { zh: "用于缴纳账单", en: "Pay a bill with it" },
  ASSIGN_TO_CARD: { zh: "充入交通卡", en: "Put it on a transit card" },
  ASSIGN_TO_ACCOUNT: { zh: "转入合作企业账户", en: "Book it to a partner's account" },
  WRITE_OFF: { zh: "核销", en: "Write it off" },
};

export const KNOWN: Readonly<Record<DifferenceKnown, Text>> = {
  SUCCEEDED: { zh: "已成功", en: "Succeeded" },
  FAILED: { zh: "已失败", en: "Failed" },
  PENDING: { zh: "未结束", en: "Not ended" },
};

export const SOURCES: Readonly<Record<DifferenceSource, Text>> = {
  GATEWAY: { zh: "支付平台通知", en: "The gateway's own word" },
  DAY_FILE: { zh: "对账文件", en: "Its day file" },
};

export const CHANNEL_NAMES: Readonly<Record<PaymentChannel, Text>> = {
  SANDBOX: { zh: "演示支付", en: "Demonstration" },
  HOSTED: { zh: "网上支付", en: "Online payment" },
  PREFUND: { zh: "预存账户", en: "Prefunded account" },
};
