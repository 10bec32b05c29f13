import type { EvaluationLevel, EvaluationTag } from "../generated/graphql.ts";
import type { Text } from "./text.ts";

/** The best first, as 好差评 has them. */
export const LEVELS: Readonly<Record<EvaluationLevel, Text>> = {
  VERY_SATISFIED: { zh: "非常满意", en: "Very good" },
  SATISFIED: { zh: "满意", en: "Good" },
  BASICALLY_SATISFIED: { zh: "基本满意", en: "Fair" },
  DISSATISFIED: { zh: "不满意", en: "Bad" },
  VERY_DISSATISFIED: { zh: "非常不满意", en: "Very bad" },
};

export const TAGS: Readonly<Record<EvaluationTag, Text>> = {
  EFFICIENCY: { zh: "办理速度", en: "How fast it went" },
  GUIDANCE: { zh: "办事指南", en: "The description of the service" },
  CONVENIENCE: { zh: "跑动次数和材料", en: "Visits and papers" },
  USABILITY: { zh: "平台好不好用", en: "How easy this site is to use" },
  ATTITUDE: { zh: "服务态度", en: "How you were treated" },
  COMPETENCE: { zh: "业务能力", en: "How well they knew their work" },
};
