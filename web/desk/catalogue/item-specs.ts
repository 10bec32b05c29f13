import { LIFE_EVENTS } from "../../shared/texts/life-event-texts.ts";
import type { Text } from "../../shared/texts/text.ts";
import { AUDIENCES, CHANNELS, DAY_KINDS, HANDLINGS, HELD, STEP_ROLES } from "./item-words.ts";
import type { Values } from "./values.ts";

export type Department = { readonly code: string; readonly name: Text };
export type Option = { readonly value: string; readonly text: Text };

type At = { readonly path: readonly string[]; readonly label: Text; readonly hint?: Text };

/** A control, or a list of groups of controls, and the place of its value. */
export type Spec =
  | (At & { readonly kind: "text" | "money" | "json" | "tick" })
  | (At & { readonly kind: "count"; readonly optional?: boolean })
  | (At & { readonly kind: "choice" | "choices"; readonly options: readonly Option[] })
  | (At & {
      readonly kind: "list";
      readonly entry: readonly Spec[];
      readonly blank: Values;
      readonly one: Text;
    });

export const optionsOf = (texts: Readonly<Record<string, Text>>): readonly Option[] =>
  Object.entries(texts).map(([value, text]) => ({ value, text }));
export const NONE: Option = { value: "", text: { zh: "无", en: "None" } };

export const inBoth = (name: Text, ...path: readonly string[]): readonly Spec[] => [
  { kind: "text", path: [...path, "zh"], label: { zh: `${name.zh}（中文）`, en: `${name.en} in Chinese` } },
  { kind: "text", path: [...path, "en"], label: { zh: `${name.zh}（英文）`, en: `${name.en} in English` } },
];

export const CODE: Spec = {
  ...{ kind: "text", path: ["code"], label: { zh: "代码", en: "Code" } },
  hint: { zh: "英文字母、数字和连字符", en: "Letters, digits and hyphens" },
};
export const NAME = inBoth({ zh: "名称", en: "Name" }, "name");
export const law = (...path: readonly string[]): readonly Spec[] => [
  { kind: "text", path: [...path, "law"], label: { zh: "法律法规", en: "Law" } },
  { kind: "text", path: [...path, "article"], label: { zh: "条款", en: "Article" } },
];

/** The basics of an item: its name, for whom, where and by when. */
export const basicSpecs = (
  departments: readonly Department[],
  regions: readonly Option[],
): readonly Spec[] => [
  {
    ...{ kind: "text", path: ["code"], label: { zh: "事项编码", en: "Code of the item" } },
    hint: {
      zh: "6 到 31 位，英文字母、数字和连字符；保存后不再改变",
      en: "6 to 31 letters, digits and hyphens; it stays what it is",
    },
  },
  ...NAME,
  {
    ...{
      kind: "text",
      path: ["department", "code"],
      label: { zh: "部门代码", en: "Code of the department" },
    },
    hint: {
      zh: departments.map(({ code, name }) => `${code} ${name.zh}`).join("；"),
      en: departments.map(({ code, name }) => `${code} ${name.en}`).join("; "),
    },
  },
  ...inBoth({ zh: "部门名称", en: "Name of the department" }, "department", "name"),
  {
    ...{ kind: "choices", path: ["regions"], label: { zh: "实施地区", en: "Where it is offered" } },
    options: regions,
  },
  {
    ...{ kind: "choices", path: ["audiences"], label: { zh: "办理对象", en: "For" } },
    options: optionsOf(AUDIENCES),
  },
  {
    ...{ kind: "choices", path: ["lifeEvents"], label: { zh: "人生和企业阶段", en: "Turns of life" } },
    options: Object.entries(LIFE_EVENTS).map(([value, { text }]) => ({ value, text })),
  },
  {
    ...{ kind: "choices", path: ["channels"], label: { zh: "办理渠道", en: "How" } },
    options: optionsOf(CHANNELS),
  },
  { kind: "count", path: ["visits"], label: { zh: "到场次数", en: "Visits in person" } },
  {
    kind: "count",
    path: ["promisedWorkingDays"],
    label: { zh: "承诺时限（工作日）", en: "Promised working days" },
  },
  {
    ...{ kind: "count", path: ["statutoryWorkingDays"] },
    label: { zh: "法定时限（天数）", en: "Days that the law allows" },
  },
  {
    ...{ kind: "choice", path: ["statutoryDays"], options: optionsOf(DAY_KINDS) },
    label: { zh: "法定时限按", en: "The law counts" },
  },
  {
    ...{ kind: "tick", path: ["limitCoversDelivery"] },
    label: { zh: "法定时限含制证、发证", en: "The legal limit is for making and handing out as well" },
  },
  {
    ...{ kind: "choice", path: ["handling"], options: optionsOf(HANDLINGS) },
    label: { zh: "办理方式", en: "Handling" },
  },
  {
    ...{ kind: "count", path: ["extensionWorkingDays"], optional: true },
    label: { zh: "可延长（工作日）", en: "Can be extended by (working days)" },
    hint: {
      zh: "不填按行政许可法：10 个工作日，联合办理 15 个；不得延长填 0",
      en: "Left empty, as the Licensing Law has it: 10, or 15 of joint handling; 0 for none",
    },
  },
  {
    ...{ kind: "count", path: ["ownFromAge"], optional: true },
    label: { zh: "未成年人可自行申请的年龄", en: "Age from which minors apply alone" },
    hint: {
      zh: "8 到 17 周岁，仅限纯获利益或与年龄、智力相适应的事项；不填则一律由监护人代为申请",
      en: "8 to 17, where it only benefits them or is fit for their age; left empty, a guardian applies for them",
    },
  },
  { kind: "money", path: ["fee", "amount"], label: { zh: "收费（元）", en: "Fee in yuan" } },
  { kind: "text", path: ["fee", "basis"], label: { zh: "收费依据", en: "Basis of the fee" } },
];

