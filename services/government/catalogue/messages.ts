import type { Message } from "../../kernel/message.ts";

/** The texts about service items and pilots. */
export const CATALOGUE_MESSAGES = {
  NOT_PUBLISHABLE: {
    zh: "草稿尚不能发布，请先解决列出的问题。",
    en: "The draft cannot be published yet; resolve what is listed.",
  },
  DRAFT_CHANGED: {
    zh: "草稿在您查看之后又被修改。请核对新的内容，再决定是否发布。",
    en: "The draft was saved again since you read it. Look at what it says now, and publish that.",
  },
  LEGAL_BASIS_MISSING: {
    zh: "没有法律依据的事项不能发布。",
    en: "An item without a legal basis cannot be published.",
  },
  PROMISED_ABOVE_STATUTORY: {
    zh: "承诺时限不能超过法定时限（{max} 个工作日）。",
    en: "The promised time cannot exceed the statutory {max} working days.",
  },
  STEPS_ABOVE_STATUTORY: {
    zh: "从受理到决定的各环节共 {days} 个工作日（并行环节取最长），超过法定时限（{max} 个工作日）。",
    en: "From acceptance to decision the steps take {days} working days (of parallel ones the longest), more than the statutory {max}.",
  },
  ACCEPTANCE_ABOVE_LAW: {
    zh: "受理环节 {days} 个工作日，超过法定的 {max} 个工作日（行政许可法第三十二条）。",
    en: "The acceptance takes {days} working days, more than the {max} of the law (Administrative Licensing Law, art. 32).",
  },
  DELIVERY_ABOVE_LAW: {
    zh: "送达环节 {days} 个工作日，超过法定的 {max} 个工作日（行政许可法第四十四条）。",
    en: "The delivery takes {days} working days, more than the {max} of the law (Administrative Licensing Law, art. 44).",
  },
  JOINT_OF_ONE: {
    zh: "联合办理须有其他部门办理的环节（行政许可法第二十六条）。",
    en: "Joint handling has a step that another department takes (Administrative Licensing Law, art. 26).",
  },
  JOINT_ABOVE_LAW: {
    zh: "联合办理的法定时限不得超过 {max} 个工作日（行政许可法第四十二条第二款）。",
    en: "Joint handling takes {max} working days at most (Administrative Licensing Law, art. 42 (2)).",
  },
  TAKEN_IN_WITHOUT_HALL: {
    zh: "由其他地区窗口代收的事项须可在办事大厅办理。",
    en: "An item that windows of another region take in has to be offered at halls.",
  },
  TAKEN_IN_WHERE_OFFERED: {
    zh: "代收地区须在实施地区之外。",
    en: "A region whose windows take it in lies outside of where the item is offered.",
  },
  AGREEMENT_ENDS_FIRST: {
    zh: "代收协议的终止日期早于开始日期。",
    en: "The agreement ends before it begins.",
  },
  WORKING_DAYS_OUT_OF_RANGE: {
    zh: "工作日数必须为 {min} 到 {max}。",
    en: "Working days have to be {min} to {max}.",
  },
  VISITS_OUT_OF_RANGE: { zh: "到现场次数必须为 {min} 到 {max}。", en: "Visits have to be {min} to {max}." },
  OWN_AGE_OUT_OF_RANGE: {
    zh: "未成年人可自行申请的年龄必须为 {min} 到 {max} 周岁（民法典第十九条、第二十条）。",
    en: "The age from which minors apply alone has to be {min} to {max} (Civil Code, arts. 19, 20).",
  },
  FEE_NEGATIVE: { zh: "收费不能为负数。", en: "A fee cannot be negative." },
  FORM_INVALID: {
    zh: "表单不符合事项表单的规范（JSON Schema 2020-12 的限定子集）：{problem}。",
    en: "The form is not one that items can have (a profile of JSON Schema, draft 2020-12): {problem}.",
  },
  FORM_PAGES_MISSING: {
    zh: "表单须用 x-pages 分页，每页有中英文标题（title）和字段名列表（fields）。",
    en: "The form has to say its pages in x-pages, each with a title in both languages and its fields by name.",
  },
  FORM_FIELD_MISPLACED: {
    zh: "x-pages 须把每个字段各列一次，且不列没有的字段：{field}。",
    en: "x-pages has to name each field once, and none that the form does not have: {field}.",
  },
  FORM_LABEL_MISSING: {
    zh: "填写人须能看懂每个字段：请用 x-label 写明中英文名称（zh、en）。",
    en: "People have to be told what each field is: say its label in both languages in x-label (zh, en).",
  },
  FORM_CHOICE_LABEL_MISSING: {
    zh: "选项“{choice}”缺少中英文名称，请在 x-choices 中写明（zh、en）。",
    en: 'The choice "{choice}" has no label in both languages; say it in x-choices (zh, en).',
  },
  FORM_HINT_MISSING: {
    zh: "有 pattern 的字段须用 x-hint 以中英文说明怎样填写；写了 x-hint 的，两种语言都要有。",
    en: "A field with a pattern has to say in x-hint, in both languages, how it is written; so does every x-hint.",
  },
  FORM_EXAMPLE_UNFIT: {
    zh: "有 pattern 的字段须在 examples 中首先给出一个符合要求的例子。",
    en: "A field with a pattern has to give in examples, first of all, one that it takes.",
  },
  FORM_WIDGET_UNFIT: {
    zh: "填写方式“{widget}”与字段不符，可用：{known}。",
    en: 'The widget "{widget}" does not fit the field; possible here: {known}.',
  },
  FORM_HELD_UNKNOWN: {
    zh: "平台不掌握 {source}，x-held 可用：{known}。",
    en: "The platform holds no {source}; x-held names one of {known}.",
  },
  FORM_HELD_UNFIT: {
    zh: "由平台填写 {source} 的字段，type 须为 string，format 须为 {format}（“—”表示不写），不再加其他限制，且不能放在列表、选填或有条件的分组里。",
    en: "A field that the platform fills in with {source} has the type string and the format {format} (— is none) and no further bounds, and stands in no list and in no group that may be left out.",
  },
  FORM_FIELD_UNFILLABLE: {
    zh: "无法让人填写此字段：type 须为单一类型，enum 只能列文字，const 只能用于布尔值。",
    en: "Nobody could fill this field in: it has one type, enum lists texts, and const is for booleans alone.",
  },
  FORM_CONDITION_UNFIT: {
    zh: "条件只能写成 if（旁边一个选择或是否字段的值）和 then（required：由此需要填写的字段），多个条件放在 allOf 中；不能用其他条件关键字。",
    en: "A condition is an if on the value of one choice or yes-or-no beside, and a then with the names that are required for it; several stand in allOf. Other keywords of conditions are not for people.",
  },
  FORM_TOO_LARGE: { zh: "表单最大为 {max} 字节。", en: "The form may take at most {max} bytes." },
  FORM_TOO_DEEP: { zh: "表单最多嵌套 {max} 层。", en: "The form may nest at most {max} levels deep." },
  ITEM_TOO_LARGE: { zh: "事项内容最大为 {max} 字节。", en: "The item may take at most {max} bytes." },
  TEXT_MISSING: { zh: "这里需要文字。", en: "Text is missing here." },
  REGION_MISSING: { zh: "至少指定一个地区。", en: "Name at least one region." },
  AUDIENCE_MISSING: { zh: "至少指定一类办理对象。", en: "Name at least one audience." },
  CHANNEL_MISSING: { zh: "至少指定一种办理渠道。", en: "Name at least one channel." },
  STEP_MISSING: { zh: "至少指定一个办理环节。", en: "Name at least one step." },
  CODE_NOT_UNIQUE: { zh: "编码“{value}”重复。", en: 'The code "{value}" is used twice.' },
  CODE_INVALID: {
    zh: "编码必须为 1 到 {max} 位字母、数字、“.”、“_”或“-”。",
    en: "Codes are 1 to {max} letters, digits, dots, underscores or hyphens.",
  },
  ITEM_CODE_INVALID: {
    zh: "事项编码必须为 {min} 到 {max} 位字母、数字或连字符。",
    en: "An item's code is {min} to {max} letters, digits or hyphens.",
  },
  REGION_NOT_OFFERED: {
    zh: "已发布的事项不在{region}办理。",
    en: "The published item is not offered in {region}.",
  },
  STEP_ROLE_UNKNOWN: { zh: "环节角色只能是：{roles}。", en: "A step's role is one of {roles}." },
  STEP_OUT_OF_ORDER: {
    zh: "环节顺序应为受理、审查或核查、决定、送达。",
    en: "Steps follow each other as acceptance, reviews and inspections, decision, delivery.",
  },
  ONE_ACCEPTANCE: {
    zh: "须有且仅有一个受理环节。",
    en: "There has to be exactly one acceptance (acceptor).",
  },
  ONE_DECISION: { zh: "须有且仅有一个决定环节。", en: "There has to be exactly one decision (decider)." },
  STEP_NOT_JOINT: {
    zh: "联合办理的环节须紧跟同类环节。",
    en: "A joint step follows another review or inspection.",
  },
  RULE_WITHOUT_CHECKS: { zh: "审批规则至少要有一项检查。", en: "A rule has at least one check." },
  RULE_TOO_LARGE: {
    zh: "审批规则的表达式合计最大为 {max} 字节。",
    en: "The expressions of a rule may take at most {max} bytes together.",
  },
  SAMPLE_OUT_OF_RANGE: {
    zh: "抽查比例为 1 至 100 的整数。",
    en: "The share that people review is a whole number from 1 to 100.",
  },
  EXPRESSION_UNKNOWN_OPERATOR: {
    zh: "表达式含有不支持的运算。",
    en: "The expression has an operator that rules do not have.",
  },
  EXPRESSION_TOO_LONG: { zh: "表达式过长。", en: "The expression is too long." },
  EXPRESSION_TOO_DEEP: { zh: "表达式嵌套过深。", en: "The expression nests too deep." },
  MATERIAL_LICENCE_UNNAMED: {
    zh: "写明由谁的证照免交、需要证照的哪些内容的，也要写明证照类型（replacedByLicence）。",
    en: "A material that says whose licence replaces it, or which fields of that it needs, also names the licence's type (replacedByLicence).",
  },
  LICENCE_TERMS_ALONE: {
    zh: "证照效果（LICENCE）须与 licence 一同写明：对哪种证照做什么。",
    en: "The effect LICENCE and what `licence` says (which act, on which type) go together; one is here without the other.",
  },
  EFFECT_UNKNOWN: {
    zh: "没有服务提供此批准效果（{value}）。",
    en: "No service brings about the effect {value}.",
  },
  EFFECT_FIELD_MISSING: {
    zh: "此批准效果需要表单必填字段 {field}（type 为 string，format 为 {format}）。",
    en: "The effect needs the form to have {field} in its properties and in required, with type string and format {format}.",
  },
  GAP_UNKNOWN: {
    zh: "这句话里的 {value} 不是本条件读取的事实。可用的有：{known}。",
    en: "This sentence says {value}, which its check does not read as a fact. It can say: {known}.",
  },
  FACT_UNKNOWN: {
    zh: "规则读取的 {value} 无人提供。可用的有 form 中的字段和：{known}；公积金事实仅供批准即提取公积金的事项使用。",
    en: "Nobody provides {value} to this rule. There are the fields of form, and: {known}; of the housing fund only for items whose effect is a withdrawal from it.",
  },
  ITEM_NOT_OFFERED: {
    zh: "该事项在此地区未开通，请用 serviceItems 查询可办事项。",
    en: "This item is not on in this region; serviceItems lists those that are.",
  },
  ITEM_IN_PILOT: {
    zh: "该事项正在此地区试点，暂只对部分申请人开放，您尚不在试点范围内。",
    en: "This item is in pilot in this region, for some applicants only; you are not among them yet.",
  },
  LIMITS_WITHOUT_PILOT: {
    zh: "只有试点（PILOT）可以限定范围。",
    en: "Only a pilot (PILOT) is limited to a share or to partners.",
  },
  SHARE_OUT_OF_RANGE: {
    zh: "试点比例为 0 至 100 的整数。",
    en: "The share of a pilot is a whole number from 0 to 100.",
  },
  NO_SUCH_PARTNER: { zh: "没有此合作方（{partner}）。", en: "There is no partner {partner}." },
  CHECKLIST_WITHOUT_INSPECTOR: {
    zh: "核查清单只能属于核查环节。",
    en: "Only a step that an inspector takes has a checklist.",
  },
} as const satisfies Readonly<Record<string, Message>>;

type Texts = typeof CATALOGUE_MESSAGES;

declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
