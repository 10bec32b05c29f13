import type { EnumWords } from "../../kernel/service.ts";

/** How people read the values of this service's enums. */
export const SUPERVISION_WORDS = {
  EscalationReason: {
    WARNING: { zh: "即将到期", en: "Nearly due" },
    OVERDUE: { zh: "已超期", en: "Overdue" },
    DELIVERY_OVERDUE: { zh: "送达超期", en: "Delivery overdue" },
    PAUSE_OVER: { zh: "中止超期", en: "Paused for longer than told" },
    COMPLAINT: { zh: "投诉", en: "Complaint" },
    APPEAL: { zh: "申诉", en: "Appeal" },
  },
  EvaluationLevel: {
    VERY_SATISFIED: { zh: "非常满意", en: "Very satisfied" },
    SATISFIED: { zh: "满意", en: "Satisfied" },
    BASICALLY_SATISFIED: { zh: "基本满意", en: "Fairly satisfied" },
    DISSATISFIED: { zh: "不满意", en: "Dissatisfied" },
    VERY_DISSATISFIED: { zh: "非常不满意", en: "Very dissatisfied" },
  },
  EvaluationStatus: {
    RECORDED: { zh: "已记录", en: "Recorded" },
    OPEN: { zh: "待整改", en: "To be put right" },
    ASSIGNED: { zh: "已指派", en: "Assigned" },
    PUT_RIGHT: { zh: "已整改", en: "Put right" },
    CALLED_BACK: { zh: "已回访", en: "Called back" },
    APPEALED: { zh: "申诉中", en: "Under appeal" },
    CLOSED: { zh: "已办结", en: "Closed" },
  },
  EvaluationTag: {
    ATTITUDE: { zh: "服务态度", en: "Attitude" },
    COMPETENCE: { zh: "业务能力", en: "Competence" },
    CONVENIENCE: { zh: "便利程度", en: "Convenience" },
    EFFICIENCY: { zh: "办事效率", en: "Efficiency" },
    GUIDANCE: { zh: "办事指引", en: "Guidance" },
    USABILITY: { zh: "系统易用", en: "Usability" },
  },
  AuditFindingKind: {
    CHANGED: { zh: "被改动", en: "Changed" },
    INSERTED: { zh: "被插入", en: "Inserted" },
    REMOVED: { zh: "被删除", en: "Removed" },
  },
} as const satisfies EnumWords;
