import type { Message } from "../../api/message-texts.ts";

/** What people read about inspections, on site and at random. `{gaps}` are filled from the refusal. */
export const INSPECTION_MESSAGES = {
  CHECKLIST_WITHOUT_INSPECTOR: {
    zh: "核查清单只能属于核查环节。",
    en: "Only a step that an inspector takes has a checklist.",
  },
  CREDIT_CODE_WRONG: {
    zh: "统一社会信用代码校验不通过，请核对。",
    en: "This is no unified social credit code; check it.",
  },
  PERSON_UNKNOWN: {
    zh: "平台尚未掌握您的本人身份，不能列入检查人员名录。",
    en: "The platform does not know you as a person, so you cannot be on the roll of inspectors.",
  },
  DEPARTMENT_NOT_YOURS: {
    zh: "该部门不在您的职责范围内。",
    en: "This department is outside your jurisdiction.",
  },
  NOT_ON_ROLL: { zh: "您不在该部门的检查人员名录中。", en: "You are not on this department's roll." },
  TWO_INSPECTORS: {
    zh: "现场核查须指派两名不同的人员（行政许可法第三十四条）。",
    en: "An inspection takes two persons, and not one twice (Administrative Licensing Law, art. 34).",
  },
  INSPECTOR_NOT_ON_ROLL: {
    zh: "该人员不在本环节部门的检查人员名录中，或不负责本地区。",
    en: "This officer is not on the roll of the step's department, or does not inspect in this region.",
  },
  INSPECTOR_HAS_INTEREST: {
    zh: "该人员应当回避，请另行指派。",
    en: "This officer may not inspect here; appoint another.",
  },
  POINT_UNKNOWN: { zh: "核查清单没有 {name} 这一项。", en: "The checklist has no point {name}." },
  POINT_TWICE: { zh: "{name} 重复填写。", en: "The point {name} is named twice." },
  NOTE_NEEDED: {
    zh: "不符合的项目须说明所见情况。",
    en: "Say what was seen where a point is not met.",
  },
  PERIOD_INVALID: {
    zh: "检查期间须自今日或以后开始，且结束不早于开始。",
    en: "The period begins today or later, and ends no earlier than it begins.",
  },
  COUNT_OR_PERCENT: {
    zh: "抽取数量和比例须填其一。",
    en: "Give a number or a share of what is to be drawn: one of the two.",
  },
  COUNT_OUT_OF_RANGE: { zh: "应为 1 至 {max}。", en: "This has to be from 1 to {max}." },
  NOTHING_TO_INSPECT: {
    zh: "该部门在此地区没有有效的许可证可供抽取。",
    en: "The department has no valid licence in this region to draw from.",
  },
  PLAN_OUTSIDE_JURISDICTION: {
    zh: "该地区或部门不在您的职责范围内。",
    en: "This region or department is outside your jurisdiction.",
  },
  ROLL_TOO_LARGE: {
    zh: "检查人员名录超过 {max} 人，无法抽取。",
    en: "There are more than {max} inspectors on the roll, too many to draw from.",
  },
  FRAME_TOO_LARGE: {
    zh: "可抽取的许可证超过 {max} 件，请按区分别抽取。",
    en: "There are more than {max} licences to draw from; draw county by county.",
  },
  NOT_ENOUGH_INSPECTORS: {
    zh: "许可证 {licence} 没有两名可以检查的人员，请先补充名录。",
    en: "Nobody, or only one, may inspect the holder of licence {licence}; more inspectors have to be on the roll.",
  },
  INSPECTION_NOT_FOUND: {
    zh: "没有由您承担的这一检查。",
    en: "There is no such inspection that you were drawn for.",
  },
  PLANNED_INSPECTION_NOT_FOUND: {
    zh: "您职责范围内没有这一检查。",
    en: "There is no such inspection in your jurisdiction.",
  },
  NOT_DRAWN_FOR_IT: {
    zh: "该人员不是这一检查的两名检查人员之一。",
    en: "This officer is not one of the two who inspect here.",
  },
  REDRAWN_TOO_OFTEN: {
    zh: "这一检查已重新抽取检查人员 {max} 次，不能再抽取。",
    en: "Other inspectors were drawn for this inspection {max} times already; it cannot be done again.",
  },
  NOT_BEFORE: { zh: "{date} 起方可检查。", en: "It is not inspected before {date}." },
  DEADLINE_NEEDED: { zh: "责令改正须设定期限。", en: "Say by when it has to be put right." },
  DEADLINE_NOT_FITTING: {
    zh: "改正期限须在今日之后，且仅用于责令改正。",
    en: "A deadline lies behind today, and only goes with an order to put something right.",
  },
  INSPECTION_UNDER_WAY: {
    zh: "现场核查进行中，两名核查人员签字后可查看结果。",
    en: "The inspection is under way; you can read what was found once both inspectors have signed.",
  },
  INSPECTION_PASSED: {
    zh: "现场核查通过：{all} 项全部符合。",
    en: "The inspection was passed: all {all} points are met.",
  },
  INSPECTION_PASSED_WITH_FAULTS: {
    zh: "现场核查通过：{all} 项中 {met} 项符合；请改进：{faults}。",
    en: "The inspection was passed: {met} of {all} points are met; to be improved: {faults}.",
  },
  INSPECTION_FAILED: {
    zh: "现场核查未通过：{all} 项中 {met} 项符合；不符合：{faults}。",
    en: "The inspection was not passed: {met} of {all} points are met; not met: {faults}.",
  },
} as const satisfies Readonly<Record<string, Message>>;
