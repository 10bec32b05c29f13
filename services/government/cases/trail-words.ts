import type { TrailWords } from "../../kernel/service.ts";
import { elsewhere, MATERIAL_TRAIL } from "./materials/trail-words.ts";

const SAVED = { text: { zh: "保存了填写内容。", en: "saved what was filled in." } } as const;

const CONFIRMATION_ASKED = {
  text: { zh: "代为提交，待本人确认。", en: "handed it in, for the applicant to confirm." },
  isReasonTold: true,
} as const;

/** The life of a case, by the last part of the action. */
export const CASE_TRAIL = {
  started: { text: { zh: "开始填写申请。", en: "began the application." } },
  "started-elsewhere": {
    text: { zh: "在其他地区窗口开始填写申请。", en: "began the application at a window of another region." },
    ...{ reasonNames: "WINDOW", isElsewhere: true },
  },
  "taken-in": {
    text: {
      zh: "在其他地区窗口核验身份和材料，代收申请并转交办理部门。",
      en: "checked who applies and the originals at a window of another region, took the application in and handed it on.",
    },
    ...{ reasonNames: "WINDOW", isElsewhere: true },
    isReasonTold: true,
  },
  saved: SAVED,
  "saved-elsewhere": { ...elsewhere(SAVED), reasonNames: "WINDOW" },
  submitted: { text: { zh: "提交了申请。", en: "handed the application in." }, isReasonTold: true },
  "confirmation-asked": CONFIRMATION_ASKED,
  "confirmation-asked-elsewhere": { ...elsewhere(CONFIRMATION_ASKED), reasonNames: "WINDOW" },
  confirmed: { text: { zh: "本人确认。", en: "confirmed it in person." } },
  withdrawn: { text: { zh: "撤回了申请。", en: "took the application back." }, isReasonTold: true },
  appealed: {
    text: { zh: "对决定申请复核。", en: "asked the department to review the decision." },
    isReasonTold: true,
  },
  complained: { text: { zh: "投诉办理超期。", en: "complained about the delay." }, isReasonTold: true },
  accepted: {
    text: { zh: "受理了申请。", en: "accepted the application." },
    role: "ACCEPTOR",
    endsStep: true,
  },
  "deemed-accepted": {
    text: {
      zh: "因部门未按期告知补正，视为自收到之日起受理。",
      en: "counts it as accepted from its receipt, because nobody asked for corrections in time.",
    },
  },
  "correction-requested": {
    text: { zh: "一次告知需补正的内容。", en: "asked for corrections, once and completely." },
    role: "ACCEPTOR",
  },
  "step-claimed": { text: { zh: "领取了办理环节。", en: "took on a step." }, reasonNames: "STEP" },
  "step-released": { text: { zh: "退回了办理环节。", en: "gave a step back." }, reasonNames: "STEP" },
  "step-reassigned": {
    text: { zh: "改派了办理环节。", en: "gave a step to somebody else." },
    role: "SUPERVISOR",
  },
  transferred: {
    text: {
      zh: "转至应当办理的部门或地区。",
      en: "handed it on to the department or region that it belongs to.",
    },
    isReasonTold: true,
  },
  "step-finished": { text: { zh: "完成了办理环节。", en: "finished a step." }, endsStep: true },
  "household-asked": {
    text: { zh: "请家庭成员同意使用其证照。", en: "asked a member of the household for their licence." },
  },
  "household-given": { text: { zh: "同意使用其证照。", en: "gave their licence for a material." } },
  "household-refused": { text: { zh: "不同意使用其证照。", en: "refused their licence for a material." } },
  "household-withdrawn": {
    text: { zh: "撤回了使用其证照的同意。", en: "withdrew their consent to the use of their licence." },
  },
  "material-over": {
    text: {
      zh: "因材料所用的证照已失效，未作决定，并告知申请人。",
      en: "decided nothing, because a licence that stands for a material has ended, and told the applicant.",
    },
    role: "DECIDER",
  },
  "material-unanswered": {
    text: {
      zh: "因未能向外地核实材料所用的证照是否仍然有效，暂未作决定。",
      en: "decided nothing yet, because nobody elsewhere could tell whether a licence that stands for a material is still valid.",
    },
    role: "DECIDER",
  },
  approved: {
    text: { zh: "决定准予。", en: "granted the application." },
    role: "DECIDER",
    endsStep: true,
    isReasonTold: true,
  },
  rejected: {
    text: { zh: "决定不予受理或不予批准。", en: "refused the application." },
    role: "DECIDER",
    endsStep: true,
    isReasonTold: true,
  },
  "deemed-granted": {
    text: {
      zh: "因许可有效期届满前未作出决定，视为准予延续。",
      en: "counts the renewal as granted, because nobody decided before the licence ended.",
    },
  },
  "not-deemed-granted": {
    text: {
      zh: "许可已另行延续或终止，不再视为准予延续。",
      en: "does not count it as granted, because the licence was renewed or ended otherwise.",
    },
  },
  "approved-by-rule": { text: { zh: "按事项规则准予。", en: "granted the application by the item's rule." } },
  "rejected-by-rule": {
    text: { zh: "按事项规则不予批准。", en: "refused the application by the item's rule." },
  },
  routed: { text: { zh: "将申请转由工作人员办理。", en: "left the decision to a person." } },
  paused: { text: { zh: "暂停计时。", en: "stopped the clock." }, isReasonTold: true },
  "pause-over": {
    text: {
      zh: "标记为暂停计时超过告知的期限，并报督办人员。",
      en: "flagged that the clock stands still for longer than was told, and told the supervisor.",
    },
  },
  resumed: { text: { zh: "恢复计时。", en: "let the clock go on." } },
  extended: {
    text: { zh: "延长了办理期限。", en: "extended the time." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  delivered: {
    text: { zh: "送达了办理结果。", en: "delivered what was granted." },
    role: "ISSUER",
    endsStep: true,
  },
  revoked: {
    text: { zh: "撤销了批准。", en: "revoked what was granted." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  "appeal-upheld": {
    text: { zh: "复核维持原决定。", en: "answered the review: the refusal stands." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  "appeal-overturned": {
    text: { zh: "复核撤销原决定，重新办理。", en: "answered the review: the case is decided anew." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  "complaint-answered": {
    text: { zh: "答复了投诉。", en: "answered the complaint." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  warned: { text: { zh: "提醒办理期限将至。", en: "warned that the time is nearly over." } },
  overdue: { text: { zh: "标记为超期，并报督办人员。", en: "flagged it overdue and told the supervisor." } },
  "delivery-overdue": {
    text: {
      zh: "标记为送达超期，并报督办人员。",
      en: "flagged its delivery overdue and told the supervisor.",
    },
  },
  lapsed: { text: { zh: "因逾期使申请失效。", en: "let it lapse, because nobody went on with it in time." } },
  archived: { text: { zh: "归档。", en: "archived it." } },
  "inspectors-appointed": { text: { zh: "指定了现场核查人员。", en: "appointed inspectors for the site." } },
  "findings-recorded": {
    text: { zh: "记录了现场核查情况。", en: "recorded what was found on site." },
    role: "INSPECTOR",
  },
  "report-signed": {
    text: { zh: "签署了现场核查报告。", en: "signed the report of the inspection." },
    role: "INSPECTOR",
  },
  inspected: { text: { zh: "完成了现场核查。", en: "ended the inspection on site." }, role: "INSPECTOR" },
  "reinspection-ordered": {
    text: { zh: "要求再次现场核查。", en: "ordered another inspection on site." },
    role: "DECIDER",
    isReasonTold: true,
  },
  ...MATERIAL_TRAIL,
  fetched: { text: { zh: "下载了一份材料。", en: "fetched a material." }, reasonNames: "MATERIAL" },
  "ruling-confirmed": {
    text: { zh: "抽查确认了按规则作出的决定。", en: "reviewed the decision by rule and confirmed it." },
  },
  "ruling-objected": {
    text: { zh: "抽查对按规则作出的决定提出异议。", en: "reviewed the decision by rule and objected to it." },
  },
  "objection-answered": {
    text: { zh: "处理了抽查异议。", en: "answered the objection." },
    role: "SUPERVISOR",
  },
} as const satisfies Readonly<Record<string, TrailWords>>;
