import type { Message } from "../../kernel/message.ts";

/** The texts about legal remedies. */
export const REMEDY_MESSAGES = {
  REMEDY_TOLD: {
    zh: "如不服，可自收到之日起 {days} 日内（{servedOn} 收到的，至 {until} 止）向{authority}申请行政复议（行政复议法第二十条、{article}）。",
    en: "Against this you can ask for administrative reconsideration: at the {authority}, within {days} days of receiving it (until {until} if you received it on {servedOn}; Administrative Reconsideration Law, art. 20; {article}).",
  },
  REMEDY_NOT_TOLD: {
    zh: "作出时未告知救济途径，期限因此延长：如不服，可自知道可以向{authority}申请行政复议之日起 60 日内申请，最迟至 {until}（行政复议法第二十条第三款、{article}）。",
    en: "You were not told of your remedies, so there is more time: you can ask for administrative reconsideration at the {authority} within 60 days of learning that you can, until {until} at the latest (Administrative Reconsideration Law, art. 20; {article}).",
  },
  REMEDY_DELAY: {
    zh: "逾期未作决定的，可在 {until} 前向{authority}申请行政复议（行政复议法第二十三条第一款第三项、{article}）；须先申请复议，对复议结果不服的再向人民法院起诉。",
    en: "The decision is overdue: you can ask for administrative reconsideration at the {authority} until {until} (Administrative Reconsideration Law, art. 23 (1) no. 3; {article}). Only after that can you go to court.",
  },
  REMEDY_COURT: {
    zh: "也可以在 {months} 个月内（至 {actionUntil} 止）直接向{court}提起行政诉讼（行政诉讼法第四十六条）。",
    en: "Or you can sue at {court} within {months} months, until {actionUntil} (Administrative Litigation Law, art. 46).",
  },
  REMEDY_COURT_NOT_TOLD: {
    zh: "也可以自知道起诉期限之日起 {months} 个月内直接向{court}提起行政诉讼，最迟至 {actionUntil}（法释〔2018〕1号第六十四条）。",
    en: "Or you can sue at {court} within {months} months of learning of that limit, until {actionUntil} at the latest (Supreme People's Court, Fashi [2018] No. 1, art. 64).",
  },
  REMEDY_AFTER: {
    zh: "申请复议后，可在收到复议决定书之日或者复议期满未作决定之日起 {after} 日内起诉（行政诉讼法第四十五条）。",
    en: "After a reconsideration you can sue within {after} days of its answer, or of the end of its limit where none came (Administrative Litigation Law, art. 45).",
  },
  REMEDY_OR_ELSE: {
    zh: "也可以向{name}申请行政复议。",
    en: "You can ask {name} for reconsideration instead.",
  },
  REMEDY_STATE_COUNCIL: {
    zh: "对该复议决定不服的，也可以向国务院申请裁决（行政复议法第二十六条）。",
    en: "Against the answer you can also ask the State Council for a ruling (Administrative Reconsideration Law, art. 26).",
  },
  REMEDY_ADDRESS: { zh: "地址：{address}。", en: "Address: {address}." },
  REMEDY_TELEPHONE: { zh: "电话：{telephone}。", en: "Telephone: {telephone}." },
  REMEDY_ONLINE: { zh: "网上提交：{online}。", en: "Online: {online}." },
  REMEDY_ONLINE_UNKNOWN: {
    zh: "网上提交渠道本平台尚未登记，请向该机关查询。",
    en: "No online channel is stated here; ask that authority for it.",
  },
  REMEDY_ROWS_FULL: {
    zh: "最多保留 {max} 个生效日期的内容。",
    en: "A statement holds the rows of at most {max} days.",
  },
  REMEDY_DEPARTMENT_WRONG: {
    zh: "部门代码由 1 到 40 位字母、数字、点、横线或下划线组成。",
    en: "A department's code has 1 to 40 letters, digits, dots, dashes or underscores.",
  },
  REMEDY_LINK_WRONG: {
    zh: "网上渠道须为 https 开头的完整网址。",
    en: "An online channel is a whole address that begins with https.",
  },
  REMEDY_NOT_OF_GOVERNMENT: {
    zh: "机关类别和层级只能就部门填写，请同时填写部门代码。",
    en: "A kind and a level are stated of a department: give its code too.",
  },
  REMEDY_OUTSIDE_JURISDICTION: {
    zh: "该地区或部门不在您的职责范围内；一级政府的内容由负责其全部部门的人员填写。",
    en: "The region or department is outside your jurisdiction; a government's statement is for those who work for all its departments.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof REMEDY_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
