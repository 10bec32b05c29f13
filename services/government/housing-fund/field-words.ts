import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const HOUSING_FUND_FIELDS = {
  Employer: {
    name: { zh: "缴存单位", en: "Employer" },
    fields: {
      creditCode: { zh: "统一社会信用代码", en: "Credit code" },
      name: { zh: "名称", en: "Name" },
    },
  },
  HousingFundAccount: {
    name: { zh: "公积金账户", en: "Housing-fund account" },
    fields: {
      accountNumber: { zh: "账号", en: "Number" },
      balance: { zh: "余额", en: "Balance" },
      balanceOn: { zh: "某日余额", en: "Balance on a day" },
      contributionBase: { zh: "缴存基数", en: "Contribution base" },
      contributions: { zh: "缴存记录", en: "Contributions" },
      employeeRate: { zh: "个人缴存比例", en: "Employee's rate" },
      employer: { zh: "缴存单位", en: "Employer" },
      employerRate: { zh: "单位缴存比例", en: "Employer's rate" },
      id: { zh: "编号", en: "Id" },
      interest: { zh: "利息", en: "Interest" },
      loans: { zh: "贷款", en: "Loans" },
      openedOn: { zh: "开户日期", en: "Opening" },
      region: { zh: "地区", en: "Region" },
      orders: { zh: "约定提取", en: "Standing orders" },
      prospects: { zh: "可提取金额", en: "What can be drawn" },
      status: { zh: "状态", en: "Status" },
      withdrawals: { zh: "提取记录", en: "Withdrawals" },
    },
  },
  HousingFundContribution: {
    name: { zh: "公积金缴存", en: "Housing-fund contribution" },
    fields: {
      employee: { zh: "个人缴存额", en: "Employee's part" },
      employer: { zh: "单位缴存额", en: "Employer's part" },
      month: { zh: "月份", en: "Month" },
      paidOn: { zh: "入账日期", en: "Day of payment" },
      total: { zh: "合计", en: "Total" },
    },
  },
  HousingFundInterest: {
    name: { zh: "公积金利息", en: "Housing-fund interest" },
    fields: {
      projection: { zh: "预计利息", en: "Projection" },
      settled: { zh: "已结利息", en: "Settled interest" },
    },
  },
  HousingFundLoan: {
    name: { zh: "公积金贷款", en: "Housing-fund loan" },
    fields: {
      home: { zh: "房屋套数", en: "First or second home" },
      id: { zh: "编号", en: "Id" },
      instalmentPlan: { zh: "还款计划", en: "Instalment plan" },
      method: { zh: "还款方式", en: "Method of repayment" },
      outstanding: { zh: "剩余本金", en: "Outstanding" },
      outstandingOn: { zh: "余额日期", en: "Day of the outstanding amount" },
      principal: { zh: "贷款本金", en: "Principal" },
      rate: { zh: "利率", en: "Rate" },
      rates: { zh: "历次利率", en: "Rates" },
      startedOn: { zh: "放款日期", en: "Beginning" },
      termMonths: { zh: "期限（月）", en: "Months" },
    },
  },
  HousingFundWithdrawal: {
    name: { zh: "公积金提取", en: "Housing-fund withdrawal" },
    fields: {
      amount: { zh: "金额", en: "Amount" },
      application: { zh: "办件", en: "Application" },
      interest: { zh: "利息", en: "Interest" },
      on: { zh: "日期", en: "Day" },
      payout: { zh: "支付", en: "Payout" },
      reason: { zh: "原因", en: "Reason" },
      takenBackOn: { zh: "追回日期", en: "Day on which it was taken back" },
    },
  },
  Instalment: {
    name: { zh: "还款", en: "Instalment" },
    fields: {
      amount: { zh: "金额", en: "Amount" },
      dueOn: { zh: "应还日期", en: "Due day" },
      interest: { zh: "利息", en: "Interest" },
      number: { zh: "期次", en: "Number" },
      outstandingAfter: { zh: "还后本金", en: "Outstanding afterwards" },
      principal: { zh: "本金", en: "Principal" },
    },
  },
  InterestPeriod: {
    name: { zh: "计息时段", en: "Period of interest" },
    fields: {
      balance: { zh: "余额", en: "Balance" },
      days: { zh: "天数", en: "Days" },
      rate: { zh: "利率", en: "Rate" },
      to: { zh: "截止日期", en: "End" },
      from: { zh: "起始日期", en: "Beginning" },
    },
  },
  InterestProjection: {
    name: { zh: "预计利息", en: "Projected interest" },
    fields: {
      amount: { zh: "金额", en: "Amount" },
      dayBasis: { zh: "年天数", en: "Days of a year" },
      formula: { zh: "公式", en: "Formula" },
      periods: { zh: "计息时段", en: "Periods" },
      settlesOn: { zh: "结息日期", en: "Day of settlement" },
    },
  },
  LoanRate: {
    name: { zh: "贷款利率", en: "Loan rate" },
    fields: {
      effectiveFrom: { zh: "起始日期", en: "Beginning" },
      rate: { zh: "利率", en: "Rate" },
    },
  },
  SettledInterest: {
    name: { zh: "已结利息", en: "Settled interest" },
    fields: {
      amount: { zh: "金额", en: "Amount" },
      on: { zh: "日期", en: "Day" },
    },
  },
} as const satisfies FieldWords;
