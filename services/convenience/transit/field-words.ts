import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const TRANSIT_FIELDS = {
  TransitCard: {
    name: { zh: "交通卡", en: "Transit card" },
    fields: {
      entitledUntil: { zh: "优待有效期至", en: "Entitled until" },
      availableActions: { zh: "可办操作", en: "Possible actions" },
      balance: { zh: "余额", en: "Balance" },
      cannotEnter: { zh: "不能进站的原因", en: "Why gates refuse it" },
      held: { zh: "冻结额", en: "Amount held" },
      id: { zh: "编号", en: "Id" },
      incoming: { zh: "充值中", en: "Being paid in" },
      issuedAt: { zh: "发卡时间", en: "Issue" },
      kind: { zh: "卡种", en: "Kind" },
      monthSpend: { zh: "本月消费", en: "Spending of the month" },
      notHoldersFrom: { zh: "不再由持卡人承担的时间", en: "Not the holder's from" },
      number: { zh: "卡号", en: "Number" },
      payouts: { zh: "退款支付", en: "Payouts" },
      refusedEntries: { zh: "未放行的进站", en: "Entries that were refused" },
      region: { zh: "地区", en: "Region" },
      replacedBy: { zh: "新卡", en: "Its replacement" },
      status: { zh: "状态", en: "Status" },
      trips: { zh: "行程", en: "Trips" },
      withholding: { zh: "先乘后付", en: "Contract to pay after the ride" },
      withholdingTerms: { zh: "先乘后付条款", en: "Terms of such a contract" },
      ward: { zh: "未成年持卡人", en: "The minor who holds it" },
    },
  },
  TransitPass: {
    name: { zh: "进出站", en: "Pass of a gate" },
    fields: {
      airportLine: { zh: "机场线", en: "Airport line" },
      at: { zh: "时间", en: "Time" },
      station: { zh: "车站", en: "Station" },
    },
  },
  TransitPrice: {
    name: { zh: "票价", en: "Price of a trip" },
    fields: {
      distanceKm: { zh: "里程", en: "Distance" },
      full: { zh: "全价", en: "Full price" },
      overstay: { zh: "超时费", en: "Overstay" },
      entitlement: { zh: "免费依据", en: "Entitlement" },
      parts: { zh: "费用明细", en: "Parts of the fare" },
      percent: { zh: "折扣", en: "Percent" },
    },
  },
  TransitTrip: {
    name: { zh: "行程", en: "Trip" },
    fields: {
      boardedAt: { zh: "上车时间", en: "Boarding" },
      companion: { zh: "同行人", en: "Companion" },
      correction: { zh: "更正说明", en: "Correction" },
      entry: { zh: "进站", en: "Entry" },
      exit: { zh: "出站", en: "Exit" },
      fare: { zh: "扣费", en: "Fare" },
      id: { zh: "编号", en: "Id" },
      mode: { zh: "交通方式", en: "Mode" },
      operator: { zh: "运营单位", en: "Operator" },
      price: { zh: "票价", en: "Price" },
      status: { zh: "状态", en: "Status" },
    },
  },
} as const satisfies FieldWords;
