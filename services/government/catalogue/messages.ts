import type { Message } from "../../api/message-texts.ts";

/** What people read about pilots. `{gaps}` are filled from the refusal. */
export const ROLL_OUT_MESSAGES = {
  ITEM_IN_PILOT: {
    zh: "该事项正在此地区试点，暂只对部分申请人开放，您尚不在试点范围内。",
    en: "This item is in pilot in this region, for some applicants only; you are not among them yet.",
  },
  LIMITS_WITHOUT_PILOT: {
    zh: "只有试点（PILOT）可以限定范围。",
    en: "Only a pilot (PILOT) is limited to a share or to partners.",
  },
  SHARE_OUT_OF_RANGE: {
    zh: "试点比例为 0 至 100 的整数。",
    en: "The share of a pilot is a whole number from 0 to 100.",
  },
  NO_SUCH_PARTNER: { zh: "没有此合作方（{partner}）。", en: "There is no partner {partner}." },
} as const satisfies Readonly<Record<string, Message>>;
