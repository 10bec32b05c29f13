import type { Message } from "../../kernel/message.ts";

/** The texts about licences. */
export const LICENCE_MESSAGES = {
  LICENCE_FOR_ENTERPRISES: {
    zh: "许可证只发给企业，请以企业名义申请（for.enterprise）。",
    en: "The licence is an enterprise's; apply in its name (for.enterprise).",
  },
  CREDIT_CODE_OF_ANOTHER: {
    zh: "统一社会信用代码与申请企业不一致。",
    en: "This is not the credit code of the enterprise that applies.",
  },
  PREMISES_REGION_UNKNOWN: { zh: "没有这一行政区划代码。", en: "There is no region of this code." },
  LICENCE_FORM_UNFIT: {
    zh: "申请表缺少证照须载明的内容，不能发证。",
    en: "The form lacks something that the licence has to say, so none can be issued.",
  },
  LICENCE_NUMBERS_USED_UP: {
    zh: "本区此类业态的许可证编号已用完。",
    en: "All numbers for this form of business in this region are given out.",
  },
  LICENCE_NOT_HELD: {
    zh: "没有本企业持有的、由本部门核发的这一编号的许可证，请核对编号。",
    en: "The enterprise holds no licence of this number from this department; check the number.",
  },
  LICENCE_ENDED: {
    zh: "该许可证已注销或撤销。",
    en: "This licence was cancelled or revoked.",
  },
  RENEWAL_TOO_EARLY: {
    zh: "延续申请自 {date} 起受理（有效期届满前 90 个工作日，食品经营许可和备案管理办法第三十二条）。",
    en: "Renewal can be applied for from {date} on, 90 working days before the licence ends (Measures for food-business licences, art. 32).",
  },
  RENEWAL_TOO_LATE: {
    zh: "许可证有效期已于 {date} 届满，不能延续，请重新申请。",
    en: "The licence ended on {date} and can no longer be renewed; apply for a new one.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof LICENCE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
