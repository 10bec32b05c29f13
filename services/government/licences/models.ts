import type { Licence } from "./licence.ts";
import type { EditedType } from "./types/find-licence-types.ts";
import type { LicenceType } from "./types/licence-type.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Licence: Licence;
    readonly LicenceType: LicenceType;
    readonly EditedLicenceType: EditedType;
  }
}
