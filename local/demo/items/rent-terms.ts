import type { DraftInput } from "../../../services/government/catalogue/index.ts";
import { ID_CARD } from "./demo-item.ts";
import {
  APPLICANT_NAME,
  amountOf,
  askIf,
  choice,
  confirmation,
  districtOf,
  FUND_ACCOUNT,
  OWN_ID_NUMBER,
  OWN_MOBILE,
  otherPerson,
  PAYOUT_ACCOUNT,
  page,
  said,
  textField,
} from "./fields.ts";
import type { FundCheck } from "./fund-rules.ts";

/** The form of whoever draws for rent, once or by standing order. */
export const RENT_PAGES = [
  page("申请人", "Applicant", "applicantName", "idNumber", "mobile", "fundAccount"),
  page("家庭", "Household", "maritalStatus", "spouse", "hasHomeInCity"),
  page(
    ...([
      "租住房屋",
      "Rented home",
      "rentalAddress",
      "rentalRegion",
      "leaseKind",
      "leaseStart",
      "leaseEnd",
      "monthlyRent",
    ] as const),
  ),
  page("收款", "Payment", "payoutAccount"),
];

export const RENT_PROPERTIES = {
  applicantName: APPLICANT_NAME,
  idNumber: OWN_ID_NUMBER,
  mobile: OWN_MOBILE,
  fundAccount: FUND_ACCOUNT,
  maritalStatus: choice(said("婚姻状况", "Marital status"), {
    ...{ 未婚: "Single", 已婚: "Married", 离异: "Divorced", 丧偶: "Widowed" },
  }),
  spouse: {
    ...otherPerson(said("配偶", "Spouse")),
    "x-hint": said(
      "请配偶登录本平台，在“住房公积金”的“配偶确认”中确认您；未确认的，由工作人员核对结婚证后决定。",
      "Have your spouse sign in here and confirm you, under the housing fund. Without it a person decides by the marriage certificate.",
    ),
  },
  hasHomeInCity: confirmation(
    said("本人及配偶在本市无自有住房", "Neither I nor my spouse own a home in the city"),
    false,
  ),
  rentalAddress: textField(said("租住房屋地址", "Address of the rented home"), {
    ...{ minLength: 5, maxLength: 200 },
  }),
  rentalRegion: districtOf(said("租住房屋所在区", "District of the rented home")),
  leaseKind: choice(said("租赁合同", "The lease"), {
    ...{ 未备案: "Not registered", 已备案: "Registered, with an invoice" },
    已备案且为多子女家庭: "Registered, of a family with two or more children, one of them a minor",
    公共租赁住房或保障性租赁住房: "Of public rental housing, registered",
  }),
  leaseStart: textField(said("租期开始", "Lease begins"), { format: "date" }),
  leaseEnd: textField(said("租期结束", "Lease ends"), { format: "date", "x-notBefore": "leaseStart" }),
  monthlyRent: amountOf(said("月租金（元）", "Rent a month (yuan)"), 6, "4500.00"),
  payoutAccount: PAYOUT_ACCOUNT,
};

export const RENT_REQUIRED = [
  "applicantName",
  "idNumber",
  "mobile",
  "maritalStatus",
  "hasHomeInCity",
  "rentalAddress",
  "rentalRegion",
  "monthlyRent",
  "payoutAccount",
];

/** Of a married couple both may withdraw, so both are named. */
export const RENT_CONDITIONS = [askIf("maritalStatus", "string", "已婚", "spouse")];

export const RENT_MATERIALS: DraftInput["materials"] = [
  ID_CARD,
  {
    code: "marriage-certificate",
    name: { zh: "结婚证（已婚的）", en: "Marriage certificate (if married)" },
    required: false,
    replacedByLicence: "marriage-certificate",
  },
  {
    code: "lease-contract",
    name: { zh: "房屋租赁合同（已备案的免交）", en: "Lease contract (not if it is registered)" },
    required: false,
  },
  {
    code: "no-home-statement",
    name: { zh: "在本市无自有住房承诺书", en: "Statement of owning no home in the city" },
    required: true,
  },
  {
    code: "rent-invoice",
    name: { zh: "租金发票（租赁合同已备案的）", en: "Invoice for the rent (of a registered lease)" },
    required: false,
  },
];

/** Three months of unbroken contributions. */
export const UNBROKEN: FundCheck = {
  code: "unbroken-contributions",
  name: { zh: "连续足额缴存满三个月", en: "Three months of unbroken contributions" },
  failed: {
    zh: "按公积金中心最近公布的记录，您连续缴存了 {facts.housingFund.unbrokenMonths} 个月。租房提取须足额缴存、不间断，满三个月。",
    en: "Months of unbroken contributions by the fund centre's last statement: {facts.housingFund.unbrokenMonths}. A withdrawal for rent wants three.",
  },
  advice: {
    zh: "满三个月后可再申请。认为记录有误的，请单位或公积金中心（12329）核对缴存记录。",
    en: "Apply again once there are three. If the record is wrong, ask your employer or the fund centre (12329) to look at it.",
  },
  holds: { ">=": [{ var: "facts.housingFund.unbrokenMonths" }, 3] },
  otherwise: "REJECT",
  ground: { law: "建金〔2015〕19号", article: "第一条" },
};

