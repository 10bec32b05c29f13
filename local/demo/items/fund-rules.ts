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

/** The identity that every withdrawal from the housing fund stands on. */
export const OWN_IDENTITY: Check = {
  code: "own-identity",
  name: { zh: "申请人身份与账户本人一致", en: "The applicant is the account's holder" },
  failed: {
    zh: "申请表中的身份证号码不是账户本人的。提取须由账户本人申请。",
    en: "The identity number in the form is not that of the account's holder. The holder has to apply.",
  },
  advice: {
    zh: "请核对身份证号码；由工作人员核对后决定。",
    en: "Check the number. A person looks at it and decides.",
  },
  holds: { "===": [{ var: "facts.identity.isOwn" }, true] },
  otherwise: "ROUTE",
  ground: { law: REGULATIONS, article: "第二十五条" },
};

const WRONG_RECORD: Check["advice"] = {
  zh: "认为记录有误的，请单位或公积金中心（12329）核对。",
  en: "If the record is wrong, ask your employer or the fund centre (12329) to look at it.",
};

/** An account that is being paid into. */
export const ACTIVE_ACCOUNT: Check = {
  code: "active-account",
  name: { zh: "住房公积金账户状态正常", en: "The housing-fund account is active" },
  failed: {
    zh: "查到您的住房公积金账户：{facts.housingFund.status}。这项提取须账户正常缴存。",
    en: "Your housing-fund account was found to be: {facts.housingFund.status}. This withdrawal wants one that is being paid into.",
  },
  advice: {
    zh: `账户已封存的，由新单位转入并缴存后可再申请。${WRONG_RECORD.zh}`,
    en: `If it is sealed, apply again once a new employer pays into it. ${WRONG_RECORD.en}`,
  },
  holds: { "===": [{ var: "facts.housingFund.status" }, "ACTIVE"] },
  otherwise: "REJECT",
  ground: { law: REGULATIONS, article: "第二十四条" },
};

/** An account from which something can be drawn at all. */
export const OPEN_ACCOUNT: Check = {
  code: "open-account",
  name: { zh: "有未销户的住房公积金账户", en: "There is a housing-fund account, and it is open" },
  failed: {
    zh: "查到您的住房公积金账户：{facts.housingFund.status}。提取须有未销户的账户。",
    en: "Your housing-fund account was found to be: {facts.housingFund.status}. A withdrawal wants one that is open.",
  },
  advice: WRONG_RECORD,
  holds: { in: [{ var: "facts.housingFund.status" }, ["ACTIVE", "SEALED"]] },
  otherwise: "REJECT",
  ground: { law: REGULATIONS, article: "第二十四条" },
};

/** Last of all: nothing is granted that caps and balance do not leave. */
export const SOMETHING_TO_DRAW: Check = {
  code: "something-to-draw",
  name: { zh: "限额和余额内有可提取金额", en: "Caps and balance leave something to draw" },
  failed: {
    zh: "按您的账户余额、限额和已提取的金额，现在可提取 {facts.housingFund.drawableFen} 元。须有可提取的金额才能办理。",
    en: "By balance, caps and what you have drawn, {facts.housingFund.drawableFen} yuan can be drawn now. There has to be something to draw.",
  },
  advice: {
    zh: "“提取公积金”页面写明每种用途何时可以再次提取，届时可再申请。",
    en: "The page on drawing from the fund says for each purpose when you can draw again. Apply again then.",
  },
  holds: { ">": [{ var: "facts.housingFund.drawableFen" }, 0] },
  otherwise: "REJECT",
  ground: { law: REGULATIONS, article: "第二十四条" },
};

/** People review so many per cent of what the rule has decided. */
export const SAMPLE_PERCENT = 5;
