import { ZERO } from "../../../services/kernel/money.ts";
import { BEIJING, CHAOYANG, type DemoItem, ID_CARD, MARKET_REGULATION } from "./demo-item.ts";
import {
  askIf,
  choice,
  districtOf,
  ID_NUMBER,
  listOf,
  OWN_ID_NUMBER,
  OWN_MOBILE,
  ownName,
  PERSON_NAME,
  page,
  said,
  textField,
} from "./fields.ts";

/**
 * 个体工商户设立登记. Regulations on the Registration of Market Entities (市场主体登记管理条例, State Council order 746), Art. 3:
 * no business without registration; Art. 16: what to hand in; Art. 19: registered on the spot where it is complete,
 * and otherwise within 3 working days, which the head of the authority can extend by 3 more. In the demo it is a pilot in Chaoyang, so that regions differ.
 */
export const soleTraderRegistration: DemoItem = {
  draft: {
    code: "BJ-SCJG-GTSL-001",
    name: { zh: "个体工商户设立登记", en: "Registration of a sole trader" },
    department: MARKET_REGULATION,
    regions: [BEIJING],
    legalBasis: [
      { law: "中华人民共和国市场主体登记管理条例", article: "第三条" },
      { law: "中华人民共和国市场主体登记管理条例", article: "第十六条" },
      { law: "中华人民共和国市场主体登记管理条例", article: "第十九条" },
    ],
    audiences: ["NATURAL_PERSON"],
    lifeEvents: ["WORK", "STARTING_A_BUSINESS"],
    channels: ["ONLINE", "HALL", "SELF_SERVICE"],
    visits: 0,
    promisedWorkingDays: 1,
    statutoryWorkingDays: 3,
    extensionWorkingDays: 3,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("个体工商户设立登记申请", "Application for registration as a sole trader"),
      "x-pages": [
        page("经营者", "Operator", "operatorName", "idNumber", "mobile"),
        page("经营", "Business", "tradeName", "composition", "familyMembers", "scope"),
        page("经营场所", "Premises", "premises", "premisesRegion"),
      ],
      properties: {
        operatorName: ownName(said("经营者姓名", "Operator's name")),
        idNumber: OWN_ID_NUMBER,
        mobile: OWN_MOBILE,
        tradeName: textField(said("名称（可不使用名称）", "Trade name (there need not be one)"), {
          ...{ minLength: 4, maxLength: 60 },
        }),
        composition: choice(said("组成形式", "Run by"), { 个人经营: "One person", 家庭经营: "A family" }),
        familyMembers: listOf(
          said("参加经营的家庭成员", "Family members who take part"),
          { name: textField(said("姓名", "Name"), PERSON_NAME), idNumber: ID_NUMBER },
          { minItems: 1, maxItems: 20 },
        ),
        premises: textField(said("经营场所", "Address of the premises"), { minLength: 5, maxLength: 200 }),
        premisesRegion: districtOf(said("经营场所所在区", "District of the premises")),
        scope: textField(said("经营范围", "Scope of business"), {
          ...{ minLength: 2, maxLength: 500, "x-widget": "long-text" },
          "x-hint": said("按经营范围规范表述填写。", "In the standard terms of business scopes."),
        }),
      },
      required: ["operatorName", "idNumber", "mobile", "composition", "premises", "premisesRegion", "scope"],
      allOf: [askIf("composition", "string", "家庭经营", "familyMembers")],
      additionalProperties: false,
    },
    materials: [
      {
        code: "application",
        name: { zh: "个体工商户登记（备案）申请书", en: "Application for registration" },
        required: true,
      },
      ID_CARD,
      {
        code: "premises-proof",
        name: { zh: "经营场所使用相关文件", en: "Proof of the right to use the premises" },
        required: true,
      },
    ],
    steps: [
      { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
      { code: "register", name: { zh: "核准登记", en: "Registration" }, role: "decider", workingDays: 1 },
      { code: "issue", name: { zh: "发照", en: "Issue of the licence" }, role: "issuer", workingDays: 0 },
    ],
    fee: { amount: ZERO },
  },
  rollOut: [{ region: CHAOYANG, stage: "PILOT" }],
};
