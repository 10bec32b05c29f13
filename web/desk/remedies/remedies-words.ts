import type { DecidingBody, GovernmentLevel } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const BODIES: Readonly<Record<DecidingBody, Text>> = {
  DEPARTMENT: { zh: "政府工作部门", en: "Department of a government" },
  AUTHORISED_BODY: { zh: "法律法规授权的组织", en: "Body authorised by law" },
  GOVERNMENT: { zh: "人民政府", en: "Government" },
  JUSTICE_BUREAU: { zh: "司法行政部门", en: "Justice bureau" },
  CUSTOMS: { zh: "海关", en: "Customs" },
  FINANCIAL_REGULATOR: { zh: "金融管理部门", en: "Financial regulator" },
  FOREIGN_EXCHANGE: { zh: "外汇管理部门", en: "Foreign exchange" },
  TAX: { zh: "税务机关", en: "Tax authority" },
  STATE_SECURITY: { zh: "国家安全机关", en: "State security" },
  STATE_COUNCIL_DEPARTMENT: { zh: "国务院部门", en: "Department of the State Council" },
};

export const LEVELS: Readonly<Record<GovernmentLevel, Text>> = {
  PROVINCE: { zh: "省级", en: "Province" },
  PREFECTURE: { zh: "市级", en: "Prefecture" },
  COUNTY: { zh: "区县级", en: "County or district" },
};
