import { ZERO } from "../../../services/kernel/money.ts";
import {
  BEIJING,
  CREDIT_CODE,
  type DemoItem,
  ID_CARD,
  ID_NUMBER,
  MARKET_REGULATION,
  MOBILE,
} from "./demo-item.ts";

/**
 * The points that Food Safety Law, Art. 33 (1), asks of a business; nothing is granted where a critical point is not
 * met.
 */
const CHECKLIST = [
  {
    code: "site",
    name: { zh: "场所环境整洁，与污染源保持规定距离", en: "Clean premises, away from sources of pollution" },
    critical: true,
  },
  {
    code: "equipment",
    name: { zh: "设备设施与经营品种、数量相适应", en: "Equipment that fits what is sold, and how much" },
    critical: true,
  },
  {
    code: "layout",
    name: {
      zh: "布局和流程防止交叉污染",
      en: "A layout and workflow that keep raw and ready food apart",
    },
    critical: true,
  },
  {
    code: "staff",
    name: { zh: "有食品安全管理人员和健康证明", en: "Staff for food safety, with health certificates" },
    critical: false,
  },
  {
    code: "rules",
    name: { zh: "有保证食品安全的规章制度", en: "Rules that keep food safe" },
    critical: false,
  },
];

/**
 * 食品经营许可（新办）. Food Safety Law (食品安全法), Art. 35: selling food and catering need a licence; selling farm produce
 * or pre-packaged food alone does not. Two limits hold: the Administrative Licensing Law (行政许可法), Art. 42, gives 20
 * working days from acceptance, which is the statutory one here; the ministry's own measures (食品经营许可和备案管理办法,
 * SAMR order 78 of 2023) bind its offices to 10, which is what is promised.
 */
export const foodBusinessLicence: DemoItem = {
  draft: {
    code: "BJ-SCJG-SPJY-001",
    name: { zh: "食品经营许可（新办）", en: "Food-business licence (new)" },
    department: MARKET_REGULATION,
    regions: [BEIJING],
    legalBasis: [
      { law: "中华人民共和国食品安全法", article: "第三十三条、第三十五条" },
      { law: "中华人民共和国行政许可法", article: "第三十四条、第四十二条" },
      { law: "食品经营许可和备案管理办法（国家市场监督管理总局令第78号）", article: "第二条、第四条" },
    ],
    // Individual traders (个体工商户) are registered with a credit code too, and apply as enterprises.
    audiences: ["LEGAL_PERSON"],
    channels: ["ONLINE", "HALL"],
    visits: 1,
    promisedWorkingDays: 10,
    statutoryWorkingDays: 20,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      title: "食品经营许可申请",
      properties: {
        businessName: { type: "string", title: "经营者名称", minLength: 2, maxLength: 100 },
        creditCode: CREDIT_CODE,
        representative: {
          type: "object",
          title: "法定代表人（负责人）",
          properties: {
            name: { type: "string", title: "姓名", minLength: 2, maxLength: 50 },
            idNumber: ID_NUMBER,
            mobile: MOBILE,
          },
          required: ["name", "idNumber", "mobile"],
          additionalProperties: false,
        },
        premises: { type: "string", title: "经营场所", minLength: 5, maxLength: 200 },
        // Whether it exists is said by the licence's own rule, which makes the number of it.
        premisesRegion: { type: "string", title: "经营场所所在区", pattern: "^1101\\d{2}$" },
        businessType: {
          type: "string",
          title: "主体业态",
          enum: ["食品销售经营者", "餐饮服务经营者", "集中用餐单位食堂"],
        },
        activities: {
          type: "array",
          title: "经营项目",
          items: { type: "string", enum: ["食品销售", "餐饮服务", "食品经营管理"] },
          minItems: 1,
          uniqueItems: true,
        },
        online: { type: "boolean", title: "是否从事网络经营" },
        safetyManager: { type: "string", title: "食品安全管理人员", minLength: 2, maxLength: 50 },
      },
      required: [
        "businessName",
        "creditCode",
        "representative",
        "premises",
        "premisesRegion",
        "businessType",
        "activities",
        "safetyManager",
      ],
      additionalProperties: false,
    },
    materials: [
      {
        code: "business-licence",
        name: { zh: "营业执照", en: "Business licence" },
        required: true,
        replacedByLicence: "business-licence",
      },
      {
        ...ID_CARD,
        name: { zh: "法定代表人（负责人）身份证", en: "Identity card of the legal representative" },
      },
      {
        code: "premises-layout",
        name: { zh: "经营场所和设备布局、操作流程", en: "Layout of premises and equipment, and workflow" },
        required: true,
      },
      {
        code: "safety-rules",
        name: { zh: "食品安全规章制度目录清单", en: "List of the food-safety rules of the business" },
        required: true,
      },
    ],
    steps: [
      { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
      {
        code: "review",
        name: { zh: "审查", en: "Review of the documents" },
        role: "reviewer",
        workingDays: 2,
      },
      {
        code: "inspect",
        name: { zh: "现场核查", en: "Inspection on site" },
        role: "inspector",
        workingDays: 6,
        checklist: CHECKLIST,
      },
      { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 2 },
    ],
    fee: { amount: ZERO },
    effect: "FOOD_BUSINESS_LICENCE",
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
