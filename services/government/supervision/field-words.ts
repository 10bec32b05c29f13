import type { FieldWords } from "../../kernel/service.ts";

/** How people read the fields of this service that stand in the record of who has read their data. */
export const SUPERVISION_FIELDS = {
  Evaluation: {
    name: { zh: "评价", en: "Evaluation" },
    fields: {
      appeal: { zh: "申诉", en: "Appeal" },
      callBack: { zh: "回访", en: "Call back" },
      comment: { zh: "意见", en: "Comment" },
    },
  },
} as const satisfies FieldWords;
