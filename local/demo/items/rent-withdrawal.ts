import { BEIJING, type DemoItem } from "./demo-item.ts";
import { said } from "./fields.ts";
import { ACTIVE_ACCOUNT, FUND_ITEM, OWN_IDENTITY, SAMPLE_PERCENT, SOMETHING_TO_DRAW } from "./fund-rules.ts";
import {
  HOUSEHOLD,
  HOUSEHOLD_RENT,
  LEASE_IN_FORCE,
  LEASE_UNREGISTERED,
  NO_HOME,
  RENT_CONDITIONS,
  RENT_MATERIALS,
  RENT_PAGES,
  RENT_PROPERTIES,
  RENT_REQUIRED,
  UNBROKEN,
} from "./rent-terms.ts";

/**
 * 租房提取住房公积金. Regulations on the Management of Housing Provident Fund (住房公积金管理条例), Art. 24 (1) no. 6: rent
 * above a set share of the household's income; Art. 25: decision within 3 days of acceptance. The amount that counts as
 * such, 3 months of unbroken contributions and no home in the city, is from the ministries' notice 建金〔2015〕19号.
 */
export const rentWithdrawal: DemoItem = {
  draft: {
    ...FUND_ITEM,
    code: "BJ-GJJ-ZFTQ-001",
    name: { zh: "租房提取住房公积金", en: "Housing-fund withdrawal for rent" },
    legalBasis: [
      { law: "住房公积金管理条例", article: "第二十四条第一款第六项" },
      { law: "住房公积金管理条例", article: "第二十五条" },
      {
        law: "住房城乡建设部 财政部 中国人民银行关于放宽提取住房公积金支付房租条件的通知（建金〔2015〕19号）",
        article: "第一条",
      },
    ],
    lifeEvents: ["HOME"],
    form: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      "x-label": said("租房提取住房公积金申请", "Application to draw from the housing fund for rent"),
      "x-pages": RENT_PAGES,
      properties: RENT_PROPERTIES,
      required: RENT_REQUIRED,
      allOf: RENT_CONDITIONS,
      additionalProperties: false,
    },
    materials: RENT_MATERIALS,
    effect: "HOUSING_FUND_RENT",
    rule: {
      samplePercent: SAMPLE_PERCENT,
      checks: [
        ...[OWN_IDENTITY, ACTIVE_ACCOUNT],
        ...[UNBROKEN, NO_HOME, HOUSEHOLD, HOUSEHOLD_RENT, LEASE_IN_FORCE, LEASE_UNREGISTERED],
        SOMETHING_TO_DRAW,
      ],
    },
  },
  rollOut: [{ region: BEIJING, stage: "GENERAL" }],
};
