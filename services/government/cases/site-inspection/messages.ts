import type { Message } from "../../../kernel/message.ts";

/** The texts about inspections on the site of an application. */
export const SITE_INSPECTION_MESSAGES = {
  TWO_INSPECTORS: {
    zh: "现场核查须指派两名不同的人员（行政许可法第三十四条）。",
    en: "An inspection takes two persons, and not one twice (Administrative Licensing Law, art. 34).",
  },
  POINT_UNKNOWN: { zh: "核查清单没有 {name} 这一项。", en: "The checklist has no point {name}." },
  POINT_TWICE: { zh: "{name} 重复填写。", en: "The point {name} is named twice." },
  NOTE_NEEDED: {
    zh: "不符合的项目须说明所见情况。",
    en: "Say what was seen where a point is not met.",
  },
  INSPECTION_UNDER_WAY: {
    zh: "现场核查进行中，两名核查人员签字后可查看结果。",
    en: "The inspection is under way; you can read what was found once both inspectors have signed.",
  },
  INSPECTION_PASSED: {
    zh: "现场核查通过：{all} 项全部符合。",
    en: "The inspection was passed: all {all} points are met.",
  },
  INSPECTION_PASSED_WITH_FAULTS: {
    zh: "现场核查通过：{all} 项中 {met} 项符合；请改进：{faults}。",
    en: "The inspection was passed: {met} of {all} points are met; to be improved: {faults}.",
  },
  INSPECTION_FAILED: {
    zh: "现场核查未通过：{all} 项中 {met} 项符合；不符合：{faults}。",
    en: "The inspection was not passed: {met} of {all} points are met; not met: {faults}.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof SITE_INSPECTION_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
