import type { OfficerId } from "../../kernel/ids.ts";

declare module "../../api/models.ts" {
  interface Models {
    /** Whoever stands beside a deed has an id there; the rest is read where it is asked for. */
    readonly Officer: OfficerId;
  }
}
