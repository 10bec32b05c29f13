import type { Message } from "../../../kernel/message.ts";

/** The texts about entries that were refused, for the operator and for the holder. */
export const REFUSED_ENTRY_MESSAGES = {
  REFUSED_FOR_BALANCE: {
    zh: "已记录：闸机因余额不足未予放行，不产生费用。",
    en: "On record: the gate has let nobody in, for too little was on the card. It costs nothing.",
  },
  REFUSED_AS_LISTED: {
    zh: "已记录：闸机因该卡在拒收名单上未予放行，不产生费用。",
    en: "On record: the gate has let nobody in, for the card is on the list of refused cards. It costs nothing.",
  },
  REFUSED_AT_GATE: {
    zh: "已记录：闸机未予放行，不产生费用。",
    en: "On record: the gate has let nobody in. It costs nothing.",
  },
  ENTRY_REFUSED_BALANCE: {
    zh: "卡内余额不足，未能进站或乘车。请先充值再刷卡；本次没有扣费。",
    en: "There was too little on the card to let you in. Top it up and try again; nothing was charged.",
  },
  ENTRY_REFUSED_BELOW_MINIMUM: {
    zh: "卡内余额不足 {min} 元，未能进站或乘车。请先充值再刷卡；本次没有扣费。",
    en: "There were less than {min} yuan on the card. Top it up and try again; nothing was charged.",
  },
  ENTRY_REFUSED_CARD_ARREARS: {
    zh: "该卡有欠费，未能进站或乘车。请充值补足后再刷卡；本次没有扣费。",
    en: "The card was in arrears. Top it up and try again; nothing was charged.",
  },
  ENTRY_REFUSED_HOLDER_ARREARS: {
    zh: "您名下另一张卡有欠费，未能进站或乘车。请为欠费的卡充值；本次没有扣费。",
    en: "Another card of yours was in arrears. Top that one up; nothing was charged for this.",
  },
  ENTRY_REFUSED_UNCOLLECTED: {
    zh: "先乘后付的车费有 {max} 元或以上尚待扣款，未能进站或乘车。请几分钟后再试，或先充值；本次没有扣费。",
    en: "Fares of {max} yuan or more were still to be collected. Try again in a few minutes, or top the card up; nothing was charged for this.",
  },
  ENTRY_REFUSED_BLOCKED: {
    zh: "该卡已挂失、补换或注销，本次刷卡不由您付费。卡已找回的，请先解除挂失。",
    en: "The card was frozen, replaced or closed: you pay nothing for this. If you have found it, take it back into use first.",
  },
  ENTRY_REFUSED_CODE_USED: {
    zh: "该乘车码已被使用过，不能再次使用；本次没有扣费。请刷新乘车码；如不是您本人使用，请挂失该卡。",
    en: "This ride code had been used before; nothing was charged. Show a new code. If it was not you, freeze the card.",
  },
  ENTRY_REFUSED_AT_GATE: {
    zh: "闸机未予放行；本次没有扣费。请换一台闸机再刷；仍不能通过的，请向工作人员出示此记录。",
    en: "The gate did not let you in; nothing was charged. Try another gate, or show this to the staff.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof REFUSED_ENTRY_MESSAGES;
declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
