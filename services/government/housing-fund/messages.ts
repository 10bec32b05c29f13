import type { Message } from "../../kernel/message.ts";

/** The texts about the housing fund. */
export const FUND_MESSAGES = {
  NOTHING_DRAWABLE: {
    zh: "没有可提取的金额：账户不存在、已销户或状态不符合（退休提取须先由单位封存），或余额、限额已无可提。请核对后再决定。",
    en: "Nothing can be drawn: there is no account, its status does not allow it (on retirement it has to be sealed first), or balance and caps have nothing left. Check before you decide.",
  },
  FUND_SETTLEMENT_NOT_STATED: {
    zh: "暂不能付款：公积金中心还没有公布含最近一次 6 月 30 日结息的余额。公布后即可批准。",
    en: "It cannot be paid yet: the fund centre has not stated the balance with the interest of the last 30 June. Grant it once it has.",
  },
  FUND_RENT_CAP_UNKNOWN: {
    zh: "不能付款：系统没有账户所在城市此类租房的提取限额。请由该城市的公积金中心办理。",
    en: "It cannot be paid here: the cap for such a lease in the account's city is not on record. The fund centre of that city handles it.",
  },
  FUND_REPAYMENT_UNKNOWN: {
    zh: "不能付款：公积金中心的记录和申请表都没有说明可提取的已还款额。请申请人填写已还款额并重新申请。",
    en: "It cannot be paid: neither the fund's records nor the form tell of a repayment that can be drawn for. The applicant has to state what was repaid, and apply anew.",
  },
  FORM_WITHOUT_ACCOUNT: {
    zh: "此版本的事项表单没有收款账户，无法付款。请待部门发布新版本后重新申请。",
    en: "The form of this version of the item asks for no payout account, so that nobody can be paid. Start anew when the department has published another.",
  },
  FUND_ORDER_IN_FORCE: {
    zh: "您已有同一用途的约定提取。请先在“住房公积金”页面终止，再重新约定。",
    en: "You have a standing order for this already. End it on the page of the housing fund, and then agree anew.",
  },
  FUND_ORDER_NOT_OFFERED: {
    zh: "账户所在城市没有开通约定提取，请单独申请提取。",
    en: "The city of the account has no standing orders. Apply for each withdrawal.",
  },
  FUND_ORDER_WITHOUT_ACCOUNT: {
    zh: "没有查到住房公积金账户，不能约定提取。",
    en: "There is no housing-fund account, so that nothing can be agreed.",
  },
  FUND_ORDER_OVER: {
    zh: "填写的租期或贷款期限已经结束，请核对日期。",
    en: "The lease or the loan is over by the date that is stated. Check it.",
  },
  FUND_ORDER_NOT_FOUND: {
    zh: "您没有这项约定提取。",
    en: "You have no such standing order.",
  },
  SPOUSE_IS_CALLER: {
    zh: "这是您自己的身份号码，请填写配偶的。",
    en: "This is your own identity number. Write your spouse's.",
  },
  SPOUSE_TOO_YOUNG: {
    zh: "此人未到法定婚龄（男二十二周岁、女二十周岁，民法典第一千零四十七条），请核对号码。",
    en: "This person is below the age of marriage (a man 22, a woman 20; Civil Code, art. 1047). Check the number.",
  },
  NO_SPOUSE_CONFIRMED: {
    zh: "您目前没有确认过配偶。",
    en: "You have confirmed nobody as your spouse.",
  },
  DRAWN_FROM_NO_ACTIVE_ACCOUNT: {
    zh: "账户不在正常缴存状态，不能提取。",
    en: "Nothing can be drawn from an account that is not being paid into.",
  },
  DRAWN_FROM_CLOSED_ACCOUNT: {
    zh: "账户已销户，不能提取。",
    en: "The account is closed, so that nothing can be drawn.",
  },
  DRAWN_NOTHING_LEFT: { zh: "账户没有余额。", en: "The account is empty." },
  DRAWN_FOR_RENT: {
    zh: "未备案租房本月的限额还剩这么多，且不超过实际房租。租赁合同已备案的，可提取更多，由工作人员核定。",
    en: "So much is left of this month's cap for a lease that is not registered, and never more than the rent. With a registered one it can be more, and a person decides.",
  },
  DRAWN_FOR_RENT_ALREADY: {
    zh: "本月租房提取的限额已用完，下月可以再提取。",
    en: "This month's cap for rent is used up; next month there is another.",
  },
  DRAWN_FOR_RENT_UNCAPPED: {
    zh: "没有登记账户所在城市的租房提取限额，由工作人员核定。",
    en: "The cap for rent of the account's city is not on record, so that a person decides.",
  },
  DRAWN_FOR_LOAN: {
    zh: "最近十二个月已还的公积金贷款本息（以公积金中心记录为准），以账户余额为限。",
    en: "The instalments of your loan that you repaid in the last twelve months by the fund's records, as far as the balance reaches.",
  },
  DRAWN_FOR_LOAN_BY_PERSON: {
    zh: "贷款有提前还款或记录较旧，公积金中心的记录不能说明已还款额。请填写已还款额，由工作人员核对后提取。",
    en: "The fund's records do not tell what you repaid: some of it was early, or the record is old. State it, and a person looks at the papers.",
  },
  DRAWN_AGAIN_FROM: {
    zh: "每十二个月可以提取一次，{on} 起可以再次提取。",
    en: "It can be drawn once in twelve months; again from {on} on.",
  },
  DRAWN_FOR_BANK_LOAN: {
    zh: "您没有未结清的公积金贷款。商业银行的购房贷款，按您填写并经核对的还款额提取。",
    en: "You have no open loan of the fund's. For a bank's home loan it is what you have repaid, once the papers are looked at.",
  },
  DRAWN_ON_RETIREMENT: {
    zh: "达到法定退休年龄、单位封存账户后，可以提取全部余额，利息一并付清，账户随之注销。",
    en: "The whole balance, once you have reached the statutory age and your employer has sealed the account; its interest is paid with it, and the account is closed.",
  },
  DRAWN_AFTER_STATEMENT: {
    zh: "公积金中心还没有公布最近一次结息后的余额，公布后才能确定金额。",
    en: "The amount is known once the fund centre has stated the balance with the last settlement's interest.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof FUND_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
