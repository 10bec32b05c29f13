import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const TRANSIT_WORDS = {
  TransitCardKind: {
    STANDARD: { zh: "普通卡", en: "Standard" },
    STUDENT: { zh: "学生卡", en: "Student" },
    SENIOR: { zh: "老年卡", en: "Senior" },
    SOLDIER: { zh: "军人卡", en: "Soldier" },
    DISABLED_SOLDIER: { zh: "残疾军人卡", en: "Disabled soldier" },
    BLIND: { zh: "盲人卡", en: "Blind" },
    DISABLED: { zh: "残疾人卡", en: "Disabled" },
  },
  TransitCardStatus: {
    ACTIVE: { zh: "正常", en: "In use" },
    FROZEN: { zh: "已挂失", en: "Frozen" },
    REPLACED: { zh: "已补换", en: "Replaced" },
    CLOSED: { zh: "已注销", en: "Closed" },
  },
  TransitMode: {
    METRO: { zh: "地铁", en: "Metro" },
    BUS: { zh: "公交", en: "Bus" },
  },
  TransitTripStatus: {
    OPEN: { zh: "行程中", en: "Under way" },
    COMPLETED: { zh: "已完成", en: "Completed" },
    INCOMPLETE: { zh: "单边交易", en: "One end is missing" },
  },
  TransitBusService: {
    REGULAR: { zh: "普通线路", en: "Regular line" },
    TOURIST: { zh: "旅游线路", en: "Line for tourists" },
    TO_ORDER: { zh: "定制线路", en: "Line to order" },
  },
  TransitTariffStanding: {
    PROPOSED: { zh: "待同意", en: "Proposed" },
    TO_COME: { zh: "待生效", en: "To come" },
    IN_FORCE: { zh: "执行中", en: "In force" },
    REPLACED: { zh: "已被取代", en: "Replaced" },
  },
  TransitProofKind: {
    CERTIFICATE: { zh: "证件", en: "Certificate" },
    REGISTER: { zh: "主管部门登记", en: "The authority's register" },
    WINDOW: { zh: "窗口查验", en: "Seen at the window" },
  },
  TransitFarePartKind: {
    DISTANCE: { zh: "里程票价", en: "Fare by distance" },
    OVERSTAY: { zh: "超时加收", en: "Overstay" },
    WALKED_TRANSFER: { zh: "站外换乘", en: "Change by leaving and entering again" },
    CARD: { zh: "刷卡优惠", en: "Discount of the card" },
    MONTH: { zh: "月度累计优惠", en: "Discount of the month" },
    EARLY_BIRD: { zh: "低峰优惠", en: "Early on a working day" },
    MODE_CHANGE: { zh: "公交地铁换乘优惠", en: "Change between bus and metro" },
    SAME_STATION: { zh: "同站进出", en: "In and out at one station" },
    ENTITLEMENT: { zh: "免费乘车", en: "Free ride" },
  },
  GateRefusal: {
    BALANCE: { zh: "余额不足", en: "Too little on the card" },
    LISTED: { zh: "在拒收名单上", en: "On the list of refused cards" },
    OTHER: { zh: "其他原因", en: "Another reason" },
  },
  RefusedEntryReason: {
    CARD_BELOW_MINIMUM: { zh: "余额低于最低要求", en: "Below the least balance" },
    CARD_IN_ARREARS: { zh: "本卡欠费", en: "Card in arrears" },
    HOLDER_IN_ARREARS: { zh: "名下另一张卡欠费", en: "Another card in arrears" },
    FARES_UNCOLLECTED: { zh: "车费尚待扣款", en: "Fares still to be collected" },
    CARD_ARREARS_LIMIT: { zh: "欠费已达上限", en: "Arrears at their limit" },
    CARD_BLOCKED: { zh: "卡已挂失、补换或注销", en: "Card frozen, replaced or closed" },
    RIDE_CODE_USED: { zh: "乘车码已被使用", en: "Ride code used before" },
    REFUSED_FOR_BALANCE: { zh: "闸机提示余额不足", en: "Too little on the card, by the gate" },
    REFUSED_AS_LISTED: { zh: "闸机提示该卡已停用", en: "On the gate's list of refused cards" },
    REFUSED_AT_GATE: { zh: "闸机未放行", en: "Not let in by the gate" },
  },
  TapKind: {
    ENTRY: { zh: "进站", en: "Entry" },
    EXIT: { zh: "出站", en: "Exit" },
    BUS: { zh: "乘车", en: "Bus" },
  },
  ClearingKind: {
    EXIT: { zh: "归出站运营单位", en: "All to the operator at the exit" },
    FIXED: { zh: "按固定比例", en: "By fixed shares" },
    DISTANCE: { zh: "按里程", en: "By distance" },
  },
} as const satisfies EnumWords;
