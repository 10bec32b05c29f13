import type { Zone } from "../../field/zones.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly RegionZone: Zone;
  }
}
