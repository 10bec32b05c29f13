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
  textField,
} from "./fields.ts";
import {
  ACTIVE_ACCOUNT,
  FUND_ITEM,
  HAS_LOAN,
  NOT_SEALED,
  OPEN_ACCOUNT,
  OWN_IDENTITY,
  SAMPLE_PERCENT,
} from "./fund-rules.ts";
import {
  HOUSEHOLD,
  LEASE_IN_FORCE,
  LEASE_UNREGISTERED,
  NO_HOME,
  RENT_CONDITIONS,
  RENT_MATERIALS,
  RENT_PAGES,
  RENT_PROPERTIES,
  RENT_REQUIRED,
  UNBROKEN,
} from "./rent-terms.ts";

/** In force since 1 January 2023. */
const NOTICE = {
  law: "北京住房公积金管理中心关于约定提取的通知（京房公积金发〔2023〕1号）",
  article: "第一条",
};

/**
 * 租房约定提取住房公积金. Regulations on the Management of Housing Provident Fund (住房公积金管理条例), Art. 24 (1) no. 6, drawn
 * every month: 京房公积金发〔2023〕1号. The conditions are those of a single withdrawal, and are looked at anew each month, as is
 * how much is left to draw.
 */
export const rentOrder: DemoItem = {
  draft: {
    ...FUND_ITEM,
    lifeEvents: ["HOME"],
    code: "BJ-GJJ-ZFYD-001",
    name: {
      zh: "租房约定提取住房公积金（按月）",
      en: "Standing order on the housing fund for rent (monthly)",
    },
    legalBasis: [{ law: "住房公积金管理条例", article: "第二十四条第一款第六项" }, NOTICE],
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said(
        "租房约定提取住房公积金申请",
        "Agreement to draw from the housing fund for rent every month",
      ),
      "x-pages": RENT_PAGES,
      properties: RENT_PROPERTIES,
      // An order lasts as long as the lease.
      required: [...RENT_REQUIRED, "leaseStart", "leaseEnd"],
      allOf: RENT_CONDITIONS,
      additionalProperties: false,
    },
    materials: RENT_MATERIALS,
    effect: "HOUSING_FUND_RENT_ORDER",
    rule: {
      samplePercent: SAMPLE_PERCENT,
      checks: [
        OWN_IDENTITY,
        ACTIVE_ACCOUNT,
        UNBROKEN,
        NO_HOME,
        HOUSEHOLD,
        LEASE_IN_FORCE,
        LEASE_UNREGISTERED,
      ],
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};

/**
 * 偿还购房贷款约定提取住房公积金. Regulations, Art. 24 (1) no. 5, drawn every month: 京房公积金发〔2023〕1号. A bank's loan is in
 * no record of the fund's, so that a person looks at what is repaid of it.
 */
export const loanRepaymentOrder: DemoItem = {
  draft: {
    ...FUND_ITEM,
    lifeEvents: ["HOME"],
    code: "BJ-GJJ-HDYD-001",
    name: {
      zh: "偿还购房贷款约定提取住房公积金（按月）",
      en: "Standing order on the housing fund for a home loan (monthly)",
    },
    legalBasis: [{ law: "住房公积金管理条例", article: "第二十四条第一款第五项" }, NOTICE],
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said(
        "偿还购房贷款约定提取住房公积金申请",
        "Agreement to draw from the housing fund for a home loan every month",
      ),
      "x-pages": [
        page("申请人", "Applicant", "applicantName", "idNumber", "mobile", "fundAccount"),
        page("贷款和收款", "Loan and payment", "monthlyRepayment", "loanEnd", "payoutAccount"),
      ],
      properties: {
        applicantName: APPLICANT_NAME,
        idNumber: OWN_ID_NUMBER,
        mobile: OWN_MOBILE,
        fundAccount: FUND_ACCOUNT,
        monthlyRepayment: amountOf(
          said(
            "每月还款本息（元，商业银行贷款或公积金记录没有的还款填写）",
            "Repaid a month (yuan; of a bank's loan, or what the fund has no record of)",
          ),
          6,
          "4003.40",
        ),
        loanEnd: textField(said("贷款到期日（商业银行贷款填写）", "The loan ends on (a bank's only)"), {
          format: "date",
        }),
        payoutAccount: PAYOUT_ACCOUNT,
      },
      required: ["applicantName", "idNumber", "mobile", "payoutAccount"],
      additionalProperties: false,
    },
    materials: [
      ID_CARD,
      {
        code: "loan-contract",
        name: { zh: "购房借款合同", en: "Home-loan contract" },
        required: true,
        filledBy: "HOUSING_FUND_LOANS",
      },
    ],
    effect: "HOUSING_FUND_LOAN_REPAYMENT_ORDER",
    rule: { samplePercent: SAMPLE_PERCENT, checks: [OWN_IDENTITY, OPEN_ACCOUNT, NOT_SEALED, HAS_LOAN] },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
