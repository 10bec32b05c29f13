import type { Licence } from "./licence.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Licence: Licence;
  }
}
