import type { RuleCheck } from "../../catalogue/index.ts";
import { FUND_FACTS } from "./withdrawal-facts.ts";

/** For any rule of an item: none pays to an account that somebody else has added, or that is not a day old. */
export const PAYOUT_CHECK: RuleCheck = {
  code: "payout-account",
  name: {
    zh: "收款账户由本人或公积金中心登记满 24 小时并已核验",
    en: "The payout account is the person's by their own or the fund centre's word, proven, and a day old",
  },
  failed: {
    zh: "查到收款账户：{facts.housingFund.payoutCaution}。自动付款须是本人或公积金中心登记满 24 小时并已核验的账户。",
    en: "Found of the payout account: {facts.housingFund.payoutCaution}. To be paid by rule it has to be added by the person or the fund centre, proven, and a day old.",
  },
  advice: {
    zh: "由工作人员核对后决定。登记未满 24 小时的，也可以取回申请，明天再提交。",
    en: "A person looks at it and decides. If it was added lately, you can also take the application back and hand it in tomorrow.",
  },
  holds: { "===": [{ var: `facts.${FUND_FACTS.name}.payoutCaution` }, "NONE"] },
  otherwise: "ROUTE",
  ground: { law: "住房公积金管理条例", article: "第二十五条" },
};
