import type { DraftInput } from "../../../services/government/catalogue/index.ts";
import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, HOUSING_FUND_CENTRE } from "./demo-item.ts";

export type FundCheck = NonNullable<DraftInput["rule"]>["checks"][number];

const REGULATIONS = "住房公积金管理条例";

/** How people decide on a withdrawal that the rule leaves to them: anybody who has reviewed it does not grant it. */
const FUND_STEPS: DraftInput["steps"] = [
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

/** All that the fund's items have in common. */
export const FUND_ITEM = {
  department: HOUSING_FUND_CENTRE,
  regions: [BEIJING],
  audiences: ["NATURAL_PERSON"],
  channels: ["ONLINE", "HALL"],
  visits: 0,
  promisedWorkingDays: 1,
  statutoryWorkingDays: 3,
  // Art. 25 says days, and not working days, and knows no extension of them.
  statutoryDays: "CALENDAR",
  extensionWorkingDays: 0,
  steps: FUND_STEPS,
  fee: { amount: ZERO },
} as const;

/** The identity that every withdrawal from the housing fund stands on. */
export const OWN_IDENTITY: FundCheck = {
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

const WRONG_RECORD: FundCheck["advice"] = {
  zh: "认为记录有误的，请单位或公积金中心（12329）核对。",
  en: "If the record is wrong, ask your employer or the fund centre (12329) to look at it.",
};

/** An account that is being paid into. */
export const ACTIVE_ACCOUNT: FundCheck = {
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
export const OPEN_ACCOUNT: FundCheck = {
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

/** Art. 24 asks for no contributions, so that a person looks at a sealed account; a closed one is refused. */
export const NOT_SEALED: FundCheck = {
  code: "account-not-sealed",
  name: { zh: "住房公积金账户未封存", en: "The housing-fund account is not sealed" },
  failed: {
    zh: "查到您的住房公积金账户：{facts.housingFund.status}。还贷提取不要求正常缴存，但账户已封存的由工作人员核对。",
    en: "Your housing-fund account was found to be: {facts.housingFund.status}. Repaying a loan asks for no contributions; a person looks at an account that is sealed.",
  },
  advice: {
    zh: "您不必做什么，请等工作人员核对。",
    en: "There is nothing for you to do; a person looks at it.",
  },
  holds: { "!==": [{ var: "facts.housingFund.status" }, "SEALED"] },
  otherwise: "ROUTE",
  ground: { law: "住房公积金管理条例", article: "第二十四条第一款第五项" },
};

/** A loan that the fund's own records tell. */
export const HAS_LOAN: FundCheck = {
  code: "has-loan",
  name: { zh: "有未结清的住房公积金贷款", en: "A housing-fund loan is outstanding" },
  failed: {
    zh: "没有查到您未结清的住房公积金贷款。系统只能核对公积金贷款。",
    en: "No outstanding loan of the housing fund was found. Only such a loan can be told by rule.",
  },
  advice: {
    zh: "商业银行贷款的，请上传借款合同并填写已还本息；由工作人员核对后决定。",
    en: "For a bank's loan upload the contract and state what you have repaid. A person looks at it and decides.",
  },
  holds: { "===": [{ var: "facts.housingFund.hasLoan" }, true] },
  // A bank's loan is in no record of the fund's.
  otherwise: "ROUTE",
  ground: { law: "住房公积金管理条例", article: "第二十四条第一款第五项" },
};

/** Last of all: nothing is granted that caps and balance do not leave. */
export const SOMETHING_TO_DRAW: FundCheck = {
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
