import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, type DemoItem, MARKET_REGULATION } from "./demo-item.ts";
import { CONTACT_MOBILE, confirmation, LICENCE_NUMBER, OWN_CREDIT_CODE, page, said } from "./fields.ts";

/**
 * 食品经营许可（延续）. 食品经营许可和备案管理办法, Art. 32: applied for 90 to 15 working days before the licence ends; in the
 * last 15 it still can be, but the business is closed from the end until the decision. Administrative Licensing Law
 * (行政许可法), Art. 50: decided before the licence ends. It holds for a business whose conditions have not changed, so
 * nobody inspects it again; what has changed is a case of change, not of renewal.
 */
export const foodBusinessRenewal: DemoItem = {
  draft: {
    code: "BJ-SCJG-SPJY-002",
    name: { zh: "食品经营许可（延续）", en: "Food-business licence (renewal)" },
    department: MARKET_REGULATION,
    regions: [BEIJING],
    legalBasis: [
      { law: "中华人民共和国食品安全法", article: "第三十五条" },
      { law: "中华人民共和国行政许可法", article: "第五十条" },
      { law: "食品经营许可和备案管理办法（国家市场监督管理总局令第78号）", article: "第三十二条" },
    ],
    // Individual traders (个体工商户) are registered with a credit code too, and apply as enterprises.
    audiences: ["LEGAL_PERSON"],
    lifeEvents: ["RUNNING_A_BUSINESS"],
    channels: ["ONLINE", "HALL"],
    visits: 0,
    promisedWorkingDays: 5,
    statutoryWorkingDays: 20,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("食品经营许可延续申请", "Application to renew a food-business licence"),
      "x-pages": [
        page("许可证", "Licence", "licenceNumber", "creditCode", "conditionsUnchanged"),
        page("联系方式", "Contact", "contactMobile"),
      ],
      properties: {
        licenceNumber: LICENCE_NUMBER,
        creditCode: OWN_CREDIT_CODE,
        conditionsUnchanged: confirmation(
          said("经营条件未发生变化", "The conditions of the business have not changed"),
          true,
        ),
        contactMobile: CONTACT_MOBILE,
      },
      required: ["licenceNumber", "creditCode", "conditionsUnchanged", "contactMobile"],
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
      {
        code: "review",
        name: { zh: "审查", en: "Review of the documents" },
        role: "reviewer",
        workingDays: 3,
      },
      { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 2 },
    ],
    fee: { amount: ZERO },
    effect: "LICENCE",
    licence: {
      ...{ act: "RENEW", type: "food-business-licence", content: {} },
      number: { var: "form.licenceNumber" },
      holderCreditCode: { var: "form.creditCode" },
      window: { opensWorkingDays: 90, inTimeWorkingDays: 15 },
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
