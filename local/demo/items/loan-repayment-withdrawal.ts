import { BEIJING, type DemoItem, ID_CARD } from "./demo-item.ts";
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
import {
  FUND_ITEM,
  HAS_LOAN,
  NOT_SEALED,
  OPEN_ACCOUNT,
  OWN_IDENTITY,
  SAMPLE_PERCENT,
  SOMETHING_TO_DRAW,
} from "./fund-rules.ts";

/**
 * 偿还购房贷款本息提取住房公积金. Regulations on the Management of Housing Provident Fund (住房公积金管理条例), Art. 24 (1)
 * no. 5: repaying principal and interest of a home loan; Art. 25: decision within 3 days of acceptance.
 */
export const loanRepaymentWithdrawal: DemoItem = {
  draft: {
    ...FUND_ITEM,
    code: "BJ-GJJ-HDTQ-001",
    name: { zh: "偿还购房贷款提取住房公积金", en: "Housing-fund withdrawal for a home loan" },
    legalBasis: [
      { law: "住房公积金管理条例", article: "第二十四条第一款第五项" },
      { law: "住房公积金管理条例", article: "第二十五条" },
    ],
    lifeEvents: ["HOME"],
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
            "近十二个月已还本息（元，商业银行贷款或公积金记录没有的还款填写）",
            "Repaid in the last twelve months (yuan; of a bank's loan, or what the fund has no record of)",
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
    effect: "HOUSING_FUND_LOAN_REPAYMENT",
    rule: {
      samplePercent: SAMPLE_PERCENT,
      checks: [...[OWN_IDENTITY, OPEN_ACCOUNT], ...[NOT_SEALED, HAS_LOAN], SOMETHING_TO_DRAW],
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
