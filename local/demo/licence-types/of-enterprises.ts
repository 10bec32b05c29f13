import type { TypeDraftInput } from "../../../services/government/licences/index.ts";
import {
  choice,
  choices,
  heldAs,
  OWN_CREDIT_CODE,
  PERSON_NAME,
  page,
  said,
  textField,
} from "../items/fields.ts";
import { AUTHORITIES, definedBy } from "./authorities.ts";
import { block, contentOf, fields, places, vctOf } from "./content.ts";

const NAME = textField(said("名称", "Name"), { minLength: 2, maxLength: 100 });
const OWN_NAME = heldAs("ENTERPRISE_NAME", NAME);
const REPRESENTATIVE = heldAs(
  "REPRESENTATIVE_NAME",
  textField(said("法定代表人（负责人）", "Legal representative (person in charge)"), PERSON_NAME),
);
const ADDRESS = { minLength: 5, maxLength: 200 };
const DAY = { format: "date" };

/**
 * 营业执照, as the register states it. Its particulars are those of the Regulations on the Registration of Market Entities
 * (市场主体登记管理条例, State Council Order 746), art. 22.
 */
export const businessLicence: TypeDraftInput = {
  code: "business-licence",
  name: { zh: "营业执照", en: "Business licence" },
  ...definedBy(AUTHORITIES.marketRegulation, "001"),
  legalBasis: [{ law: "中华人民共和国市场主体登记管理条例", article: "第二十一条、第二十二条" }],
  holderKind: "ENTERPRISE",
  ...contentOf(
    said("营业执照", "Business licence"),
    [
      page(
        "登记事项",
        "As registered",
        "name",
        "creditCode",
        "kind",
        "representative",
        "address",
        "founded",
        "scope",
      ),
    ],
    {
      name: ["MINIMAL", OWN_NAME],
      creditCode: ["MINIMAL", OWN_CREDIT_CODE],
      kind: ["ORDINARY", textField(said("类型", "Kind"), { minLength: 2, maxLength: 60 })],
      representative: ["ORDINARY", REPRESENTATIVE],
      address: ["ORDINARY", textField(said("住所（主要经营场所）", "Address"), ADDRESS)],
      founded: ["ORDINARY", textField(said("成立日期", "Founded on"), DAY)],
      scope: [
        "ORDINARY",
        textField(said("经营范围", "Scope of business"), { minLength: 2, maxLength: 2_000 }),
      ],
    },
  ),
  validity: { kind: "PERMANENT" },
  assurance: "HIGH",
  vct: vctOf("business-licence"),
  template: {
    ...{ sheet: "A4_LANDSCAPE", accent: "RED", title: said("营业执照", "Business Licence") },
    blocks: [
      block(2, places("NUMBER"), fields("creditCode")),
      block(1, fields("name", "kind", "representative", "address")),
      block(2, fields("founded"), places("VALID_UNTIL")),
      block(1, fields("scope")),
    ],
  },
};

/**
 * 食品经营许可证: five years from the decision (食品安全法实施条例, State Council Order 721, art. 15; 食品经营许可和备案管理办法, SAMR
 * Order 78, art. 23).
 */
export const foodBusinessLicenceType: TypeDraftInput = {
  code: "food-business-licence",
  name: { zh: "食品经营许可证", en: "Food-business licence" },
  ...definedBy(AUTHORITIES.marketRegulation, "002"),
  directory: {
    ...{ definerLevel: "PROVINCIAL", issuerLevel: "PROVINCIAL" },
    items: [{ code: "000131024000", name: { zh: "食品经营许可", en: "Licence of a food business" } }],
  },
  legalBasis: [
    { law: "中华人民共和国食品安全法", article: "第三十五条" },
    { law: "中华人民共和国食品安全法实施条例", article: "第十五条" },
  ],
  holderKind: "ENTERPRISE",
  ...contentOf(
    said("食品经营许可证", "Food-business licence"),
    [
      page("经营者", "Business", "name", "creditCode", "representative"),
      page("许可事项", "As licensed", "number", "premises", "businessType", "activities"),
    ],
    {
      name: ["MINIMAL", OWN_NAME],
      creditCode: ["MINIMAL", OWN_CREDIT_CODE],
      representative: ["ORDINARY", REPRESENTATIVE],
      number: ["MINIMAL", textField(said("许可证编号", "Licence number"), { minLength: 16, maxLength: 16 })],
      premises: ["ORDINARY", textField(said("经营场所", "Address of the premises"), ADDRESS)],
      businessType: [
        "ORDINARY",
        choice(said("主体业态", "Kind of business"), {
          食品销售经营者: "Seller of food",
          餐饮服务经营者: "Caterer",
          集中用餐单位食堂: "Canteen",
        }),
      ],
      activities: [
        "ORDINARY",
        choices(
          said("经营项目", "Activities"),
          { 食品销售: "Selling food", 餐饮服务: "Catering", 食品经营管理: "Managing food businesses" },
          { minItems: 1 },
        ),
      ],
    },
  ),
  validity: { kind: "MONTHS", months: 60 },
  assurance: "HIGH",
  vct: vctOf("food-business-licence"),
  template: {
    ...{ sheet: "A4_LANDSCAPE", accent: "GREEN", title: said("食品经营许可证", "Food Business Licence") },
    blocks: [
      block(1, fields("name"), fields("number")),
      block(2, fields("creditCode", "representative")),
      block(1, fields("premises", "businessType", "activities")),
    ],
  },
};
