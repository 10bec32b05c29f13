import type {
  BrokenTransferKind,
  LedgerAccountKind,
  LedgerDifferenceKind,
  PayoutAccountCaution,
  PayoutAccountOrigin,
  PayoutStatus,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

type Kind = { readonly name: Text; readonly about: Text };

export const KINDS: Readonly<Record<LedgerAccountKind, Kind>> = {
  CHANNEL: {
    name: { zh: "支付渠道", en: "Payment channels" },
    about: { zh: "渠道已收取、尚未结算", en: "Collected by a channel, and not yet settled" },
  },
  BANK: {
    name: { zh: "银行账户", en: "Bank account" },
    about: { zh: "平台自己的银行账户", en: "The platform's own" },
  },
  BILLER: { name: { zh: "收费单位", en: "Billers" }, about: { zh: "应付收费单位", en: "Owed to them" } },
  OPERATOR: {
    name: { zh: "公交运营单位", en: "Transit operators" },
    about: { zh: "应付运营单位", en: "Owed to them" },
  },
  SETTLED: {
    name: { zh: "已结算待付", en: "Settled, to be paid" },
    about: { zh: "日结算后、银行付出之前", en: "Of days' settlements, until the bank has paid it" },
  },
  FEE: {
    name: { zh: "结算手续费收入", en: "Settlement fees" },
    about: { zh: "平台收取的结算手续费", en: "The platform's own, borne by those who are settled with" },
  },
  COST: {
    name: { zh: "渠道费用", en: "Channels' fees" },
    about: { zh: "支付渠道结算时扣下的费用", en: "Kept by channels of what they settled" },
  },
  PREFUND: {
    name: { zh: "合作企业预存款", en: "Prefunded accounts" },
    about: { zh: "合作企业预先存入", en: "Paid in by partners in advance" },
  },
  PAYOUT: {
    name: { zh: "应付个人", en: "Owed to people" },
    about: { zh: "银行付出之前欠个人的款项", en: "Until the bank has paid it to them" },
  },
  FUND: {
    name: { zh: "公积金中心", en: "Housing-fund centres" },
    about: { zh: "中心因已批准的提取而欠平台", en: "Their debt for withdrawals that were granted" },
  },
  CREDIT: {
    name: { zh: "账单抵扣款", en: "Credit on bills" },
    about: { zh: "账单更正后留抵以后账单", en: "Of corrected bills, for the bills that come next" },
  },
  SUSPENSE: {
    name: { zh: "待查款项", en: "Suspense" },
    about: {
      zh: "渠道多收或少收，待两名资金人员处理",
      en: "A channel has more or less than was known; to be resolved",
    },
  },
  WRITE_OFF: {
    name: { zh: "核销损益", en: "Written off" },
    about: { zh: "查无归属而核销的长款和短款", en: "Gains and losses for which nobody was found" },
  },
  CARD: {
    name: { zh: "交通卡", en: "Transit cards" },
    about: { zh: "卡内余额，不逐卡列出", en: "Stored on cards, which are not listed" },
  },
};

export const DIFFERENCES: Readonly<Record<LedgerDifferenceKind, Text>> = {
  BALANCE: { zh: "余额不符", en: "The balance differs" },
  HELD: { zh: "冻结金额不符", en: "The reserved amount differs" },
  NO_ACCOUNT: { zh: "有转账而没有账户", en: "There are transfers, and no account" },
  CHECKPOINT: { zh: "校验点之前的记录被改动", en: "What was booked before the checkpoint has changed" },
  SIGNATURE: {
    zh: "校验点签名无效，已从头核对",
    en: "The checkpoint's signature is wrong; all was counted again",
  },
};

export const BROKEN: Readonly<Record<BrokenTransferKind, Text>> = {
  NOT_BALANCED: { zh: "借贷不平", en: "Debits and credits differ" },
  RECORDS_DIFFER: { zh: "两份记录不一致", en: "Its records differ from one another" },
  RECORD_MISSING: { zh: "缺少一份记录", en: "A record of it is missing" },
};

export const PAYOUT_STATUSES: Readonly<Record<PayoutStatus, { readonly text: Text; readonly tone: Tone }>> = {
  OWED: { text: { zh: "待下达", en: "Owed" }, tone: "act" },
  ORDERED: { text: { zh: "已通知银行", en: "Ordered" }, tone: "wait" },
  PAID: { text: { zh: "已付", en: "Paid" }, tone: "good" },
  REFUSED: { text: { zh: "银行拒付，已退回", en: "Refused by the bank, and taken back" }, tone: "bad" },
  RETURNED: { text: { zh: "收款银行退回，重新应付", en: "Sent back by the payee's bank" }, tone: "bad" },
  CANCELLED: { text: { zh: "已取消", en: "Called off" }, tone: "plain" },
};

export const ORIGINS: Readonly<Record<PayoutAccountOrigin, Text>> = {
  FUND_CENTRE: { zh: "公积金中心档案", en: "stated by the fund centre" },
  OWN: { zh: "本人添加", en: "added by the person" },
  CLERK: { zh: "窗口人员添加", en: "added by a clerk" },
  PARTNER: { zh: "合作企业添加", en: "added by a partner" },
  GUARDIAN: { zh: "监护人添加", en: "added by a guardian" },
  AGENT: { zh: "代理人添加", en: "added by an agent" },
};

export const CAUTIONS: Readonly<Record<PayoutAccountCaution, Text>> = {
  REMOVED: { zh: "本人已移除这个账户，不能付款", en: "Its owner has removed it: nobody pays to it" },
  NOT_PROVEN: { zh: "未证实属于本人，不能付款", en: "Not proven to be its owner's: nobody pays to it" },
  ADDED_BY_ANOTHER: { zh: "由他人添加，请核对", en: "Added by somebody else: look at it" },
  ADDED_LATELY: { zh: "添加不足 24 小时，请核对", en: "Added less than 24 hours ago: look at it" },
};

/** Why a transfer was booked, by the code that the ledger keeps. */
const REASONS: Readonly<Record<string, Text>> = {
  "payments.payment.succeeded": { zh: "缴费成功", en: "A payment" },
  "payments.refund.succeeded": { zh: "退款", en: "A refund" },
  "payments.deposit.recorded": { zh: "预存款入账", en: "A deposit" },
  "payouts.payout.paid": { zh: "付给个人", en: "Paid out" },
  "payouts.payout.returned": { zh: "付款退回", en: "A payout that came back" },
  "payments.difference.booked": { zh: "与渠道不符，转入待查", en: "A channel's difference" },
  "payments.difference.refunded": { zh: "待查款项退回", en: "A difference refunded" },
  "payments.difference.assigned": { zh: "待查款项转入", en: "A difference assigned" },
  "payments.difference.written-off": { zh: "待查款项核销", en: "A difference written off" },
  "payments.difference.taken-back": {
    zh: "渠道更正，待查冲回",
    en: "A difference that the channel took back",
  },
  "transit.card.replaced": { zh: "换卡转移余额", en: "A card replaced" },
  "transit.card.closed": { zh: "退卡", en: "A card closed" },
  "housing-fund.withdrawal.granted": { zh: "公积金提取获批", en: "A withdrawal granted" },
};
const RIDES: Text = { zh: "乘车", en: "Rides" };

/** A reason that is not known here is shown as the ledger has it. */
export const reasonText = (reason: string): Text =>
  REASONS[reason] ?? (reason.startsWith("transit.rides.") ? RIDES : { zh: reason, en: reason });