export const LEGAL_SPECS: readonly Spec[] = [
  {
    ...{ kind: "list", path: ["legalBasis"], label: { zh: "设定依据", en: "Legal basis" } },
    ...{ entry: law(), blank: { law: "", article: "" }, one: { zh: "依据", en: "Legal basis" } },
    hint: {
      zh: "没有法律依据的事项不能发布。",
      en: "An item without a legal basis cannot be published.",
    },
  },
];

export const MATERIAL_SPECS: readonly Spec[] = [
  {
    ...{ kind: "list", path: ["materials"], label: { zh: "材料", en: "Materials" } },
    one: { zh: "材料", en: "Material" },
    blank: { code: "", name: { zh: "", en: "" }, required: true },
    entry: [
      CODE,
      ...NAME,
      { kind: "tick", path: ["required"], label: { zh: "必须提交", en: "Has to be sent in" } },
      {
        ...{ kind: "choice", path: ["filledBy"], options: [NONE, ...optionsOf(HELD)] },
        label: { zh: "平台已有、可免交的记录", en: "A record of the platform's that stands for it" },
      },
      {
        ...{ kind: "text", path: ["replacedByLicence"] },
        label: { zh: "可替代的电子证照类型", en: "Type of the electronic licence that replaces it" },
      },
    ],
  },
];

export const STEP_SPECS: readonly Spec[] = [
  {
    ...{ kind: "list", path: ["steps"], label: { zh: "办理环节", en: "Steps" } },
    one: { zh: "环节", en: "Step" },
    blank: { code: "", name: { zh: "", en: "" }, role: "reviewer", workingDays: "1", checklist: [] },
    entry: [
      CODE,
      ...NAME,
      {
        ...{ kind: "choice", path: ["role"], label: { zh: "办理岗位", en: "Role that takes it" } },
        options: optionsOf(STEP_ROLES),
      },
      { kind: "count", path: ["workingDays"], label: { zh: "工作日", en: "Working days" } },
      {
        ...{ kind: "text", path: ["department"], label: { zh: "其他部门代码", en: "Another department" } },
        hint: { zh: "由本部门办理时留空", en: "Empty where the item's own takes it" },
      },
      {
        ...{ kind: "tick", path: ["jointly"] },
        label: { zh: "与上一环节同时开始", en: "Begins together with the one before" },
      },
      {
        ...{ kind: "tick", path: ["fourEyes"] },
        label: { zh: "不能由办过前面环节的人办理", en: "Not by an officer who took an earlier step" },
      },
      {
        ...{
          kind: "list",
          path: ["checklist"],
          label: { zh: "现场检查要点", en: "Points that are checked on site" },
        },
        one: { zh: "要点", en: "Point" },
        blank: { code: "", name: { zh: "", en: "" }, critical: false },
        entry: [
          CODE,
          ...NAME,
          {
            ...{ kind: "tick", path: ["critical"] },
            label: { zh: "不符合就不予批准", en: "Nothing is granted where it is not met" },
          },
        ],
      },
    ],
  },
];
