import type { PayoutAccount } from "./payout-account.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly PayoutAccount: PayoutAccount;
  }
}
