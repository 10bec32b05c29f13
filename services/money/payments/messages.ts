import type { Message } from "../../api/message-texts.ts";

/** What people read about money that moves. */
export const MONEY_MESSAGES = {
  AMOUNT_NOT_POSITIVE: { zh: "金额必须大于零。", en: "The amount has to be more than nothing." },
  CARD_REFUND_UNDER_WAY: {
    zh: "该卡有退款正在处理，请待其完成后再办理。",
    en: "A refund of this card is under way; try again once it has ended.",
  },
  CARD_RIDE_OPEN: {
    zh: "该卡有未完成的行程，请待其结束后再办理。",
    en: "A ride of this card is open; try again once it has ended.",
  },
  CARD_IN_ARREARS: { zh: "该卡有欠款，请先充值补足。", en: "The card is in arrears; top it up first." },
  BANK_ACCOUNT_INVALID: { zh: "银行账号须为 12 至 19 位数字。", en: "A bank account has 12 to 19 digits." },
  DEVICE_KEY_INVALID: {
    zh: "设备公钥须为 P-256 未压缩公钥（65 字节，base64url）。",
    en: "This has to be a public key on P-256, uncompressed: 65 bytes as base64url.",
  },
  RIDE_CODE_REFUSED: { zh: "乘车码无效：{problem}。", en: "The ride code is not valid: {problem}." },
  RIDE_CODE_USED: {
    zh: "该乘车码已在 {usedAt} 使用过，本次刷码未被接受并已记录。",
    en: "This ride code was used at {usedAt}; this use of it is on record and was not taken.",
  },
  CARD_OR_CODE: { zh: "请填写卡号或乘车码中的一项。", en: "State either a card number or a ride code." },
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
  CARD_ARREARS_LIMIT: {
    zh: "该卡欠款将超过 {max} 元；请在充值后重新上传。",
    en: "The card may not owe more than {max} yuan; send this again once it was topped up.",
  },
  CARD_OF_ANOTHER_REGION: {
    zh: "该卡不属于贵单位所在地区。",
    en: "The card is of another region than yours.",
  },
  NOT_A_CARD_NUMBER: { zh: "卡号有误，请核对。", en: "This is no card number." },
  TAP_NUMBER_TAKEN: {
    zh: "该流水号已用于另一条刷卡记录。",
    en: "You have sent another tap under this number.",
  },
  TAP_NOT_FOUND: { zh: "没有该刷卡记录。", en: "There is no such tap." },
  TAP_TOO_LATE: {
    zh: "刷卡记录最迟须在 {hours} 小时内上传。",
    en: "A tap is taken up to {hours} hours later.",
  },
  TAP_IN_FUTURE: {
    zh: "刷卡时间晚于当前时间，请校准闸机时钟。",
    en: "This is in the future; set the gate's clock.",
  },
  MODE_NOT_OPERATED: {
    zh: "贵单位未登记经营该公共交通方式。",
    en: "You are not on record as running this mode.",
  },
  STATION_MISSING: { zh: "请填写车站代码。", en: "Name the station." },
  DISTANCE_MISSING: { zh: "请填写乘车里程。", en: "State the distance." },
  CORRECTION_DOES_NOT_FIT: {
    zh: "更正的时间与该卡的其他乘车记录不符。",
    en: "With this time the two ends do not make one ride.",
  },
  CARD_NOT_FOUND: { zh: "没有该交通卡。", en: "There is no such card." },
  TOP_UP_OUT_OF_RANGE: { zh: "充值金额须为 {min} 至 {max} 元。", en: "This has to be {min} to {max} yuan." },
  CARD_BALANCE_LIMIT: {
    zh: "充值后余额将超过该卡上限 {max} 元。",
    en: "The card holds {max} yuan at most.",
  },
  NO_TRANSIT_IN_REGION: {
    zh: "该地区尚未开通公共交通服务。",
    en: "There is no transit in this region here.",
  },
  CARD_KIND_NEEDS_PROOF: {
    zh: "学生卡和老年卡须凭证件在营业网点办理。",
    en: "A student or senior card is handed out by an operator that has seen the proof.",
  },
  NOT_AN_OPERATOR: {
    zh: "贵单位未登记为该地区的公共交通运营单位，请联系平台。",
    en: "You are not on record as a transit operator of this region; ask the platform for it.",
  },
  NO_TRANSIT_MODE: { zh: "请至少填写一种公共交通方式。", en: "Name at least one mode." },
  INCOMPLETE_FARE_OUT_OF_RANGE: { zh: "须为 0 至 {max} 元。", en: "This has to be 0 to {max} yuan." },
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
  NOT_A_NUMBER: {
    zh: "编号必须为 1 到 32 个字母、数字或连字符。",
    en: "A number has to be 1 to 32 letters, digits or hyphens.",
  },
  NOT_A_BILLER: {
    zh: "贵单位尚未登记为收费单位，请联系平台。",
    en: "You are not on record as a biller yet; ask the platform for it.",
  },
  LATE_FEE_OUT_OF_RANGE: { zh: "违约金规则超出 {min} 至 {max}。", en: "This is {min} to {max}." },
  READING_OUT_OF_ORDER: {
    zh: "该户号已抄表至 {readTo}，账期不能更早开始。",
    en: "The account has been read up to {readTo}; the period cannot begin before.",
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
  TOO_MANY_GUESSES: {
    zh: "查询失败次数过多，请稍后再试。",
    en: "Too many wrong guesses; try again later.",
  },
  ACCOUNT_BOUND_BY_MANY: {
    zh: "该户号最多由 {max} 人绑定。",
    en: "An account can be bound by at most {max} people.",
  },
  INSUFFICIENT_FUNDS: {
    zh: "预存账户余额不足。",
    en: "The prefunded account does not hold enough.",
  },
  CHANNEL_UNKNOWN: {
    zh: "该支付渠道不可用。",
    en: "This payment channel is not available to you here.",
  },
  NOT_REFUNDABLE: { zh: "该支付不能退款。", en: "Nothing of this payment can be given back." },
  REFUND_EXCEEDS_PAYMENT: {
    zh: "退款金额超过可退金额。",
    en: "That is more than can still be given back.",
  },
  BILLS_AT_ONCE: {
    zh: "一次必须支付 {min} 到 {max} 张账单。",
    en: "Pay {min} to {max} bills at once.",
  },
  BILL_NOT_NAMED: {
    zh: "请指明要退款的账单。",
    en: "The payment has paid several bills; name the one to give back.",
  },
  ALREADY_SPENT: { zh: "卡内余额不足以退款。", en: "What was paid for has been used already." },
  ALREADY_RECORDED: {
    zh: "该银行流水号已经入账。",
    en: "This bank transfer stands in the books already.",
  },
} as const satisfies Record<string, Message>;
