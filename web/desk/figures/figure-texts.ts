import type { Text } from "../../shared/texts/text.ts";

/** A figure: what it is called, and how it is counted. */
type Words = { readonly name: Text; readonly counted: Text };

/** In the order in which they are shown. */
export const FIGURES = {
  received: {
    name: { zh: "收件", en: "Received" },
    counted: { zh: "首次提交的申请", en: "Applications handed in for the first time" },
  },
  accepted: {
    name: { zh: "受理", en: "Accepted" },
    counted: { zh: "已受理的申请", en: "Applications whose clock has begun" },
  },
  deemedAccepted: {
    name: { zh: "视为受理", en: "Deemed accepted" },
    counted: {
      zh: "受理中，因逾期未要求补正而视为受理的",
      en: "Of the accepted: nobody asked for corrections in time",
    },
  },
  decided: {
    name: { zh: "办结", en: "Decided" },
    counted: {
      zh: "批准或不予批准，人工和自动审批都算；复核后重新决定的再算一次",
      en: "Granted or refused, by people or by rule; a case decided anew on appeal counts again",
    },
  },
  approved: {
    name: { zh: "批准", en: "Granted" },
    counted: { zh: "办结中予以批准的", en: "Of the decided: granted" },
  },
  decidedByRule: {
    name: { zh: "自动审批", en: "Decided by rule" },
    counted: { zh: "办结中由规则自动决定的", en: "Of the decided: without a person" },
  },
  becameOverdue: {
    name: { zh: "超期", en: "Became overdue" },
    counted: {
      zh: "超过承诺时限或送达时限；延期后再次超期的再算一次",
      en: "Passed the promised time, or that of the delivery; again after an extension",
    },
  },
  withdrawn: {
    name: { zh: "撤回", en: "Taken back" },
    counted: { zh: "提交后由申请人撤回的", en: "By applicants, once handed in" },
  },
  complaints: {
    name: { zh: "催办投诉", en: "Complaints" },
    counted: { zh: "对办理拖延的投诉", en: "About delay" },
  },
  visitsAbovePromise: {
    name: { zh: "超出承诺的跑动", en: "Visits above the promise" },
    counted: {
      zh: "申请人到大厅的次数超过事项承诺的部分",
      en: "Times that an applicant came to a hall once more than the item promises",
    },
  },
} as const satisfies Record<string, Words>;

/** Shares and times, each of a whole that is named. */
export const RATES = {
  promised: {
    name: { zh: "承诺时限内办结", en: "Decided in the promised time" },
    counted: {
      zh: "占全部办结，暂停和延期不计入用时",
      en: "Of all decided, with pauses and extensions left out of the time",
    },
  },
  statutory: {
    name: { zh: "法定时限内办结", en: "Decided in the time the law allows" },
    counted: { zh: "占全部办结", en: "Of all decided" },
  },
  byRule: {
    name: { zh: "自动审批占比", en: "Share decided by rule" },
    counted: { zh: "占全部办结", en: "Of all decided" },
  },
  median: {
    name: { zh: "办理时间中位数", en: "Median time to a decision" },
    counted: {
      zh: "从受理到决定的工作日，扣除暂停；60 表示 60 个及以上",
      en: "Working days from acceptance to decision, without pauses; 60 stands for 60 and more",
    },
  },
  satisfied: {
    name: { zh: "好评率", en: "Satisfied or better" },
    counted: {
      zh: "五级评价中，基本满意及以上占全部评价",
      en: "Of all evaluations: the upper three of five levels",
    },
  },
  putRightLate: {
    name: { zh: "差评逾期整改", en: "Bad evaluations put right late" },
    counted: { zh: "没有按时整改的差评件数", en: "Bad evaluations that were not put right in time" },
  },
} as const satisfies Record<string, Words>;

/** "83.3 %" of a whole; a dash where there is no whole. */
export const percent = (part: number, whole: number): string => (whole === 0 ? "–" : share(part / whole));

export const share = (of: number | null): string => (of === null ? "–" : `${Math.round(of * 1_000) / 10} %`);

export const days = (of: number | null): string => (of === null ? "–" : String(Math.round(of * 10) / 10));
