import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const CASE_WORDS = {
  ApplicationStatus: {
    DRAFT: { zh: "草稿", en: "Draft" },
    AWAITING_CONFIRMATION: { zh: "待本人确认", en: "Waiting for confirmation" },
    SUBMITTED: { zh: "已提交", en: "Submitted" },
    CORRECTION: { zh: "待补正", en: "To be corrected" },
    IN_REVIEW: { zh: "审查中", en: "In review" },
    PAUSED: { zh: "中止计时", en: "Clock stopped" },
    APPROVED: { zh: "准予", en: "Approved" },
    REJECTED: { zh: "不予许可", en: "Rejected" },
    DELIVERED: { zh: "已送达", en: "Delivered" },
    ARCHIVED: { zh: "已归档", en: "Archived" },
    WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
    LAPSED: { zh: "已失效", en: "Lapsed" },
    APPEALED: { zh: "复核中", en: "Under review" },
    REVOKED: { zh: "已撤销", en: "Revoked" },
  },
  ApplicationChannel: {
    ONLINE: { zh: "网上", en: "Online" },
    HALL: { zh: "大厅窗口", en: "At a window" },
    PARTNER: { zh: "合作企业", en: "By a partner" },
  },
  CaseNoteKind: {
    INTERNAL: { zh: "内部", en: "Internal" },
    TO_APPLICANT: { zh: "致申请人", en: "To the applicant" },
    FROM_APPLICANT: { zh: "申请人来信", en: "From the applicant" },
  },
  CheckResult: {
    PASSED: { zh: "通过", en: "Passed" },
    FAILED: { zh: "未通过", en: "Failed" },
    UNCLEAR: { zh: "无法判断", en: "Unclear" },
    OVER_BUDGET: { zh: "超出步数", en: "Out of steps" },
  },
  ConfirmationMeans: {
    SIGN_IN: { zh: "本人登录", en: "By sign-in" },
    CODE: { zh: "短信验证码", en: "By a code" },
  },
  DecisionOutcome: {
    APPROVED: { zh: "准予", en: "Approved" },
    REJECTED: { zh: "不予许可", en: "Rejected" },
    NOT_ACCEPTED: { zh: "不予受理", en: "Not accepted" },
  },
  AppealOutcome: {
    UPHELD: { zh: "维持原决定", en: "Upheld" },
    OVERTURNED: { zh: "改变原决定", en: "Overturned" },
  },
  RulingOutcome: {
    APPROVED: { zh: "准予", en: "Approved" },
    REJECTED: { zh: "不予许可", en: "Rejected" },
    ROUTED: { zh: "转人工审查", en: "Passed to a reviewer" },
  },
  PauseReason: {
    HEARING: { zh: "听证", en: "Hearing" },
    TENDER: { zh: "招标", en: "Tender" },
    AUCTION: { zh: "拍卖", en: "Auction" },
    INSPECTION: { zh: "检验", en: "Inspection of goods" },
    TESTING: { zh: "检测", en: "Test" },
    QUARANTINE: { zh: "检疫", en: "Quarantine" },
    APPRAISAL: { zh: "鉴定", en: "Appraisal" },
    EXPERT_REVIEW: { zh: "专家评审", en: "Expert review" },
  },
  UndecidedFate: {
    GRANTED: { zh: "视为准予延续", en: "Counts as granted" },
    RESTS: { zh: "届满后暂停经营", en: "The business rests" },
    RESTS_PUT_RIGHT_LATE: { zh: "届满后才补正，暂停经营", en: "Put right late; the business rests" },
  },
  StepState: {
    TO_COME: { zh: "未到", en: "To come" },
    WAITING: { zh: "待办理", en: "Waiting" },
    CLAIMED: { zh: "办理中", en: "In work" },
    FINISHED: { zh: "已完成", en: "Finished" },
  },
  MaterialState: {
    MISSING: { zh: "未提交", en: "Missing" },
    AWAITED: { zh: "待上传", en: "Upload awaited" },
    SCANNING: { zh: "查验中", en: "Being scanned" },
    READY: { zh: "已提交", en: "Ready" },
    REJECTED: { zh: "未通过查验", en: "Refused" },
    FILLED: { zh: "平台已有", en: "Held by the platform" },
  },
  FileStatus: {
    AWAITED: { zh: "待上传", en: "Upload awaited" },
    SCANNING: { zh: "查验中", en: "Being scanned" },
    READY: { zh: "可用", en: "Ready" },
    REJECTED: { zh: "未通过查验", en: "Refused" },
    REPLACED: { zh: "已替换", en: "Replaced" },
  },
  FindingResult: {
    MET: { zh: "符合", en: "Met" },
    NOT_MET: { zh: "不符合", en: "Not met" },
    NOT_APPLICABLE: { zh: "不适用", en: "Not applicable" },
  },
  InspectionOutcome: {
    PASSED: { zh: "合格", en: "Passed" },
    FAILED: { zh: "不合格", en: "Failed" },
  },
  SampleReviewStatus: {
    WAITING: { zh: "待复核", en: "Waiting" },
    CONFIRMED: { zh: "无异议", en: "Confirmed" },
    OBJECTED: { zh: "有异议", en: "Objected" },
    ANSWERED: { zh: "已答复", en: "Answered" },
  },
  Stake: {
    MONEY: { zh: "资金", en: "Money" },
    LICENCE: { zh: "证照", en: "A licence" },
  },
  TrailParty: {
    APPLICANT: { zh: "申请人", en: "The applicant" },
    OFFICER: { zh: "工作人员", en: "An officer" },
    GUARDIAN: { zh: "监护人", en: "Guardian" },
    OTHER_CITIZEN: { zh: "其他公民", en: "Another citizen" },
    PARTNER: { zh: "合作企业", en: "A partner" },
    PLATFORM: { zh: "平台", en: "The platform" },
  },
  FileType: {
    JPEG: { zh: "JPEG 图片", en: "JPEG picture" },
    PNG: { zh: "PNG 图片", en: "PNG picture" },
    PDF: { zh: "PDF 文档", en: "PDF document" },
  },
  HeldSource: {
    CITIZEN_REGISTER: { zh: "居民登记", en: "Register of residents" },
    ENTERPRISE_REGISTER: { zh: "企业登记", en: "Register of enterprises" },
    HOUSING_FUND: { zh: "公积金中心", en: "Housing-fund centre" },
    LICENCES: { zh: "电子证照", en: "Licences" },
  },
} as const satisfies EnumWords;
