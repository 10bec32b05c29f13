import type { PayoutView } from "./payout.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Payout: PayoutView;
  }
}
