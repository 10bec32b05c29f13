import type { Inspector } from "./inspector.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Inspector: Inspector;
  }
}
