import type { EventStatement } from "../../kernel/service.ts";

/** The events of inspections, with their texts for citizens. */
export const INSPECTION_EVENTS = {
  "inspection.rectification-ordered": {
    payload: ["about"],
    text: {
      zh: "您的企业在“双随机”抽查中被责令限期改正，可查看抽查结果、期限和救济途径。",
      en: "A random inspection of your enterprise found something to be put right; you can read what, by when, and your remedies.",
    },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
