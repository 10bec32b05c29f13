import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const LEDGER_WORDS = {
  LedgerAccountKind: {
    BANK: { zh: "银行", en: "Bank" },
    BILLER: { zh: "收费单位", en: "Biller" },
    CARD: { zh: "交通卡", en: "Transit card" },
    CHANNEL: { zh: "支付渠道", en: "Payment channel" },
    COST: { zh: "渠道费用", en: "Channels' fees" },
    CREDIT: { zh: "账单抵扣款", en: "Credit on bills" },
    FEE: { zh: "结算手续费收入", en: "Settlement fees" },
    FUND: { zh: "公积金", en: "Housing fund" },
    OPERATOR: { zh: "运营单位", en: "Operator" },
    PAYOUT: { zh: "应付款", en: "Payouts owed" },
    SUSPENSE: { zh: "待查款项", en: "Suspense" },
    WRITE_OFF: { zh: "核销损益", en: "Written off" },
    PREFUND: { zh: "预存账户", en: "Prefunded account" },
    SETTLED: { zh: "已结算待付", en: "Settled, to be paid" },
  },
  LedgerDifferenceKind: {
    BALANCE: { zh: "余额不符", en: "Balance differs" },
    HELD: { zh: "冻结额不符", en: "Held amount differs" },
    NO_ACCOUNT: { zh: "账户不存在", en: "No such account" },
    CHECKPOINT: { zh: "校验点之前的记录被改动", en: "Changed before the checkpoint" },
    SIGNATURE: { zh: "校验点签名无效", en: "Signature of the checkpoint is wrong" },
  },
  BrokenTransferKind: {
    NOT_BALANCED: { zh: "借贷不平", en: "Not balanced" },
    RECORDS_DIFFER: { zh: "记录不一致", en: "Records differ" },
    RECORD_MISSING: { zh: "记录缺失", en: "A record is missing" },
  },
} as const satisfies EnumWords;
