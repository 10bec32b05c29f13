import { NUMBER_REFUSED } from "../../field/identity-problems.ts";
import type { Message } from "../../kernel/message.ts";

/** The texts about applications. */
export const CASE_MESSAGES = {
  APPLICATION_NOT_FOUND: { zh: "没有这件申请。", en: "There is no such application." },
  ITEM_NOT_FOR_PERSONS: {
    zh: "该事项不面向个人办理。",
    en: "This item is not for natural persons.",
  },
  ITEM_NOT_ONLINE: {
    zh: "该事项不支持网上办理，请到办事大厅办理。",
    en: "This item cannot be applied for online; go to a service hall.",
  },
  FIELD_NOT_OPEN: {
    zh: "补正通知未要求修改此项，不能更改。",
    en: "The correction notice does not name this field, so it cannot be changed.",
  },
  FORM_INCOMPLETE: {
    zh: "申请表尚不完整或有误，请按 problems 逐项修改后再提交。",
    en: "The form is not complete, or not right: mend what problems name, and hand it in again.",
  },
  FORM_FIELD_MISSING: { zh: "请填写此项。{how}", en: "Fill this in. {how}" },
  FORM_FIELD_HELD: {
    zh: "此项由平台根据已掌握的信息填写，无需填写，请去掉。",
    en: "The platform fills this in with what it holds; leave it out.",
  },
  FORM_FIELD_UNKNOWN: {
    zh: "表单没有“{name}”这一项，请去掉。您要填的可能是：{known}。",
    en: 'The form has no field "{name}"; leave it out. Did you mean one of these: {known}?',
  },
  FORM_TYPE: { zh: "应填写{type}。{how}", en: "This has to be {type}. {how}" },
  FORM_CHOICE: { zh: "只能填写：{choices}。", en: "This has to be one of: {choices}." },
  FORM_PATTERN: {
    zh: "格式不正确，请检查。{how}",
    en: "This is not written as it has to be; check it. {how}",
  },
  FORM_FORMAT: { zh: "应填写{format}。{how}", en: "This has to be {format}. {how}" },
  FORM_CITIZEN_ID: {
    zh: `${NUMBER_REFUSED.zh}{how}`,
    en: `${NUMBER_REFUSED.en} {how}`,
  },
  FORM_CREDIT_CODE: {
    zh: "统一社会信用代码不正确，请逐位核对。{how}",
    en: "This is no unified social credit code; check each character. {how}",
  },
  FORM_REGION: {
    zh: "没有这个行政区划代码，应为六位数字。{how}",
    en: "There is no region of this code, which has six digits. {how}",
  },
  FORM_MOBILE_CN: {
    zh: "手机号码应为 1 开头的 11 位数字。{how}",
    en: "A mobile number has 11 digits and begins with 1. {how}",
  },
  FORM_BANK_ACCOUNT: {
    zh: "银行账号应为 12 至 19 位数字，不含空格。{how}",
    en: "A bank account's number has 12 to 19 digits, and no spaces. {how}",
  },
  FORM_MONEY: {
    zh: "金额以元为单位，最多两位小数。{how}",
    en: "An amount is in yuan, with at most two decimals. {how}",
  },
  FORM_DATE: {
    zh: "日期应真实存在，按年-月-日填写。{how}",
    en: "A date has to exist, and is written year, month, day. {how}",
  },
  FORM_AFTER_TODAY: {
    zh: "日期不能晚于今天（{today}）。",
    en: "The date cannot be after today, {today}.",
  },
  FORM_BEFORE_TODAY: {
    zh: "日期不能早于今天（{today}）。",
    en: "The date cannot be before today, {today}.",
  },
  FORM_AFTER_FIELD: { zh: "日期不能晚于“{field}”。", en: 'The date cannot be after "{field}".' },
  FORM_BEFORE_FIELD: { zh: "日期不能早于“{field}”。", en: 'The date cannot be before "{field}".' },
  FORM_VALUES_TOO_MANY: {
    zh: "申请表最多填写 {max} 个值。",
    en: "The form may hold at most {max} values.",
  },
  FORM_UNUSABLE: {
    zh: "该事项的表单有误，暂时无法填报，我们已获知并将尽快更正。",
    en: "The form of this item is not right, and cannot be filled in for now. We know of it and mend it.",
  },
  FORM_TOO_SHORT: { zh: "至少 {limit} 个字符。", en: "At least {limit} characters." },
  FORM_TOO_LONG: { zh: "最多 {limit} 个字符。", en: "At most {limit} characters." },
  FORM_TOO_FEW: { zh: "至少 {limit} 项。", en: "At least {limit} entries." },
  FORM_TOO_MANY: { zh: "最多 {limit} 项。", en: "At most {limit} entries." },
  FORM_TOO_LOW: { zh: "不能小于 {limit}。", en: "At least {limit}." },
  FORM_TOO_HIGH: { zh: "不能大于 {limit}。", en: "At most {limit}." },
  FORM_NOT_ABOVE: { zh: "必须大于 {limit}。", en: "More than {limit}." },
  FORM_NOT_BELOW: { zh: "必须小于 {limit}。", en: "Less than {limit}." },
  FORM_NOT_MULTIPLE: { zh: "应为 {step} 的整数倍。", en: "In steps of {step}." },
  FORM_REPEATED: { zh: "各项不能重复。", en: "No entry may appear twice." },
  FORM_NOT_TAKEN: { zh: "填写内容不符合要求，请检查。", en: "The form does not take this; check it." },
  DUPLICATE_APPLICATION: {
    zh: "您已有同一事项的申请在办。如确需再次申请，请说明理由（duplicateReason）。",
    en: "You have an open application for the same item. If you need another one, state why (duplicateReason).",
  },
  CORRECTION_NAMES_NOTHING: {
    zh: "补正通知至少要指出一项内容或材料。",
    en: "A correction notice has to name at least one field or material.",
  },
  FAULT_UNKNOWN: {
    zh: "该事项没有名为 {name} 的表单项或材料。",
    en: "The item has no field or material of the name {name}.",
  },
  HAS_CHECKED_BEFORE: {
    zh: "该事项要求由不同人员办理：此人已办理过本件的前序环节。",
    en: "The item asks for four eyes: this officer has already checked the case in an earlier step.",
  },
  HAS_DECIDED_BEFORE: {
    zh: "此人作出的决定已被复核撤销，须由其他人员重新决定。",
    en: "A decision of this officer was set aside on review; another decides the case anew.",
  },
  STEP_NOT_NAMED: {
    zh: "您在本件中有多个待办环节，请用 step 指明是哪一个。",
    en: "You have several steps of this case: say with `step` which one you end.",
  },
  ITEM_WITH_STEP: {
    zh: "给出 step 时须同时给出 item。",
    en: "Give the item of the step too.",
  },
  EXTENSION_OUT_OF_RANGE: {
    zh: "延长 1 至 {max} 个工作日。",
    en: "An extension is of 1 to {max} working days.",
  },
  ANSWER_DRAFT: {
    zh: "尚未提交。如不再保存，草稿将于 {date} 之后失效。",
    en: "Not handed in yet. If nobody saves it, the draft lapses after {date}.",
  },
  ANSWER_CONFIRMATION: {
    zh: "由他人代为提交，请申请人本人在 {date} 前确认；逾期未确认即失效。确认后才开始计算办理期限。",
    en: "Somebody else has handed it in: the applicant has to confirm it in person by {date}, or it lapses. The time for an answer runs from then on.",
  },
  TEXT_OF_PAYMENT_CONFIRMATION: {
    zh: "【政务服务】您正在窗口确认“{item}”，金额 {amount} 元，收款账户 {account}。确认码 {code}，{minutes} 分钟内有效。如非本人在场办理，请勿告诉任何人。",
    en: 'Public service: at a window you confirm "{item}", {amount} yuan to the account {account}, by the code {code}, within {minutes} minutes. If you are not there, tell it to nobody.',
  },
  TEXT_OF_ACCOUNT_CONFIRMATION: {
    zh: "【政务服务】您正在窗口确认“{item}”，金额尚不能确定，收款账户 {account}。确认码 {code}，{minutes} 分钟内有效。如非本人在场办理，请勿告诉任何人。",
    en: 'Public service: at a window you confirm "{item}", an amount that nobody can tell yet to the account {account}, by the code {code}, within {minutes} minutes. If you are not there, tell it to nobody.',
  },
  TEXT_OF_CONFIRMATION: {
    zh: "【政务服务】您正在窗口确认“{item}”。确认码 {code}，{minutes} 分钟内有效。如非本人在场办理，请勿告诉任何人。",
    en: 'Public service: at a window you confirm "{item}" by the code {code}, within {minutes} minutes. If you are not there, tell it to nobody.',
  },
  ANSWER_ACCEPTANCE: {
    zh: "{receivedOn} 收到。部门须在 5 个工作日内一次告知需补正的内容，逾期不告知视为自收到之日起受理（行政许可法第三十二条）。",
    en: "Received on {receivedOn}. The department has five working days to tell all that has to be corrected, or else it counts as accepted from its receipt (Administrative Licensing Law, art. 32).",
  },
  ANSWER_TAKEN_IN: {
    zh: "该申请{takenIn}，办理期限自受理部门收到之日起计算。",
    en: "It was {takenIn}; the time runs from the department's receipt.",
  },
  ANSWER_CORRECTION: {
    zh: "请在 {date} 前补正后重新提交，逾期视为放弃申请。",
    en: "It waits for your correction until {date}; after that it counts as given up.",
  },
  ANSWER_DECISION: {
    zh: "{acceptedOn} 受理，承诺 {days} 个工作日内决定；法定期限至 {statutory}。",
    en: "Accepted on {acceptedOn}; a decision is promised within {days} working days, and the law allows until {statutory}.",
  },
  ANSWER_DEEMED: {
    zh: "部门未按期告知补正，视为自 {acceptedOn} 收到之日起受理，承诺 {days} 个工作日内决定；法定期限至 {statutory}。",
    en: "Nobody asked for corrections in time, so it counts as accepted from its receipt on {acceptedOn}; a decision is promised within {days} working days, and the law allows until {statutory}.",
  },
  ANSWER_EXTENDED: {
    zh: "{acceptedOn} 受理，承诺 {days} 个工作日，经本行政机关负责人批准延长 {more} 个工作日（行政许可法第四十二条）；法定期限至 {statutory}。",
    en: "Accepted on {acceptedOn}; {days} working days were promised, and {more} more approved by the head of the authority (Administrative Licensing Law, art. 42); the law allows until {statutory}.",
  },
  ANSWER_EXTENDED_JOINTLY: {
    zh: "{acceptedOn} 受理，联合办理，承诺 {days} 个工作日，经本级人民政府负责人批准延长 {more} 个工作日（行政许可法第四十二条第二款）；法定期限至 {statutory}。",
    en: "Accepted on {acceptedOn} for joint handling; {days} working days were promised, and {more} more approved by the head of the government (Administrative Licensing Law, art. 42 (2)); the law allows until {statutory}.",
  },
  ANSWER_DELIVERY: {
    zh: "{decidedOn} 准予，须在 10 个工作日内送达（行政许可法第四十四条）。",
    en: "Granted on {decidedOn}; it has to be delivered within ten working days (Administrative Licensing Law, art. 44).",
  },
  ANSWER_APPEALED: {
    zh: "{appealedOn} 申请复核，部门须在 60 日内答复。复核期间，行政复议和诉讼的期限照常计算。",
    en: "The department's own review was asked for on {appealedOn}, and is answered within 60 days. The limits for reconsideration and the court run on meanwhile.",
  },
  ANSWER_ENDED: { zh: "已办结，无待答复事项。", en: "It has ended; no answer is due." },
  ITEM_NOT_AT_HALL: {
    zh: "该事项不在办事大厅窗口办理。",
    en: "This item is not applied for at a hall's window.",
  },
  ITEM_NOT_FOR_ENTERPRISES: {
    zh: "该事项不面向企业办理。",
    en: "This item is not for enterprises.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof CASE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
