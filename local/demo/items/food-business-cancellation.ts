import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, type DemoItem, MARKET_REGULATION } from "./demo-item.ts";
import { CONTACT_MOBILE, LICENCE_NUMBER, OWN_CREDIT_CODE, page, said, textField } from "./fields.ts";

/**
 * 食品经营许可（注销）, for a holder who gives the business up. Administrative Licensing Law (行政许可法), Art. 70: the office
 * that granted a licence takes it off its books; 食品经营许可和备案管理办法, chapter 5: change, renewal, replacement and
 * cancellation.
 */
export const foodBusinessCancellation: DemoItem = {
  draft: {
    code: "BJ-SCJG-SPJY-003",
    name: { zh: "食品经营许可（注销）", en: "Food-business licence (cancellation)" },
    department: MARKET_REGULATION,
    regions: [BEIJING],
    legalBasis: [
      { law: "中华人民共和国行政许可法", article: "第七十条" },
      { law: "食品经营许可和备案管理办法（国家市场监督管理总局令第78号）", article: "第五章" },
    ],
    // Individual traders (个体工商户) are registered with a credit code too, and apply as enterprises.
    audiences: ["LEGAL_PERSON"],
    lifeEvents: ["CLOSING_A_BUSINESS"],
    channels: ["ONLINE", "HALL"],
    visits: 0,
    promisedWorkingDays: 3,
    statutoryWorkingDays: 20,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("食品经营许可注销申请", "Application to cancel a food-business licence"),
      "x-pages": [
        page("许可证", "Licence", "licenceNumber", "creditCode", "endOfBusiness"),
        page("联系方式", "Contact", "contactMobile"),
      ],
      properties: {
        licenceNumber: LICENCE_NUMBER,
        creditCode: OWN_CREDIT_CODE,
        endOfBusiness: textField(said("终止食品经营日期", "Food business ends on"), { format: "date" }),
        contactMobile: CONTACT_MOBILE,
      },
      required: ["licenceNumber", "creditCode", "endOfBusiness", "contactMobile"],
      additionalProperties: false,
    },
    materials: [
      {
        code: "food-business-licence",
        name: { zh: "原食品经营许可证", en: "The food-business licence" },
        required: true,
        replacedByLicence: "food-business-licence",
      },
    ],
    steps: [
      { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
      { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 3 },
    ],
    fee: { amount: ZERO },
    effect: "LICENCE",
    licence: {
      ...{ act: "CANCEL", type: "food-business-licence", content: {} },
      number: { var: "form.licenceNumber" },
      holderCreditCode: { var: "form.creditCode" },
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
