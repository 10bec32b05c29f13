import type {
  Assurance,
  Disclosure,
  HolderKind,
  LicenceAccent,
  LicenceSheet,
  OfficeLevel,
  TemplatePlace,
  ValidityKind,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const HOLDER_KINDS: Readonly<Record<HolderKind, Text>> = {
  PERSON: { zh: "个人", en: "A person" },
  ENTERPRISE: { zh: "企业", en: "An enterprise" },
  THING: { zh: "物（如车辆）", en: "A thing, such as a vehicle" },
};

export const DISCLOSURES: Readonly<Record<Disclosure, Text>> = {
  MINIMAL: { zh: "最少：每次出示都显示", en: "Least: always shown" },
  ORDINARY: { zh: "一般：没有另行要求时显示", en: "As usual: where nothing else is asked for" },
  SENSITIVE: { zh: "敏感：指明要求时才显示", en: "Sensitive: where asked for by name" },
};

export const VALIDITIES: Readonly<Record<ValidityKind, Text>> = {
  PERMANENT: { zh: "长期有效", en: "Always" },
  MONTHS: { zh: "自作出决定之日起若干个月", en: "So many months from the day of the decision on" },
  STATED: { zh: "到证照载明的日期为止", en: "Until a day that the licence states" },
};

export const ASSURANCES: Readonly<Record<Assurance, Text>> = {
  LOW: { zh: "低", en: "Low" },
  SUBSTANTIAL: { zh: "中", en: "Substantial" },
  HIGH: { zh: "高", en: "High" },
};

export const OFFICE_LEVELS: Readonly<Record<OfficeLevel, Text>> = {
  NATIONAL: { zh: "国家级", en: "National" },
  PROVINCIAL: { zh: "省级", en: "Provincial" },
  MUNICIPAL: { zh: "地市级", en: "Municipal" },
  COUNTY: { zh: "区县级", en: "County" },
  TOWNSHIP: { zh: "乡镇级", en: "Township" },
  OTHER: { zh: "其他", en: "Other" },
};

export const SHEETS: Readonly<Record<LicenceSheet, Text>> = {
  A4_PORTRAIT: { zh: "A4 纵向（最多 38 行）", en: "A4 upright, for 38 lines at most" },
  A4_LANDSCAPE: { zh: "A4 横向（最多 16 行）", en: "A4 across, for 16 lines at most" },
  CARD: { zh: "卡片，A6 横向（最多 7 行）", en: "A card, A6 across, for 7 lines at most" },
};

export const ACCENTS: Readonly<Record<LicenceAccent, Text>> = {
  RED: { zh: "红", en: "Red" },
  BLUE: { zh: "蓝", en: "Blue" },
  GREEN: { zh: "绿", en: "Green" },
  BROWN: { zh: "棕", en: "Brown" },
  GREY: { zh: "灰", en: "Grey" },
};

export const TEMPLATE_PLACES: Readonly<Record<TemplatePlace, Text>> = {
  NUMBER: { zh: "证照编号", en: "Number of the licence" },
  ISSUER: { zh: "颁发机构", en: "Issuing authority" },
  ISSUED_ON: { zh: "颁发日期", en: "Issued on" },
  VALID_UNTIL: { zh: "有效期至", en: "Valid until" },
};
