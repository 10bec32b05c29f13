import type { EvaluationStatus } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const EVALUATION_STATUSES: Readonly<Record<EvaluationStatus, Text>> = {
  RECORDED: { zh: "已记录", en: "Taken down" },
  OPEN: { zh: "待整改", en: "To be put right" },
  ASSIGNED: { zh: "正在整改", en: "Being put right" },
  PUT_RIGHT: { zh: "已整改，将回访您", en: "Put right; you will be called back" },
  CALLED_BACK: { zh: "已回访", en: "You were called back" },
  APPEALED: { zh: "申诉处理中", en: "Your appeal is being looked at" },
  CLOSED: { zh: "已办结", en: "Closed" },
};