/** No home of one's own in the city. */
export const NO_HOME: FundCheck = {
  code: "no-home",
  name: { zh: "本人及配偶在本市无自有住房", en: "No home of one's own in the city" },
  failed: {
    zh: "您填写本人或配偶在本市有自有住房。租房提取须本人及配偶在本市都没有自有住房。",
    en: "You state that you or your spouse own a home in the city. A withdrawal for rent wants that neither does.",
  },
  advice: {
    zh: "填写有误的，请更正后再申请；有购房贷款的，可以为偿还贷款提取。",
    en: "If that is a mistake, apply again with it put right. If you repay a home loan, you can draw for that.",
  },
  holds: { "===": [{ var: "form.hasHomeInCity" }, false] },
  otherwise: "REJECT",
  ground: { law: "建金〔2015〕19号", article: "第一条" },
};

/** The household is as others say it. */
export const HOUSEHOLD: FundCheck = {
  // People look at one who files otherwise than they or their spouse have said, and where the spouse has not
  // confirmed it.
  code: "household",
  name: {
    zh: "家庭情况与本月其他提取申报一致",
    en: "The household is as this month's other withdrawals state it",
  },
  failed: {
    zh: "您申报的家庭情况，与您确认的配偶或本月已有的提取不一致。须两者一致。",
    en: "The household that you state is not the one that you have confirmed, or that was drawn for this month. They have to agree.",
  },
  advice: {
    zh: "婚姻状况有变的，请在“配偶确认”中更新；由工作人员核对后决定。",
    en: "If your marital status has changed, say so where you confirm your spouse. A person looks at it and decides.",
  },
  holds: { "===": [{ var: "facts.housingFund.isHouseholdAsStated" }, true] },
  otherwise: "ROUTE",
  ground: { law: "建金〔2015〕19号", article: "第一条" },
};

/** Something of the couple's rent is left. */
export const HOUSEHOLD_RENT: FundCheck = {
  code: "household-rent",
  name: {
    zh: "家庭本月的租金还有可提取的部分",
    en: "Something is left to draw of the household's rent of this month",
  },
  failed: {
    zh: "您家本月的租金已全部提取。夫妻合计提取不超过实际房租。",
    en: "All of your household's rent of this month has been drawn. Together a couple draws no more than the rent.",
  },
  advice: {
    zh: "下月可再申请；房租有变的，请按实际房租填写。",
    en: "Apply again next month. If the rent has changed, state what you pay.",
  },
  holds: { "===": [{ var: "facts.housingFund.isRentLeftForHousehold" }, true] },
  otherwise: "REJECT",
  ground: { law: "住房公积金管理条例", article: "第二十四条第一款第六项" },
};

/** The cap that can be told by rule. */
export const LEASE_UNREGISTERED: FundCheck = {
  code: "lease",
  name: {
    zh: "租赁合同未备案，按每人每月限额提取",
    en: "The lease is not registered: a person's monthly cap",
  },
  failed: {
    zh: "您的租赁合同：{facts.housingFund.leaseKind}。系统只能核对未备案租房的限额。",
    en: "Your lease: {facts.housingFund.leaseKind}. Only the cap without a registered lease can be told by rule.",
  },
  advice: {
    zh: "请上传租金发票和相关证明；由工作人员核对后决定，可提取的金额按您的情况核定。",
    en: "Upload the invoice and what proves the case. A person looks at it and decides, by the cap that is yours.",
  },
  // No register tells of leases, invoices or children here.
  holds: { "===": [{ var: "facts.housingFund.leaseKind" }, "UNREGISTERED"] },
  otherwise: "ROUTE",
  ground: { law: "京房公积金发〔2023〕6号", article: "第一条" },
};

/** The lease lasts, by the form's own days. */
export const LEASE_IN_FORCE: FundCheck = {
  code: "lease-in-force",
  name: { zh: "租期已开始、未结束", en: "The lease has begun, and is not over" },
  failed: {
    zh: "按您填写的租期，租赁还没有开始，或已经结束。租房提取须在租期内。",
    en: "By the days that you state the lease has not begun, or is over. A withdrawal for rent is for a lease that lasts.",
  },
  advice: {
    zh: "租期填写有误或已续租的，请按现行租赁合同填写后再申请；租期未开始的，开始后再申请。",
    en: "If the days are wrong, or there is a new lease, apply again by the one that lasts. If it is yet to begin, apply then.",
  },
  holds: { "===": [{ var: "facts.housingFund.isLeaseInForce" }, true] },
  otherwise: "REJECT",
  ground: { law: "住房公积金管理条例", article: "第二十四条第一款第六项" },
};
