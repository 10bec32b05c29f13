import { ZERO } from "../../../services/kernel/money.ts";
import {
  BEIJING,
  CHAOYANG,
  type DemoItem,
  ID_CARD,
  MARKET_REGULATION,
  PUBLIC_SECURITY,
} from "./demo-item.ts";
import { CONTACT_MOBILE, districtOf, PERSON_NAME, page, said, textField } from "./fields.ts";

/**
 * 开办旅馆联办: a hotel needs the special-trade permit of the public-security authority beside its registration (旅馆业治安管理办法,
 * Art. 4). Both are asked for in one place and handled jointly (Administrative Licensing Law, Art. 26 (2)), in 45 working days
 * at most (Art. 42 (2)). In the demo it is a pilot in Chaoyang.
 */
export const hotelOpening: DemoItem = {
  draft: {
    code: "BJ-SCJG-LGLB-001",
    name: { zh: "开办旅馆（多部门联办）", en: "Opening a hotel (handled jointly)" },
    department: MARKET_REGULATION,
    regions: [BEIJING],
    legalBasis: [
      { law: "中华人民共和国行政许可法", article: "第二十六条第二款" },
      { law: "中华人民共和国行政许可法", article: "第四十二条第二款" },
      { law: "旅馆业治安管理办法", article: "第四条" },
    ],
    audiences: ["LEGAL_PERSON"],
    lifeEvents: ["STARTING_A_BUSINESS"],
    channels: ["ONLINE", "HALL"],
    visits: 0,
    handling: "JOINT",
    promisedWorkingDays: 15,
    statutoryWorkingDays: 45,
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("开办旅馆联办申请", "Application to open a hotel"),
      "x-pages": [
        page("联系人", "Contact", "contactName", "mobile"),
        page("旅馆", "Hotel", "hotelName", "premises", "premisesRegion", "rooms"),
      ],
      properties: {
        contactName: textField(said("联系人姓名", "Name of the contact"), PERSON_NAME),
        mobile: CONTACT_MOBILE,
        hotelName: textField(said("旅馆名称", "Name of the hotel"), { minLength: 2, maxLength: 60 }),
        premises: textField(said("经营场所", "Address of the premises"), { minLength: 5, maxLength: 200 }),
        premisesRegion: districtOf(said("经营场所所在区", "District of the premises")),
        rooms: textField(said("客房数（间）", "Rooms"), {
          ...{ pattern: "^[1-9]\\d{0,3}$", examples: ["48"] },
          "x-hint": said("可供出租的客房总数，例如 48。", "All rooms that are let, for example 48."),
        }),
      },
      required: ["contactName", "mobile", "hotelName", "premises", "premisesRegion", "rooms"],
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
        code: "premises-plan",
        name: {
          zh: "客房平面图和安全技术防范设施图",
          en: "Plan of the rooms and of their safety installations",
        },
        required: true,
      },
    ],
    steps: [
      {
        code: "accept",
        name: { zh: "统一受理", en: "Acceptance for all" },
        role: "acceptor",
        workingDays: 1,
      },
      {
        code: "review-business",
        name: { zh: "市场监管审查", en: "Review by market regulation" },
        role: "reviewer",
        workingDays: 5,
      },
      {
        code: "review-security",
        name: { zh: "公安审查", en: "Review by public security" },
        role: "reviewer",
        workingDays: 8,
        department: PUBLIC_SECURITY.code,
        jointly: true,
      },
      { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 3 },
      {
        code: "issue",
        name: { zh: "统一送达", en: "Delivery of all" },
        role: "issuer",
        workingDays: 2,
      },
    ],
    fee: { amount: ZERO },
  },
  rollOut: [{ region: CHAOYANG, stage: "PILOT" }],
};
