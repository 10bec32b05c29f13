import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const HOUSING_FUND_WORDS = {
  HousingFundStatus: {
    ACTIVE: { zh: "正常缴存", en: "Active" },
    SEALED: { zh: "已封存", en: "Sealed" },
    CLOSED: { zh: "已销户", en: "Closed" },
  },
  HousingFundWithdrawalReason: {
    RENT: { zh: "租房", en: "Rent" },
    LOAN_REPAYMENT: { zh: "偿还购房贷款", en: "Repaying a home loan" },
    RETIREMENT: { zh: "离休、退休", en: "Retirement" },
  },
  HomeRank: {
    FIRST: { zh: "首套房", en: "First home" },
    SECOND: { zh: "第二套房", en: "Second home" },
  },
  RepaymentMethod: {
    EQUAL_INSTALMENT: { zh: "等额本息", en: "Equal instalments" },
    EQUAL_PRINCIPAL: { zh: "等额本金", en: "Equal principal" },
  },
} as const satisfies EnumWords;
