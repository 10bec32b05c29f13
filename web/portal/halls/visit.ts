import type { Text } from "../../shared/texts/text.ts";

/** The visit that is being booked; with `move`, the appointment that is given another time. */
export type WishedVisit = {
  readonly hall: string;
  /** The item's code. */
  readonly item: string;
  readonly move: string | undefined;
};

export const STEP_TEXTS = {
  goOn: { zh: "继续", en: "Continue" },
  hall: { zh: "大厅", en: "Hall" },
  item: { zh: "事项", en: "Service" },
  none: { zh: "没有这个大厅。", en: "There is no such hall." },
  moving: {
    zh: "改期前，原来的时间一直为您保留。",
    en: "The time that you have stays yours until you have chosen another.",
  },
} satisfies Record<string, Text>;
