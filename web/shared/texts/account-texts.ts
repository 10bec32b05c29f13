import type { PayoutAccountCaution, PayoutAccountOrigin } from "../generated/graphql.ts";
import type { Text } from "./text.ts";

export const ACCOUNT_ORIGINS: Readonly<Record<PayoutAccountOrigin, Text>> = {
  FUND_CENTRE: { zh: "公积金中心登记", en: "Stated by the housing-fund centre" },
  OWN: { zh: "您本人添加", en: "Added by you" },
  CLERK: { zh: "在窗口添加", en: "Added at a window" },
  PARTNER: { zh: "合作企业添加", en: "Added by a partner enterprise" },
  GUARDIAN: { zh: "您的监护人添加", en: "Added by your guardian" },
  AGENT: { zh: "代办人添加", en: "Added by one who acts for you" },
};

/** The meaning of a caution for the account's owner. */
export const ACCOUNT_CAUTIONS: Readonly<Record<PayoutAccountCaution, Text>> = {
  REMOVED: { zh: "已移除，不再付款到此账户", en: "Removed: nothing is paid to it any more" },
  NOT_PROVEN: {
    zh: "银行尚未核实是您的账户，不能收款",
    en: "Not proven to be yours yet: nothing is paid to it",
  },
  ADDED_BY_ANOTHER: {
    zh: "由他人添加，付款前要由工作人员核对；您本人再添加一次即可解除",
    en: "Added by somebody else: a person looks at each payment. Add it yourself to end that",
  },
  ADDED_LATELY: {
    zh: "添加未满 24 小时，付款前要由工作人员核对",
    en: "Added less than 24 hours ago: until then a person looks at each payment",
  },
};
