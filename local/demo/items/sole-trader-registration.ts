import { ZERO } from "../../../services/kernel/money.ts";
import {
  BEIJING,
  CHAOYANG,
  type DemoItem,
  districtOf,
  ID_CARD,
  ID_NUMBER,
  MARKET_REGULATION,
  MOBILE,
} from "./demo-item.ts";

/**
 * 个体工商户设立登记. Regulations on the Registration of Market Entities (市场主体登记管理条例, State Council order 746), Art. 3:
 * no business without registration; Art. 16: what to hand in; Art. 19: registered on the spot where it is complete,
 * and otherwise within 3 working days. In the demo it is a pilot in Chaoyang, so that regions differ.
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
    channels: ["ONLINE", "HALL", "SELF_SERVICE"],
    visits: 0,
    promisedWorkingDays: 1,
    statutoryWorkingDays: 3,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      title: "个体工商户设立登记申请",
      properties: {
        operatorName: { type: "string", title: "经营者姓名", minLength: 2, maxLength: 50 },
        idNumber: ID_NUMBER,
        mobile: MOBILE,
        tradeName: { type: "string", title: "名称（可不使用名称）", minLength: 4, maxLength: 60 },
        composition: { type: "string", title: "组成形式", enum: ["个人经营", "家庭经营"] },
        familyMembers: {
          type: "array",
          title: "参加经营的家庭成员",
          items: {
            type: "object",
            properties: {
              name: { type: "string", title: "姓名", minLength: 2, maxLength: 50 },
              idNumber: ID_NUMBER,
            },
            required: ["name", "idNumber"],
            additionalProperties: false,
          },
          maxItems: 20,
        },
        premises: { type: "string", title: "经营场所", minLength: 5, maxLength: 200 },
        premisesRegion: districtOf("经营场所所在区"),
        scope: { type: "string", title: "经营范围", minLength: 2, maxLength: 500 },
      },
      required: ["operatorName", "idNumber", "mobile", "composition", "premises", "premisesRegion", "scope"],
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
