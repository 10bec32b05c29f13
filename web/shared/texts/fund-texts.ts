import type {
  HomeRank,
  HousingFundStatus,
  HousingFundWithdrawalReason,
  PayoutStatus,
  RepaymentMethod,
} from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

type Status = { readonly text: Text; readonly tone: Tone };

export const FUND_STATUSES: Readonly<Record<HousingFundStatus, Status>> = {
  ACTIVE: { text: { zh: "正常缴存", en: "Being paid into" }, tone: "good" },
  SEALED: { text: { zh: "已封存，暂不缴存", en: "Kept without contributions" }, tone: "wait" },
  CLOSED: { text: { zh: "已销户", en: "Closed" }, tone: "plain" },
};

export const WITHDRAWAL_REASONS: Readonly<Record<HousingFundWithdrawalReason, Text>> = {
  RENT: { zh: "租房", en: "Rent" },
  RETIREMENT: { zh: "离休、退休", en: "Retirement" },
  LOAN_REPAYMENT: { zh: "偿还购房贷款", en: "Repaying a home loan" },
};

export const PAYOUT_STATUSES: Readonly<Record<PayoutStatus, Status>> = {
  OWED: { text: { zh: "待支付", en: "To be paid to you" }, tone: "wait" },
  ORDERED: { text: { zh: "银行处理中", en: "At the bank" }, tone: "wait" },
  PAID: { text: { zh: "已到账", en: "Paid to you" }, tone: "good" },
  REFUSED: { text: { zh: "银行拒付，已退回", en: "Refused by the bank, and taken back" }, tone: "bad" },
  RETURNED: {
    text: { zh: "被收款银行退回，仍应付给您", en: "Sent back by your bank, and still owed to you" },
    tone: "bad",
  },
  CANCELLED: { text: { zh: "已取消", en: "Called off" }, tone: "bad" },
};

export const HOME_RANKS: Readonly<Record<HomeRank, Text>> = {
  FIRST: { zh: "首套房", en: "First home" },
  SECOND: { zh: "第二套房", en: "Second home" },
};

export const REPAYMENT_METHODS: Readonly<Record<RepaymentMethod, Text>> = {
  EQUAL_INSTALMENT: { zh: "等额本息（每月还款额相同）", en: "The same amount every month" },
  EQUAL_PRINCIPAL: { zh: "等额本金（每月本金相同）", en: "The same principal every month" },
};
