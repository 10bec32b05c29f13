import type { EvaluationStatus } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";

/** As officers see where an evaluation is. */
export const EVALUATION_STATUSES: Readonly<
  Record<EvaluationStatus, { readonly text: Text; readonly tone: Tone }>
> = {
  RECORDED: { text: { zh: "已记录", en: "On record" }, tone: "plain" },
  OPEN: { text: { zh: "待指派", en: "To be given to somebody" }, tone: "act" },
  ASSIGNED: { text: { zh: "整改中", en: "Being put right" }, tone: "wait" },
  PUT_RIGHT: { text: { zh: "已整改，待回访", en: "Put right; to be called back" }, tone: "act" },
  CALLED_BACK: { text: { zh: "已回访", en: "Called back" }, tone: "good" },
  APPEALED: { text: { zh: "申诉待答复", en: "Appeal to be answered" }, tone: "act" },
  CLOSED: { text: { zh: "已办结", en: "Closed" }, tone: "plain" },
};
