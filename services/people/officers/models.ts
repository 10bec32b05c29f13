import type { OfficerId } from "../../kernel/ids.ts";

declare module "../../api/models.ts" {
  interface Models {
    /** The id by which an officer stands beside a deed; the rest is read where it is asked for. */
    readonly Officer: OfficerId;
  }
}
