import type { RefusalModel } from "../../api/refusal-models.ts";
import type { ApiKey } from "./api-key.ts";
import type { PartnerName } from "./index.ts";
import type { Partner } from "./partner.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly PartnerName: PartnerName;
    readonly Partner: Partner;
    readonly ApiKey: ApiKey;
    readonly SameOfficer: RefusalModel;
  }
}
