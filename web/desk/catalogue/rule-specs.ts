import { CODE, inBoth, law, NAME, NONE, optionsOf, type Spec } from "./item-specs.ts";
import { EFFECTS, OTHERWISE } from "./item-words.ts";
import { isTickedAt, type Values } from "./values.ts";

const SENTENCES: readonly Spec[] = [
  ...inBoth(
    {
      zh: "不满足时的说明（查到什么、要求什么）",
      en: "Said where it is not met: what was found, what it wants",
    },
    "failed",
  ),
  ...inBoth({ zh: "申请人可以怎么做", en: "What the applicant can do" }, "advice"),
];

const RULE_SPECS: readonly Spec[] = [
  {
    ...{ kind: "count", path: ["rule", "samplePercent"] },
    label: { zh: "抽查比例（%）", en: "Per cent that people review" },
  },
  {
    ...{ kind: "list", path: ["rule", "checks"], label: { zh: "条件", en: "Checks" } },
    one: { zh: "条件", en: "Check" },
    blank: {
      code: "",
      ...{ name: { zh: "", en: "" }, failed: { zh: "", en: "" }, advice: { zh: "", en: "" } },
      holds: "{}",
      otherwise: "ROUTE",
      ground: { law: "", article: "" },
    },
    entry: [
      CODE,
      ...NAME,
      ...SENTENCES,
      {
        ...{ kind: "json", path: ["holds"], label: { zh: "条件表达式", en: "Condition" } },
        hint: {
          zh: "JSON Logic，可用 form 和 facts 中的值",
          en: "JSON Logic over the values of form and facts",
        },
      },
      {
        ...{ kind: "choice", path: ["otherwise"], label: { zh: "不满足时", en: "Otherwise" } },
        options: optionsOf(OTHERWISE),
      },
      ...law("ground"),
    ],
  },
];

/** The rule is asked for where there is one. */
export const ruleSpecs = (values: Values): readonly Spec[] => [
  {
    ...{ kind: "choice", path: ["effect"], options: [NONE, ...optionsOf(EFFECTS)] },
    label: { zh: "批准后自动产生的效果", en: "Effect of a grant" },
  },
  {
    ...{ kind: "tick", path: ["isDecidedByRule"] },
    label: { zh: "满足全部条件的，当场自动批准", en: "Granted by rule at once where all checks are passed" },
  },
  ...(isTickedAt(values, "isDecidedByRule") ? RULE_SPECS : []),
];
