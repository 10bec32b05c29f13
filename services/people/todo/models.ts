import type { ToDo } from "./to-do.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly ToDo: ToDo;
  }
}
