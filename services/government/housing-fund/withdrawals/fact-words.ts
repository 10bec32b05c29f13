import { PAYOUT_ACCOUNT_WORDS } from "../../../money/payout-accounts/index.ts";
import type { FactGroup, LocalizedText } from "../../catalogue/index.ts";
import { HOUSING_FUND_WORDS } from "../enum-words.ts";
import type { LeaseKind } from "./terms.ts";

/** How people read the facts that are codes, in the sentences of a check. */
export const FUND_FACT_WORDS: NonNullable<FactGroup["words"]> = {
  status: { ...HOUSING_FUND_WORDS.HousingFundStatus, NONE: { zh: "没有账户", en: "none on record" } },
  leaseKind: {
    UNREGISTERED: { zh: "未备案", en: "not registered" },
    REGISTERED: { zh: "已备案", en: "registered" },
    REGISTERED_LARGE_FAMILY: {
      zh: "已备案，多子女家庭",
      en: "registered, of a family with several children",
    },
    PUBLIC_RENTAL: { zh: "公租房或保租房", en: "of public rental housing" },
  } satisfies Readonly<Record<LeaseKind, LocalizedText>>,
  payoutCaution: {
    ...PAYOUT_ACCOUNT_WORDS.PayoutAccountCaution,
    NONE: { zh: "无", en: "None" },
    NOT_FOUND: { zh: "没有查到", en: "Not on record" },
  },
};
