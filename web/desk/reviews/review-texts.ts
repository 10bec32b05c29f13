import type { SampleReviewStatus } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

export const REVIEW_STATUSES: Readonly<
  Record<SampleReviewStatus, { readonly text: Text; readonly tone: Tone }>
> = {
  WAITING: { text: { zh: "等待复核", en: "To be reviewed" }, tone: "act" },
  CONFIRMED: { text: { zh: "复核无误", en: "Found right" }, tone: "good" },
  OBJECTED: { text: { zh: "有异议", en: "Objected to" }, tone: "bad" },
  ANSWERED: { text: { zh: "已答复", en: "Answered" }, tone: "plain" },
};
