import type { Message } from "../../kernel/message.ts";

/** The texts about development zones. */
export const REGION_MESSAGES = {
  ZONE_CODE_WRONG: {
    zh: "代码须为六位数字：前四位是所在地级行政区（直辖市为市辖区）的代码，后两位为 57 至 80，这是行政区划代码没有使用的号段。",
    en: "A code has six digits: the first four are those of the prefecture, or of the municipality's districts; the last two are 57 to 80, which GB/T 2260 does not use.",
  },
  ZONE_CODE_TAKEN: {
    zh: "该代码已是行政区划代码。",
    en: "This code is that of an administrative division.",
  },
  ZONE_PARENT_WRONG: {
    zh: "上级地区须为代码前四位所指的地级行政区或直辖市：{parent}。",
    en: "The region that it lies in has to be the one that the first four digits name: {parent}.",
  },
  ZONE_ENDS_BEFORE: {
    zh: "失效日期不能早于生效日期。",
    en: "A zone cannot end before it begins.",
  },
  ZONES_FULL: {
    zh: "最多登记 {max} 个开发区。",
    en: "So many zones at most can be on record: {max}.",
  },
  ZONE_OUTSIDE_JURISDICTION: {
    zh: "该地区不在您的职责范围内；开发区由负责上级地区全部部门的督办人员登记。",
    en: "The region is outside your jurisdiction; a zone is recorded by a supervisor who works for all departments of the region that it lies in.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof REGION_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
