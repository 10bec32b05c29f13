import type { Message } from "../../../kernel/message.ts";

/** The texts about licences of other regions that somebody shows for a material; why one does not count is in trust/messages.ts. */
export const RECOGNITION_MESSAGES = {
  FOREIGN_WAY_UNCLEAR: {
    zh: "code 和 presentation 须填且只填一项。",
    en: "State either code or presentation, and not both.",
  },
  MATERIAL_WITHOUT_LICENCE: {
    zh: "此项材料不能用证照代替。",
    en: "No licence takes the place of this material.",
  },
  FOREIGN_LICENCE_UNREADABLE: {
    zh: "出示的内容不是可识别的电子证照，请在手机上重新出示。",
    en: "This is no electronic licence that can be read; show it again on the phone.",
  },
  OTHER_LICENCE_ASKED_FOR: {
    zh: "{licence}（{issuer}颁发）未能采用：它对应本地的“{own}”，而此项材料要求的是另一种证照。",
    en: "{licence}, issued by {issuer}, was not used: it stands for the {own} of this region, and this material is another licence.",
  },
  FOREIGN_HOLDER_UNTOLD: {
    zh: "{licence}（{issuer}颁发）未能采用：它没有出示持证人的证件号码或统一社会信用代码，无法确认属于申请人。请出示含该项内容的证照。",
    en: "{licence}, issued by {issuer}, was not used: it does not tell its holder's number, so that it may be anybody's. Show it with the number.",
  },
  FOREIGN_HOLDER_OTHER: {
    zh: "{licence}（{issuer}颁发）未能采用：持证人不是申请人。",
    en: "{licence}, issued by {issuer}, was not used: its holder is not the one who applies.",
  },
  FOREIGN_PLATFORM_NOT_CONNECTED: {
    zh: "本平台尚未与{region}的平台联通，不能凭证照码核验。请在手机上出示证照，或提交纸质材料。",
    en: "This platform is not connected to that of {region}, so no code is read. Show the licence itself on the phone, or hand in the paper.",
  },
  FOREIGN_PLATFORM_SILENT: {
    zh: "{region}的平台没有给出可用的答复，未能采用该证照。请让持证人重新出示证照码，稍后再试。",
    en: "The platform of {region} gave no answer that could be used, so the licence was not. Have its holder show another code a little later.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof RECOGNITION_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
