import type { FactGroup } from "../../catalogue/index.ts";

/** Told to the licence terms of a content alone: a rule decides before there is a number. */
export const NUMBER_FACT = "facts.licence.number";

/** Told to the rules and to the licence terms of items whose effect is LICENCE. */
export const LICENCE_FACTS = {
  name: "licence",
  facts: {
    holderName: { zh: "持证人名称（以登记为准）", en: "The holder's name, as the register states it" },
    holderCreditCode: {
      zh: "持证单位的统一社会信用代码",
      en: "The unified social credit code of an enterprise that holds it",
    },
    decidedOn: { zh: "决定日期", en: "The day of the decision" },
  },
} as const satisfies FactGroup;
