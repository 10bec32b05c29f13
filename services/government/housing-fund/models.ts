import type { Account } from "./account.ts";
import type { Contribution } from "./contribution.ts";
import type { Spouse } from "./household/spouse.ts";
import type { Instalment } from "./instalment-plan.ts";
import type { Projection, SettledInterest } from "./interest.ts";
import type { InterestPeriod } from "./interest-periods.ts";
import type { Loan } from "./loan.ts";
import type { Draw, StandingOrder } from "./orders/order.ts";
import type { Withdrawal } from "./withdrawal.ts";
import type { Prospect } from "./withdrawals/prospects.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly HousingFundAccount: Account;
    readonly HousingFundContribution: Contribution;
    readonly HousingFundInterest: Account;
    readonly HousingFundLoan: Loan;
    readonly Instalment: Instalment;
    readonly SettledInterest: SettledInterest;
    readonly InterestProjection: Projection;
    readonly InterestPeriod: InterestPeriod;
    readonly HousingFundWithdrawal: Withdrawal;
    readonly HousingFundProspect: Prospect;
    readonly HousingFundSpouse: Spouse;
    readonly HousingFundOrder: StandingOrder;
    readonly HousingFundOrderDraw: Draw;
    readonly HousingFundOrderEnded: NonNullable<StandingOrder["ended"]>;
  }
}
