import { NUMBER_REFUSED } from "../../field/identity-problems.ts";
import type { Message } from "../../kernel/message.ts";

/** The texts about service halls. */
export const HALL_MESSAGES = {
  HALL_NOT_FOUND: { zh: "没有这个办事大厅。", en: "There is no such service hall." },
  HALL_CODE_INVALID: {
    zh: "大厅编码为 3 至 30 位大写字母、数字和连字符。",
    en: "A hall's code is 3 to 30 capital letters, digits and hyphens.",
  },
  HOURS_INVALID: {
    zh: "时间须写作 09:00，最晚 24:00，且开始早于结束。",
    en: "Times are written as 09:00, up to 24:00, and the first is before the second.",
  },
  HOURS_OVERLAP: { zh: "同一天的开放时段不能重叠。", en: "Hours of one day may not overlap." },
  NUMBER_OUT_OF_RANGE: { zh: "须在 {min} 至 {max} 之间。", en: "It has to be from {min} to {max}." },
  QUEUE_LETTER_INVALID: { zh: "队列用一个大写字母表示。", en: "A queue's letter is one capital letter." },
  QUEUE_UNKNOWN: { zh: "该大厅没有这个队列。", en: "The hall has no such queue." },
  WINDOW_CODE_INVALID: {
    zh: "窗口编号为 1 至 4 位大写字母或数字。",
    en: "A window's code is 1 to 4 capital letters or digits.",
  },
  WINDOW_UNKNOWN: { zh: "该大厅没有这个窗口。", en: "The hall has no such window." },
  TOO_FEW: { zh: "至少 {min} 个。", en: "At least {min}." },
  ITEM_NOT_AT_HALLS: {
    zh: "该事项不在办事大厅办理。",
    en: "This item is not handled at service halls.",
  },
  ITEM_NOT_SERVED: {
    zh: "该大厅不办理此事项，请选择其他大厅。",
    en: "This hall does not serve the item; choose another.",
  },
  APPLICATION_OF_OTHER_ITEM: {
    zh: "这件申请属于另一事项。",
    en: "This application is for another item.",
  },
  APPLICATION_ENDED: { zh: "这件申请已办结。", en: "This application has ended." },
  TICKET_OF_ANOTHER: {
    zh: "所出示的身份证与取号人不符。",
    en: "The identity card that is shown is not that of who holds the ticket.",
  },
  APPOINTMENT_NOT_FOUND: { zh: "没有这个预约。", en: "There is no such appointment." },
  APPOINTMENT_ELSEWHERE: { zh: "该预约不在今天。", en: "The appointment is not for today." },
  SLOT_UNKNOWN: {
    zh: "大厅没有从此时开始的时段，请用 slots 查询。",
    en: "The hall has no slot that begins then; slots lists those that it has.",
  },
  SLOT_PAST: { zh: "该时段已开始或已过。", en: "This slot has begun, or is over." },
  SLOT_TOO_FAR: {
    zh: "只能预约 {days} 天以内的时段。",
    en: "Slots can be booked {days} days ahead at most.",
  },
  SLOT_FULL: { zh: "该时段已约满，请选择其他时段。", en: "This slot is full; choose another." },
  BOOKING_BLOCKED: {
    zh: "您 90 天内三次预约未到，暂停预约 30 天；仍可到大厅现场取号办理。",
    en: "Three appointments of yours were not kept within 90 days, so you cannot book for 30 days; the hall serves you without a booking.",
  },
  ITEM_ALREADY_BOOKED: {
    zh: "您已预约此事项，请改期或取消后再约。",
    en: "You have an appointment for this item already; move it, or cancel it first.",
  },
  TOO_MANY_APPOINTMENTS: {
    zh: "最多同时有 {max} 个未到期的预约。",
    en: "You can have {max} appointments before you at most.",
  },
  HALL_CLOSED_TODAY: { zh: "该大厅今天不开放。", en: "The hall is closed today." },
  ITEM_OR_QUEUE: { zh: "请给出事项或队列。", en: "Give the item, or a queue." },
  NOT_AN_ID_NUMBER: NUMBER_REFUSED,
  TICKET_NOT_FOUND: { zh: "没有这个排队号。", en: "There is no such ticket." },
  CARD_NEEDED: {
    zh: "此号未证明持号人在场，请用大厅的身份证阅读机具读取其身份证（card）。",
    en: "The ticket does not prove that its holder is there: have a reader at the hall read their identity card (card).",
  },
  CARD_OF_OTHER_HALL: {
    zh: "身份证是在另一大厅读取的。",
    en: "The identity card was read at another hall.",
  },
  CARD_OF_ANOTHER: {
    zh: "所填号码不是所读身份证的号码。",
    en: "The number that was typed is not that of the card that was read.",
  },
  CARD_READER_UNKNOWN: {
    zh: "该大厅没有登记此身份证阅读机具。",
    en: "The hall has no such card reader on record.",
  },
  CARD_READER_RETIRED: { zh: "此身份证阅读机具已停用。", en: "This card reader is out of use." },
  CARD_READER_OWN: {
    zh: "登记此阅读机具的人不能自己用它证明到场，请换一台。",
    en: "Nobody proves anything by a card reader that they have added themselves; use another.",
  },
  CARD_READER_CODE_INVALID: {
    zh: "阅读机具编号为 20 位以内的大写字母、数字和连字符。",
    en: "A card reader's code is capital letters, digits and hyphens, 20 at most.",
  },
  CARD_READER_CODE_TAKEN: {
    zh: "此编号已有阅读机具；更换密钥请先停用，再以新编号登记。",
    en: "The hall has a card reader of this code. To change a key, retire the reader and add it under another code.",
  },
  CARD_READER_KEY_INVALID: {
    zh: "公钥应为 Ed25519，32 字节，base64url 编码。",
    en: "The public key has to be Ed25519: 32 bytes in base64url.",
  },
  CARD_READ_NOT_NOW: {
    zh: "读卡已超过两分钟，或机具时钟不准，请重新读卡。",
    en: "The card was read more than two minutes ago, or the reader's clock is wrong; read it again.",
  },
  CARD_READ_NOT_SIGNED: {
    zh: "读卡结果的签名不符。",
    en: "What is said of the card is not signed by this reader.",
  },
  CARD_READ_USED: {
    zh: "此次读卡已使用过，请重新读卡。",
    en: "This read of the card has been used already; read it again.",
  },
  HALL_CLOSED_NOW: { zh: "该大厅现在不开放。", en: "The hall is not open now." },
  NOBODY_WAITS: { zh: "当前无人排队。", en: "Nobody is waiting." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof HALL_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
