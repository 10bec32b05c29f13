import type { Figures } from "./figures.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly CaseFigures: Figures;
  }
}
