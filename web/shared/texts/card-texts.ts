import type {
  TransitCardKind,
  TransitCardStatus,
  TransitFarePartKind,
  TransitMode,
  TransitTripStatus,
} from "../generated/graphql.ts";
import type { Text } from "./text.ts";
import type { Tone } from "./tone.ts";

export const CARD_KINDS: Readonly<Record<TransitCardKind, Text>> = {
  STANDARD: { zh: "普通卡", en: "Standard card" },
  STUDENT: { zh: "学生卡", en: "Student card" },
  SENIOR: { zh: "老年卡", en: "Senior card" },
  SOLDIER: { zh: "军人卡", en: "Soldier's card" },
  DISABLED_SOLDIER: { zh: "残疾军人卡", en: "Disabled soldier's card" },
  BLIND: { zh: "盲人卡", en: "Blind person's card" },
  DISABLED: { zh: "残疾人卡", en: "Disabled person's card" },
};

export const CARD_STATUSES: Readonly<Record<TransitCardStatus, Text>> = {
  ACTIVE: { zh: "使用中", en: "In use" },
  FROZEN: { zh: "已冻结", en: "Frozen" },
  REPLACED: { zh: "已换卡", en: "Replaced" },
  CLOSED: { zh: "已退卡", en: "Closed" },
};

/** A card's number as people tell cards apart. */
export const ending = (number: string): Text => ({
  zh: `尾号 ${number.slice(-4)}`,
  en: `ending in ${number.slice(-4)}`,
});

export const MODES: Readonly<Record<TransitMode, Text>> = {
  METRO: { zh: "地铁", en: "Metro" },
  BUS: { zh: "公交", en: "Bus" },
};

/** Parts of a fare that make a ride another than usual, as a list of rides shows them. */
export const FARE_MARKS: Readonly<Partial<Record<TransitFarePartKind, Text>>> = {
  OVERSTAY: { zh: "超时加收", en: "Overstay" },
  WALKED_TRANSFER: { zh: "站外换乘", en: "Changed by leaving" },
  MONTH: { zh: "月度优惠", en: "Month's discount" },
  EARLY_BIRD: { zh: "低峰优惠", en: "Early discount" },
  MODE_CHANGE: { zh: "换乘优惠", en: "Changed mode" },
  ENTITLEMENT: { zh: "免费乘车", en: "Free ride" },
};

type Status = { readonly text: Text; readonly tone: Tone; readonly means: Text };

export const TRIP_STATUSES: Readonly<Record<TransitTripStatus, Status>> = {
  OPEN: {
    text: { zh: "行程中", en: "Not ended yet" },
    tone: "wait",
    means: {
      zh: "还没有出站记录，最多等 24 小时；出站后才扣费。",
      en: "No gate has seen you leave yet. We wait for that up to 24 hours, and charge nothing before.",
    },
  },
  COMPLETED: {
    text: { zh: "已完成", en: "Completed" },
    tone: "good",
    means: { zh: "进出站都有记录。", en: "Both ends of the ride are on record." },
  },
  INCOMPLETE: {
    text: { zh: "缺一端记录", en: "One end is missing" },
    tone: "act",
    means: {
      zh: "缺少进站或出站记录，按运营单位的规定扣费。请在 30 天内联系运营单位补登，多扣的会退回卡里。",
      en: "A gate has not seen you enter or leave, so the operator's fixed fare was charged. Ask the operator within 30 days to put it in: what was charged too much goes back to your card.",
    },
  },
};
