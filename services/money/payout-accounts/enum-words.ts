import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const PAYOUT_ACCOUNT_WORDS = {
  PayoutAccountOrigin: {
    OWN: { zh: "本人添加", en: "Added by its owner" },
    CLERK: { zh: "窗口代为添加", en: "Added at a window" },
    GUARDIAN: { zh: "监护人添加", en: "Added by a guardian" },
    AGENT: { zh: "受托人添加", en: "Added by an agent" },
    PARTNER: { zh: "合作企业添加", en: "Added by a partner" },
    FUND_CENTRE: { zh: "公积金中心提供", en: "Stated by the fund centre" },
  },
  PayoutAccountProof: {
    BANK_ACCOUNT_CHECK: { zh: "银行核验", en: "Checked with the bank" },
    FUND_CENTRE: { zh: "公积金中心核验", en: "Checked by the fund centre" },
  },
  PayoutAccountCaution: {
    ADDED_LATELY: { zh: "近期添加", en: "Added lately" },
    ADDED_BY_ANOTHER: { zh: "由他人添加", en: "Added by somebody else" },
    NOT_PROVEN: { zh: "未经核验", en: "Not proven" },
    REMOVED: { zh: "已移除", en: "Removed" },
  },
} as const satisfies EnumWords;
