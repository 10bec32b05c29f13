import type { Scope } from "./actor.ts";
import type { Message } from "./message.ts";
import type { EnumWords } from "./service.ts";

/** How people read the values of the enums that all services share. */
export const API_WORDS = {
  Scope: {
    CONSENT_REQUEST: { zh: "请求授权", en: "Asking for consent" },
    OWN_ACCOUNTS: { zh: "自有账户", en: "Own accounts" },
    BILLS_SUBMIT: { zh: "出具账单", en: "Issuing bills" },
    BILLS_PAY: { zh: "代缴账单", en: "Paying bills" },
    PROFILE_READ: { zh: "姓名与证件号（遮盖）", en: "Name and masked number" },
    HOUSING_FUND_READ: { zh: "公积金账户", en: "Housing-fund account" },
    HOUSING_FUND_LOANS_READ: { zh: "公积金贷款", en: "Housing-fund loans" },
    UTILITIES_READ: { zh: "水电气账单", en: "Utility bills" },
    TRANSIT_OPERATE: { zh: "公共交通运营", en: "Running public transport" },
    TRANSIT_TARIFFS: { zh: "公布票价", en: "Publishing fares" },
    TRANSIT_TOP_UP: { zh: "交通卡充值", en: "Topping cards up" },
    TRANSIT_READ: { zh: "交通卡与行程", en: "Transit cards and trips" },
    APPLICATIONS_WRITE: { zh: "代办申请", en: "Applying in your name" },
    APPLICATIONS_READ: { zh: "申请与办理结果", en: "Applications and decisions" },
    LICENCES_VERIFY: { zh: "核验电子证照", en: "Verifying licences" },
    LICENCE_CODES: { zh: "读取出示的电子证照", en: "Reading licences that are shown" },
  },
  Role: {
    PARTNER_MANAGER: { zh: "合作企业管理", en: "Partner manager" },
    CATALOGUE_EDITOR: { zh: "事项编辑", en: "Catalogue editor" },
    TREASURER: { zh: "资金管理", en: "Treasurer" },
    ACCEPTOR: { zh: "受理人员", en: "Acceptor" },
    REVIEWER: { zh: "审查人员", en: "Reviewer" },
    INSPECTOR: { zh: "检查人员", en: "Inspector" },
    DECIDER: { zh: "决定人员", en: "Decider" },
    ISSUER: { zh: "送达人员", en: "Issuer" },
    SUPERVISOR: { zh: "监督人员", en: "Supervisor" },
    AUDITOR: { zh: "审计人员", en: "Auditor" },
    WINDOW_CLERK: { zh: "窗口人员", en: "Window clerk" },
    HALL_MANAGER: { zh: "大厅管理", en: "Hall manager" },
    REGISTRAR: { zh: "登记人员", en: "Registrar" },
  },
  Caller: {
    ANONYMOUS: { zh: "未登录者", en: "Not signed in" },
    CITIZEN: { zh: "公民", en: "Citizen" },
    OFFICER: { zh: "工作人员", en: "Officer" },
    PARTNER: { zh: "合作企业", en: "Partner" },
  },
  Mode: {
    LIVE: { zh: "正式", en: "Live" },
    TEST: { zh: "测试", en: "Test" },
  },
  Language: {
    ZH: { zh: "中文", en: "Chinese" },
    EN: { zh: "英文", en: "English" },
  },
} as const satisfies EnumWords;

/** How people read a list of scopes. */
export const scopeNames = (scopes: readonly Scope[]): Message => ({
  zh: scopes.map((scope) => API_WORDS.Scope[scope].zh).join("、"),
  en: scopes.map((scope) => API_WORDS.Scope[scope].en).join(", "),
});

