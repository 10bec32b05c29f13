import type { EventStatement } from "../../kernel/service.ts";

/** The events of evaluations, with their texts for citizens. */
export const SUPERVISION_EVENTS = {
  "evaluation.put-right": {
    payload: ["about"],
    text: {
      zh: "您的差评已整改，我们将回访。",
      en: "What you evaluated badly was put right; you will be called back.",
    },
  },
  "evaluation.appeal-answered": {
    payload: ["about"],
    text: {
      zh: "您对差评处理的申诉已有答复。",
      en: "Your appeal about how your evaluation was handled was answered.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
