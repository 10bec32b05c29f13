import type { TransitCardKind, TransitCardStatus } from "../generated/graphql.ts";
import type { Text } from "./text.ts";

export const CARD_KINDS: Readonly<Record<TransitCardKind, Text>> = {
  STANDARD: { zh: "普通卡", en: "Standard card" },
  STUDENT: { zh: "学生卡", en: "Student card" },
  SENIOR: { zh: "老年卡", en: "Senior card" },
};

export const CARD_STATUSES: Readonly<Record<TransitCardStatus, Text>> = {
  ACTIVE: { zh: "使用中", en: "In use" },
  FROZEN: { zh: "已冻结", en: "Frozen" },
  REPLACED: { zh: "已换卡", en: "Replaced" },
  CLOSED: { zh: "已退卡", en: "Closed" },
};