/** The data or the acts that a scope opens, for the person who is asked for it. */
export const SCOPE_DESCRIPTIONS = {
  CONSENT_REQUEST: {
    zh: "向公民请求授权，并查询请求的结果。",
    en: "Ask citizens for their consent, and follow these requests.",
  },
  OWN_ACCOUNTS: {
    zh: "查看企业自己在平台上的账户和流水。",
    en: "The partner's own accounts with the platform and their statements.",
  },
  BILLS_SUBMIT: { zh: "作为收费单位出具账单。", en: "Issuing bills as a biller." },
  BILLS_PAY: {
    zh: "查询应缴金额，并从企业的预存账户代为缴费。",
    en: "Looking up what is due, and paying it from the partner's prefunded account.",
  },
  PROFILE_READ: {
    zh: "您的姓名，以及遮盖了出生日期等部分的身份证号。",
    en: "Your name, and your identity number with most of it hidden.",
  },
  HOUSING_FUND_READ: {
    zh: "您的公积金账户、余额、缴存记录、利息和提取。",
    en: "Your housing-fund account: its balance, contributions, interest and withdrawals.",
  },
  HOUSING_FUND_LOANS_READ: {
    zh: "您的公积金贷款及还款计划。",
    en: "Your housing-fund loans with their instalment plans.",
  },
  UTILITIES_READ: {
    zh: "您绑定的水电气户号、账单和全年用量。",
    en: "Your utility accounts, their bills and yearly usage.",
  },
  TRANSIT_OPERATE: {
    zh: "运营地铁或公交：发卡、上传刷卡记录、更正行程。",
    en: "Running metro or buses: handing out cards, uploading taps, correcting trips.",
  },
  TRANSIT_TARIFFS: {
    zh: "作为公共交通运营单位拟定票价，经复核后公布。",
    en: "Proposing the fares of a transit operator, which are published once they were agreed to.",
  },
  TRANSIT_TOP_UP: {
    zh: "从企业的预存账户为交通卡充值。",
    en: "Putting money on transit cards from the partner's prefunded account.",
  },
  TRANSIT_READ: { zh: "您的交通卡、余额和行程。", en: "Your transit cards, their balances and trips." },
  APPLICATIONS_WRITE: {
    zh: "代您申请办理政务服务事项；每件申请提交前须由您本人确认。",
    en: "Making applications for service items in your name; you confirm each that moves money or a licence.",
  },
  APPLICATIONS_READ: {
    zh: "您的政务服务申请及其办理结果。",
    en: "Your applications for service items, and what was decided.",
  },
  LICENCES_VERIFY: {
    zh: "您的电子证照：种类、编号、状态、有效期，以及证照上最基本的内容。",
    en: "Your electronic licences: type, number, status, end, and the least of what each says.",
  },
  LICENCE_CODES: {
    zh: "读取持有人在企业窗口出示的电子证照。",
    en: "Reading electronic licences that their holders show at the partner's counters.",
  },
} as const satisfies Record<Scope, Message>;

/** The same for the partner that asks for a scope: where the person is spoken to above, they are spoken of here. */
export const SCOPE_OPENINGS: Readonly<Record<Scope, Message>> = {
  ...SCOPE_DESCRIPTIONS,
  PROFILE_READ: {
    zh: "市民的姓名，以及遮盖了出生日期等部分的身份证号。",
    en: "A person's name, and their identity number with most of it hidden.",
  },
  HOUSING_FUND_READ: {
    zh: "市民的公积金账户、余额、缴存记录、利息和提取。",
    en: "A person's housing-fund account: its balance, contributions, interest and withdrawals.",
  },
  HOUSING_FUND_LOANS_READ: {
    zh: "市民的公积金贷款及还款计划。",
    en: "A person's housing-fund loans with their instalment plans.",
  },
  UTILITIES_READ: {
    zh: "市民绑定的水电气户号、账单和全年用量。",
    en: "A person's utility accounts, their bills and yearly usage.",
  },
  TRANSIT_READ: {
    zh: "市民的交通卡、余额和行程。",
    en: "A person's transit cards, their balances and trips.",
  },
  APPLICATIONS_WRITE: {
    zh: "为企业自己，或经市民同意代市民申请政务服务事项；涉及资金或证照的须由市民本人确认。",
    en: "Applying for service items: for the enterprise itself, and for citizens who consented; they confirm each that moves money or a licence.",
  },
  APPLICATIONS_READ: {
    zh: "企业自己的，或经市民同意的市民的政务服务申请及其办理结果。",
    en: "Applications for service items and what was decided: the enterprise's own, and those of citizens who consented.",
  },
  LICENCES_VERIFY: {
    zh: "市民的电子证照：种类、编号、状态、有效期，以及证照上最基本的内容。",
    en: "A person's electronic licences: type, number, status, end, and the least of what each says.",
  },
};
