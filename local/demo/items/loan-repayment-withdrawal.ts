import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, type DemoItem, HOUSING_FUND_CENTRE, ID_CARD } from "./demo-item.ts";
import {
  APPLICANT_NAME,
  amountOf,
  FUND_ACCOUNT,
  OWN_ID_NUMBER,
  OWN_MOBILE,
  PAYOUT_ACCOUNT,
  page,
  said,
} from "./fields.ts";
import { FUND_STEPS, OPEN_ACCOUNT, OWN_IDENTITY, SAMPLE_PERCENT, SOMETHING_TO_DRAW } from "./fund-rules.ts";

/**
 * 偿还购房贷款本息提取住房公积金. Regulations on the Management of Housing Provident Fund (住房公积金管理条例), Art. 24 (1)
 * no. 5: repaying principal and interest of a home loan; Art. 25: decision within 3 days of acceptance.
 */
export const loanRepaymentWithdrawal: DemoItem = {
  draft: {
    code: "BJ-GJJ-HDTQ-001",
    name: { zh: "偿还购房贷款提取住房公积金", en: "Housing-fund withdrawal for a home loan" },
    department: HOUSING_FUND_CENTRE,
    regions: [BEIJING],
    legalBasis: [
      { law: "住房公积金管理条例", article: "第二十四条第一款第五项" },
      { law: "住房公积金管理条例", article: "第二十五条" },
    ],
    audiences: ["NATURAL_PERSON"],
    lifeEvents: ["HOME"],
    channels: ["ONLINE", "HALL"],
    visits: 0,
    promisedWorkingDays: 1,
    statutoryWorkingDays: 3,
    // Art. 25 says days, and not working days.
    statutoryDays: "CALENDAR",
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said(
        "偿还购房贷款提取住房公积金申请",
        "Application to draw from the housing fund for a home loan",
      ),
      "x-pages": [
        page("申请人", "Applicant", "applicantName", "idNumber", "mobile", "fundAccount"),
        page("贷款和收款", "Loan and payment", "repaidInYear", "payoutAccount"),
      ],
      properties: {
        applicantName: APPLICANT_NAME,
        idNumber: OWN_ID_NUMBER,
        mobile: OWN_MOBILE,
        fundAccount: FUND_ACCOUNT,
        repaidInYear: amountOf(
          said(
            "近十二个月已还本息（元，商业银行贷款填写）",
            "Repaid in the last twelve months (yuan; of a bank's loan only)",
          ),
          7,
          "48000.00",
        ),
        payoutAccount: PAYOUT_ACCOUNT,
      },
      required: ["applicantName", "idNumber", "mobile", "payoutAccount"],
      additionalProperties: false,
    },
    materials: [
      ID_CARD,
      {
        // A bank's contract is in no record of the fund's.
        code: "loan-contract",
        name: { zh: "购房借款合同", en: "Home-loan contract" },
        required: true,
        filledBy: "HOUSING_FUND_LOANS",
      },
    ],
    steps: FUND_STEPS,
    fee: { amount: ZERO },
    effect: "HOUSING_FUND_LOAN_REPAYMENT",
    rule: {
      samplePercent: SAMPLE_PERCENT,
      checks: [
        ...[OWN_IDENTITY, OPEN_ACCOUNT],
        // Art. 24 asks for no contributions, so that a person looks at a sealed account; a closed one is refused above.
        {
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
        },
        {
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
        },
        SOMETHING_TO_DRAW,
      ],
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
