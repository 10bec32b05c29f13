import type { Message } from "../../kernel/message.ts";

/** The texts about supervision: audit trails, evaluations, complaints, reviews. */
export const SUPERVISION_MESSAGES = {
  TRAIL_LINE: { zh: "{who}{what}", en: "{who} {what}" },
  TRAIL_BY_APPLICANT: { zh: "申请人", en: "The applicant" },
  TRAIL_BY_OTHER_CITIZEN: { zh: "代办人", en: "Somebody acting for the applicant" },
  TRAIL_BY_OFFICER: { zh: "{department} 工作人员", en: "An officer of {department}" },
  TRAIL_BY_PARTNER: { zh: "合作单位", en: "A partner enterprise" },
  TRAIL_BY_PLATFORM: { zh: "平台", en: "The platform" },
  TRAIL_STARTED: { zh: "开始填写申请。", en: "began the application." },
  TRAIL_SAVED: { zh: "保存了填写内容。", en: "saved what was filled in." },
  TRAIL_SUBMITTED: { zh: "提交了申请。", en: "handed the application in." },
  TRAIL_CONFIRMATION_ASKED: {
    zh: "代为提交，待本人确认。",
    en: "handed it in, for the applicant to confirm.",
  },
  TRAIL_CONFIRMED: { zh: "本人确认。", en: "confirmed it in person." },
  TRAIL_WITHDRAWN: { zh: "撤回了申请。", en: "took the application back." },
  TRAIL_APPEALED: { zh: "对决定申请复议。", en: "appealed against the decision." },
  TRAIL_COMPLAINED: { zh: "投诉办理超期。", en: "complained about the delay." },
  TRAIL_ACCEPTED: { zh: "受理了申请。", en: "accepted the application." },
  TRAIL_DEEMED_ACCEPTED: {
    zh: "因部门未按期告知补正，视为自收到之日起受理。",
    en: "counts it as accepted from its receipt, because nobody asked for corrections in time.",
  },
  TRAIL_CORRECTION_REQUESTED: {
    zh: "一次告知需补正的内容。",
    en: "asked for corrections, once and completely.",
  },
  TRAIL_STEP_CLAIMED: { zh: "领取了办理环节。", en: "took on a step." },
  TRAIL_STEP_RELEASED: { zh: "退回了办理环节。", en: "gave a step back." },
  TRAIL_STEP_REASSIGNED: { zh: "改派了办理环节。", en: "gave a step to somebody else." },
  TRAIL_STEP_FINISHED: { zh: "完成了办理环节。", en: "finished a step." },
  TRAIL_APPROVED: { zh: "决定准予。", en: "granted the application." },
  TRAIL_REJECTED: { zh: "决定不予受理或不予批准。", en: "refused the application." },
  TRAIL_APPROVED_BY_RULE: { zh: "按事项规则准予。", en: "granted the application by the item's rule." },
  TRAIL_REJECTED_BY_RULE: { zh: "按事项规则不予批准。", en: "refused the application by the item's rule." },
  TRAIL_ROUTED: { zh: "将申请转由工作人员办理。", en: "left the decision to a person." },
  TRAIL_PAUSED: { zh: "暂停计时。", en: "stopped the clock." },
  TRAIL_RESUMED: { zh: "恢复计时。", en: "let the clock go on." },
  TRAIL_EXTENDED: { zh: "延长了办理期限。", en: "extended the time." },
  TRAIL_DELIVERED: { zh: "送达了办理结果。", en: "delivered what was granted." },
  TRAIL_REVOKED: { zh: "撤销了批准。", en: "revoked what was granted." },
  TRAIL_APPEAL_UPHELD: { zh: "复议维持原决定。", en: "answered the appeal: the refusal stands." },
  TRAIL_APPEAL_OVERTURNED: {
    zh: "复议撤销原决定，重新办理。",
    en: "answered the appeal: the case is reviewed anew.",
  },
  TRAIL_COMPLAINT_ANSWERED: { zh: "答复了投诉。", en: "answered the complaint." },
  TRAIL_WARNED: { zh: "提醒办理期限将至。", en: "warned that the time is nearly over." },
  TRAIL_OVERDUE: { zh: "标记为超期，并报督办人员。", en: "flagged it overdue and told the supervisor." },
  TRAIL_LAPSED: { zh: "因逾期使申请失效。", en: "let it lapse, because nobody went on with it in time." },
  TRAIL_ARCHIVED: { zh: "归档。", en: "archived it." },
  TRAIL_INSPECTORS_APPOINTED: { zh: "指定了现场核查人员。", en: "appointed inspectors for the site." },
  TRAIL_FINDINGS_RECORDED: { zh: "记录了现场核查情况。", en: "recorded what was found on site." },
  TRAIL_REPORT_SIGNED: { zh: "签署了现场核查报告。", en: "signed the report of the inspection." },
  TRAIL_INSPECTED: { zh: "完成了现场核查。", en: "ended the inspection on site." },
  TRAIL_REINSPECTION_ORDERED: { zh: "要求再次现场核查。", en: "ordered another inspection on site." },
  TRAIL_MATERIAL_ANNOUNCED: { zh: "准备上传一份材料。", en: "was about to send a material." },
  TRAIL_MATERIAL_SCANNING: { zh: "上传了材料，正在查毒。", en: "sent a material, which is being scanned." },
  TRAIL_MATERIAL_READY: { zh: "上传的材料通过检查。", en: "sent a material, which passed its checks." },
  TRAIL_MATERIAL_REJECTED: { zh: "上传的材料未通过检查。", en: "sent a material that is not taken." },
  TRAIL_FETCHED: { zh: "下载了一份材料。", en: "fetched a material." },
  TRAIL_EVALUATED: { zh: "作出了评价。", en: "evaluated the service." },
  TRAIL_EVALUATION_ASSIGNED: { zh: "指派人员整改差评。", en: "assigned the bad evaluation to be put right." },
  TRAIL_EVALUATION_PUT_RIGHT: { zh: "完成了差评整改。", en: "put right what was evaluated badly." },
  TRAIL_EVALUATION_CALLED_BACK: {
    zh: "回访了评价人。",
    en: "called the applicant back about the evaluation.",
  },
  TRAIL_EVALUATION_APPEALED: {
    zh: "对差评的处理提出申诉。",
    en: "appealed against how the evaluation was handled.",
  },
  TRAIL_EVALUATION_ANSWERED: { zh: "答复了差评申诉。", en: "answered the appeal about the evaluation." },
  TRAIL_EVALUATION_OVERDUE: {
    zh: "标记差评整改超期。",
    en: "flagged that the bad evaluation was not put right in time.",
  },
  TRAIL_RULING_CONFIRMED: {
    zh: "抽查确认了按规则作出的决定。",
    en: "reviewed the decision by rule and confirmed it.",
  },
  TRAIL_RULING_OBJECTED: {
    zh: "抽查对按规则作出的决定提出异议。",
    en: "reviewed the decision by rule and objected to it.",
  },
  TRAIL_OBJECTION_ANSWERED: { zh: "处理了抽查异议。", en: "answered the objection." },
  TRAIL_OTHER: { zh: "进行了操作：{action}。", en: "did this: {action}." },
  EVALUATION_NOT_FOUND: { zh: "没有这条评价。", en: "There is no such evaluation." },
  NOTHING_DECIDED: {
    zh: "尚未作出决定，不能评价。",
    en: "Nothing is decided yet, so there is nothing to evaluate.",
  },
  COMMENT_MISSING: { zh: "差评请说明原因。", en: "Say what was bad, so that it can be put right." },
  ASSIGNEE_DECIDED: {
    zh: "作出该决定的人员不能处理对它的评价。",
    en: "Who decided the application does not handle its evaluation.",
  },
  CLERK_HANDLED_IT: {
    zh: "您经办过该事项，请由其他窗口人员登记申请人的意见。",
    en: "You have had a hand in this: another clerk takes down what the applicant says of it.",
  },
  AUDIT_CHANGED: { zh: "第 {sequence} 条记录被改动。", en: "Entry {sequence} was changed." },
  AUDIT_REMOVED: { zh: "第 {sequence} 条记录缺失。", en: "Entry {sequence} is missing." },
  AUDIT_INSERTED: { zh: "第 {sequence} 条记录系插入。", en: "Entry {sequence} was inserted." },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof SUPERVISION_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
