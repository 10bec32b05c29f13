import type { Message } from "../../kernel/message.ts";

/** The texts about licences. */
export const LICENCE_MESSAGES = {
  CREDIT_CODE_OF_ANOTHER: {
    zh: "统一社会信用代码与申请企业不一致。",
    en: "This is not the credit code of the enterprise that applies.",
  },
  LICENCE_ENDED: {
    zh: "该证照已注销或撤销。",
    en: "This licence was cancelled or revoked.",
  },
  LICENCE_RENEWAL_TOO_EARLY: {
    zh: "尚未到可以申请延续的时间，自 {date} 起受理。",
    en: "It is too early for this renewal, which can be applied for from {date} on.",
  },
  LICENCE_HOLDER_KIND: {
    zh: "此类证照的持证主体类别与申请人不符（个人或单位）。",
    en: "A licence of this type is not for such an applicant: it is either for people or for enterprises.",
  },
  LICENCE_ISSUER_MISSING: {
    zh: "办理部门今天在该地区不是此类证照的颁发机构，不能办理。",
    en: "The department that handles the case is no issuing authority of this licence type there today.",
  },
  LICENCE_REGION_UNKNOWN: { zh: "没有这一行政区划代码。", en: "There is no region of this code." },
  LICENCE_NUMBER_UNFIT: {
    zh: "证照编号须为 1 到 40 位数字和大写字母（GB/T 36904）。",
    en: "A licence's number is 1 to 40 digits and capital letters (GB/T 36904).",
  },
  LICENCE_NUMBER_TAKEN: {
    zh: "此类证照中已有这一编号。",
    en: "Another licence of this type has this number.",
  },
  LICENCE_NOT_IN_REPOSITORY: {
    zh: "申请人没有这一编号的此类证照，请核对编号。",
    en: "The applicant has no licence of this type with this number; check the number.",
  },
  LICENCE_SUSPENDED: {
    zh: "该证照已暂扣或中止，恢复之前不能办理。",
    en: "This licence is suspended; nothing else is done to it before it is resumed.",
  },
  LICENCE_NOT_SUSPENDED: { zh: "该证照未被暂扣或中止。", en: "This licence is not suspended." },
  LICENCE_EXPIRED: {
    zh: "该证照有效期已届满，请重新申请。",
    en: "This licence's time is over; apply for a new one.",
  },
  LICENCE_VERSIONS_USED_UP: {
    zh: "该证照的版本号已用完（GB/T 36904 为三位），请重新申请。",
    en: "All version numbers of this licence are used (GB/T 36904 has three digits); apply for a new one.",
  },
  LICENCE_CONTENT_UNFIT: {
    zh: "证照内容不符合其类型的要求（{field}），不能办理。",
    en: "What the licence would say does not fit its type ({field}), so nothing can be granted.",
  },
  LICENCE_END_UNFIT: {
    zh: "证照的截止日“{date}”不是今天或之后的日期，不能办理。",
    en: 'The last day of the licence would be "{date}", which is no day from today on.',
  },
  LICENCE_TYPE_UNKNOWN: {
    zh: "没有已发布的证照类型“{value}”。",
    en: 'No licence type "{value}" is in force.',
  },
  LICENCE_FIELD_UNKNOWN: {
    zh: "该类证照的内容中没有字段“{field}”。",
    en: 'The content of this licence type has no field "{field}".',
  },
  LICENCE_FIELD_UNSAID: {
    zh: "该类证照必须载明“{field}”，请写明从何处取值。",
    en: 'A licence of this type has to say "{field}"; say where it is taken from.',
  },
  LICENCE_NUMBERS_USED_UP: {
    zh: "这一序列的证照编号已用完。",
    en: "All numbers of this series are given out.",
  },
  LICENCE_SERIES_UNFIT: {
    zh: "证照编号的序列须由数字组成，所填内容不能编号。",
    en: "The series of a licence's number has digits alone; no number is made of what was filled in.",
  },
  LICENCE_COUNT_OF_ACT: {
    zh: "只有颁发可以写明顺序编号（counted），且不能同时写明编号（number）。",
    en: "Only to issue can count numbers up (counted), and then says no number itself.",
  },
  LICENCE_COUNT_UNFIT: {
    zh: "顺序编号（counted）的前缀须为数字和大写字母，序列至少一段，计数为 1 至 {max} 位，编号合计不超过 40 位（GB/T 36904）。",
    en: "To count numbers up takes a prefix of digits and capital letters, a series, and 1 to {max} digits; a number has at most 40 characters (GB/T 36904).",
  },
  LICENCE_NUMBER_UNSAID: {
    zh: "请写明从何处取得所办证照的编号（number）。",
    en: "Say where the number of the licence is taken from (number).",
  },
  LICENCE_CONTENT_OF_ACT: {
    zh: "此种办理不改变证照内容，content 须为空。",
    en: "This act changes nothing that the licence says; leave content empty.",
  },
  LICENCE_WINDOW_OF_ACT: {
    zh: "只有延续可以写明申请时间（window）。",
    en: "Only to renew can say when it is asked for (window).",
  },
  LICENCE_WINDOW_OUT_OF_RANGE: {
    zh: "申请时间（window）应为 1 至 {max} 个工作日，且开始不晚于 inTimeWorkingDays。",
    en: "The window has 1 to {max} working days, and opens no later than it is in time (inTimeWorkingDays).",
  },
  LICENCE_REGION_OF_ACT: {
    zh: "只有颁发可以写明所在地区（region），此后不变。",
    en: "Only to issue can say a region (region), which stays.",
  },
  LICENCE_END_OF_ACT: {
    zh: "只有颁发和延续可以写明截止日（until）。",
    en: "Only to issue and to renew can say a last day (until).",
  },
  TYPE_LEGAL_BASIS_MISSING: {
    zh: "没有法律依据的证照类型不能发布。",
    en: "A licence type without a legal basis cannot be published.",
  },
  TYPE_TOO_LARGE: { zh: "证照类型内容最大为 {max} 字节。", en: "The type may take at most {max} bytes." },
  TYPE_CODE_INVALID: {
    zh: "证照类型代码由证照定义机构的统一社会信用代码（18 位）和三位数字组成（GB/T 36904）。",
    en: "A type code is the credit code of the authority that defines the type (18 characters) and three digits (GB/T 36904).",
  },
  TYPE_NAME_TAKEN: {
    zh: "“{name}”已属于另一证照类型。",
    en: '"{name}" is another licence type\'s already.',
  },
  TYPE_IDENTITY_CHANGED: {
    zh: "发布之后不能再改：已签发的证照以此识别其类型。请新建一个类型。",
    en: "This cannot change once the type is published: licences that were issued are known by it. Make a new type.",
  },
  VCT_INVALID: {
    zh: "vct 须为 https:// 或 urn: 开头的地址，不含空格。",
    en: "A vct is an address that begins with https:// or urn:, without spaces.",
  },
  DIRECTORY_ITEM_CODE_INVALID: {
    zh: "关联事项代码为十二位数字的基本编码（GB/T 39554.1）。",
    en: "The code of a matter is its basic code, twelve digits (GB/T 39554.1).",
  },
  ISSUER_MISSING: { zh: "至少指定一个颁发机构。", en: "Name at least one authority that issues it." },
  ISSUER_OUTSIDE_REGIONS: {
    zh: "颁发机构的地区须在该类型的地区之内。",
    en: "An authority issues it only within the regions of the type.",
  },
  ISSUER_PERIOD_REVERSED: { zh: "截止日不能早于起始日。", en: "The last day is before the first." },
  CONTENT_NAME_RESERVED: {
    zh: "字段不能命名为“{field}”：电子凭证（SD-JWT）自己使用这个名称。",
    en: 'No field can be called "{field}": credentials (SD-JWT) use the name themselves.',
  },
  DISCLOSURE_MISSING: {
    zh: "请写明字段“{field}”的公开程度。",
    en: 'Say how much is told by showing the field "{field}".',
  },
  DISCLOSURE_OF_NOTHING: {
    zh: "内容中没有字段“{field}”。",
    en: 'The content has no field "{field}".',
  },
  DISCLOSURE_NEVER_MINIMAL: {
    zh: "至少一个字段须在每次出示时都显示。",
    en: "At least one field has to be one that is shown whenever the licence is.",
  },
  VALIDITY_OUT_OF_RANGE: {
    zh: "有效期须为 {min} 到 {max} 个月。",
    en: "The validity has to be {min} to {max} months.",
  },
  VALIDITY_FIELD_MISSING: {
    zh: "请选择载明截止日期的字段。",
    en: "Choose the field of the content that states the last day.",
  },
  VALIDITY_FIELD_UNFIT: {
    zh: "“{field}”须为内容中必填的日期字段。",
    en: '"{field}" has to be a required field of the content that is a date.',
  },
  TEMPLATE_COLUMNS: { zh: "每块须为 1 到 {max} 列。", en: "A block has 1 to {max} columns." },
  TEMPLATE_CELL_UNCLEAR: {
    zh: "每格须写明一个字段或一个固定位置，且只能写一个。",
    en: "A cell shows either a field or a fixed place: say which.",
  },
  TEMPLATE_EMPTY: {
    zh: "证照样式须有内容：至少一块，每块至少一格。",
    en: "A template needs content: at least one block, and in each at least one cell.",
  },
  TEMPLATE_TOO_FULL: {
    zh: "这一版式最多 {max} 行（含小标题），再多便无法看清。",
    en: "This sheet has room for {max} lines, headings among them; more could not be read.",
  },
  TEMPLATE_FIELD_UNKNOWN: {
    zh: "证照样式中的字段“{field}”在内容中不存在。",
    en: 'The template names the field "{field}", which the content does not have.',
  },
  TEMPLATE_FIELD_SENSITIVE: {
    zh: "“{field}”是敏感字段：须在该格写明，仅在点名需要时显示。",
    en: '"{field}" is a sensitive field: the cell has to say so, and it is drawn only where it is asked for.',
  },
  TEMPLATE_FIELD_MISSING: {
    zh: "证照样式缺少字段“{field}”：公开程度为“最少”的字段总要显示。",
    en: 'The template lacks the field "{field}", which is always shown.',
  },
  TEMPLATE_PLACE_TWICE: {
    zh: "同一固定位置在证照样式中出现了两次。",
    en: "The template names the same fixed place twice.",
  },
  TEMPLATE_NAMED_TWICE: {
    zh: "“{field}”在证照样式中出现了两次。",
    en: 'The template names "{field}" twice.',
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof LICENCE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
