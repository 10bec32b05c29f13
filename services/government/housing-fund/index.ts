export type { Account } from "./account.ts";
export type { Contribution } from "./contribution.ts";
export { heldByFund } from "./held-by-fund.ts";
export type { Instalment } from "./instalment-plan.ts";
export type { InterestPeriod, Projection, SettledInterest } from "./interest.ts";
export type { Loan } from "./loan.ts";
export type { Withdrawal } from "./withdrawal.ts";
export { withdrawalEffects } from "./withdrawals/effects.ts";
