import type { Message } from "../../kernel/message.ts";

/** The sentences in which an act tells of its remedies. The API alone says them. */
export const REMEDY_TEXTS = {
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
    zh: "网上提交渠道本平台尚未登记，请向该机关查询。网上送达的决定依法应当同时提供该渠道（行政复议法第二十二条），登记后将在此补充告知；您也可以书面、当面或邮寄申请。",
    en: "No online channel is stated here; ask that authority for it. A decision that is served online has to come with one (Administrative Reconsideration Law, art. 22): once it is stated you read it here. You can also ask in writing, in person or by post.",
  },
  REMEDY_ONLINE_LATER: {
    zh: "作出时未提供网上提交渠道（行政复议法第二十二条），现补充告知：{online}。",
    en: "The act named no online channel (Administrative Reconsideration Law, art. 22). It has been stated since: {online}.",
  },
} as const satisfies Readonly<Record<string, Message>>;
