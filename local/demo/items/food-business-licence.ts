import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, type DemoItem, ID_CARD, MARKET_REGULATION } from "./demo-item.ts";
import {
  choice,
  choices,
  group,
  heldAs,
  ID_NUMBER,
  MOBILE,
  OWN_CREDIT_CODE,
  PERSON_NAME,
  page,
  said,
  textField,
  yesNo,
} from "./fields.ts";

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

const isOfKind = (kind: string) => ({ "===": [{ var: "form.businessType" }, kind] });

/**
 * 食品经营许可证编号: JY, a digit for the form of business, the county, six digits in order, and a check digit
 * (食品经营许可和备案管理办法).
 */
const NUMBERS = {
  prefix: "JY",
  series: [
    { if: [isOfKind("食品销售经营者"), "1", isOfKind("餐饮服务经营者"), "2", "3"] },
    { var: "form.premisesRegion" },
  ],
  ...({ digits: 6, check: "MOD_11_10" } as const),
};

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
    lifeEvents: ["STARTING_A_BUSINESS"],
    channels: ["ONLINE", "HALL"],
    visits: 1,
    promisedWorkingDays: 10,
    statutoryWorkingDays: 20,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("食品经营许可申请", "Application for a food-business licence"),
      "x-pages": [
        page("经营者", "Business", "businessName", "creditCode", "representative"),
        page("经营场所", "Premises", "premises", "premisesRegion"),
        page("经营项目", "Activities", "businessType", "activities", "online", "safetyManager"),
      ],
      properties: {
        businessName: heldAs(
          "ENTERPRISE_NAME",
          textField(said("经营者名称", "Name of the business"), { minLength: 2, maxLength: 100 }),
        ),
        creditCode: OWN_CREDIT_CODE,
        representative: group(said("法定代表人（负责人）", "Legal representative (person in charge)"), {
          name: heldAs("REPRESENTATIVE_NAME", textField(said("姓名", "Name"), PERSON_NAME)),
          idNumber: heldAs("REPRESENTATIVE_ID_NUMBER", ID_NUMBER),
          mobile: heldAs("REPRESENTATIVE_MOBILE", MOBILE),
        }),
        premises: textField(said("经营场所", "Address of the premises"), { minLength: 5, maxLength: 200 }),
        // Whether it exists is said by the licence, whose region and number it is.
        premisesRegion: textField(said("经营场所所在区", "District of the premises"), {
          ...{ pattern: "^1101\\d{2}$", examples: ["110105"] },
          "x-hint": said(
            "北京市各区的六位代码，例如朝阳区 110105。",
            "The six digits of a district of Beijing; Chaoyang is 110105.",
          ),
        }),
        businessType: choice(said("主体业态", "Kind of business"), {
          食品销售经营者: "Seller of food",
          餐饮服务经营者: "Caterer",
          集中用餐单位食堂: "Canteen",
        }),
        activities: choices(
          said("经营项目", "Activities"),
          { 食品销售: "Selling food", 餐饮服务: "Catering", 食品经营管理: "Managing food businesses" },
          { minItems: 1 },
        ),
        online: yesNo(said("是否从事网络经营", "Business on the network")),
        safetyManager: textField(said("食品安全管理人员", "Person in charge of food safety"), PERSON_NAME),
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
    effect: "LICENCE",
    licence: {
      ...{ act: "ISSUE", type: "food-business-licence" },
      content: {
        name: { var: "facts.licence.holderName" },
        creditCode: { var: "facts.licence.holderCreditCode" },
        representative: { var: "form.representative.name" },
        number: { var: "facts.licence.number" },
        premises: { var: "form.premises" },
        businessType: { var: "form.businessType" },
        activities: { var: "form.activities" },
      },
      region: { var: "form.premisesRegion" },
      holderCreditCode: { var: "form.creditCode" },
      counted: NUMBERS,
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
