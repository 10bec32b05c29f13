import type { Message } from "../../kernel/message.ts";

/** The texts about legal remedies. */
export const REMEDY_MESSAGES = {
  REMEDY_ROWS_FULL: {
    zh: "最多保留 {max} 个生效日期的内容。",
    en: "A statement holds the rows of at most {max} days.",
  },
  REMEDY_DEPARTMENT_WRONG: {
    zh: "部门代码由 1 到 40 位字母、数字、点、横线或下划线组成。",
    en: "A department's code has 1 to 40 letters, digits, dots, dashes or underscores.",
  },
  REMEDY_LINK_WRONG: {
    zh: "网上渠道须为 https 开头的完整网址。",
    en: "An online channel is a whole address that begins with https.",
  },
  REMEDY_NOT_OF_GOVERNMENT: {
    zh: "机关类别和层级只能就部门填写，请同时填写部门代码。",
    en: "A kind and a level are stated of a department: give its code too.",
  },
  REMEDY_OUTSIDE_JURISDICTION: {
    zh: "该地区或部门不在您的职责范围内；一级政府的内容由负责其全部部门的人员填写。",
    en: "The region or department is outside your jurisdiction; a government's statement is for those who work for all its departments.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof REMEDY_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
