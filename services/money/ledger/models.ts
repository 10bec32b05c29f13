import type { AccountView } from "./account-view.ts";
import type { StatementLine } from "./statement.ts";
import type { Difference } from "./verification/difference.ts";
import type { BookedLine, TrialBalance } from "./verification/trial-balance.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly LedgerAccount: AccountView;
    readonly LedgerDifference: Difference;
    readonly TrialBalance: TrialBalance;
    readonly TrialBalanceLine: BookedLine;
    readonly StatementLine: StatementLine;
  }
}
