import type { Message } from "../../kernel/message.ts";

/** The texts about bills, tariffs and meters. */
export const UTILITY_MESSAGES = {
  NO_TARIFF: {
    zh: "没有登记{region}在 {on} 的价格：{kind}。",
    en: "{kind}: no tariff of {region} is known for {on}.",
  },
  NO_TIME_OF_USE: {
    zh: "{region}的价格没有峰谷分时：{kind}。",
    en: "{kind}: the tariff of {region} has no prices by time of use.",
  },
  USAGE_OR_TIME_OF_USE: {
    zh: "usage、timeOfUse、registers 须填且只填一项；估抄不填 registers。",
    en: "Give one of usage, timeOfUse and registers; an estimate has no registers.",
  },
  REGISTER_UNCLEAR: {
    zh: "表计 {serial} 填写有误：编号不可重复，示数须有效，最多 {max} 个。",
    en: "Register {serial} is not clear: each serial number once, counts in range, at most {max}.",
  },
  REGISTER_START_UNKNOWN: {
    zh: "表计 {serial} 没有上次示数，请填写起数（start）。",
    en: "Register {serial} has no earlier count: give its start.",
  },
  REGISTER_START_NEEDED: {
    zh: "表计 {serial} 在 {countedTo} 的示数为 {count}；请填写 {from} 的起数（start），此前的用量归前一账期或前一户名。",
    en: "Register {serial} stood at {count} on {countedTo}: state its start on {from}. What it counted between is of the time, or the holder, before.",
  },
  REGISTER_END_DIFFERS: {
    zh: "表计 {serial} 在 {on} 的读数由 {count} 起计，止数须与之一致；如该读数有误，请先撤销。",
    en: "The reading of {on} begins with register {serial} at {count}; the end has to agree. Withdraw that reading first if it is wrong.",
  },
  REGISTERS_NEEDED: {
    zh: "该户按表计示数抄表，用量无法对应到表计：请填写 registers（起数、止数）。",
    en: "The account is read by registers, and the usage does not tell what each has counted: state registers, with start and end.",
  },
  REGISTER_START_DIFFERS: {
    zh: "表计 {serial} 的上次示数为 {count}，起数须与之一致。",
    en: "Register {serial} stood at {count} when it was read last; its start cannot differ.",
  },
  REGISTER_COUNTS_BACK: {
    zh: "表计 {serial} 的止数小于起数 {count}；如已换表，请分别填写旧表止数和新表起数。",
    en: "Register {serial} ends below its start {count}; of a replaced one state the old end and the new start.",
  },
  REGISTER_MISSING: {
    zh: "缺少表计 {serial} 的示数；如已拆除，请填写止数并标明 isRemoved。",
    en: "Register {serial} was not read; if it was taken away, state its end with isRemoved.",
  },
  REGISTER_BANDS_MIXED: {
    zh: "各表计须都分时或都不分时。",
    en: "Either all registers count a part of the day, or none does.",
  },
  READ_BY_REGISTERS: {
    zh: "该账单按表计示数抄表：只有最后一次、且每个时段一个表计的读数可以更正；其他读数请用 cancelBill 撤销（已缴的也可撤销，已缴金额计入下一期）后重抄。",
    en: "It was read by registers: only the last reading, of one register a part of the day, is put right here. Withdraw another with cancelBill, also where it was paid, and read anew.",
  },
  READING_GAP: {
    zh: "示数自 {countedTo} 起计：账期须从该日开始。",
    en: "The registers were counted up to {countedTo}: the period has to begin there.",
  },
  PERIOD_OUT_OF_RANGE: {
    zh: "计费周期必须为 1 到 {max} 天。",
    en: "A billing period has to be 1 to {max} days long.",
  },
  HOUSEHOLD_SIZE_OUT_OF_RANGE: { zh: "家庭人口须为 1 到 {max}。", en: "A household has 1 to {max} persons." },
  USAGE_OUT_OF_RANGE: { zh: "用量必须为 0 到 {max}。", en: "Usage has to be 0 to {max}." },
  CEILING_OUT_OF_RANGE: {
    zh: "上限须大于 0 且不超过 {max} 元。",
    en: "A ceiling is more than nothing and up to {max} yuan.",
  },
  AUTOMATIC_PAYMENT_BY_ANOTHER: {
    zh: "该户号已由其他绑定人设置自动缴费。",
    en: "Somebody else who has bound this account pays its bills by themselves.",
  },
  PART_OF_ONE_BILL: { zh: "部分缴费一次只能缴一张账单。", en: "A part is paid of one bill at a time." },
  PART_PAYMENTS_NOT_TAKEN: {
    zh: "该收费单位不接受部分缴费，应缴 {owed} 元。",
    en: "This biller takes no parts; {owed} yuan are owed.",
  },
  PART_EXCEEDS_OWED: { zh: "应缴金额仅为 {owed} 元。", en: "Only {owed} yuan are owed." },
  TOO_MANY_PARTS: {
    zh: "该账单已分 {max} 次缴纳，请一次缴清剩余的 {owed} 元。",
    en: "This bill was paid in {max} parts; pay the rest of {owed} yuan at once.",
  },
  BILL_UNKNOWN: { zh: "没有该账单。", en: "There is no such bill." },
  BILL_PAYING: {
    zh: "该账单正在支付中，请等待结果。",
    en: "This bill is being paid; wait for how that ends.",
  },
  BILL_PAID: { zh: "该账单已缴。", en: "This bill has been paid." },
  BILL_CANCELLED: { zh: "该账单已被撤销。", en: "This bill was withdrawn by its biller." },
  BILL_NUMBER_TAKEN: {
    zh: "该账单号已用于另一张账单。",
    en: "Another bill was issued under this number; amend or cancel that one.",
  },
  PERIOD_REVERSED: {
    zh: "账期的结束日期必须晚于开始日期。",
    en: "The period has to end after it begins.",
  },
  DUE_BEFORE_PERIOD: {
    zh: "缴费期限不能早于账期开始日期。",
    en: "A bill cannot be due before its period begins.",
  },
  NOT_A_BILLER: {
    zh: "贵单位尚未登记为收费单位，请联系平台。",
    en: "You are not on record as a biller yet; ask the platform for it.",
  },
  LATE_FEE_OUT_OF_RANGE: { zh: "违约金规则超出 {min} 至 {max}。", en: "This is {min} to {max}." },
  PERIOD_OF_TWO_HOLDERS: {
    zh: "该户号 {since} 至 {until} 的账单为另一户名；账期须在此前结束，或在此后开始；户名有误的账单请先撤销。",
    en: "From {since} to {until} the account has bills of another holder; the period has to end before, or begin after. Withdraw a bill of a wrong name first.",
  },
  READING_OUT_OF_ORDER: {
    zh: "该户号已抄表至 {readTo}，账期不能更早开始。",
    en: "The account has been read up to {readTo}; the period cannot begin before.",
  },
  PERIOD_IN_FUTURE: {
    zh: "账期不能晚于今天（{today}）：尚未用完，也未抄表。",
    en: "The period ends after today ({today}): nobody can have read the meter yet.",
  },
  ESTIMATE_UNSETTLED: {
    zh: "自 {trueTo} 起为估抄：实抄账期须从该日开始，以结清估抄。",
    en: "Since {trueTo} the account was estimated: let the true reading's period begin there, so that it settles that.",
  },
  ESTIMATE_SETTLED: {
    zh: "该估抄账单已由之后的实抄结清；请先撤销该实抄账单。",
    en: "A later true reading has settled this estimate; withdraw that one first.",
  },
  HOUSEHOLD_NOT_PROVEN: {
    zh: "请说明户内人数的证明（如户口簿、居住证）。",
    en: "Name the proof of the household's size, for example the household register.",
  },
  READING_MONTHS_OUT_OF_RANGE: {
    zh: "抄表月数须为 1 到 {max}。",
    en: "A reading counts for 1 to {max} months.",
  },
  TOO_MANY_LATER: {
    zh: "其后已有超过 {max} 次抄表；请先撤销较晚的读数。",
    en: "More than {max} readings came after it; withdraw the later ones first.",
  },
  NOTHING_TO_CHARGE: {
    zh: "本期没有费用；请并入下一次抄表。",
    en: "There is nothing to charge for; let the next reading cover this period too.",
  },
  RATED_BY_TARIFF: {
    zh: "该账单金额由平台按价格计算；请撤销后重新提交抄表数据。",
    en: "The platform rated this amount by the tariff; cancel the bill and submit the reading anew.",
  },
  ACCOUNT_NOT_FOUND: {
    zh: "没有符合条件的户号，请核对户号与户名。",
    en: "No such account, or not that holder; check both.",
  },
  HOLDER_NAME_NEEDED: {
    zh: "该户号换过户名，请填写现在的户名。",
    en: "The account has had other holders: give the name of the present one.",
  },
  ACCOUNT_BOUND_BY_MANY: {
    zh: "该户号最多由 {max} 人绑定。",
    en: "An account can be bound by at most {max} people.",
  },
  BILLS_AT_ONCE: {
    zh: "一次必须支付 {min} 到 {max} 张账单。",
    en: "Pay {min} to {max} bills at once.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof UTILITY_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
