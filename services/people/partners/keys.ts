import type { CreditCode } from "../../field/credit-code.ts";
import { key } from "../../kernel/database/tables.ts";
import type { PartnerId } from "../../kernel/ids.ts";

/**
 * Partners, in `registry`; what authentication reads in one batch stands in `tables.ts`.
 * | access pattern              | key                                                |
 * | --------------------------- | -------------------------------------------------- |
 * | partners of an enterprise   | pk = `enterprise-partners#{credit code}`, sk = partner id |
 */
export const partnerKeys = {
  ofEnterprise: (creditCode: CreditCode, id: PartnerId) => key(`enterprise-partners#${creditCode}`, id),
  allOfEnterprise: (creditCode: CreditCode) => ({
    pk: `enterprise-partners#${creditCode}`,
    skPrefix: "ptn_",
  }),
} as const;
