import type { Text } from "../../shared/texts/text.ts";

type ActWords = {
  /** As the platform calls it in `availableActions`. */
  readonly action: string;
  readonly title: Text;
  readonly says: Text;
  readonly label: Text;
  readonly hint: Text;
  readonly empty: Text;
  readonly button: Text;
};

/** The acts of an applicant in a case for which they give a reason, by the name that stands in the address. */
export const ACTS = {
  withdraw: {
    action: "WITHDRAW",
    title: { zh: "撤回申请", en: "Take the application back" },
    says: {
      zh: "撤回后不再办理，不能恢复。以后需要时可以重新申请。",
      en: "Nothing more is done in it, and it cannot be brought back. You can apply anew at any time.",
    },
    label: { zh: "撤回的理由", en: "Why you take it back" },
    hint: {
      zh: "简单写明即可，例如：信息填错，重新申请。",
      en: "A few words will do, for example: I apply anew.",
    },
    empty: { zh: "请写明撤回的理由", en: "Say why you take it back" },
    button: { zh: "撤回申请", en: "Take it back" },
  },
  appeal: {
    action: "APPEAL",
    title: { zh: "申请复核", en: "Ask the department to review the refusal" },
    says: {
      zh: "由本部门作出决定以外的人员复核，只能申请一次。复核不代替行政复议和诉讼，也不停止它们的期限：请留意下面的最后日期。",
      en: "Somebody of the department other than the person who decided looks at it again, once. It stands in for neither reconsideration nor the court, and stops no limit of theirs: mind their last days below.",
    },
    label: { zh: "复核的理由", en: "Why it should be decided otherwise" },
    hint: { zh: "请写明您认为哪里不对，依据是什么。", en: "Say what you think is wrong, and what shows it." },
    empty: { zh: "请写明复核的理由", en: "Say why it should be decided otherwise" },
    button: { zh: "申请复核", en: "Ask for it" },
  },
  complain: {
    action: "COMPLAIN",
    title: { zh: "投诉超期", en: "Complain about delay" },
    says: {
      zh: "投诉交由监督人员处理，答复会通知您。",
      en: "A supervisor handles it; you are told the answer.",
    },
    label: { zh: "投诉的内容", en: "What you complain about" },
    hint: {
      zh: "请写明等了多久、有什么影响。",
      en: "Say for how long you have waited, and what it costs you.",
    },
    empty: { zh: "请写明投诉的内容", en: "Say what you complain about" },
    button: { zh: "提交投诉", en: "Complain" },
  },
} as const satisfies Readonly<Record<string, ActWords>>;

export type Act = keyof typeof ACTS;

export const isAct = (name: string): name is Act => Object.hasOwn(ACTS, name);

/** All of them that the platform offers in a case. */
export const actsIn = (availableActions: readonly string[]): readonly Act[] =>
  Object.keys(ACTS)
    .filter(isAct)
    .filter((act) => availableActions.includes(ACTS[act].action));
