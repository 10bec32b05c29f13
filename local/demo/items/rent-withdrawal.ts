import { ZERO } from "../../../services/kernel/money.ts";
import {
  BEIJING,
  type DemoItem,
  districtOf,
  HOUSING_FUND_CENTRE,
  ID_CARD,
  ID_NUMBER,
  MOBILE,
  PAYOUT_ACCOUNT,
} from "./demo-item.ts";
import { FUND_CHECKS, FUND_STEPS, SAMPLE_PERCENT, SOMETHING_TO_DRAW } from "./fund-rules.ts";

/**
 * 租房提取住房公积金. Regulations on the Management of Housing Provident Fund (住房公积金管理条例), Art. 24 (1) no. 6: rent
 * above a set share of the household's income; Art. 25: decision within 3 days of acceptance. The amount that counts as
 * such, 3 months of unbroken contributions and no home in the city, is from the ministries' notice 建金〔2015〕19号.
 */
export const rentWithdrawal: DemoItem = {
  draft: {
    code: "BJ-GJJ-ZFTQ-001",
    name: { zh: "租房提取住房公积金", en: "Housing-fund withdrawal for rent" },
    department: HOUSING_FUND_CENTRE,
    regions: [BEIJING],
    legalBasis: [
      { law: "住房公积金管理条例", article: "第二十四条第一款第六项" },
      { law: "住房公积金管理条例", article: "第二十五条" },
      {
        law: "住房城乡建设部 财政部 中国人民银行关于放宽提取住房公积金支付房租条件的通知（建金〔2015〕19号）",
        article: "第一条",
      },
    ],
    audiences: ["NATURAL_PERSON"],
    channels: ["ONLINE", "HALL"],
    visits: 0,
    promisedWorkingDays: 1,
    statutoryWorkingDays: 3,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      title: "租房提取住房公积金申请",
      properties: {
        applicantName: { type: "string", title: "申请人姓名", minLength: 2, maxLength: 50 },
        idNumber: ID_NUMBER,
        mobile: MOBILE,
        maritalStatus: { type: "string", title: "婚姻状况", enum: ["未婚", "已婚", "离异", "丧偶"] },
        spouse: {
          type: "object",
          title: "配偶",
          properties: {
            name: { type: "string", title: "姓名", minLength: 2, maxLength: 50 },
            idNumber: ID_NUMBER,
          },
          required: ["name", "idNumber"],
          additionalProperties: false,
        },
        hasHomeInCity: { type: "boolean", const: false, title: "本人及配偶在本市无自有住房" },
        rentalAddress: { type: "string", title: "租住房屋地址", minLength: 5, maxLength: 200 },
        rentalRegion: districtOf("租住房屋所在区"),
        leaseStart: { type: "string", title: "租期开始", format: "date" },
        leaseEnd: { type: "string", title: "租期结束", format: "date", "x-notBefore": "leaseStart" },
        monthlyRent: {
          type: "string",
          title: "月租金（元）",
          format: "money",
          pattern: "^(0|[1-9]\\d{0,5})\\.\\d{2}$",
        },
        payoutAccount: PAYOUT_ACCOUNT,
      },
      required: [
        "applicantName",
        "idNumber",
        "mobile",
        "maritalStatus",
        "hasHomeInCity",
        "rentalAddress",
        "rentalRegion",
        "monthlyRent",
        "payoutAccount",
      ],
      // Of a married couple both may withdraw, so both are named.
      allOf: [
        {
          anyOf: [
            { properties: { maritalStatus: { type: "string", not: { const: "已婚" } } } },
            { required: ["spouse"] },
          ],
        },
      ],
      additionalProperties: false,
    },
    materials: [
      ID_CARD,
      {
        code: "marriage-certificate",
        name: { zh: "结婚证（已婚的）", en: "Marriage certificate (if married)" },
        required: false,
        replacedByLicence: "marriage-certificate",
      },
      {
        code: "lease-contract",
        name: { zh: "房屋租赁合同（已备案的免交）", en: "Lease contract (not if it is registered)" },
        required: false,
      },
      {
        code: "no-home-statement",
        name: { zh: "在本市无自有住房承诺书", en: "Statement of owning no home in the city" },
        required: true,
      },
    ],
    steps: FUND_STEPS,
    fee: { amount: ZERO },
    effect: "HOUSING_FUND_RENT",
    rule: {
      samplePercent: SAMPLE_PERCENT,
      checks: [
        ...FUND_CHECKS,
        {
          code: "unbroken-contributions",
          name: { zh: "连续足额缴存满三个月", en: "Three months of unbroken contributions" },
          holds: { ">=": [{ var: "facts.housingFund.unbrokenMonths" }, 3] },
          otherwise: "REJECT",
          ground: { law: "建金〔2015〕19号", article: "第一条" },
        },
        {
          code: "no-home",
          name: { zh: "本人及配偶在本市无自有住房", en: "No home of one's own in the city" },
          holds: { "===": [{ var: "form.hasHomeInCity" }, false] },
          otherwise: "REJECT",
          ground: { law: "建金〔2015〕19号", article: "第一条" },
        },
        {
          // People look at one who files as single while another has drawn for a household with them.
          code: "household",
          name: {
            zh: "家庭情况与本月其他提取申报一致",
            en: "The household is as this month's other withdrawals state it",
          },
          holds: { "===": [{ var: "facts.housingFund.isHouseholdAsStated" }, true] },
          otherwise: "ROUTE",
          ground: { law: "建金〔2015〕19号", article: "第一条" },
        },
        SOMETHING_TO_DRAW,
      ],
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
