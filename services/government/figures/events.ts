import type { EventStatement } from "../../kernel/service.ts";

/** Tells nobody: it carries the counts of a change that is no other event. */
export const FIGURE_EVENTS = {
  "case.counted": {
    payload: ["about"],
    text: { zh: "您的{case}已计入办件统计。", en: "Your application for {case} is counted in the figures." },
  },
} as const satisfies Readonly<Record<string, EventStatement>>;
