import type {
  ApplicantCapacity,
  ApplicationChannel,
  FileStatus,
  HeldSource,
  LicenceVersionStatus,
  MaterialState,
  PauseReason,
  RecordEnd,
  RulingOutcome,
  StepState,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

type Toned = { readonly text: Text; readonly tone: Tone };

export const CHANNELS: Readonly<Record<ApplicationChannel, Text>> = {
  ONLINE: { zh: "网上", en: "Online" },
  HALL: { zh: "大厅窗口", en: "At a hall's window" },
  PARTNER: { zh: "合作企业", en: "Through a partner" },
};

export const CAPACITIES: Readonly<Record<ApplicantCapacity, Text>> = {
  SELF: { zh: "本人办理", en: "By the person themselves" },
  LEGAL_REPRESENTATIVE: { zh: "法定代表人办理", en: "By the legal representative" },
  GUARDIAN: { zh: "监护人办理", en: "By a guardian" },
  AGENT: { zh: "委托代理人办理", en: "By an agent with an authority" },
  PARTNER: { zh: "合作企业代办", en: "By a partner enterprise" },
};

export const MATERIAL_STATES: Readonly<Record<MaterialState, Toned>> = {
  MISSING: { text: { zh: "未提交", en: "Not there" }, tone: "act" },
  AWAITED: { text: { zh: "等待上传", en: "Announced" }, tone: "wait" },
  SCANNING: { text: { zh: "正在查毒", en: "Being scanned" }, tone: "wait" },
  REJECTED: { text: { zh: "文件未被接收", en: "File not taken" }, tone: "bad" },
  READY: { text: { zh: "已提交", en: "Handed in" }, tone: "good" },
  FILLED: { text: { zh: "平台已有", en: "Held by the platform" }, tone: "good" },
};

export const FILE_STATUSES: Readonly<Record<FileStatus, Text>> = {
  AWAITED: { zh: "等待上传", en: "announced" },
  SCANNING: { zh: "正在查毒", en: "being scanned" },
  READY: { zh: "可用", en: "ready" },
  REJECTED: { zh: "未被接收", en: "not taken" },
  REPLACED: { zh: "已被替换", en: "replaced" },
};

export const HELD_SOURCES: Readonly<Record<HeldSource, Text>> = {
  CITIZEN_REGISTER: { zh: "人口登记", en: "Register of residents" },
  ENTERPRISE_REGISTER: { zh: "市场主体登记", en: "Market-supervision register" },
  HOUSING_FUND: { zh: "公积金中心", en: "Housing-fund centre" },
  LICENCES: { zh: "电子证照", en: "Electronic licences" },
  FOREIGN_LICENCES: { zh: "其他地区的电子证照", en: "Electronic licences of other regions" },
};

export const PAUSE_REASONS: Readonly<Record<PauseReason, Text>> = {
  HEARING: { zh: "听证", en: "Hearing" },
  TENDER: { zh: "招标", en: "Tender" },
  AUCTION: { zh: "拍卖", en: "Auction" },
  INSPECTION: { zh: "检验", en: "Inspection of goods" },
  TESTING: { zh: "检测", en: "Test" },
  QUARANTINE: { zh: "检疫", en: "Quarantine" },
  APPRAISAL: { zh: "鉴定", en: "Appraisal" },
  EXPERT_REVIEW: { zh: "专家评审", en: "Expert review" },
};

export const STEP_STATES: Readonly<Record<StepState, Text>> = {
  TO_COME: { zh: "尚未开始", en: "Still to come" },
  WAITING: { zh: "待领取", en: "Waits to be taken on" },
  CLAIMED: { zh: "办理中", en: "Under way" },
  FINISHED: { zh: "已完成", en: "Done" },
};

export const RULING_OUTCOMES: Readonly<Record<RulingOutcome, Toned>> = {
  APPROVED: { text: { zh: "规则建议：批准", en: "The rule says: grant" }, tone: "good" },
  REJECTED: { text: { zh: "规则建议：不予批准", en: "The rule says: refuse" }, tone: "bad" },
  ROUTED: { text: { zh: "规则交人工决定", en: "The rule leaves it to a person" }, tone: "wait" },
};

export const RECORD_ENDS: Readonly<Record<RecordEnd, Text>> = {
  SUSPENDED: { zh: "已暂扣或中止", en: "is suspended" },
  EXPIRED: { zh: "已过期", en: "has expired" },
  CANCELLED: { zh: "已注销", en: "is cancelled" },
  REVOKED: { zh: "已撤销", en: "is revoked" },
  ENDED: { zh: "已撤销或注销", en: "is revoked or cancelled" },
  SUPERSEDED: { zh: "已被新版本取代", en: "has a newer version" },
  KEY_COMPROMISED: { zh: "的签名密钥已泄露", en: "was signed by a key that had been given away" },
  UNTRUSTED: { zh: "的颁发机构不再受本地信任", en: "is of an issuer that is not trusted with it any more" },
  UNMAPPED: {
    zh: "在本地不再等同于所要求的证照",
    en: "does not stand for the licence that is asked for any more",
  },
};

export const VERSION_STATUSES: Readonly<Record<LicenceVersionStatus, Text>> = {
  VALID: { zh: "有效", en: "valid" },
  SUSPENDED: { zh: "已暂扣或中止", en: "suspended" },
  EXPIRED: { zh: "已过期", en: "expired" },
  CANCELLED: { zh: "已注销", en: "cancelled" },
  REVOKED: { zh: "已撤销", en: "revoked" },
  SUPERSEDED: { zh: "已被新版本取代", en: "another version has taken its place" },
};
