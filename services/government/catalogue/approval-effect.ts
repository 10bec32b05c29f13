/** What the grant of an application brings about by itself, as an item names it. */
export const APPROVAL_EFFECTS = [
  "HOUSING_FUND_RENT",
  "HOUSING_FUND_RETIREMENT",
  "HOUSING_FUND_LOAN_REPAYMENT",
  "FOOD_BUSINESS_LICENCE",
  "FOOD_BUSINESS_LICENCE_RENEWAL",
  "FOOD_BUSINESS_LICENCE_CANCELLATION",
] as const;
export type ApprovalEffect = (typeof APPROVAL_EFFECTS)[number];

/** Those that pay out of the housing fund. */
export type WithdrawalEffect = Extract<ApprovalEffect, `HOUSING_FUND_${string}`>;

export const isWithdrawal = (effect: ApprovalEffect): effect is WithdrawalEffect =>
  effect.startsWith("HOUSING_FUND_");
