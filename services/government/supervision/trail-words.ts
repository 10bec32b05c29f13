import type { TrailWords } from "../../kernel/service.ts";

/** The life of an evaluation, by the last part of the action. */
export const EVALUATION_TRAIL = {
  evaluated: { text: { zh: "作出了评价。", en: "evaluated the service." } },
  "evaluation-assigned": {
    text: { zh: "指派人员整改差评。", en: "assigned the bad evaluation to be put right." },
    role: "SUPERVISOR",
    reasonNames: "OFFICER",
  },
  "evaluation-put-right": {
    text: { zh: "完成了差评整改。", en: "put right what was evaluated badly." },
    isReasonTold: true,
  },
  "evaluation-called-back": {
    text: { zh: "回访了评价人。", en: "called the applicant back about the evaluation." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  "evaluation-appealed": {
    text: { zh: "对差评的处理提出申诉。", en: "appealed against how the evaluation was handled." },
    isReasonTold: true,
  },
  "evaluation-answered": {
    text: { zh: "答复了差评申诉。", en: "answered the appeal about the evaluation." },
    role: "SUPERVISOR",
    isReasonTold: true,
  },
  "evaluation-overdue": {
    text: { zh: "标记差评整改超期。", en: "flagged that the bad evaluation was not put right in time." },
  },
} as const satisfies Readonly<Record<string, TrailWords>>;
