import type { Message } from "../../kernel/message.ts";

/** The texts about transit: its network, cards, rides and ride codes. */
export const TRANSIT_MESSAGES = {
  NO_NETWORK: {
    zh: "没有{region}的轨道交通线网数据。",
    en: "The stations of {region} are not known.",
  },
  CLEARING_NOT_AHEAD: {
    zh: "清分规则须从明天或以后的日期起生效。",
    en: "A rule of clearing begins tomorrow or later.",
  },
  CLEARING_SHARE_OUT_OF_RANGE: {
    zh: "进站运营单位的比例须为千分之 0 至 1000。",
    en: "The share of the operator at the entry is 0 to 1,000 per mille.",
  },
  CLEARING_LINE_UNKNOWN: { zh: "没有线路 {line}。", en: "There is no line {line}." },
  CLEARING_LINE_TWICE: { zh: "线路 {line} 重复。", en: "Line {line} stands there twice." },
  CLEARING_NO_OPERATOR: {
    zh: "该编号不是本地区的运营单位。",
    en: "This is no operator of the region.",
  },
  TARIFF_NOT_AHEAD: {
    zh: "票价须从明天或以后的日期起执行。",
    en: "Fares begin tomorrow or later: what was ridden stays as it was paid.",
  },
  TARIFF_PRICE_OUT_OF_RANGE: { zh: "须为 0 至 {max} 元。", en: "This has to be 0 to {max} yuan." },
  TARIFF_BANDS_NOT_IN_ORDER: {
    zh: "里程段须由近到远排列，票价不得下降；只有最后一段可以不填里程。",
    en: "Bands go from near to far, and no price is below the one before; only the last may have no distance.",
  },
  TARIFF_HAS_AN_END: {
    zh: "最远的里程也须有票价：最后一段不填里程，或填写超出后的加价。",
    en: "Every distance needs a price: leave the last band open, or state what each further step costs.",
  },
  TARIFF_CARD_TWICE: { zh: "同一种卡只能写一次。", en: "A kind of card stands there once." },
  TARIFF_PERCENT_OUT_OF_RANGE: { zh: "须为 0 至 100。", en: "This has to be 0 to 100 percent." },
  TARIFF_STEPS_NOT_IN_ORDER: {
    zh: "累计金额须大于 0 并由小到大排列。",
    en: "The amounts are above nothing and go up.",
  },
  TARIFF_MINUTES_OUT_OF_RANGE: {
    zh: "须为 1 至 {max} 分钟。",
    en: "This has to be 1 to {max} minutes.",
  },
  TARIFF_LINE_MISSING: {
    zh: "缺少线路 {line} 的票价：该线路有自己的闸机。",
    en: "The fares of line {line} are missing: it has gates of its own.",
  },
  TARIFF_OF_METRO_ONLY: { zh: "此项只适用于地铁。", en: "Only the metro has these." },
  TARIFF_OF_BUS_ONLY: { zh: "此项只适用于公交。", en: "Only buses have these." },
  STATION_TWICE: { zh: "车站重复。", en: "This station stands there twice." },
  TARIFF_NOT_A_PAIR: { zh: "请填写两个不同的车站。", en: "Name two stations that differ." },
  TARIFF_TIME_INVALID: { zh: "时间须为 07:00 这样的格式。", en: "Write the time as in 07:00." },
  STATION_UNKNOWN: {
    zh: "没有车站 {station}；车站代码见 transitStations。",
    en: "There is no station {station}; transitStations names them.",
  },
  NO_FARE: {
    zh: "没有登记{region}在 {on} 的票价：{mode}。",
    en: "{mode}: no fare of {region} is known for {on}.",
  },
  NO_LINE_FARE: {
    zh: "没有登记{region}线路 {line} 在 {on} 的单独票价；线路代码见 transitStations。",
    en: "No line {line} of {region} has fares of its own on {on}; transitStations names the lines.",
  },
  DISTANCE_OUT_OF_RANGE: { zh: "里程必须为 0 到 {max} 公里。", en: "A distance has to be 0 to {max} km." },
  SPEND_NEGATIVE: { zh: "本月支出不能为负数。", en: "What was spent in the month cannot be negative." },
  CARD_REFUND_UNDER_WAY: {
    zh: "该卡有退款正在处理，请待其完成后再办理。",
    en: "A refund of this card is under way; try again once it has ended.",
  },
  CARD_RIDE_OPEN: {
    zh: "该卡有未完成的行程，请待其结束后再办理。",
    en: "A ride of this card is open; try again once it has ended.",
  },
  CARD_IN_ARREARS: { zh: "该卡有欠款，请先充值补足。", en: "The card is in arrears; top it up first." },
  CARD_HELD_ALREADY: {
    zh: "您在该地区已有一张这种卡。卡丢了可以补换，不用了可以先注销。",
    en: "You have a card of this kind in this region already. Replace it if it is lost, or close it first.",
  },
  PAYOUT_ACCOUNT_NEEDED: {
    zh: "卡内有余额，请选择本人的收款账户（payoutAccounts）。",
    en: "There is money on the card; name one of your payout accounts (payoutAccounts).",
  },
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
  CARD_ARREARS_LIMIT: {
    zh: "持卡人名下各卡欠款合计将超过 {max} 元；请在充值后重新上传。",
    en: "A holder's cards may not owe more than {max} yuan together; send this again once they were topped up.",
  },
  CARD_BELOW_MINIMUM: {
    zh: "卡内余额不足 {min} 元，不能进站或乘车；请先充值。",
    en: "There is less than {min} yuan on the card, so it lets nobody in; it has to be topped up first.",
  },
  FARES_UNCOLLECTED: {
    zh: "有 {max} 元或以上的车费尚待扣款，暂不能进站或乘车；请几分钟后再试，或先充值。",
    en: "Fares of {max} yuan or more wait to be collected, so the card lets nobody in; try again in a few minutes, or top it up.",
  },
  COLLECTION_UNDER_WAY: {
    zh: "该卡有车费正在扣款，请待其完成后再办理。",
    en: "Fares of this card are being collected; try again in a few minutes.",
  },
  WITHHOLDING_NOT_OFFERED: {
    zh: "该地区尚未开通先乘后付。",
    en: "Fares are not collected after the ride in this region.",
  },
  HOLDER_IN_ARREARS: {
    zh: "持卡人另有交通卡欠费，补足前不能进站或乘车。",
    en: "The holder owes for rides with another card; it lets nobody in until that is paid.",
  },
  CARD_BLOCKED: {
    zh: "该卡已挂失、补换或注销，自 {from} 起各闸机均应拒绝；本次刷卡已记录，车费由运营单位承担。",
    en: "Every gate had to refuse this card from {from} on; the tap is on record, and the ride is the operator's own.",
  },
  MINIMUM_BALANCE_OUT_OF_RANGE: { zh: "须为 0 至 {max} 元。", en: "This has to be 0 to {max} yuan." },
  EXIT_REFUSED: {
    zh: "只有进站或乘车可以填写拒绝原因。",
    en: "A gate refuses an entry or a bus, and no exit.",
  },
  CARD_NOT_NAMED: {
    zh: "多张卡有该流水号的单边刷卡记录，请填写卡号。",
    en: "Taps of several cards stand alone under this number: state the card.",
  },
  CARD_OF_ANOTHER_REGION: {
    zh: "该卡不属于贵单位所在地区。",
    en: "The card is of another region than yours.",
  },
  NOT_A_GATE: {
    zh: "闸机编号须为 1 至 40 位字母、数字或短横线。",
    en: "A gate is named by 1 to 40 letters, digits and dashes.",
  },
  SAME_STATION_MINUTES_OUT_OF_RANGE: {
    zh: "须为 0 至 {max} 分钟。",
    en: "This has to be 0 to {max} minutes.",
  },
  NOT_A_CARD_NUMBER: { zh: "卡号有误，请核对。", en: "This is no card number." },
  TAP_NUMBER_TAKEN: {
    zh: "该流水号已用于另一条刷卡记录。",
    en: "You have sent another tap under this number.",
  },
  TAP_NOT_FOUND: {
    zh: "没有该流水号的单边刷卡记录；刚上传的请填写卡号，或稍后再试。",
    en: "No tap of this number stands alone. For one of the last seconds, state its card or try again.",
  },
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
    zh: "充值后余额（含处理中的充值）将超过该卡上限 {max} 元。",
    en: "The card holds {max} yuan at most, together with what is being paid in.",
  },
  TOP_UPS_UNDER_WAY: {
    zh: "该卡有多笔充值正在处理，请待其完成后再充值。",
    en: "Many top-ups of this card are under way; try again once they have ended.",
  },
  NO_TRANSIT_IN_REGION: {
    zh: "该地区尚未开通公共交通服务。",
    en: "There is no transit in this region here.",
  },
  CARD_KIND_NEEDS_PROOF: {
    zh: "办理此类卡须持有效的乘车优待资格，请凭证件到营业网点登记。",
    en: "This kind of card needs an entitlement that you hold today: show your proof at an operator's window.",
  },
  PROVEN_UNTIL_NOT_ASKED: {
    zh: "凭证有效期仅在营业网点发放非普通卡时填写。",
    en: "Only an operator states this, of a card that needs a proof.",
  },
  PROVEN_UNTIL_OUT_OF_RANGE: {
    zh: "凭证有效期须在 {today} 至 {last} 之间。",
    en: "This has to be from {today} to {last}.",
  },
  NO_SUCH_ENTITLEMENT: {
    zh: "该地区在这一天没有此类乘车优待。",
    en: "There is no such entitlement in this region on that day.",
  },
  ENTITLEMENT_FROM_PAST: {
    zh: "优待起始日不能早于今天。",
    en: "It begins today or later: what was ridden before stays as it was paid.",
  },
  ENTITLEMENT_PERIOD_REVERSED: { zh: "截止日不能早于起始日。", en: "The last day is before the first." },
  ENTITLEMENT_TOO_LONG: {
    zh: "每次登记最长 {months} 个月，到期后须重新查验凭证。",
    en: "It holds {months} months at most; then the proof is looked at again.",
  },
  ENTITLEMENT_TOO_YOUNG: {
    zh: "该持卡人在起始日未满 {age} 周岁。",
    en: "The holder is not {age} years old on the first day.",
  },
  CERTIFICATE_NUMBER_MISSING: { zh: "请填写证件编号。", en: "State the certificate's number." },
  CERTIFICATE_NUMBER_INVALID: {
    zh: "证件编号须为 4 至 40 位字母、数字或连字符。",
    en: "A certificate's number has 4 to 40 letters, digits and hyphens.",
  },
  CARD_NOT_BOUND: {
    zh: "该卡尚未绑定持卡人，请先由本人绑定。",
    en: "Nobody has bound this card; its holder has to bind it first.",
  },
  ENTITLEMENT_NOT_FOUND: {
    zh: "该持卡人没有在这一天之后有效的此类优待。",
    en: "The holder has no such entitlement that goes beyond this day.",
  },
  ENTITLEMENT_ENDS_IN_PAST: {
    zh: "终止日不能早于今天：已免费的乘车不再追收。",
    en: "It ends today or later: what was ridden free stays free.",
  },
  NOT_AN_OPERATOR: {
    zh: "贵单位未登记为该地区的公共交通运营单位，请联系平台。",
    en: "You are not on record as a transit operator of this region; ask the platform for it.",
  },
  NO_TRANSIT_MODE: { zh: "请至少填写一种公共交通方式。", en: "Name at least one mode." },
  INCOMPLETE_FARE_OUT_OF_RANGE: { zh: "须为 0 至 {max} 元。", en: "This has to be 0 to {max} yuan." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof TRANSIT_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
