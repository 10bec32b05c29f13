import type { Text } from "../../../shared/texts/text.ts";

export type ActWords = { readonly title: Text; readonly about: Text; readonly done: Text };

/** By the API's names of the actions. */
export const ACT_WORDS = {
  CLAIM: {
    title: { zh: "领取", en: "Take on" },
    about: { zh: "由您办理这个环节，同事不能再领取。", en: "The step is yours then, and no colleague's." },
    done: { zh: "已领取", en: "You have taken it on" },
  },
  RELEASE: {
    title: { zh: "退回待办", en: "Give back" },
    about: { zh: "环节回到待办，同事可以领取。", en: "The step goes back into its queue, for a colleague." },
    done: { zh: "已退回待办", en: "It is back in its queue" },
  },
  REASSIGN: {
    title: { zh: "转交", en: "Hand on" },
    about: {
      zh: "把环节交给另一位同事；不选人则回到待办。",
      en: "The step goes to another officer, or back into its queue if you name nobody.",
    },
    done: { zh: "已转交", en: "It is handed on" },
  },
  TRANSFER: {
    title: { zh: "移交其他部门或地区", en: "Transfer" },
    about: {
      zh: "本件属于其他部门或地区时移交过去，办理期限不变，由对方领取。申请人会收到通知和理由。移交后您可能不能再查看本件。",
      en: "For a case that belongs to another department or region. Its time runs on, and an officer there takes it on. The applicant is told, with the reason. You may not see the case any more then.",
    },
    done: { zh: "已移交", en: "It is transferred" },
  },
  ACCEPT: {
    title: { zh: "受理", en: "Accept" },
    about: {
      zh: "材料齐全、符合要求。申请人会收到通知，办理时限从现在开始计算。",
      en: "It is complete. The applicant is told, and the limits of the decision begin.",
    },
    done: { zh: "已受理", en: "It is accepted" },
  },
  REQUEST_CORRECTION: {
    title: { zh: "要求补正", en: "Ask for corrections" },
    about: {
      zh: "在申请表和材料上勾选需要补正的内容并写明原因。只能通知一次，请一次写全。",
      en: "Mark in the form and the materials what has to be put right, and say why. There is one notice: name all of it.",
    },
    done: { zh: "补正通知已发出", en: "The notice is sent" },
  },
  FINISH_STEP: {
    title: { zh: "完成审查", en: "Finish the review" },
    about: {
      zh: "写明审查意见，案件进入下一环节。",
      en: "With your opinion the case goes on to its next step.",
    },
    done: { zh: "审查已完成", en: "The step is finished" },
  },
  APPROVE: {
    title: { zh: "批准", en: "Grant" },
    about: { zh: "申请人会收到决定和理由。", en: "The applicant is told the decision and its reason." },
    done: { zh: "已批准", en: "It is granted" },
  },
  REJECT: {
    title: { zh: "不予批准", en: "Refuse" },
    about: {
      zh: "申请人会收到决定、理由、依据，以及救济途径。",
      en: "The applicant is told the decision, its reason and its ground, and what they can do against it.",
    },
    done: { zh: "已作出不予批准的决定", en: "It is refused" },
  },
  PAUSE: {
    title: { zh: "暂停计时", en: "Stop the clock" },
    about: {
      zh: "只有法律列明的事由可以暂停计时，现场核查不在其中。申请人会收到事由和预计结束日期的书面告知；超过该日期会报督办。",
      en: "Only the grounds of the law stop the clock; a verification on site is none. The applicant is told the ground and its expected end in writing, and past that end the case is flagged.",
    },
    done: { zh: "已暂停计时", en: "The clock stands still" },
  },
  RESUME: {
    title: { zh: "恢复计时", en: "Let the clock run" },
    about: { zh: "时限从现在起继续计算。", en: "The limits go on from now." },
    done: { zh: "已恢复计时", en: "The clock runs again" },
  },
  EXTEND: {
    title: { zh: "延长时限", en: "Extend the time" },
    about: {
      zh: "只能延长一次，须经负责人批准。申请人会收到理由。",
      en: "Once, and with the approval of the head. The applicant is told why.",
    },
    done: { zh: "时限已延长", en: "The time is extended" },
  },
  DELIVER: {
    title: { zh: "送达", en: "Deliver" },
    about: { zh: "结果已交到申请人手上。", en: "The grant is in the applicant's hands." },
    done: { zh: "已送达", en: "It is delivered" },
  },
  REVOKE: {
    title: { zh: "撤销", en: "Revoke" },
    about: {
      zh: "收回已经批准的事项。申请人会收到理由、依据和救济途径。",
      en: "Takes back what was granted. The applicant is told the reason, its ground and the remedies.",
    },
    done: { zh: "已撤销", en: "It is revoked" },
  },
  UPHOLD: {
    title: { zh: "维持原决定", en: "Let the refusal stand" },
    about: { zh: "答复复核申请：原决定不变。", en: "Answers the review: the refusal stands." },
    done: { zh: "已答复", en: "The review is answered" },
  },
  OVERTURN: {
    title: { zh: "重新审查", en: "Review it anew" },
    about: {
      zh: "答复复核申请：原决定不再有效，案件重新审查，由其他人员重新决定。",
      en: "Answers the review: the refusal falls, and others than who refused decide the case anew.",
    },
    done: { zh: "已答复，案件重新审查", en: "It is answered, and the case begins anew" },
  },
  ANSWER_COMPLAINT: {
    title: { zh: "答复催办", en: "Answer the complaint" },
    about: { zh: "申请人会收到您的答复。", en: "The applicant is told your answer." },
    done: { zh: "已答复", en: "The complaint is answered" },
  },
  APPOINT_INSPECTORS: {
    title: { zh: "指派检查员", en: "Appoint inspectors" },
    about: {
      zh: "指派两名检查员现场检查。检查结果出来前暂停计时。",
      en: "Two inspectors look at the site. The clock stands still until they have reported.",
    },
    done: { zh: "已指派", en: "They are appointed" },
  },
  RECORD_FINDINGS: {
    title: { zh: "记录检查结果", en: "Record findings" },
    about: {
      zh: "逐项填写现场检查结果。另一名检查员已签字的，需要重新签字。",
      en: "Say of each point what was found. Signatures that are there are given again.",
    },
    done: { zh: "检查结果已记录", en: "The findings are kept" },
  },
  SIGN_REPORT: {
    title: { zh: "签字确认检查报告", en: "Sign the report" },
    about: {
      zh: "两名检查员都签字后，环节完成，恢复计时。",
      en: "With the second signature the step is finished, and the clock goes on.",
    },
    done: { zh: "已签字", en: "You have signed" },
  },
  ORDER_REINSPECTION: {
    title: { zh: "整改后重新检查", en: "Have it inspected again" },
    about: {
      zh: "写明需要整改的内容，整改后再次现场检查。",
      en: "Say what has to be put right on site; then it is inspected again.",
    },
    done: { zh: "已要求整改", en: "It will be inspected again" },
  },
} as const satisfies Readonly<Record<string, ActWords>>;

export type ActName = keyof typeof ACT_WORDS;
export const isActName = (name: string): name is ActName => Object.hasOwn(ACT_WORDS, name);
