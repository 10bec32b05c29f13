import type { EventStatement } from "../../kernel/service.ts";

/** The events of evaluations, with their texts for citizens. */
export const SUPERVISION_EVENTS = {
  "evaluation.put-right": {
    payload: ["about"],
    text: {
      zh: "您对{case}的差评已整改，我们将回访。",
      en: "What you evaluated badly in {case} was put right; you will be called back.",
    },
  },
  "evaluation.appeal-answered": {
    payload: ["about"],
    text: {
      zh: "您就{case}差评处理提出的申诉已有答复。",
      en: "Your appeal about how your evaluation of {case} was handled was answered.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
