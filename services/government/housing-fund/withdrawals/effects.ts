import { err } from "../../../kernel/result.ts";
import type { Effect, EffectPorts, Granted } from "../../cases/index.ts";
import { type ApprovalEffect, type RuleCheck, unaskedFields } from "../../catalogue/index.ts";
import type { WithdrawalReason } from "../withdrawal.ts";
import { FUND_FACT_WORDS } from "./fact-words.ts";
import {
  ACCOUNT_ASKED,
  accountObstacle,
  expectedAmount,
  NOTHING_DRAWABLE,
  payWithdrawal,
  type WithdrawalPorts,
  type WithdrawalWish,
  withdrawalFacts,
} from "./pay-withdrawal.ts";
import { takeBackWithdrawal } from "./take-back-withdrawal.ts";
import { FUND_FACTS } from "./withdrawal-facts.ts";

declare module "../../catalogue/approval-effect.ts" {
  interface EffectCodes {
    HOUSING_FUND_RENT: true;
    HOUSING_FUND_RETIREMENT: true;
    HOUSING_FUND_LOAN_REPAYMENT: true;
  }
}

const fundPorts = ({ config, ...ports }: EffectPorts): WithdrawalPorts => ({
  ...ports,
  dayBasis: config.housingFundDayBasis,
});

/** A withdrawal from the subject's own account, no matter who handles it for them; an enterprise has none. */
const wishOf = (
  reason: WithdrawalReason,
  { application: { id, subject }, form }: Granted,
): WithdrawalWish | undefined =>
  subject.kind === "PERSON" ? { reason, citizenId: subject.citizenId, application: id, form } : undefined;

/** For any rule of an item: none pays to an account that somebody else has added, or that is not a day old. */
const PAYOUT_CHECK: RuleCheck = {
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

const ASKS = [ACCOUNT_ASKED];

const withdrawalEffect = (code: ApprovalEffect, reason: WithdrawalReason): Effect => ({
  code,
  stake: "MONEY",
  // The fund says how much can be drawn for a reason to draw, so only where a grant pays out of it.
  facts: {
    ...FUND_FACTS,
    words: FUND_FACT_WORDS,
    gather: async (ports, granted) => {
      const wish = wishOf(reason, granted);
      return wish ? withdrawalFacts(fundPorts(ports), wish) : {};
    },
  },
  checks: [PAYOUT_CHECK],
  asks: ASKS,
  obstacle: async (ports, granted) => {
    // Published before forms had to ask for the account: nothing that anybody fills in could name one.
    if (unaskedFields(granted.item.form, { asks: ASKS }).length > 0)
      return { code: "FORM_WITHOUT_ACCOUNT", path: [ACCOUNT_ASKED.name] };
    const wish = wishOf(reason, granted);
    return wish && accountObstacle(ports, wish);
  },
  amount: async (ports, granted) => {
    const wish = wishOf(reason, granted);
    return wish && expectedAmount(fundPorts(ports), wish);
  },
  grant: async (ports, granted) => {
    const wish = wishOf(reason, granted);
    return wish ? payWithdrawal(fundPorts(ports), wish) : err(NOTHING_DRAWABLE);
  },
  undo: async (ports, { id, subject }) =>
    subject.kind === "PERSON"
      ? takeBackWithdrawal(ports, { citizenId: subject.citizenId, application: id })
      : [],
});

/** A grant pays out what may be drawn from the subject's account. */
export const withdrawalEffects: readonly Effect[] = [
  withdrawalEffect("HOUSING_FUND_RENT", "RENT"),
  withdrawalEffect("HOUSING_FUND_RETIREMENT", "RETIREMENT"),
  withdrawalEffect("HOUSING_FUND_LOAN_REPAYMENT", "LOAN_REPAYMENT"),
];
