import { fill, type Language, type Message } from "../../../kernel/message.ts";
import type { FarePart, FarePartKind } from "./price-ride.ts";

/** How people read the parts of a fare. An entitlement is named by its own words. */
const WORDS: Readonly<Record<FarePartKind, Message>> = {
  DISTANCE: { zh: "票价（{km} 公里）", en: "Fare for {km} km" },
  OVERSTAY: { zh: "在站内超过 {hours} 小时加收", en: "For more than {hours} hours inside" },
  WALKED_TRANSFER: {
    zh: "站外换乘：全程票价 {whole} 元，此前已计 {paid} 元，只补差额",
    en: "You changed by leaving and entering again: the whole journey is {whole} yuan, {paid} was paid before, and only the difference is charged",
  },
  CARD: { zh: "刷卡优惠：按 {percent}% 计", en: "With this card you pay {percent} %" },
  MONTH: {
    zh: "本月累计优惠：本月已满 {from} 元，按 {percent}% 计",
    en: "Discount of the month: from {from} yuan paid on, you pay {percent} %",
  },
  EARLY_BIRD: {
    zh: "低峰优惠：工作日 {until}（含）前进站，按 {percent}% 计",
    en: "Early on a working day: having entered by {until}, you pay {percent} %",
  },
  MODE_CHANGE: {
    zh: "公交地铁换乘优惠（{minutes} 分钟内）",
    en: "For having changed between bus and metro within {minutes} minutes",
  },
  SAME_STATION: {
    zh: "同站 {minutes} 分钟内进出，不收费",
    en: "Nothing for leaving within {minutes} minutes where you entered",
  },
  ENTITLEMENT: { zh: "{zh}免费乘车（{source}）", en: "Free ride: {en} ({source})" },
};

/** A part in a reader's language: why so much was charged or taken off. */
export const partText = ({ kind, values }: FarePart, language: Language): string =>
  fill(WORDS[kind], language, values);
