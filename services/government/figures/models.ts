import type { Figures } from "./figures.ts";
import type { CaseFigures } from "./read-figures.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly CaseFigures: CaseFigures;
    readonly Figures: Figures;
    readonly ItemFigures: { readonly code: string; readonly figures: Figures };
  }
}
