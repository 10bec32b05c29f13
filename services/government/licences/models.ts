import type { KeptKey } from "./issuer-keys/issuer-key.ts";
import type { Licence } from "./licence.ts";
import type { ElectronicLicence } from "./repository/electronic-licence.ts";
import type { EditedType } from "./types/find-licence-types.ts";
import type { LicenceType } from "./types/licence-type.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly ElectronicLicence: ElectronicLicence;
    readonly Licence: Licence;
    readonly LicenceType: LicenceType;
    readonly EditedLicenceType: EditedType;
    readonly LicenceIssuerKey: KeptKey;
    readonly EditedIssuerKey: KeptKey;
  }
}
