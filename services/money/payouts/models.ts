import type { Payout } from "./payout.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Payout: Payout;
  }
}
