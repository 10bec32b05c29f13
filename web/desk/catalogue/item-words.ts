import type {
  ApprovalEffect,
  Audience,
  DayKind,
  Handling,
  HeldRecord,
  LicenceAct,
  LicenceOwner,
  RollOutStage,
  RuleOtherwise,
  ServiceChannel,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const STAGES: Readonly<Record<RollOutStage, Text>> = {
  OFF: { zh: "关闭", en: "off" },
  PILOT: { zh: "试点", en: "in pilot" },
  GENERAL: { zh: "正式", en: "for everybody" },
};

export const AUDIENCES: Readonly<Record<Audience, Text>> = {
  NATURAL_PERSON: { zh: "个人", en: "People" },
  LEGAL_PERSON: { zh: "企业", en: "Enterprises" },
};

export const HANDLINGS: Readonly<Record<Handling, Text>> = {
  ORDINARY: { zh: "由一个部门办理", en: "By one department" },
  JOINT: {
    zh: "联合办理（法定最长 45 个工作日）",
    en: "Jointly by several departments (45 working days at most)",
  },
};

export const CHANNELS: Readonly<Record<ServiceChannel, Text>> = {
  ONLINE: { zh: "网上", en: "Online" },
  HALL: { zh: "政务服务大厅", en: "At a service hall" },
  SELF_SERVICE: { zh: "自助终端", en: "At a kiosk" },
  POST: { zh: "邮寄", en: "By post" },
};

export const LICENCE_OWNERS: Readonly<Record<LicenceOwner, Text>> = {
  OWN: { zh: "申请人本人或者本单位", en: "The applicant's own" },
  HOUSEHOLD: { zh: "家庭成员（经其同意）", en: "A household member's, by their consent" },
};

export const HELD: Readonly<Record<HeldRecord, Text>> = {
  HOUSING_FUND_ACCOUNT: { zh: "公积金账户", en: "Housing-fund account" },
  HOUSING_FUND_CONTRIBUTIONS: { zh: "公积金缴存记录", en: "Housing-fund contributions" },
  HOUSING_FUND_LOANS: { zh: "公积金贷款", en: "Housing-fund loans" },
};

export const DAY_KINDS: Readonly<Record<DayKind, Text>> = {
  WORKING: { zh: "工作日", en: "Working days" },
  CALENDAR: { zh: "自然日", en: "Calendar days" },
};

/** The acts of a decision on an electronic licence. */
export const LICENCE_ACTS: Readonly<Record<LicenceAct, Text>> = {
  ISSUE: { zh: "颁发", en: "Issue" },
  CHANGE: { zh: "变更", en: "Change" },
  RENEW: { zh: "延续", en: "Renew" },
  REISSUE: { zh: "补领、换领", en: "Reissue" },
  SUSPEND: { zh: "暂扣、中止", en: "Suspend" },
  RESUME: { zh: "恢复", en: "Resume" },
  CANCEL: { zh: "注销", en: "Cancel" },
};

export const OTHERWISE: Readonly<Record<RuleOtherwise, Text>> = {
  REJECT: { zh: "不予批准", en: "It is refused" },
  ROUTE: { zh: "转人工决定", en: "A person decides" },
};

export const EFFECTS: Readonly<Record<ApprovalEffect, Text>> = {
  HOUSING_FUND_RENT: { zh: "付出租房提取的公积金", en: "Pays out what may be drawn for rent" },
  HOUSING_FUND_RETIREMENT: {
    zh: "付出公积金全部余额并销户",
    en: "Pays out the housing-fund account, and closes it",
  },
  HOUSING_FUND_LOAN_REPAYMENT: {
    zh: "付出还贷提取的公积金",
    en: "Pays out what may be drawn for a year's instalments",
  },
  HOUSING_FUND_RENT_ORDER: {
    zh: "此后按约定为租房定期提取公积金",
    en: "Draws for rent again and again, as the rule allows each time",
  },
  HOUSING_FUND_LOAN_REPAYMENT_ORDER: {
    zh: "此后按约定为还贷定期提取公积金",
    en: "Draws for a home loan again and again, as the rule allows each time",
  },
  LICENCE: { zh: "办理一种电子证照（见下）", en: "Acts on an electronic licence, as said below" },
};

/** The roles that can take a step, as the schema names them. */
export const STEP_ROLES: Readonly<Record<string, Text>> = {
  acceptor: { zh: "受理", en: "Acceptor" },
  reviewer: { zh: "审查", en: "Reviewer" },
  inspector: { zh: "检查", en: "Inspector" },
  decider: { zh: "决定", en: "Decider" },
  issuer: { zh: "送达", en: "Issuer" },
};
