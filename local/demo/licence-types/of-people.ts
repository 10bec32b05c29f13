import type { TypeDraftInput } from "../../../services/government/licences/index.ts";
import {
  amountOf,
  choice,
  districtOf,
  FUND_ACCOUNT,
  ID_NUMBER,
  OWN_ID_NUMBER,
  ownName,
  PERSON_NAME,
  page,
  said,
  textField,
} from "../items/fields.ts";
import { AUTHORITIES, definedBy } from "./authorities.ts";
import { askedFor, block, contentOf, fields, places, vctOf } from "./content.ts";

const OWN_NAME = ownName(said("姓名", "Name"));
const ADDRESS = { minLength: 5, maxLength: 200 };
const DAY = { format: "date" };

/** 居住证: endorsed once a year (居住证暂行条例, State Council Order 663, art. 10). */
export const residencePermitType: TypeDraftInput = {
  code: "residence-permit",
  name: { zh: "居住证", en: "Residence permit" },
  ...definedBy(AUTHORITIES.publicSecurity, "001"),
  legalBasis: [{ law: "居住证暂行条例（国务院令第663号）", article: "第四条、第十条" }],
  holderKind: "PERSON",
  ...contentOf(
    said("居住证", "Residence permit"),
    [
      page("持证人", "Holder", "name", "idNumber"),
      page("居住地", "Residence", "registeredAddress", "address", "district"),
    ],
    {
      name: ["MINIMAL", OWN_NAME],
      idNumber: ["SENSITIVE", OWN_ID_NUMBER],
      registeredAddress: [
        "SENSITIVE",
        textField(said("常住户口所在地住址", "Address of the household registration"), ADDRESS),
      ],
      address: ["SENSITIVE", textField(said("居住地住址", "Address of residence"), ADDRESS)],
      district: ["ORDINARY", districtOf(said("居住地所在区", "District of residence"))],
    },
    // The register of households states it, and no form asks for it.
    ["registeredAddress"],
  ),
  validity: { kind: "MONTHS", months: 12 },
  assurance: "HIGH",
  vct: vctOf("residence-permit"),
  template: {
    ...{ sheet: "CARD", accent: "BLUE", title: said("居住证", "Residence Permit") },
    blocks: [
      block(1, fields("name"), askedFor("idNumber", "registeredAddress", "address"), fields("district")),
    ],
  },
};

/** 残疾人证: its end is the day that it states, which is set with each assessment. */
export const disabilityCertificate: TypeDraftInput = {
  code: "disability-certificate",
  name: { zh: "残疾人证", en: "Disability certificate" },
  ...definedBy(AUTHORITIES.disabledPersons, "001"),
  legalBasis: [{ law: "中华人民共和国残疾人保障法", article: "第二条" }],
  holderKind: "PERSON",
  ...contentOf(
    said("残疾人证", "Disability certificate"),
    [page("持证人", "Holder", "name", "idNumber"), page("评定", "Assessment", "kind", "grade", "validUntil")],
    {
      name: ["MINIMAL", OWN_NAME],
      idNumber: ["SENSITIVE", OWN_ID_NUMBER],
      kind: [
        "SENSITIVE",
        choice(said("残疾类别", "Kind of disability"), {
          视力: "Sight",
          听力: "Hearing",
          言语: "Speech",
          肢体: "Physical",
          智力: "Intellectual",
          精神: "Mental",
          多重: "Several",
        }),
      ],
      grade: [
        "SENSITIVE",
        choice(said("残疾等级", "Grade"), { 一级: "First", 二级: "Second", 三级: "Third", 四级: "Fourth" }),
      ],
      validUntil: ["ORDINARY", textField(said("有效期至", "Valid until"), DAY)],
    },
  ),
  validity: { kind: "STATED", field: "validUntil" },
  assurance: "HIGH",
  vct: vctOf("disability-certificate"),
  template: {
    ...{ sheet: "CARD", accent: "GREEN", title: said("残疾人证", "Disability Certificate") },
    blocks: [
      block(1, fields("name"), askedFor("idNumber")),
      block(2, askedFor("kind", "grade")),
      block(1, fields("validUntil")),
    ],
  },
};

/** 结婚证: a marriage stands from its registration on (Civil Code, art. 1049). */
export const marriageCertificate: TypeDraftInput = {
  code: "marriage-certificate",
  name: { zh: "结婚证", en: "Marriage certificate" },
  ...definedBy(AUTHORITIES.civilAffairs, "001"),
  legalBasis: [{ law: "中华人民共和国民法典", article: "第一千零四十九条" }],
  holderKind: "PERSON",
  ...contentOf(
    said("结婚证", "Marriage certificate"),
    [
      page("持证人", "Holder", "name", "idNumber"),
      page("婚姻登记", "Registration", "spouseName", "spouseIdNumber", "registeredOn"),
    ],
    {
      name: ["MINIMAL", OWN_NAME],
      idNumber: ["SENSITIVE", OWN_ID_NUMBER],
      spouseName: ["ORDINARY", textField(said("配偶姓名", "Name of the spouse"), PERSON_NAME)],
      spouseIdNumber: ["SENSITIVE", ID_NUMBER],
      registeredOn: ["ORDINARY", textField(said("登记日期", "Registered on"), DAY)],
    },
  ),
  validity: { kind: "PERMANENT" },
  assurance: "HIGH",
  vct: vctOf("marriage-certificate"),
  template: {
    ...{ sheet: "A4_PORTRAIT", accent: "RED", title: said("结婚证", "Marriage Certificate") },
    blocks: [
      { heading: said("持证人", "Holder"), ...block(1, fields("name"), askedFor("idNumber")) },
      { heading: said("配偶", "Spouse"), ...block(1, fields("spouseName"), askedFor("spouseIdNumber")) },
      { heading: said("婚姻登记", "Registration"), ...block(1, fields("registeredOn"), places("NUMBER")) },
    ],
  },
};

/** 住房公积金缴存证明: how an account stood on a day, for as long as it says. */
export const fundCertificate: TypeDraftInput = {
  code: "housing-fund-certificate",
  name: { zh: "住房公积金缴存证明", en: "Housing-fund deposit certificate" },
  ...definedBy(AUTHORITIES.housingFund, "001"),
  legalBasis: [{ law: "住房公积金管理条例", article: "第十四条、第二十条" }],
  holderKind: "PERSON",
  ...contentOf(
    said("住房公积金缴存证明", "Housing-fund deposit certificate"),
    [
      page("缴存人", "Depositor", "name", "idNumber", "accountNumber"),
      page("缴存情况", "The account", "balance", "statedOn", "validUntil"),
    ],
    {
      name: ["MINIMAL", OWN_NAME],
      idNumber: ["SENSITIVE", OWN_ID_NUMBER],
      accountNumber: ["SENSITIVE", FUND_ACCOUNT],
      balance: ["ORDINARY", amountOf(said("账户余额（元）", "Balance (yuan)"), 9, "86000.00")],
      statedOn: ["ORDINARY", textField(said("截至日期", "As of"), DAY)],
      validUntil: ["ORDINARY", textField(said("有效期至", "Valid until"), DAY)],
    },
  ),
  validity: { kind: "STATED", field: "validUntil" },
  assurance: "SUBSTANTIAL",
  vct: vctOf("housing-fund-certificate"),
};
