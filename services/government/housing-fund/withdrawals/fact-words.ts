import { PAYOUT_ACCOUNT_WORDS } from "../../../money/payout-accounts/index.ts";
import type { FactGroup } from "../../catalogue/index.ts";
import { HOUSING_FUND_WORDS } from "../enum-words.ts";

/** How people read the facts that are codes, in the sentences of a check. */
export const FUND_FACT_WORDS: NonNullable<FactGroup["words"]> = {
  status: { ...HOUSING_FUND_WORDS.HousingFundStatus, NONE: { zh: "没有账户", en: "none on record" } },
  payoutCaution: {
    ...PAYOUT_ACCOUNT_WORDS.PayoutAccountCaution,
    NOT_FOUND: { zh: "没有查到", en: "Not on record" },
  },
};
