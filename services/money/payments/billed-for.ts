import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Supply } from "./vat.ts";

/** The statement of a receipt about a part of its payment. */
export type BilledFor = {
  /** It is taxed by this. */
  readonly supply: Supply;
  /** The facts on its bill; undefined where nobody has billed it. */
  readonly bill?:
    | {
        readonly billerName: string;
        /** The biller's own. */
        readonly number: string;
        readonly period: { readonly from: CivilDate; readonly to: CivilDate };
      }
    | undefined;
};
