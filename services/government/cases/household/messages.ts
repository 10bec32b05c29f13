import { NUMBER_REFUSED } from "../../../field/identity-problems.ts";
import type { Message } from "../../../kernel/message.ts";

/** The texts about licences of members of a household. */
export const HOUSEHOLD_MESSAGES = {
  MATERIAL_NOT_OF_HOUSEHOLD: {
    zh: "此项材料不能由家庭成员的证照免交。",
    en: "No licence of a household member stands for this material.",
  },
  MEMBER_NUMBER_INVALID: { zh: NUMBER_REFUSED.zh, en: NUMBER_REFUSED.en },
  MEMBER_IS_SUBJECT: {
    zh: "这是申请人本人，请填写家庭成员。",
    en: "This is the applicant; name a member of the household.",
  },
  MEMBER_HAS_ANSWERED: {
    zh: "该家庭成员已就此项材料作出答复，不能再次询问。",
    en: "This member has answered for this material, and is not asked again.",
  },
  TOO_MANY_MEMBERS_ASKED: {
    zh: "一件申请最多询问 {max} 次家庭成员。",
    en: "Members of a household are asked {max} times at most for one application.",
  },
  MEMBER_ASK_CLOSED: {
    zh: "此项询问已不能答复或撤回：申请已提交，或者您已拒绝。",
    en: "This can no longer be answered or withdrawn: the application was handed in, or you have refused.",
  },
  MEMBER_ASK_NOT_FOUND: { zh: "没有这项询问。", en: "There is no such request." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof HOUSEHOLD_MESSAGES;

declare module "../../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
