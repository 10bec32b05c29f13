import { LIFE_EVENTS } from "../../shared/texts/life-event-texts.ts";
import {
  CODE,
  departmentSpecs,
  law,
  legalBasis,
  NAME,
  NONE,
  optionsOf,
  regionsSpec,
  type Spec,
} from "../drafts/specs.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { AUDIENCES, CHANNELS, DAY_KINDS, HANDLINGS, HELD, LICENCE_OWNERS, STEP_ROLES } from "./item-words.ts";
import { ruleSpecs } from "./rule-specs.ts";

/** The basics of an item: its name, for whom, where and by when. */
export const basicSpecs = (officer: DeskOfficer): readonly Spec[] => [
  {
    ...{ kind: "text", path: ["code"], label: { zh: "事项编码", en: "Code of the item" } },
    hint: {
      zh: "6 到 31 位，英文字母、数字和连字符；保存后不再改变",
      en: "6 to 31 letters, digits and hyphens; it stays what it is",
    },
  },
  ...NAME,
  ...departmentSpecs(officer),
  regionsSpec(officer, { zh: "实施地区", en: "Where it is offered" }),
  {
    ...{ kind: "list", path: ["handedInAt"], label: { zh: "异地代收", en: "Taken in elsewhere" } },
    hint: {
      zh: "实施地区之外、其窗口可代收的地区，依双方协议（国办发〔2020〕35号）",
      en: "Regions outside whose windows take it in, by an agreement of both (国办发〔2020〕35号)",
    },
    one: { zh: "代收协议", en: "Agreement" },
    blank: { region: "", from: "", until: "", basis: { law: "", article: "" } },
    entry: [
      { kind: "region", path: ["region"], label: { zh: "代收地区的代码", en: "Code of the region" } },
      { kind: "day", path: ["from"], label: { zh: "起始日", en: "First day" } },
      { kind: "day", path: ["until"], optional: true, label: { zh: "截止日", en: "Last day" } },
      ...law("basis"),
    ],
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
  legalBasis({
    zh: "没有法律依据的事项不能发布。",
    en: "An item without a legal basis cannot be published.",
  }),
];

export const MATERIAL_SPECS: readonly Spec[] = [
  {
    ...{ kind: "list", path: ["materials"], label: { zh: "材料", en: "Materials" } },
    one: { zh: "材料", en: "Material" },
    blank: { code: "", name: { zh: "", en: "" }, required: true, licenceOf: "OWN" },
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
      {
        ...{ kind: "choice", path: ["licenceOf"], options: optionsOf(LICENCE_OWNERS) },
        label: { zh: "谁的证照", en: "Holder of that licence" },
      },
      {
        ...{ kind: "text", path: ["licenceFields"] },
        label: { zh: "需要该证照的哪些内容", en: "Fields of that licence that are needed" },
        hint: {
          zh: "证照类型中的字段名，以逗号分隔；工作人员只能看到这些",
          en: "Their names in its type, with commas between; officers read these alone",
        },
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

/** The place of the form, whose fields have controls of their own. */
export const FORM_SPEC: Spec = {
  kind: "group",
  path: ["form"],
  label: { zh: "申请表", en: "Form" },
  entry: [],
};

/** All of an item. */
export const itemSpecs = (values: Values, officer: DeskOfficer): readonly Spec[] => [
  ...basicSpecs(officer),
  ...[...LEGAL_SPECS, ...MATERIAL_SPECS, FORM_SPEC, ...STEP_SPECS, ...ruleSpecs(values)],
];
