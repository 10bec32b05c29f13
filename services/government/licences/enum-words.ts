import type { EnumWords } from "../../kernel/service.ts";

export const ISSUER_KEY_WORDS = {
  PROPOSED: { zh: "待同意", en: "Waits for a second officer" },
  TO_COME: { zh: "将启用", en: "To come" },
  VALID: { zh: "有效", en: "Valid" },
  ENDED: { zh: "已停用", en: "Ended" },
  COMPROMISED: { zh: "已泄露", en: "Compromised" },
} as const;

/** How people read the values of this service's enums. */
export const LICENCE_WORDS = {
  LicenceStatus: {
    VALID: { zh: "有效", en: "Valid" },
    SUSPENDED: { zh: "已暂扣或中止", en: "Suspended" },
    EXPIRED: { zh: "已过期", en: "Expired" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
    CANCELLED: { zh: "已注销", en: "Cancelled" },
  },
  ElectronicLicenceStatus: {
    VALID: { zh: "有效", en: "Valid" },
    SUSPENDED: { zh: "已暂扣或中止", en: "Suspended" },
    EXPIRED: { zh: "已过期", en: "Expired" },
    CANCELLED: { zh: "已注销", en: "Cancelled" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
  },
  LicenceVersionStatus: {
    VALID: { zh: "有效", en: "Valid" },
    SUSPENDED: { zh: "已暂扣或中止", en: "Suspended" },
    EXPIRED: { zh: "已过期", en: "Expired" },
    CANCELLED: { zh: "已注销", en: "Cancelled" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
    SUPERSEDED: { zh: "已被新版本取代", en: "Another version has taken its place" },
  },
  LicenceVerificationOutcome: {
    CONFIRMED: { zh: "核验通过", en: "Confirmed" },
    WRONG_ENDING: { zh: "持证人号码末位不符", en: "Wrong end of the holder's number" },
    NOT_HEARD: { zh: "未核对持证人号码", en: "The holder's number was not looked at" },
    BY_CONSENT: { zh: "经您同意查看", en: "Seen with your consent" },
    PRESENTED: { zh: "由钱包出示", en: "Presented by a wallet" },
    CODE_READ: { zh: "凭您出示的证照码读取", en: "Read by the code that was shown" },
    CODE_REFUSED: { zh: "证照码已失效，未予读取", en: "A code that no longer holds was refused" },
  },
  LicenceCopyStatus: {
    IN_FORCE: { zh: "有效", en: "In force" },
    USED_UP: { zh: "次数已用完", en: "Used up" },
    OVER: { zh: "已到期", en: "Over" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
  },
  LicenceCopyFault: {
    OTHER_VERIFIER: { zh: "不是约定的使用方", en: "Another verifier" },
    REVOKED: { zh: "加注件已撤销", en: "The copy was revoked" },
    OVER: { zh: "加注件已到期", en: "The copy was over" },
    USED_UP: { zh: "使用次数已用完", en: "The copy was used up" },
    SUPERSEDED: { zh: "证照已有新版本", en: "The licence has another version" },
    LICENCE_SUSPENDED: { zh: "证照已暂扣或中止", en: "The licence was suspended" },
    LICENCE_EXPIRED: { zh: "证照已过期", en: "The licence was over" },
    LICENCE_ENDED: { zh: "证照已注销或撤销", en: "The licence was cancelled or revoked" },
  },
  LicenceVersionAct: {
    ISSUE: { zh: "颁发", en: "Issue" },
    CHANGE: { zh: "变更", en: "Change" },
    RENEW: { zh: "延续", en: "Renewal" },
    REISSUE: { zh: "补领、换领", en: "Reissue" },
    UNDO: { zh: "恢复原内容", en: "Back to what it said" },
    IMPORT: { zh: "登记机关归集", en: "Stated by its register" },
  },
  HolderKind: {
    PERSON: { zh: "自然人", en: "A person" },
    ENTERPRISE: { zh: "法人或者其他组织", en: "An enterprise or another organisation" },
    THING: { zh: "物", en: "A thing" },
  },
  Disclosure: {
    MINIMAL: { zh: "最少", en: "Least of all" },
    ORDINARY: { zh: "一般", en: "As usual" },
    SENSITIVE: { zh: "敏感", en: "For a need alone" },
  },
  Assurance: {
    LOW: { zh: "低", en: "Low" },
    SUBSTANTIAL: { zh: "较高", en: "Substantial" },
    HIGH: { zh: "高", en: "High" },
  },
  OfficeLevel: {
    NATIONAL: { zh: "国家级", en: "National" },
    PROVINCIAL: { zh: "省级", en: "Provincial" },
    MUNICIPAL: { zh: "地市级", en: "Municipal" },
    COUNTY: { zh: "区县级", en: "County" },
    TOWNSHIP: { zh: "乡镇级", en: "Township" },
    OTHER: { zh: "其他", en: "Other" },
  },
  ValidityKind: {
    PERMANENT: { zh: "长期", en: "Always" },
    MONTHS: { zh: "自签发起若干个月", en: "So many months from its day on" },
    STATED: { zh: "至证照载明的日期", en: "Until a day that it states" },
  },
  IssuerKeyStanding: ISSUER_KEY_WORDS,
  TrustKind: {
    ISSUER: { zh: "颁发机构", en: "An issuer" },
    MAPPING: { zh: "类型对应", en: "A mapping of types" },
  },
  TrustAct: {
    AGREED: { zh: "两人同意的变更", en: "A change that two agreed to" },
    KEY_COMPROMISED: { zh: "密钥泄露", en: "A key that was given away" },
  },
  Equivalence: {
    FULL: { zh: "完全对应", en: "Wholly" },
    PARTIAL: { zh: "部分对应", en: "In part" },
    NONE: { zh: "不对应", en: "Not at all" },
  },
  LicenceKeyAlgorithm: {
    ES256: { zh: "ECDSA（P-256 曲线）", en: "ECDSA on P-256" },
    SM2: { zh: "国密 SM2 算法", en: "SM2 (GB/T 32918)" },
  },
  ForeignLicenceWay: {
    CODE: { zh: "凭证照码在线核验", en: "Read live, by a code" },
    PRESENTATION: { zh: "按签名核验", en: "Verified by its signatures" },
  },
  LicenceSheet: {
    A4_PORTRAIT: { zh: "A4 竖版", en: "A4, upright" },
    A4_LANDSCAPE: { zh: "A4 横版", en: "A4, across" },
    CARD: { zh: "卡片（A6 横版）", en: "A card (A6, across)" },
  },
  LicenceAccent: {
    RED: { zh: "红", en: "Red" },
    BLUE: { zh: "蓝", en: "Blue" },
    GREEN: { zh: "绿", en: "Green" },
    BROWN: { zh: "棕", en: "Brown" },
    GREY: { zh: "灰", en: "Grey" },
  },
  TemplatePlace: {
    NUMBER: { zh: "编号", en: "Number" },
    ISSUER: { zh: "颁发机构", en: "Issuing authority" },
    ISSUED_ON: { zh: "颁发日期", en: "Issued on" },
    VALID_UNTIL: { zh: "有效期至", en: "Valid until" },
  },
  BusinessForm: {
    SALES: { zh: "食品销售", en: "Food sales" },
    CATERING: { zh: "餐饮服务", en: "Catering" },
    CANTEEN: { zh: "单位食堂", en: "Canteen" },
  },
} as const satisfies EnumWords;
