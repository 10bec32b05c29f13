import type { Message } from "../../../kernel/message.ts";

/** The texts about copies of licences. */
export const COPY_MESSAGES = {
  LICENCE_COPY_VERIFIER: {
    zh: "请指明一个使用方：已登记的合作单位（partner）或其他使用方的名称（name），二者择一。",
    en: "Name one verifier: either a registered partner (partner), or anybody else as you call them (name).",
  },
  LICENCE_COPY_PARTNER_UNKNOWN: {
    zh: "没有这一可以读取证照的合作单位，请向对方核对其编号。",
    en: "There is no such partner that reads licences; ask them for their id.",
  },
  LICENCE_COPY_UNTIL: {
    zh: "加注件的截止日须在 {from} 至 {to} 之间（含首尾；最长 90 天，且不晚于证照的截止日）。",
    en: "The last day of a copy is from {from} to {to}: at most the 90th, and not after the licence's own.",
  },
  LICENCE_COPY_USES: {
    zh: "使用次数须为 1 至 {max}。",
    en: "A copy may be used 1 to {max} times.",
  },
  LICENCE_COPIES_FULL: {
    zh: "一份证照最多可同时有 {max} 份有效的加注件。请先撤销其中一份，再分享新的。",
    en: "At most {max} copies of a licence are in force at once. Revoke one of them first, then share another.",
  },
  LICENCE_COPY_NOT_FOUND: {
    zh: "没有这一加注件，或其证照不是您的。",
    en: "There is no such copy, or its licence is not yours.",
  },
  LICENCE_COPY_UNKNOWN: {
    zh: "没有这一加注件代码，请向持证人核对。",
    en: "There is no copy with this code; ask the holder.",
  },
  LICENCE_COPY_BUSY: {
    zh: "同时提交的请求过多，本次未生效，也未计次；请稍后再试。",
    en: "Too many came at once: nothing of this one stands, nor was it counted. Try again.",
  },
  LICENCE_COPY_OTHER_VERIFIER: {
    zh: "该加注件不是提供给您的，不能使用。已记录并告知持证人。",
    en: "This copy is for another verifier. That is on record, and its holder is told.",
  },
  LICENCE_COPY_REVOKED: {
    zh: "该加注件已被持证人撤销。",
    en: "Its holder has revoked this copy.",
  },
  LICENCE_COPY_OVER: {
    zh: "该加注件的有效期已届满。",
    en: "This copy's time is over.",
  },
  LICENCE_COPY_USED_UP: {
    zh: "该加注件的使用次数已用完。",
    en: "This copy was used as often as it was shared for.",
  },
  LICENCE_COPY_SUPERSEDED: {
    zh: "该证照已有新版本，原加注件不能再使用；请持证人重新分享。",
    en: "Another version of the licence has taken the place of the one that was shared; ask the holder for another copy.",
  },
  LICENCE_COPY_LICENCE_SUSPENDED: {
    zh: "该证照已暂扣或中止，加注件不能使用。",
    en: "The licence is suspended, so no copy of it is used.",
  },
  LICENCE_COPY_LICENCE_EXPIRED: {
    zh: "该证照有效期已届满，加注件不能使用。",
    en: "The licence's time is over, so no copy of it is used.",
  },
  LICENCE_COPY_LICENCE_ENDED: {
    zh: "该证照已注销或者撤销，加注件不能使用。",
    en: "The licence was cancelled or revoked, so no copy of it is used.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof COPY_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
