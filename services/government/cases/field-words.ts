import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const CASE_FIELDS = {
  Application: {
    name: { zh: "办件", en: "Application" },
    fields: {
      answer: { zh: "补正期限", en: "Time to answer" },
      appeal: { zh: "复核", en: "Review of the refusal" },
      auditTrail: { zh: "办理记录", en: "Trail" },
      availableActions: { zh: "可办操作", en: "Possible actions" },
      canBeEvaluated: { zh: "能否评价", en: "Whether it can be evaluated" },
      capacity: { zh: "办理身份", en: "Capacity" },
      channel: { zh: "办理渠道", en: "Channel" },
      clock: { zh: "办理时限", en: "Time limit" },
      complaints: { zh: "投诉", en: "Complaints" },
      confirmation: { zh: "本人确认", en: "Confirmation" },
      correction: { zh: "补正通知", en: "Correction notice" },
      createdAt: { zh: "创建时间", en: "Beginning" },
      decision: { zh: "决定", en: "Decision" },
      department: { zh: "办理部门", en: "Department" },
      duplicateReason: { zh: "重复申请理由", en: "Reason for another application" },
      endedAt: { zh: "办结时间", en: "End" },
      evaluations: { zh: "评价", en: "Evaluations" },
      form: { zh: "申请表", en: "Form" },
      heldFields: { zh: "平台已填内容", en: "What the platform filled in" },
      id: { zh: "编号", en: "Id" },
      number: { zh: "办件编号", en: "Case number" },
      inspections: { zh: "现场核查", en: "Inspections on site" },
      item: { zh: "事项", en: "Service item" },
      licence: { zh: "证照", en: "Licence" },
      materials: { zh: "申请材料", en: "Materials" },
      notes: { zh: "留言", en: "Notes" },
      partner: { zh: "代办企业", en: "Partner" },
      pastAppeals: { zh: "以前的复核", en: "Earlier reviews" },
      payoutAccounts: { zh: "收款账户", en: "Payout accounts" },
      problems: { zh: "待改问题", en: "Problems" },
      progress: { zh: "办理进度", en: "Progress" },
      region: { zh: "地区", en: "Region" },
      remedies: { zh: "救济途径", en: "Legal remedies" },
      remediesIfRefused: { zh: "不予批准时的救济途径", en: "Legal remedies against a refusal" },
      revocation: { zh: "撤销", en: "Revocation" },
      ruling: { zh: "规则审批", en: "Decision by rule" },
      rulingReview: { zh: "规则审批复核", en: "Review of the decision by rule" },
      savedAt: { zh: "保存时间", en: "Last saving" },
      stage: { zh: "办理阶段", en: "Stage" },
      status: { zh: "状态", en: "Status" },
      subject: { zh: "申请人", en: "Applicant" },
      submittedAt: { zh: "提交时间", en: "Submission" },
      visits: { zh: "到场次数", en: "Visits" },
    },
  },
  ApplicationConfirmation: {
    name: { zh: "办件确认", en: "Confirmation of an application" },
    fields: {
      amount: { zh: "金额", en: "Amount" },
      payoutAccounts: { zh: "收款账户", en: "Payout accounts" },
    },
  },
  ApplicationSubject: {
    name: { zh: "申请人", en: "Applicant" },
    fields: {
      name: { zh: "姓名", en: "Name" },
    },
  },
  Attendance: {
    name: { zh: "窗口接待", en: "Attendance at a window" },
    fields: {
      name: { zh: "姓名", en: "Name" },
      payoutAccounts: { zh: "收款账户", en: "Payout accounts" },
    },
  },
  StepProgress: {
    name: { zh: "办理环节", en: "Step" },
    fields: {
      opinion: { zh: "审查意见", en: "Opinion" },
    },
  },
} as const satisfies FieldWords;
