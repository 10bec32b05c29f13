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
      zh: "JSON：按证照内容的字段名写表达式，可用 form 的值和 facts 中 licence 一组的值",
      en: "JSON: an expression for each field of the content, over form and the group licence of facts",
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
    ...{ kind: "json", path: ["licence", "holderCreditCode"] },
    label: { zh: "表中的统一社会信用代码", en: "Credit code in the form" },
    hint: {
      zh: "JSON 表达式；与申请企业不一致的不能提交（{}：不核对）",
      en: "A JSON expression; another enterprise's is refused when the case is handed in ({}: none is stated)",
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

const ISSUE_SPECS: readonly Spec[] = [
  {
    ...{
      kind: "json",
      path: ["licence", "region"],
      label: { zh: "许可地点的地区", en: "Region of what is licensed" },
    },
    hint: {
      zh: "JSON 表达式，取行政区划代码；{}：申请的地区",
      en: "A JSON expression for a region's code; {}: the region of the case",
    },
  },
  {
    ...{ kind: "text", path: ["licence", "counted", "prefix"] },
    label: { zh: "顺序编号的前缀", en: "Prefix of numbers that count up" },
    hint: { zh: "例如 JY；不填的不按顺序编号", en: "For example JY; empty: numbers do not count up" },
  },
  {
    ...{ kind: "count", path: ["licence", "counted", "digits"], optional: true },
    label: { zh: "计数的位数（其后一位校验）", en: "Digits of the count, before a check digit" },
  },
  {
    ...{ kind: "list", path: ["licence", "counted", "series"], blank: { part: "{}" } },
    ...{ label: { zh: "编号的序列", en: "Series of the numbers" }, one: { zh: "一段", en: "Part" } },
    entry: [
      {
        ...{ kind: "json", path: ["part"], label: { zh: "数字表达式", en: "Expression for digits" } },
        hint: {
          zh: "各段依次相连，每一序列从 1 起计数",
          en: "The parts follow one another; each series counts from 1",
        },
      },
    ],
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

const ofAct = (act: string): readonly Spec[] =>
  act === "ISSUE" ? ISSUE_SPECS : act === "RENEW" ? WINDOW_SPECS : [];

/** The rule is asked for where there is one, and so is the licence. */
export const ruleSpecs = (values: Values): readonly Spec[] => [
  {
    ...{ kind: "choice", path: ["effect"], options: [NONE, ...optionsOf(EFFECTS)] },
    label: { zh: "批准后自动产生的效果", en: "Effect of a grant" },
  },
  ...(textAt(values, "effect") === "LICENCE" ? LICENCE_SPECS : []),
  ...(textAt(values, "effect") === "LICENCE" ? ofAct(textAt(values, "licence", "act")) : []),
  {
    ...{ kind: "tick", path: ["isDecidedByRule"] },
    label: { zh: "满足全部条件的，当场自动批准", en: "Granted by rule at once where all checks are passed" },
  },
  ...(isTickedAt(values, "isDecidedByRule") ? RULE_SPECS : []),
];
