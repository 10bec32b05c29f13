import type { ApiKey } from "./api-key.ts";
import type { PartnerName } from "./index.ts";
import type { Partner, PartnerReview } from "./partner.ts";
import type { RegisterStatement } from "./register-statement.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly PartnerName: PartnerName;
    readonly Partner: Partner;
    readonly PartnerReview: PartnerReview;
    readonly ApiKey: ApiKey;
    readonly RegisterStatement: RegisterStatement;
  }
}
