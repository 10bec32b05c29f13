import type { Message } from "../../kernel/message.ts";

/** The texts about inspections at random. */
export const INSPECTION_MESSAGES = {
  PERIOD_INVALID: {
    zh: "检查期间须自今日或以后开始，且结束不早于开始。",
    en: "The period begins today or later, and ends no earlier than it begins.",
  },
  COUNT_OR_PERCENT: {
    zh: "抽取数量和比例须填其一。",
    en: "Give a number or a share of what is to be drawn: one of the two.",
  },
  COUNT_OUT_OF_RANGE: { zh: "应为 1 至 {max}。", en: "This has to be from 1 to {max}." },
  NOTHING_TO_INSPECT: {
    zh: "该部门在此地区没有有效的许可证可供抽取。",
    en: "The department has no valid licence in this region to draw from.",
  },
  PLAN_OUTSIDE_JURISDICTION: {
    zh: "该地区或部门不在您的职责范围内。",
    en: "This region or department is outside your jurisdiction.",
  },
  ROLL_TOO_LARGE: {
    zh: "检查人员名录超过 {max} 人，无法抽取。",
    en: "There are more than {max} inspectors on the roll, too many to draw from.",
  },
  FRAME_TOO_LARGE: {
    zh: "可抽取的许可证超过 {max} 件，请按区分别抽取。",
    en: "There are more than {max} licences to draw from; draw county by county.",
  },
  NOT_ENOUGH_INSPECTORS: {
    zh: "许可证 {licence} 没有两名可以检查的人员，请先补充名录。",
    en: "Nobody, or only one, may inspect the holder of licence {licence}; more inspectors have to be on the roll.",
  },
  INSPECTION_NOT_FOUND: {
    zh: "没有由您承担的这一检查。",
    en: "There is no such inspection that you were drawn for.",
  },
  PLANNED_INSPECTION_NOT_FOUND: {
    zh: "您职责范围内没有这一检查。",
    en: "There is no such inspection in your jurisdiction.",
  },
  NOT_DRAWN_FOR_IT: {
    zh: "该人员不是这一检查的两名检查人员之一。",
    en: "This officer is not one of the two who inspect here.",
  },
  REDRAWN_TOO_OFTEN: {
    zh: "这一检查已重新抽取检查人员 {max} 次，不能再抽取。",
    en: "Other inspectors were drawn for this inspection {max} times already; it cannot be done again.",
  },
  NOT_BEFORE: { zh: "{date} 起方可检查。", en: "It is not inspected before {date}." },
  DEADLINE_NEEDED: { zh: "责令改正须设定期限。", en: "Say by when it has to be put right." },
  DEADLINE_NOT_FITTING: {
    zh: "改正期限须在今日之后，且仅用于责令改正。",
    en: "A deadline lies behind today, and only goes with an order to put something right.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof INSPECTION_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
