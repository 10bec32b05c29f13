import type { Message } from "../../kernel/message.ts";

/** The texts about what stops a case's clock, about what ends it, and about where it goes on. */
export const CLOCK_MESSAGES = {
  ANSWER_PAUSED_HEARING: {
    zh: "正在听证，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "A hearing is held; its time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_TENDER: {
    zh: "正在招标，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "Tenders are invited; their time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_AUCTION: {
    zh: "正在拍卖，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "An auction is held; its time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_INSPECTION: {
    zh: "正在检验，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "Goods are being inspected; that time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_TESTING: {
    zh: "正在检测，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "A test is under way; its time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_QUARANTINE: {
    zh: "正在检疫，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "It is in quarantine; that time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_APPRAISAL: {
    zh: "正在鉴定，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "An appraisal is under way; its time does not count (Administrative Licensing Law, art. 45).",
  },
  ANSWER_PAUSED_UNTIL: {
    zh: "预计至 {until}；届时恢复计时，原来的期限相应顺延。",
    en: "It is expected to take until {until}; then the clock goes on, and the limits move by as many working days.",
  },
  UNDECIDED_GRANTED: {
    zh: "如至 {after} 许可有效期届满仍未作出决定，视为准予延续（行政许可法第五十条）。",
    en: "If nobody has decided when the licence ends on {after}, its renewal counts as granted (Administrative Licensing Law, art. 50).",
  },
  UNDECIDED_RESTS: {
    zh: "因未在规定的期限内提出，许可有效期于 {after} 届满后不得继续从事该活动（经营的须暂停），准予延续后方可恢复。",
    en: "It was asked for later than the rules want: nobody may go on once the licence ends on {after}, and a business has to rest, until its renewal is granted.",
  },
  UNDECIDED_RESTS_PUT_RIGHT_LATE: {
    zh: "因许可有效期于 {after} 届满后才补正，不得继续从事该活动（经营的须暂停），准予延续后方可恢复。",
    en: "It was put right only after the licence had ended on {after}: nobody may go on, and a business has to rest, until its renewal is granted.",
  },
  TRANSFER_TO_SAME_PLACE: {
    zh: "本件已由该部门、该地区办理，请选择另一个部门或地区。",
    en: "That department handles it in that region already; choose another one.",
  },
  DEPARTMENT_UNKNOWN: {
    zh: "该省（市）没有这个部门。",
    en: "There is no such department in that province.",
  },
  ITEM_NOT_IN_REGION: {
    zh: "该事项不在这个地区办理。",
    en: "The item is not offered in that region.",
  },
  PAUSE_END_OUT_OF_RANGE: {
    zh: "预计结束日期须在 {from} 至 {to} 之间。",
    en: "The expected end has to lie between {from} and {to}.",
  },
  ANSWER_PAUSED_EXPERT_REVIEW: {
    zh: "正在专家评审，所需时间不计入办理期限（行政许可法第四十五条）。",
    en: "Experts review it; their time does not count (Administrative Licensing Law, art. 45).",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof CLOCK_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
