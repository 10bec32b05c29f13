import { CODE, inBoth, law, NAME, NONE, optionsOf, type Spec } from "../drafts/specs.ts";
import { isTickedAt, textAt, type Values } from "../drafts/values.ts";
import { EFFECTS, LICENCE_ACTS, OTHERWISE } from "./item-words.ts";

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

const LICENCE_SPECS: readonly Spec[] = [
  {
    ...{ kind: "choice", path: ["licence", "act"], options: optionsOf(LICENCE_ACTS) },
    label: { zh: "对证照做什么", en: "Act on the licence" },
  },
  { kind: "text", path: ["licence", "type"], label: { zh: "证照类型编码", en: "Code of the licence type" } },
  {
    ...{
      kind: "json",
      path: ["licence", "content"],
      label: { zh: "证照内容", en: "Content of the licence" },
    },
    hint: {
      zh: "JSON：按证照内容的字段名写表达式，可用 form 和 facts.licence 中的值",
      en: "JSON: an expression for each field of the content, over form and facts.licence",
    },
  },
  {
    ...{ kind: "json", path: ["licence", "number"], label: { zh: "证照编号", en: "Number of the licence" } },
    hint: {
      zh: "JSON 表达式；颁发时可以不写（{}），由平台编号",
      en: "A JSON expression; to issue one it may stay {}, and the platform gives the number",
    },
  },
  {
    ...{ kind: "json", path: ["licence", "until"], label: { zh: "截止日", en: "Last day" } },
    hint: {
      zh: "JSON 表达式；证照类型已定有效期的不写（{}）",
      en: "A JSON expression; {} where the type says how long it is valid",
    },
  },
];

const WINDOW_SPECS: readonly Spec[] = [
  {
    ...{ kind: "count", path: ["licence", "window", "opensWorkingDays"], optional: true },
    label: {
      zh: "届满前多少个工作日起可申请延续",
      en: "Asked for from so many working days before the end on",
    },
    hint: { zh: "不填的，随时可以申请", en: "Empty: at any time" },
  },
  {
    ...{ kind: "count", path: ["licence", "window", "inTimeWorkingDays"], optional: true },
    label: { zh: "届满前多少个工作日为按时申请", en: "In time until so many working days before the end" },
    hint: {
      zh: "按时申请而届满时未作出决定的，视为准予延续；不填的为 30 个工作日（行政许可法第五十条）",
      en: "Asked for in time, it counts as granted if nobody has decided by the end; empty: 30 working days (Administrative Licensing Law, art. 50)",
    },
  },
];

/** The rule is asked for where there is one, and so is the licence. */
export const ruleSpecs = (values: Values): readonly Spec[] => [
  {
    ...{ kind: "choice", path: ["effect"], options: [NONE, ...optionsOf(EFFECTS)] },
    label: { zh: "批准后自动产生的效果", en: "Effect of a grant" },
  },
  ...(textAt(values, "effect") === "LICENCE" ? LICENCE_SPECS : []),
  ...(textAt(values, "effect") === "LICENCE" && textAt(values, "licence", "act") === "RENEW"
    ? WINDOW_SPECS
    : []),
  {
    ...{ kind: "tick", path: ["isDecidedByRule"] },
    label: { zh: "满足全部条件的，当场自动批准", en: "Granted by rule at once where all checks are passed" },
  },
  ...(isTickedAt(values, "isDecidedByRule") ? RULE_SPECS : []),
];
