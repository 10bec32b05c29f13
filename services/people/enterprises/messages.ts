import { NUMBER_REFUSED } from "../../field/identity-problems.ts";
import type { Message } from "../../kernel/message.ts";

/** The texts about authorities to act. */
export const ENTERPRISE_MESSAGES = {
  ID_NUMBER_INVALID: NUMBER_REFUSED,
  OFFICERS_OWN_MATTER: {
    zh: "工作人员不得办理与本人有关的事项；未登记本人身份的也不能办理。",
    en: "Officers have no hand in their own matters; nor has one whose own identity is not on record.",
  },
  NOT_AN_ITEM_CODE: { zh: "不是有效的事项编码。", en: "This is no code of a service item." },
  AUTHORITY_TERM: {
    zh: "授权期限须自今日起，最迟至 {max}。",
    en: "An authority holds until a day from today on, {max} at the latest.",
  },
  TOO_MANY_AUTHORITIES: {
    zh: "对同一代理人有效的授权过多，请先撤销部分授权。",
    en: "Too many authorities of this agent are in force; revoke some of them first.",
  },
  AGENT_IS_PRINCIPAL: {
    zh: "代理人不能是委托人本人。",
    en: "The agent is somebody else than the principal.",
  },
  AGENT_UNDER_AGE: {
    zh: "代理人未满十八周岁，不能代他人办理；已登记以自己的劳动收入为主要生活来源的，可凭书面委托到窗口办理（民法典第十七条至第二十条）。",
    en: "The agent is under 18 and cannot act for others; for one on record as living on their own labour, a window keeps a written authority (Civil Code, arts. 17 to 20).",
  },
  PRINCIPAL_UNDER_AGE: {
    zh: "委托人未满十八周岁，不能自行委托他人；由其父母或其他监护人到窗口登记后代为办理（民法典第十九条、第二十条、第二十三条）。",
    en: "The principal is under 18 and cannot let others act. A parent or another guardian acts for them, once a window has recorded that (Civil Code, arts. 19, 20, 23).",
  },
  REPRESENTATIVE_UNDER_AGE: {
    zh: "法定代表人须具有完全民事行为能力，此人未满十八周岁（市场主体登记管理条例第十二条）。",
    en: "A legal representative has full legal capacity; this person is under 18 (Regulations on the registration of market entities, art. 12).",
  },
  GUARDIAN_IS_WARD: {
    zh: "监护人不能是未成年人本人。",
    en: "The guardian is somebody else than the minor.",
  },
  GUARDIAN_UNDER_AGE: {
    zh: "监护人未满十八周岁，不能担任监护人（民法典第二十七条）。",
    en: "The guardian is under 18 and cannot be one (Civil Code, art. 27).",
  },
  GUARDIAN_NOT_PRESENT: {
    zh: "登记监护关系须监护人本人到窗口。",
    en: "The guardian has to be at the window themselves.",
  },
  WARD_OF_AGE: {
    zh: "此人已具有完全民事行为能力，不需要监护人代为办理（民法典第十八条）。",
    en: "This person has full legal capacity and acts for themselves (Civil Code, art. 18).",
  },
  BIRTH_NEEDED: {
    zh: "证件号码不含出生日期，请按证件填写出生日期。",
    en: "The number does not tell the birth date; write it as the card has it.",
  },
  BIRTH_KNOWN_OTHERWISE: {
    zh: "出生日期与证件号码或已登记的不一致，请核对。",
    en: "The number, or a record, tells another birth date; check it.",
  },
  MINOR_NOT_PRESENT: {
    zh: "须未成年人本人到窗口。",
    en: "The minor has to be at the window themselves.",
  },
  TOO_YOUNG_FOR_OWN_LABOUR: {
    zh: "未满十六周岁，不能以自己的劳动收入视为完全民事行为能力人（民法典第十八条第二款）。",
    en: "Nobody under 16 counts as an adult by the income of their own labour (Civil Code, art. 18 (2)).",
  },
  GUARDIANSHIP_NOT_FOUND: {
    zh: "没有这项有效的监护登记。",
    en: "No such guardianship is in force.",
  },
  AGENT_NOT_PRESENT: {
    zh: "代理人或委托人须本人到窗口。",
    en: "The agent, or the principal, has to be at the window themselves.",
  },
  REPRESENTATIVE_NOT_PRESENT: {
    zh: "此类授权须由法定代表人本人到窗口，或由其本人登录办理。",
    en: "For this matter the legal representative has to be at the window, or to grant the authority by their own sign-in.",
  },
  ENTERPRISE_NOT_FOUND: {
    zh: "没有由您担任法定代表人的此企业。",
    en: "There is no such enterprise whose legal representative would be you.",
  },
  AUTHORITY_NOT_FOUND: { zh: "没有这项授权。", en: "There is no such authority." },
  ONE_SUBJECT: {
    zh: "企业和个人须且只能指定一个。",
    en: "Name an enterprise or a person, one of the two.",
  },
  NOT_AUTHORISED: {
    zh: "您不能代其办理此事项。",
    en: "You may not act for them in this item.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof ENTERPRISE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
