import type { AccountView } from "./account-view.ts";
import type { StatementLine } from "./statement.ts";
import type { BookedLine, TrialBalance } from "./verification/trial-balance.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly LedgerAccount: AccountView;
    readonly TrialBalance: TrialBalance;
    readonly TrialBalanceLine: BookedLine;
    readonly StatementLine: StatementLine;
  }
}
