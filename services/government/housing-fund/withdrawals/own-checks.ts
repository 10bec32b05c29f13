import type { RuleCheck } from "../../catalogue/index.ts";
import type { WithdrawalReason } from "../withdrawal.ts";
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

/** For any rule of an item: a bank's part, and what no statement shows, is compared with papers by a person. */
const REPAID_CHECK: RuleCheck = {
  code: "repaid-on-record",
  name: {
    zh: "已还款额以公积金中心的贷款记录为准",
    en: "The fund's own loan records tell what was repaid",
  },
  failed: {
    zh: "公积金中心的贷款记录不能说明全部已还款额：填写了商业银行等其他还款，或贷款有提前还款、记录较旧。自动提取以记录中的已还款额为限。",
    en: "The fund's loan records do not tell all that was repaid: other repayments are stated, or a loan was repaid early in part, or the record is old. By rule only what they show is paid.",
  },
  advice: {
    zh: "请填写记录以外的已还款额并上传还款凭证；由工作人员核对后决定。",
    en: "State what was repaid beside the records, and upload the proofs. A person looks at them and decides.",
  },
  holds: { "===": [{ var: `facts.${FUND_FACTS.name}.isRepaidOnRecord` }, true] },
  otherwise: "ROUTE",
  ground: { law: "住房公积金管理条例", article: "第二十四条第一款第五项" },
};

/** The checks that a withdrawal brings to the rule of whatever item has it. */
export const OWN_CHECKS: Readonly<Record<WithdrawalReason, readonly RuleCheck[]>> = {
  RENT: [PAYOUT_CHECK],
  RETIREMENT: [PAYOUT_CHECK],
  LOAN_REPAYMENT: [REPAID_CHECK, PAYOUT_CHECK],
};
