import type { DraftInput } from "../../../services/government/catalogue/index.ts";

type Check = NonNullable<DraftInput["rule"]>["checks"][number];

const REGULATIONS = "住房公积金管理条例";

/** How people decide on a withdrawal that the rule leaves to them: anybody who has reviewed it does not grant it. */
export const FUND_STEPS: DraftInput["steps"] = [
  { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
  { code: "review", name: { zh: "审核", en: "Review" }, role: "reviewer", workingDays: 1 },
  {
    code: "decide",
    name: { zh: "决定", en: "Decision" },
    role: "decider",
    workingDays: 0,
    fourEyes: true,
  },
];

/** Checks that every withdrawal from the housing fund stands on. */
export const FUND_CHECKS: readonly Check[] = [
  {
    code: "own-identity",
    name: { zh: "申请人身份与账户本人一致", en: "The applicant is the account's holder" },
    holds: { "===": [{ var: "facts.identity.isOwn" }, true] },
    otherwise: "ROUTE",
    ground: { law: REGULATIONS, article: "第二十五条" },
  },
  {
    code: "active-account",
    name: { zh: "住房公积金账户状态正常", en: "The housing-fund account is active" },
    holds: { "===": [{ var: "facts.housingFund.status" }, "ACTIVE"] },
    otherwise: "REJECT",
    ground: { law: REGULATIONS, article: "第二十四条" },
  },
];

/** Last of all: nothing is granted that caps and balance do not leave. */
export const SOMETHING_TO_DRAW: Check = {
  code: "something-to-draw",
  name: { zh: "限额和余额内有可提取金额", en: "Caps and balance leave something to draw" },
  holds: { ">": [{ var: "facts.housingFund.drawableFen" }, 0] },
  otherwise: "REJECT",
  ground: { law: REGULATIONS, article: "第二十四条" },
};

/** People review so many per cent of what the rule has decided. */
export const SAMPLE_PERCENT = 5;
