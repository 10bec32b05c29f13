import type { DeskActsFragment, ExtensionApprover, PauseReason } from "../../../shared/generated/graphql.ts";
import type { Text } from "../../../shared/texts/text.ts";
import { PAUSE_REASONS } from "../case-texts.ts";
import { type Form, text, typed } from "./act.ts";
import * as operations from "./operations.ts";

/** The acts that move a case's time, or its place while its time runs on. */

const TEXTS = {
  note: { zh: "说明", en: "Note" },
  pause: { zh: "暂停事由", en: "Ground of the pause" },
  reason: { zh: "理由", en: "Reason" },
  toDepartment: { zh: "移交到部门", en: "To the department" },
  toRegion: { zh: "移交到地区", en: "In the region" },
  until: { zh: "预计结束日期", en: "Expected end" },
} satisfies Record<string, Text>;

const APPROVED_BY: Readonly<Record<ExtensionApprover, Text>> = {
  AUTHORITY_HEAD: {
    zh: "批准人（本机关负责人的姓名、职务）",
    en: "Approved by (head of the authority: name and office)",
  },
  GOVERNMENT_HEAD: {
    zh: "批准人（本级人民政府负责人的姓名、职务）",
    en: "Approved by (head of the government: name and office)",
  },
};
const daysAtMost = (max: number): Text => ({
  zh: `工作日（最多 ${max} 个）`,
  en: `Working days, ${max} at most`,
});

export function extendAct({ id, clock: { extensible } }: DeskActsFragment): Form {
  const { workingDays: max, approver } = extensible;
  return {
    fields: [
      { kind: "days", name: "workingDays", label: daysAtMost(max), max },
      { kind: "line", name: "approvedBy", label: APPROVED_BY[approver] },
      text("reason", TEXTS.reason),
    ],
    send: (send, values) =>
      send(operations.EXTEND, {
        ...{ id, reason: typed(values, "reason"), approvedBy: typed(values, "approvedBy") },
        days: Number(typed(values, "workingDays")),
      }),
  };
}

/** A department and a region are chosen; either may be that of now. */
export function transferAct({ id, department, region, places }: DeskActsFragment): Form {
  return {
    fields: [
      {
        ...{ kind: "choice", name: "department", label: TEXTS.toDepartment },
        options: (places?.departments ?? []).map(({ code, name }) => ({ value: code, text: name })),
      },
      {
        ...{ kind: "choice", name: "region", label: TEXTS.toRegion },
        options: (places?.regions ?? []).map(({ code, name }) => ({
          value: code,
          text: { zh: name, en: name },
        })),
      },
      text("reason", TEXTS.reason),
    ],
    send: (send, values) =>
      send(operations.TRANSFER, {
        ...{ id, reason: typed(values, "reason") },
        ...{ department: values["department"] ?? department, region: values["region"] ?? region },
      }),
  };
}

const isPauseReason = (text: string | undefined): text is PauseReason =>
  text !== undefined && Object.hasOwn(PAUSE_REASONS, text);

export function pauseAct(id: string): Form {
  return {
    fields: [
      {
        ...{ kind: "choice", name: "reason", label: TEXTS.pause },
        options: Object.entries(PAUSE_REASONS).map(([value, words]) => ({ value, text: words })),
      },
      { kind: "date", name: "until", label: TEXTS.until },
      text("note", TEXTS.note),
    ],
    send: (send, { reason, ...values }) =>
      send(operations.PAUSE, {
        reason: isPauseReason(reason) ? reason : "HEARING",
        ...{ id, note: typed(values, "note"), until: typed(values, "until") },
      }),
  };
}
